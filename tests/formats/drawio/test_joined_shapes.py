"""Drawings of draw.io where lines end at what is around, in or beside a device, and those that begin with a blank page."""

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Device, Network
from labmapper.formats.drawio.icons import is_people
from labmapper.formats.drawio.reader import parse
from support.labs.drawio import ROUTER, edge, model, read, vertex


def list_cables(diagram: Diagram) -> list[str]:
    names = {node.id: node.label for node in diagram.nodes}
    return [f"{names[link.source.node]} - {names[link.target.node]}" for link in diagram.links]


@pytest.mark.parametrize(("outer", "inner"), [("", "Web<br>10.0.0.1"), ("Web<br>10.0.0.1", "")])
def test_a_card_and_its_icon_are_one_device(outer: str, inner: str) -> None:
    diagram, _ = read(
        vertex("c", outer, "rounded=1;fillColor=#ffffff", size=100),
        vertex("i", inner, f"{ROUTER}part=1;connectable=0", parent="c"),
        vertex("b", "B", at=(300, 0)),
        edge("e", "c", "b"),
    )

    assert list_cables(diagram) == ["Web - B"]
    assert not diagram.zones


def test_a_line_to_a_zone_with_one_device_ends_at_that_device() -> None:
    diagram, problems = read(
        vertex("z", "Floor", "swimlane", size=100),
        vertex("a", "A", parent="z"),
        vertex("t", "Text", "text", parent="z", at=(0, 60)),
        vertex("y", "Yard", "swimlane", at=(500, 0), size=200),
        vertex("c", "C", parent="y"),
        vertex("d", "D", parent="y", at=(100, 0)),
        vertex("b", "B", at=(300, 0)),
        *(edge(f"e{each}", each, "b") for each in "zyt"),
    )

    assert list_cables(diagram) == ["A - B"]
    assert [zone.label for zone in diagram.zones] == ["Floor", "Yard"]
    assert sum(problem.variant == "cable" for problem in problems) == 2


def test_a_line_that_cables_end_at_is_a_bus() -> None:
    diagram, _ = read(
        vertex("l", "", "line;strokeWidth=3"),
        vertex("a", "A"),
        edge("e", "a", "l"),
        vertex("m", "", "line", at=(0, 300)),
    )

    assert [type(node) for node in diagram.nodes] == [Network, Device]
    assert len(diagram.links) == 1


def test_what_stands_in_a_rack_are_devices_also_in_a_picture_of_it() -> None:
    diagram, _ = read(
        vertex("p", "Chassis", "image;image=chassis.svg", size=300),
        vertex("r", "", "container=1;childLayout=rack", parent="p", size=200),
        *(vertex(name, name.upper(), parent="r") for name in "ab"),
    )

    assert [node.label for node in diagram.nodes if isinstance(node, Device)] == ["Chassis", "A", "B"]


@pytest.mark.parametrize(
    ("icon", "expected"), [("enterprise_user", True), ("users.svg", True), ("enterprise_user_directory", False)]
)
def test_a_directory_of_users_is_no_user(icon: str, expected: bool) -> None:
    assert is_people(icon) == expected


def test_a_blank_page_in_front_is_passed_over() -> None:
    pages = "".join(
        f'<diagram name="{name}">{model(*cells)}</diagram>'
        for name, cells in (("One", ()), ("Two", (vertex("a", "A"),)))
    )
    diagram, problems = parse(f"<mxfile>{pages}</mxfile>".encode(), {})

    assert diagram is not None
    assert [node.label for node in diagram.nodes] == ["A"]
    assert next(problem.facts for problem in problems if problem.code == "import-pages")["page"] == "Two"
