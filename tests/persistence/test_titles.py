"""What a list shows of a drawing, and what it is found by."""

from typing import Any

import pytest

from labmapper.core.drawing.document import Diagram, parse_diagram
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.owner import Owner
from labmapper.persistence.store import Store
from labmapper.persistence.titles import build_search_text, build_title, split_words
from support.drawings import draw_lab


def parse(drawing: dict[str, Any]) -> Diagram:
    diagram, problems = parse_diagram(drawing)
    assert diagram is not None, problems
    return diagram


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("  Two\nlines\t ", "Two lines"),
        ("a\x00b", "a b"),
        ("\u202eabc", "abc"),
        ("", "Untitled lab"),
        ("\x1b[31mred", "[31mred"),
        ("<b>&'\"", "<b>&'\""),
    ],
)
def test_a_hostile_title_is_one_plain_line_in_lists(store: Store, alice: Owner, title: str, shown: str) -> None:
    diagram = parse(draw_lab(title))

    info = Diagrams(store).create(alice, diagram, bytes(32))

    assert info.title == build_title(diagram) == shown
    assert Diagrams(store).load(alice, info.id).document["title"] == title


def test_the_search_text_holds_no_notes_and_no_connections() -> None:
    drawing = draw_lab("Title")
    drawing["nodes"].append({"id": "n3", "type": "note", "label": "the key is under the mat"})

    assert build_search_text(parse(drawing)) == "title r1 student01"


def test_a_question_is_split_into_words_as_the_search_text_has_them() -> None:
    assert split_words(" ÜBUNG  lab ") == ("übung", "lab")
