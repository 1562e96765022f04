from typing import Any

import pytest

from labmapper.core.changes import list_drawing_changes, list_lab_changes
from labmapper.core.diagram import Diagram, parse_diagram
from labmapper.core.lab import Lab
from labmapper.core.pipeline import compile_diagram
from support.drawings import draw_lab


def build(drawing: dict[str, Any]) -> Diagram:
    diagram, problems = parse_diagram(drawing)
    assert diagram is not None, problems
    return diagram


def change(path: str, value: object) -> dict[str, Any]:
    drawing = draw_lab(password="old-password")
    *way, last = path.split(".")
    place: Any = drawing
    for step in way:
        place = place[int(step)] if step.isdigit() else place[step]
    place[last] = value
    return drawing


@pytest.mark.parametrize(
    ("path", "value", "sentences"),
    [
        ("title", "New", ("The title is now 'New'.",)),
        ("settings", {"hashing": "sha256"}, ("The settings changed.",)),
        ("nodes.0.x", 7, ("R1 moved.",)),
        ("nodes.0.label", "R9", ("R9 was called 'R1'.",)),
        ("nodes.1.count", 8, ("student01: 8 of them, not 2.",)),
        ("nodes.0.kind", "switch", ("R1: kind changed.",)),
        ("nodes.1.password", {"mode": "fixed", "value": "new-password"}, ("student01: password changed.",)),
        ("access", [{"id": "a1", "users": "n2", "target": "n1"}], ("The access of student01 to R1 added.",)),
        ("nodes", [], ("R1 removed.", "student01 removed.")),
    ],
)
def test_what_changed_in_a_drawing_is_told_in_words(path: str, value: object, sentences: tuple[str, ...]) -> None:
    old, new = build(draw_lab(password="old-password")), build(change(path, value))

    assert list_drawing_changes(old, new) == sentences
    assert list_drawing_changes(new, new) == ()


@pytest.mark.parametrize(
    ("path", "value", "sentences"),
    [
        ("nodes.1.count", 3, ("student03 added.",)),
        ("nodes.1.count", 1, ("student02 removed.",)),
        ("nodes.0.connections.0.host", "10.0.10.7", ("R1: hostname now 10.0.10.7.",)),
        ("nodes.0.connections.0.port", "2222", ("R1: port now 2222.",)),
        ("nodes.0.connections.0.parameters", {"username": "cisco"}, ("R1: password changed.",)),
        ("nodes.0.x", 7, ()),
        (
            "nodes.1.password",
            {"mode": "fixed", "value": "new-password"},
            ("student01: password changed.", "student02: password changed."),
        ),
    ],
)
def test_what_changed_in_a_mapping_is_told_in_words(path: str, value: object, sentences: tuple[str, ...]) -> None:
    old, new = (compile_diagram(build(each)).lab for each in (draw_lab(password="old-password"), change(path, value)))

    assert list_lab_changes(old, new) == sentences


def test_no_secret_is_told() -> None:
    lab = compile_diagram(build(draw_lab(password="old-password"))).lab

    told = " ".join(list_lab_changes(Lab(), lab) + list_lab_changes(lab, Lab()))

    assert told == "student01 added. student02 added. R1 added. student01 removed. student02 removed. R1 removed."
