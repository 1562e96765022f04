"""Texts that stand loose beside the end of a line name its interface."""

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Note
from labmapper.formats.importing import read_file
from support.labs.drawio import model, vertex

EDGE = '<mxCell id="e" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>'
TEXT = "text;html=1;"


def draw(*cells: str) -> Diagram:
    drawn = [vertex("a", "r1", at=(0, 0)), vertex("b", "r2", at=(400, 0)), EDGE, *cells]
    diagram, _ = read_file(model(*drawn).encode()).draw()
    assert diagram is not None
    return diagram


def list_ends(diagram: Diagram) -> list[tuple[str, str]]:
    return [(link.source.interface, link.target.interface) for link in diagram.links]


def list_notes(diagram: Diagram) -> list[str]:
    return [node.label for node in diagram.nodes if isinstance(node, Note)]


@pytest.mark.parametrize(
    "name", ["Gi0/1", "GigabitEthernet0/0/0", "eth1", "e0/1", "Te1/1/4", "swp51", "xe-0/0/1", "ens3", "port 7"]
)
def test_a_loose_text_beside_the_end_of_a_line_is_its_interface(name: str) -> None:
    diagram = draw(vertex("t", name, TEXT, at=(60, 0), size=20), vertex("u", "Gi0/9", TEXT, at=(370, 0), size=20))

    assert list_ends(diagram) == [(name, "Gi0/9")]
    assert list_notes(diagram) == []


@pytest.mark.parametrize("text", ["Rack 7", "VLAN 10", "Lab 1", "Gi0/1 to the core", "Internet"])
def test_what_is_no_interface_stays_a_note(text: str) -> None:
    diagram = draw(vertex("t", text, TEXT, at=(60, 0), size=20))

    assert list_ends(diagram) == [("", "")]
    assert list_notes(diagram) == [text]


def test_a_name_far_from_every_line_stays_a_note() -> None:
    diagram = draw(vertex("t", "Gi0/1", TEXT, at=(150, 300), size=20))

    assert list_notes(diagram) == ["Gi0/1"]


def test_each_of_two_lines_gets_the_text_that_is_nearer() -> None:
    second = EDGE.replace('id="e"', 'id="f"').replace('target="b"', 'target="c"')
    diagram = draw(
        vertex("c", "r3", at=(0, 400)),
        second,
        vertex("t", "Gi0/1", TEXT, at=(60, 10), size=20),
        vertex("u", "Gi0/2", TEXT, at=(20, 65), size=20),
    )

    assert [end[0] for end in list_ends(diagram)] == ["Gi0/1", "Gi0/2"]


def test_hidden_layers_and_shapes_are_left_out_and_told() -> None:
    layer = '<mxCell id="L" value="Old plan" parent="0" visible="0"/>'
    hidden = vertex("h", "r9", parent="L", at=(0, 200))
    drawn = model(vertex("a", "r1"), layer, hidden, vertex("k", "r8", parent="L", at=(200, 200)))

    diagram, problems = read_file(drawn.encode()).draw()

    assert diagram is not None
    assert [node.label for node in diagram.nodes] == ["r1"]
    assert [problem.message for problem in problems if problem.variant == "hidden"] == [
        "Line 1: Old plan, with 2 shapes and lines, is hidden in the file and not drawn."
    ]
