"""What is read quickly to be saved is what the models read and write, byte for byte, or it is left to them."""

import json
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field, TypeAdapter

import labmapper
from labmapper.core.drawing.checked_text import find_checked_text
from labmapper.core.drawing.document import Diagram, parse_diagram, render_json
from labmapper.core.drawing.items import Id
from labmapper.core.drawing.records import RecordMaker
from labmapper.persistence.listing import build_search_text, build_title
from support.labs.drawings import draw_pods
from support.labs.rich_drawing import JSON, PLACES, RICH, put

EXAMPLES = Path(labmapper.__file__).parent / "core" / "examples"


def spell(document: object) -> bytes:
    return json.dumps({"diagram": document}).encode()


def read_by_models(document: object) -> bytes | None:
    diagram, _ = parse_diagram(document)
    return render_json(diagram) if diagram else None


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")))
def test_examples_are_read_quickly(path: Path) -> None:
    document = json.loads(path.read_bytes())

    found = find_checked_text(spell(document))

    assert found is not None
    assert found.text == read_by_models(document)


@pytest.mark.parametrize("document", [RICH, draw_pods(), {}], ids=["rich", "pods", "empty"])
def test_lists_show_and_find_the_same_of_it(document: dict[str, Any]) -> None:
    diagram, _ = parse_diagram(document)

    found = find_checked_text(spell(document))

    assert found is not None
    assert diagram is not None
    assert found.text == render_json(diagram)
    assert build_title(found) == build_title(diagram)
    assert build_search_text(found) == build_search_text(diagram)


@pytest.mark.parametrize("place", [place for place in PLACES if place and place[-1] in {"plain", "scenery"}])
def test_a_flag_that_is_sent_and_not_set_is_left_to_the_models_which_leave_it_out(place: tuple[Any, ...]) -> None:
    document = put(RICH, place, value=False)

    assert find_checked_text(spell(document)) is None
    assert f'"{place[-1]}"'.encode() not in (read_by_models(document) or b"")


@given(st.sampled_from(PLACES), JSON)
def test_a_value_in_any_place_is_read_as_the_models_read_it_or_left_to_them(place: tuple[Any, ...], value: Any) -> None:
    document = put(RICH, place, value)

    found = find_checked_text(spell(document))

    assert found is None or found.text == read_by_models(document)


@given(
    st.sampled_from([place for place in PLACES if place and isinstance(place[-1], str)]),
    st.sampled_from(["", "x", "mode"]),
    JSON,
)
def test_another_key_in_any_place_is_read_as_the_models_read_it_or_left_to_them(
    place: tuple[Any, ...], key: str, value: Any
) -> None:
    document = put(RICH, place, value)
    owner: Any = document
    for step in place[:-1]:
        owner = owner[step]
    owner[key] = owner.pop(place[-1])

    found = find_checked_text(spell(document))

    assert found is None or found.text == read_by_models(document)


@pytest.mark.parametrize("name", ["d", "u", "v", "n", "g", "o", "s", "y", "z", "l", "a"])
@pytest.mark.parametrize("other", ["a b", "d\n", "d\ne", "", "x" * 65, "é"])
def test_no_id_is_taken_that_is_none_even_where_all_use_it(name: str, other: str) -> None:
    document = RICH
    for place in PLACES:
        if place and place[-1] in {"id", "zone", "pod", "node", "users", "target"}:
            value: Any = RICH
            for step in place:
                value = value[step]
            if value == name:
                document = put(document, place, other)

    assert find_checked_text(spell(document)) is None
    assert read_by_models(document) is None


def test_each_id_is_that_of_an_item_or_refers_to_one() -> None:
    """Only these are compared with the pattern, or with what is there."""
    schema = json.dumps(Diagram.model_json_schema())
    pattern = json.dumps(TypeAdapter(Id).json_schema()["pattern"])

    names = {
        (name, field)
        for name, model in json.loads(schema)["$defs"].items()
        for field, each in model["properties"].items()
        if pattern in json.dumps(each)
    }

    items = {"Device", "Gateway", "Network", "Note", "Shape", "Users"}
    assert names == {(item, field) for item in items for field in ("id", "zone")} | {
        *(("Zone", field) for field in ("id", "zone", "pod")),
        *(("Access", field) for field in ("id", "users", "target")),
        *(("Link", "id"), ("LinkEnd", "node")),
    }


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b'{"diagram": {}',
        b'{"diagram": {}, "beside": 1}',
        b'{"diagram": {"title": "\\ud800"}}',
        b'{"diagram": {"title": "\xff"}}',
        b'{"diagram": {"title": "\x01"}}',
        b'{"diagram": {"nodes": [{"id": "n", "type": "note", "x": 1e400}]}}',
        b'{"diagram": {"nodes": [{"id": "n", "type": "note", "x": NaN}]}}',
        b'{"diagram": {"nodes": [{"id": "n", "type": "note", "label": "\xff"}]}}',
        b'{"diagram": {"nodes": [{"id": "n", "type": "note", "label": "\\ud800"}]}}',
        b'{"diagram": {"nodes": [{"id": "n", "type": "toaster"}]}}',
        b'{"diagram": {"pictures": {"%b": "data:image/png;base64,AAAA"}}}' % (b"0a" * 16),
        b'{"diagram": {"nodes": [' + b"[" * 9_999 + b"]" * 9_999 + b"]}}",
        b'{"diagram": {"nodes": [{"id": ' + b"[" * 9_999 + b"]" * 9_999 + b', "type": "note"}]}}',
    ],
)
def test_what_is_no_such_text_is_left_to_the_models(text: bytes) -> None:
    assert find_checked_text(text) is None


@pytest.mark.parametrize(
    "inside",
    [
        '"title": 7, "title": "last"',
        '"nodes": [{"id": "n", "type": "note", "x": 1, "x": 2.5}]',
        '"nodes": [{"id": "n", "type": "network", "type": "note"}]',
        '"nodes": [{"type": "note", "id": "m", "id": "n", "type": "network"}]',
        '"nodes": [{"type": "users", "id": "n", "ty\\u0070e": "note"}]',
        '"nodes": [{"type": "users", "id": "n", "password": {"mode": "random", "value": "x", "mode": "fixed"}}]',
        '"nodes": [], "nodes": [{"id": "n", "type": "note"}]',
    ],
)
def test_of_keys_that_come_twice_the_last_counts_as_with_the_models(inside: str) -> None:
    found = find_checked_text(b'{"diagram": {%b}}' % inside.encode())

    assert found is None or found.text == read_by_models(json.loads(f"{{{inside}}}"))


def test_a_limit_that_records_do_not_know_is_not_forgotten() -> None:
    class Odd(BaseModel):
        number: Annotated[int, Field(multiple_of=3)] = 3

    with pytest.raises(TypeError, match="MultipleOf"):
        RecordMaker().make(Odd)
