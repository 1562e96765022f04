"""Defaults: what all connections by a protocol have, where they say nothing else."""

from typing import Any

from hypothesis import given, settings

from labmapper.core.changes.drawing_changes import list_drawing_changes
from labmapper.core.drawing.document import Diagram, parse_diagram, render_diagram
from labmapper.core.guacamole.secrets import MASK
from labmapper.core.pipeline import Compilation, compile_diagram, compile_lab, render_mapping
from labmapper.core.problems import Problem
from labmapper.core.redaction import mask_lab, strip_secrets
from labmapper.formats.usermapper_config.reader import parse_config
from labmapper.formats.usermapper_config.writer import render_config
from support.labs.bounded_work import bounded_work
from support.labs.counting_strategies import counting_drawings

USERS = {"id": "u", "type": "users", "label": "student01", "count": 2}
SEED = b"a seed for these tests"


def connect(protocol: str = "ssh", host: str = "10.0.0.1", **parameters: str) -> dict[str, Any]:
    named = {name.replace("_", "-"): value for name, value in parameters.items()}
    return {"protocol": protocol, "host": host, "parameters": named}


def draw(defaults: dict[str, dict[str, str]], *connections: dict[str, Any], count: int = 1) -> Diagram:
    device = {"id": "d", "type": "device", "label": "PC09", "count": count, "connections": list(connections)}
    return Diagram.model_validate({"settings": {"defaults": defaults}, "nodes": [USERS, device]})


def compile_drawing(defaults: dict[str, dict[str, str]], *connections: dict[str, Any], count: int = 1) -> Compilation:
    return compile_diagram(draw(defaults, *connections, count=count))


def list_parameters(compilation: Compilation, device: int = 0, n: int = 9) -> dict[str, str]:
    return {name: value.render(n) for name, value in compilation.lab.devices[device].parameters}


def tell(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.place)) for problem in problems]


def test_a_connection_has_the_defaults_of_its_protocol_after_its_own_parameters() -> None:
    compilation = compile_drawing(
        {"rdp": {"ignore-cert": "true", "server-layout": "de-de-qwertz"}, "ssh": {"font-size": "14"}},
        connect("rdp", username="ann"),
    )

    assert list(list_parameters(compilation).items()) == [
        ("protocol", "rdp"),
        ("hostname", "10.0.0.1"),
        ("username", "ann"),
        ("ignore-cert", "true"),
        ("server-layout", "de-de-qwertz"),
    ]


def test_what_a_device_says_itself_counts_even_where_it_is_nothing() -> None:
    compilation = compile_drawing(
        {"ssh": {"font-size": "14", "color-scheme": "x"}}, connect(font_size="", color_scheme="y")
    )

    assert list_parameters(compilation) == {
        "protocol": "ssh",
        "hostname": "10.0.0.1",
        "font-size": "",
        "color-scheme": "y",
    }


def test_placeholders_and_tokens_work_in_defaults() -> None:
    compilation = compile_drawing({"ssh": {"username": "pc{n:03}", "password": "${GUAC_PASSWORD}"}}, connect(), count=2)

    assert list_parameters(compilation, n=10)["username"] == "pc010"
    assert compilation.is_sound
    assert b"${GUAC_PASSWORD}" in b"".join(render_mapping(compilation.lab, SEED))


def test_a_problem_in_a_default_is_told_once_at_the_default() -> None:
    connections = [connect("rdp", f"10.0.{k}.1") | {"label": f"c{k}"} for k in range(5)]

    problems = compile_drawing({"rdp": {"resize-method": "bogus"}}, *connections, count=3).problems

    assert tell(problems) == [("value-not-offered", "settings.defaults.rdp.resize-method")]


def test_a_problem_in_a_default_of_a_file_is_told_at_its_line() -> None:
    text = render_config(compile_drawing({"rdp": {"resize-method": "bogus"}}, connect("rdp"), count=3).lab)
    lab, problems = parse_config(text.encode())

    assert lab is not None
    assert tell(compile_lab(lab, problems).problems) == [
        ("value-not-offered", "line 3, defaults.rdp.resize-method"),
    ]


def test_what_each_device_has_for_itself_is_refused() -> None:
    compilation = compile_drawing({"ssh": {"hostname": "a", "port": "1", "protocol": "rdp"}, "shh": {}}, connect())

    assert tell(compilation.problems) == [
        ("default-refused", "settings.defaults.ssh.hostname"),
        ("default-refused", "settings.defaults.ssh.port"),
        ("default-refused", "settings.defaults.ssh.protocol"),
        ("default-protocol", "settings.defaults.shh"),
    ]
    assert list_parameters(compilation) == {"protocol": "ssh", "hostname": "10.0.0.1"}


def test_a_device_may_switch_off_what_other_defaults_need() -> None:
    defaults = {"ssh": {"recording-path": "/records/${GUAC_USERNAME}", "recording-name": "x"}}

    assert compile_drawing(defaults, connect(recording_path="")).problems == ()


def test_secrets_in_defaults_are_masked_and_stripped() -> None:
    drawing = draw({"ssh": {"password": "s3cret", "font-size": "14"}}, connect())

    shown = render_config(mask_lab(compile_diagram(drawing).lab))

    assert "s3cret" not in shown
    assert f"password: {MASK}" in shown
    assert "s3cret" not in str(render_diagram(strip_secrets(drawing)))


def test_changes_of_defaults_are_told_in_words_without_secrets() -> None:
    old = draw({"ssh": {"password": "s3cret", "font-size": "14"}}, connect())
    new = draw({"ssh": {"password": "other", "color-scheme": "black"}}, connect())

    assert [str(change) for change in list_drawing_changes(old, new)] == [
        "Defaults of all ssh connections: password changed, color-scheme now black, font-size removed."
    ]


def test_a_document_without_defaults_is_written_as_before() -> None:
    assert "defaults" not in render_diagram(draw({}, connect()))["settings"]


def test_too_many_and_too_long_defaults_are_refused_at_once() -> None:
    many = {"settings": {"defaults": {"ssh": {f"p{k}": "" for k in range(101)}}}}
    long = {"settings": {"defaults": {"ssh": {"username": "x" * 4_097}}}}

    assert [parse_diagram(each)[0] for each in (many, long)] == [None, None]


def test_more_than_can_be_looked_at_is_told_before_it_is_looked_at() -> None:
    long = {"ssh": {f"p{k}": "x" * 4_000 for k in range(100)}}
    nodes = [{"id": f"d{k}", "type": "device", "label": f"R{k}", "connections": [connect()] * 20} for k in range(200)]
    drawing = Diagram.model_validate({"settings": {"defaults": long}, "nodes": [USERS, *nodes]})

    with bounded_work():
        problems = compile_diagram(drawing).problems

    assert [problem.code for problem in problems] == ["lab-too-large"]


@settings(max_examples=40)
@given(counting_drawings())
def test_defaults_mean_what_the_same_parameters_at_each_device_mean(drawing: dict[str, Any]) -> None:
    """The mapping of a drawing with defaults is that of one in which every connection says them itself."""
    defaults = drawing["settings"].pop("defaults", {})
    with_defaults = compile_diagram(
        Diagram.model_validate(drawing | {"settings": drawing["settings"] | {"defaults": defaults}})
    )
    for node in drawing["nodes"]:
        for connection in node.get("connections", ()):
            given_there = defaults.get(connection["protocol"], {})
            listed = {name for name, said in connection["copies"].items() if isinstance(said, list)}
            added = {
                name: text for name, text in given_there.items() if name not in connection["parameters"].keys() | listed
            }
            connection["copies"] = {name: said for name, said in connection["copies"].items() if name not in added}
            connection["parameters"] = connection["parameters"] | added
    spelled_out = compile_diagram(Diagram.model_validate(drawing))

    assert with_defaults.is_sound == spelled_out.is_sound
    if spelled_out.is_sound:
        assert {frozenset(device.parameters) for device in with_defaults.lab.devices} == {
            frozenset(device.parameters) for device in spelled_out.lab.devices
        }
