"""What a config.yaml cannot say, and what it loses, is told before it is written."""

from labmapper.core.drawing.document import Diagram
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import compile_diagram
from labmapper.formats.usermapper_config.checks import check_config
from labmapper.formats.usermapper_config.reader import parse_config
from support.labs.drawings import CONFIG


def _draw(host: str, **parameters: str) -> Lab:
    connection = {"protocol": "ssh", "host": host, "parameters": parameters}
    stack = {"id": "d", "type": "device", "label": "R1", "count": 2, "connections": [connection]}
    fine = {"id": "e", "type": "device", "label": "S1", "connections": [{"protocol": "ssh", "host": "10.0.0.9"}]}
    return compile_diagram(Diagram.model_validate({"nodes": [stack, fine]})).lab


def _read(text: bytes) -> Lab:
    lab, problems = parse_config(text)
    assert lab is not None, problems
    return lab


def test_a_number_that_no_placeholder_can_say_is_told_at_its_device() -> None:
    (problem,) = check_config(_draw("10.{pod}.$5"))

    assert (problem.code, problem.severity, problem.place.item) == ("yaml-cannot-say", "error", "d")
    assert problem.facts == {"shown": "10.{pod}.${n+4}"}


def test_a_parameter_that_counts_under_the_name_of_the_name_is_told_at_its_device() -> None:
    (problem,) = check_config(_draw("10.0.0.1", name="{n}"))

    assert (problem.code, problem.severity, problem.place.item) == ("yaml-cannot-say", "error", "d")
    assert problem.variant == "name-taken"


def test_comments_that_are_lost_are_told_with_their_number_and_the_line_of_the_first() -> None:
    (problem,) = check_config(_read(b"# Thursday\n" + CONFIG + b"# the end\n"))

    assert (problem.code, problem.severity, problem.place.line) == ("config-comments-lost", "warning", 1)
    assert problem.facts == {"number": 2}


def test_nothing_is_told_where_all_is_kept() -> None:
    assert check_config(_read(CONFIG)) == ()
    assert check_config(_draw("10.0.0.1")) == ()
