"""What is no diagram is told in words of our own, chosen by the type of pydantic's error and never by its text."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from labmapper.core.drawing.document import Diagram, find_diagram, parse_diagram, parse_document
from labmapper.core.drawing.items import MAX_TEXT
from support.labs.drawings import draw_pods

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)
NODE = {"id": "n9", "type": "device"}


def explain(document: object) -> list[str]:
    """Return what pydantic itself says of *document*, with the place in front."""
    with pytest.raises(ValidationError) as caught:
        Diagram.model_validate(document)
    details = caught.value.errors(include_url=False, include_input=False)
    places = (".".join(map(str, detail["loc"])) for detail in details)
    return [
        f"{place}: {detail['msg']}" if place else detail["msg"] for place, detail in zip(places, details, strict=True)
    ]


@pytest.mark.parametrize(
    ("document", "variant"),
    [
        (7, "model-type"),
        ({"nodes": [7]}, "model-attributes-type"),
        ({"settings": 7}, "model-type"),
        ({"nodes": {}}, "list-type"),
        ({"title": 7}, "string-type"),
        ({"title": "\ud800"}, "string-unicode"),
        ({"title": "x" * 201}, "string-too-long"),
        ({"nodes": [NODE | {"label": "x" * (MAX_TEXT + 1)}]}, "string-too-long"),
        ({"nodes": [{"type": "device"}]}, "missing"),
        ({"nodes": [NODE | {"colour": "red"}]}, "extra-forbidden"),
        ({"nodes": [NODE | {"id": "a b"}]}, "string-pattern-mismatch"),
        ({"nodes": [NODE | {"count": 0}]}, "greater-than-equal"),
        ({"nodes": [NODE | {"x": -1e9}]}, "greater-than-equal"),
        ({"nodes": [NODE | {"count": 10**9}]}, "less-than-equal"),
        ({"nodes": [NODE | {"y": 1e9}]}, "less-than-equal"),
        ({"nodes": [NODE | {"y": float("nan")}]}, "finite-number"),
        ({"nodes": [NODE | {"y": "7"}]}, "float-type"),
        ({"nodes": [NODE | {"count": "7"}]}, "int-type"),
        ({"schema": -(2**70)}, "int-parsing-size"),
        ({"settings": {"passwords": {"version": 2**70}}}, "int-parsing-size"),
        ({"nodes": [NODE | {"locked": 1}]}, "bool-type"),
        ({"nodes": [NODE | {"kind": "toaster"}]}, "literal-error"),
        ({"nodes": [NODE | {"connections": [{}] * 65}]}, "too-long"),
        ({"nodes": [NODE | {"connections": [{"parameters": []}]}]}, "dict-type"),
        ({"nodes": [NODE | {"type": "toaster"}]}, "union-tag-invalid"),
        ({"nodes": [{"id": "n9"}]}, "union-tag-not-found"),
    ],
)
def test_each_kind_of_mistake_has_words_that_are_those_of_pydantic(document: object, variant: str) -> None:
    diagram, problems = parse_diagram(document)

    assert diagram is None
    assert {problem.variant for problem in problems} == {variant}
    assert [problem.message for problem in problems] == explain(document)


@given(key=st.sampled_from(sorted(Diagram.model_fields)), value=JSON)
def test_no_document_makes_a_mistake_without_words(key: str, value: Any) -> None:
    _, problems = parse_diagram(draw_pods() | {key.rstrip("_"): value})

    assert "other" not in {problem.variant for problem in problems}
    assert all(problem.message for problem in problems)


def spell(document: object) -> bytes:
    return json.dumps(document).encode()


@given(JSON, st.sampled_from(["title", "nodes", "zones", "links", "access", "settings", "schema", "other"]))
def test_a_text_read_at_once_is_the_drawing_of_its_values(value: Any, key: str) -> None:
    text = spell({"diagram": draw_pods() | {key: value}, "beside": value})

    found = find_diagram(text)

    values = json.loads(text)
    diagram, _ = parse_diagram(values["diagram"])
    assert found is None or found == (diagram, {"beside": values["beside"]})
    assert parse_document(spell(values["diagram"]))[0] == diagram


@pytest.mark.parametrize(
    "text",
    [
        b'{"diagram": {"title": 7, "title": "last"}}',
        b'{"diagram": {"title": "first", "title": "last"}}',
        b'{"diagram": {"title": "first"}, "diagram": {"title": "last"}}',
        b'{"diagram": {"nodes": [{"id": "n", "type": "note", "x": 1, "x": 2.5}]}}',
        b'{"diagram": {"nodes": [{"id": "n", "type": "network", "type": "note"}]}}',
        b'{"diagram": {"schema": 1.0}}',
        b'{"diagram": {"nodes": [{"id": "n", "type": "device", "count": 2.0}]}}',
        b'{"diagram": {"nodes": [{"id": "n", "type": "note", "x": 1e400}]}}',
        b'{"diagram": {}, "beside": NaN}',
        b'{"diagram": {}, "beside": 1e400}',
        b'{"diagram": {"title": "\\ud800"}}',
        b'{"diagram": {}, "beside": "\\ud800"}',
        b'\xef\xbb\xbf{"diagram": {}}',
        b'{"diagram": {}, "beside": ' + b"9" * 5_000 + b"}",
        b'{"diagram": {}, "beside": ' + b"[" * 500 + b"]" * 500 + b"}",
    ],
)
def test_what_is_read_at_once_is_never_read_otherwise(text: bytes) -> None:
    found = find_diagram(text)

    if found is not None:
        values = json.loads(text, parse_constant=pytest.fail)
        diagram = values.pop("diagram")
        assert found == (parse_diagram(diagram)[0], values)
