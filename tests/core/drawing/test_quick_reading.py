"""What is read quickly to be looked at means what the models read, or is left to them."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import labmapper
from labmapper.core.drawing import quick_reading
from labmapper.core.drawing.document import find_diagram, parse_diagram
from labmapper.core.drawing.quick_reading import find_diagram_quickly
from labmapper.core.pipeline import compile_diagram
from labmapper.core.redaction import strip_secrets
from support.labs.drawings import draw_pods
from support.labs.rich_drawing import JSON, PLACES, RICH, put

EXAMPLES = Path(labmapper.__file__).parent / "core" / "examples"
DRAWINGS = [json.loads(path.read_bytes()) for path in sorted(EXAMPLES.glob("*.json"))]
PLAIN = {
    "nodes": [
        {"type": "device", "id": "d", "label": "R1", "connections": [{"host": "10.0.0.1"}, {"protocol": "vnc"}]},
        {"type": "users", "id": "u", "label": "s1"},
    ],
    "links": [],
}


def spell(document: object) -> bytes:
    return json.dumps({"diagram": document, "parts": ["xml"]}).encode()


@pytest.mark.parametrize("document", [*DRAWINGS, draw_pods(), PLAIN, {}])
def test_it_is_read_without_the_models_and_means_the_same(
    document: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    by_models = find_diagram(spell(document))
    monkeypatch.setattr(quick_reading, "find_diagram", lambda _: pytest.fail("it is left to the models"))

    found = find_diagram_quickly(spell(document))

    assert found is not None
    assert by_models is not None
    assert found[1] == by_models[1] == {"parts": ["xml"]}
    assert compile_diagram(found[0]) == compile_diagram(by_models[0])


@given(st.sampled_from(PLACES), JSON)
def test_a_value_in_any_place_means_what_it_means_to_the_models(place: tuple[Any, ...], value: Any) -> None:
    document = put(RICH, place, value)
    text = spell(document)

    found, (by_models, _) = find_diagram_quickly(text), parse_diagram(document)

    if found is None:
        assert by_models is None or find_diagram(text) is None  # which leaves what is unusual to the other way, too
    else:
        assert by_models is not None
        assert compile_diagram(found[0]) == compile_diagram(by_models)


def test_the_word_for_no_number_may_be_the_name_of_something() -> None:
    document = PLAIN | {"title": "NaN"}

    found, (by_models, _) = find_diagram_quickly(spell(document)), parse_diagram(document)

    assert found is not None
    assert by_models is not None
    assert compile_diagram(found[0]) == compile_diagram(by_models)


@pytest.mark.parametrize(
    "hidden", [{"parameters": {"password": "top secret"}}, {"copies": {"password": ["top secret"]}}]
)
def test_whatever_is_hidden_from_who_only_looks_is_read_by_the_models_which_hide_it(hidden: dict[str, Any]) -> None:
    document = PLAIN | {"nodes": [{"type": "device", "id": "d", "connections": [{"host": "h"} | hidden]}]}

    found = find_diagram_quickly(spell(document))

    assert found is not None
    assert "top secret" in repr(found[0].nodes)
    assert "top secret" not in repr(strip_secrets(found[0]).nodes)


def test_what_is_beside_the_drawing_is_read_too_and_what_is_no_drawing_is_not() -> None:
    assert find_diagram_quickly(b'{"diagram": {}, "id": null, "limit": 7}') == find_diagram(
        b'{"diagram": {}, "id": null, "limit": 7}'
    )
    for text in (
        b"",
        b"[]",
        b"{}",
        b'{"diagram": 1}',
        b'{"diagram": {"nodes": 1}}',
        b'{"diagram": {"title": NaN}}',
        b"\xff",
    ):
        assert find_diagram_quickly(text) is None
