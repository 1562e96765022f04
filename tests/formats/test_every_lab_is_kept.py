"""Whatever a lab is written to and read from again, its mapping stays the same to the byte, or nothing is written.

``LABMAPPER_TEST_EXAMPLES`` sets how many drawings and files are made at random.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from labmapper.core.drawing.diagram_from_lab import draw_lab
from labmapper.core.drawing.document import Diagram, parse_diagram, render_json
from labmapper.core.guacamole.loader import load_user_mapping
from labmapper.core.lab.spelling import UnspellableError
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import Compilation, compile_diagram, compile_lab, render_mapping
from labmapper.core.problems import has_errors
from labmapper.formats.usermapper_config.checks import check_config
from labmapper.formats.usermapper_config.reader import parse_config
from labmapper.formats.usermapper_config.writer import render_config
from support.labs.counting_strategies import counting_configs, counting_drawings
from support.server.soak import count_examples

pytestmark = pytest.mark.long

SEED = b"a seed for these tests"

many = settings(
    max_examples=count_examples(60),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


def compile_drawing(drawing: dict[str, Any]) -> Compilation:
    compilation = compile_diagram(Diagram.model_validate(drawing))
    assume(compilation.is_sound)
    return compilation


def compile_config(text: bytes) -> Compilation:
    lab, problems = parse_config(text)
    assert lab is not None, problems
    compilation = compile_lab(lab, problems)
    assume(compilation.is_sound)
    return compilation


def write(lab: Lab) -> bytes:
    return b"".join(render_mapping(lab, SEED))


def assert_kept_by_yaml(lab: Lab) -> None:
    try:
        text = render_config(lab)
    except UnspellableError:
        assert has_errors(check_config(lab))
        return
    assert not check_config(lab)
    read, problems = parse_config(text.encode())
    assert read is not None, problems
    assert write(read) == write(lab)
    assert render_config(read) == text


def iter_meaning(lab: Lab) -> Iterator[tuple[object, ...]]:
    """Yield what Guacamole reads: everybody, and what they see, in their order.

    A drawing has fields of its own for protocol, host and port, so the parameters come in another order, and an empty
    port is none.
    """
    for username, authorization in load_user_mapping([write(lab)]).authorizations.items():
        yield username, authorization.password
        for name, each in authorization.connections.items():
            yield name, each.protocol, {key: text for key, text in each.parameters.items() if text or key != "port"}


@many
@given(counting_drawings())
def test_a_drawing_written_as_yaml_gives_the_same_mapping(drawing: dict[str, Any]) -> None:
    assert_kept_by_yaml(compile_drawing(drawing).lab)


@many
@given(counting_drawings())
def test_a_drawing_written_as_json_gives_the_same_mapping(drawing: dict[str, Any]) -> None:
    diagram = Diagram.model_validate(drawing)

    read, problems = parse_diagram(json.loads(render_json(diagram)))

    assert read is not None, problems
    assert write(compile_diagram(read).lab) == write(compile_diagram(diagram).lab)


@many
@given(counting_configs())
def test_a_config_written_as_yaml_gives_the_same_mapping(text: bytes) -> None:
    assert_kept_by_yaml(compile_config(text).lab)


@many
@given(counting_configs())
def test_a_config_made_a_drawing_means_the_same_and_so_does_that_as_yaml(text: bytes) -> None:
    lab = compile_config(text).lab
    diagram, problems = draw_lab(lab)
    if diagram is None:
        assert has_errors(problems)
        return
    drawn = compile_diagram(diagram)

    assert drawn.is_sound, drawn.problems
    assert list(iter_meaning(drawn.lab)) == list(iter_meaning(lab))
    assert_kept_by_yaml(drawn.lab)
