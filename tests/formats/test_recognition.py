"""Which format a file is, told by its content alone."""

import json

import pytest

from labmapper.core.drawing.document import Diagram, render_diagram, render_json
from labmapper.core.yaml.top_keys import iter_top_keys
from labmapper.formats.registry import recognise
from labmapper.formats.usermapper_config.reader import recognises
from support.labs.bounded_work import bounded_work
from support.labs.drawings import draw_lab, draw_pods

DRAWN = Diagram.model_validate(draw_pods())


@pytest.mark.parametrize(
    "text",
    [
        '{"users": {}, "devices": {}}',
        '{"devices":{"r":{"quantity":1}},"users":{}}',
        '\ufeff  {\n\t"users": {}\n}',
        "{users: {}, devices: {}}",
        "{'users': {a: 'it''s {nodes: 1}'}}",
        "---\n{users: {}}",
        "# schema: a class\n%YAML 1.1\n--- # nodes\n{ guacamole: {}, devices: {} }",
        '{"guacamole": {"schema": 1, "nodes": "}"}, "users": {}}',
        '{"a \\" } b": "schema", "users": {"nodes": []}}',
        "{ # nodes:\n  it: it's {nodes: 2}, users: {} }",
        '"users":\n  s: {}\n"devices": {}\n',
        "users: {s: {}}\ndevices: {}\n",
        '{"Users": {}}',
    ],
)
def test_a_config_is_known_in_every_style_that_yaml_has(text: str) -> None:
    assert recognise(text.encode()).name == "config"
    assert recognises(text.encode())  # what nothing recognises is taken for a config.yaml too


@pytest.mark.parametrize(
    "data",
    [
        render_json(DRAWN),
        json.dumps(render_diagram(DRAWN), indent=0).encode(),
        json.dumps(draw_lab(), indent="\t").encode(),
        json.dumps(dict(reversed(render_diagram(DRAWN).items()))).encode(),
        b"\xef\xbb\xbf" + render_json(DRAWN),
        b'{"title": "users: {", "access": [{"id": "a", "users": "u"}], "nodes": []}',
        b'{"schema": 1, "nodes": [',
        b'{"title": "Only a title"}',
        b"{}",
    ],
)
def test_a_diagram_is_known_in_every_style_that_json_has(data: bytes) -> None:
    assert recognise(data).name == "diagram"


def test_what_has_the_keys_of_both_is_a_diagram() -> None:
    assert recognise(b'{"users": {}, "schema": 1}').name == "diagram"


def test_what_has_no_key_of_a_diagram_is_none() -> None:
    assert recognise(b'{"hosts": []}').name == "config"


@pytest.mark.parametrize("data", [b'{"' + b'\\"' * 200_000, b"{'" + b" '" * 200_000, b"{" + b'"' * 200_001])
def test_texts_without_an_end_are_looked_at_once(data: bytes) -> None:
    with bounded_work():
        list(iter_top_keys(data))


@pytest.mark.parametrize(
    "piece", [b" ", b"\n", b" \n", b"<!--", b"<?", b"<!DOCTYPE ", b"<?xml?> ", b"[", b"//", b"PK\x03\x04"]
)
def test_what_repeats_is_told_at_once(piece: bytes) -> None:
    with bounded_work():
        recognise(piece * (256 * 1024 // len(piece)))
