"""Drawings of draw.io: icons are devices, lines cables, containers zones; what stands for nothing is told."""

import base64
import struct
from html import escape
from urllib.parse import quote

import pytest

from labmapper.core.drawing.items import Note, Shape
from labmapper.core.problems import Problem
from labmapper.formats.drawio.reader import parse
from labmapper.formats.drawio.recognition import recognises
from support.labs.drawings import list_devices
from support.labs.drawio import deflate, edge, model, read, read_file, vertex


def pack(text: str) -> str:
    return deflate(quote(text).encode()).decode()


def list_losses(problems: tuple[Problem, ...]) -> list[tuple[str, object]]:
    return [(each.variant, each.facts["what"]) for each in problems if each.code == "import-lost"]


def test_properties_say_the_connection() -> None:
    cell = vertex("a").replace(' id="a" value=""', "")
    known = '<object id="a" label="%name%" placeholders="1" name="R1" IP="10.0.0.1" Port="23" User="ada" password="x" note="y">'

    diagram, problems = read(f"{known}{cell}</object>")

    (connection,) = list_devices(diagram)["R1"].connections
    assert (connection.protocol, connection.host, connection.port) == ("telnet", "10.0.0.1", "23")
    assert connection.parameters == {"username": "ada", "password": "x"}
    assert list_losses(problems) == [("key", "note")]


def test_lines_are_cables_with_the_labels_at_their_ends() -> None:
    labels = "".join(
        f'<mxCell id="l{x}" value="{text}" style="edgeLabel" vertex="1" parent="e"><mxGeometry x="{x}" relative="1"/></mxCell>'
        for x, text in ((-0.8, "Gi0/1"), (0.8, "eth0"), (0, "trunk"))
    )

    diagram, problems = read(
        vertex("a", "A"), vertex("b", "B", at=(300, 0)), edge("e", "a", "b"), edge("f", "a", "b"), labels
    )

    assert [(link.source.interface, link.target.interface) for link in diagram.links] == [("Gi0/1", "eth0"), ("", "")]
    assert [link.name for link in diagram.links] == ["trunk", ""]
    assert list_losses(problems) == []


def test_the_points_through_which_a_line_was_led_are_bends_in_line_with_its_devices() -> None:
    points = '<Array as="points"><mxPoint x="25" y="200"/><mxPoint x="325" y="200"/></Array>'
    led = edge("e", "a", "b", parent="z").replace("/></mxCell>", f">{points}</mxGeometry></mxCell>")
    zone = vertex("z", "Site", "swimlane", at=(100, 100), size=900)

    diagram, _ = read(
        zone,
        vertex("a", "A", parent="z"),
        vertex("b", "B", at=(300, 0), parent="z"),
        vertex("c", "C", at=(900, 900)),
        led,
    )

    devices, (link,) = list_devices(diagram), diagram.links
    assert [bend.x for bend in link.bends] == [devices["A"].x, devices["B"].x]
    assert len({bend.y for bend in link.bends}) == 1
    assert link.bends[0].y > devices["A"].y


def test_of_more_bends_than_a_cable_has_some_all_along_it_are_kept() -> None:
    points = "".join(f'<mxPoint x="{x}" y="90"/>' for x in range(100, 200))
    led = edge("e", "a", "b").replace("/></mxCell>", f'><Array as="points">{points}</Array></mxGeometry></mxCell>')

    diagram, _ = read(vertex("a", "A"), vertex("b", "B", at=(300, 0)), led)

    places = [bend.x for bend in diagram.links[0].bends]
    assert 20 <= len(places) <= 32
    assert places == sorted(places)
    assert diagram.nodes[0].x < places[0] < places[-1] < diagram.nodes[1].x


def test_a_loose_line_joins_what_it_ends_on() -> None:
    loose = (
        '<mxCell id="e" edge="1" parent="1" source="a"><mxGeometry relative="1"><mxPoint x="305" y="5" as="targetPoint"/>'
        '</mxGeometry></mxCell><mxCell id="f" edge="1" parent="1"/>'
    )

    diagram, problems = read(vertex("a", "A"), vertex("b", "B", at=(300, 0)), loose)

    assert len(diagram.links) == 1
    assert [variant for variant, _ in list_losses(problems)] == ["cable"]


def test_containers_and_boxes_around_devices_are_zones() -> None:
    diagram, _ = read(
        vertex("z", "Site", "swimlane", at=(0, 0), size=600),
        vertex("y", "Rack", "rounded=1;container=1", parent="z", at=(10, 40), size=300),
        vertex("a", "A", parent="y", at=(20, 40)),
        vertex("box", "DMZ", "rounded=1;html=1", at=(1000, 0), size=300),
        vertex("b", "B", at=(1100, 100)),
    )

    labels = {zone.id: zone.label for zone in diagram.zones}
    around = {zone.label: labels.get(zone.zone or "") for zone in diagram.zones}
    assert around == {"Site": None, "Rack": "Site", "DMZ": None}
    assert {name: labels.get(device.zone or "") for name, device in list_devices(diagram).items()} == {
        "A": "Rack",
        "B": "DMZ",
    }


def test_a_group_of_an_icon_and_its_text_is_that_device() -> None:
    diagram, _ = read(
        vertex("g", "", "group", size=100),
        vertex("a", "", parent="g"),
        vertex("t", "R1<br>10.0.0.1", "text;html=1", parent="g", at=(0, 55)),
        vertex("b", "B", at=(300, 0)),
        edge("e", "g", "b"),
    )

    assert not diagram.zones
    assert list_devices(diagram)["R1"].connections[0].host == "10.0.0.1"
    assert len(diagram.links) == 1


def test_plain_shapes_are_devices_where_lines_or_addresses_say_so() -> None:
    diagram, problems = read(
        vertex("a", "Firewall", "shape=hexagon"),
        vertex("b", "Box<br>10.0.0.7", "rounded=1", at=(300, 0)),
        vertex("c", "Lonely", "rhombus", at=(600, 0)),
        vertex("r", "R1", at=(0, 300)),
        edge("e", "a", "r"),
    )

    assert {name: device.kind for name, device in list_devices(diagram).items()} == {
        "Firewall": "firewall",
        "Box": "generic",
        "R1": "router",
    }
    assert list_losses(problems) == [("shape", "Lonely")]


def test_texts_are_notes_and_people_are_told() -> None:
    diagram, problems = read(
        vertex("t", "Exercise 1<br>Do it", "text;html=1", at=(500, 500)),
        vertex("u", "Class", "shape=mxgraph.networks.users", at=(800, 0)),
        vertex("r", "R1"),
    )

    assert [node.label for node in diagram.nodes if isinstance(node, Note)] == ["Exercise 1\nDo it"]
    assert [variant for variant, _ in list_losses(problems)] == ["shape"]


def test_pages_are_chosen_by_name_and_number() -> None:
    pages = "".join(f'<diagram name="{name}">{model(vertex("a", name))}</diagram>' for name in ("One", "Two", "Three"))
    data = f"<mxfile>{pages}</mxfile>".encode()

    assert [list(list_devices(read_file(data, page)[0])) for page in ("", "Two", "3")] == [["One"], ["Two"], ["Three"]]
    assert read_file(data)[1][0].facts == {"page": "One", "others": ("Two", "Three")}
    assert [each.variant for each in parse(data, {"page": "Four"})[1]] == ["unknown"]


def test_every_wrapping_is_opened() -> None:
    plain = model(vertex("a", "R1 & Co"))
    packed = f"<mxfile><diagram>{pack(plain)}</diagram></mxfile>"
    text = b"mxfile\0" + quote(packed).encode()
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s", len(text), b"tEXt") + text + b"\0\0\0\0"
    svg = f'<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="x" content="{escape(packed)}"><g/></svg>'

    for data in (plain.encode(), packed.encode(), b"\xef\xbb\xbf" + packed.encode(), png, svg.encode()):
        assert list(list_devices(read_file(data)[0])) == ["R1 & Co"]


@pytest.mark.parametrize(
    "data",
    [
        b"<mxfile/>",
        b"<mxfile><diagram/></mxfile>",
        b"<mxfile><diagram>no base64!</diagram></mxfile>",
        b"<mxfile><diagram>" + base64.b64encode(b"no deflate") + b"</diagram></mxfile>",
        b"<mxfile><diagram>" + pack("<svg/>").encode() + b"</diagram></mxfile>",
        b"<mxGraphModel><root>",
        b'<!DOCTYPE x [<!ENTITY a "b">]><mxfile>&a;</mxfile>',
    ],
)
def test_what_cannot_be_read_is_an_error_with_a_cure(data: bytes) -> None:
    diagram, problems = parse(data, {})

    assert recognises(data)
    assert diagram is None
    assert problems[-1].is_error
    assert problems[-1].hint


@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", b"<user-mapping/>", b"\x89PNG\r\n\x1a\n\0\0\0\0", b"mxfile", b"<html>mxGraphModel</html>"]
)
def test_nothing_else_is_known_as_one(data: bytes) -> None:
    assert not recognises(data)


def test_plain_shapes_that_hold_no_device_are_figures_with_their_text_and_colour() -> None:
    diagram, problems = read(
        vertex("a", "r1", "shape=mxgraph.cisco.routers.router"),
        vertex("b", "Legend", "rounded=0;whiteSpace=wrap;fillColor=#D5E8D4;strokeColor=#82B366", at=(400, 400)),
        vertex("c", "", "ellipse;fillColor=none;strokeColor=#FF0000", at=(600, 400)),
        vertex("d", "", "rhombus", at=(800, 400)),
    )

    figures = [(node.shape, node.label, node.color) for node in diagram.nodes if isinstance(node, Shape)]
    assert sorted(figures) == [("ellipse", "", "red"), ("rectangle", "Legend", "green")]
    assert list_losses(problems) == [("shape", "rhombus")]


def test_a_table_is_a_note_with_a_line_for_each_row() -> None:
    diagram, _ = read(
        vertex("t", "Addresses", "shape=table;startSize=30;container=1"),
        vertex("r", "", "shape=tableRow", parent="t"),
        vertex("c1", "PC1", "shape=partialRectangle", parent="r"),
        vertex("c2", "192.168.1.42", "shape=partialRectangle", parent="r"),
        vertex("a", "r1", "shape=mxgraph.cisco.routers.router", at=(500, 0)),
    )

    assert list(list_devices(diagram)) == ["r1"]
    assert [node.label for node in diagram.nodes if isinstance(node, Note)] == ["Addresses\nPC1: 192.168.1.42"]
    assert diagram.zones == []


def test_percent_signs_at_the_end_of_a_piece_are_read_as_elsewhere() -> None:
    cells = [vertex(f"d{number}", "ä" * number + f" R{number}", at=(100 * number, 0)) for number in range(300)]
    packed = deflate(quote(model(*cells)).encode()).decode()

    diagram, _ = read_file(f"<mxfile><diagram>{packed}</diagram></mxfile>".encode())

    assert list(list_devices(diagram)) == ["ä" * number + f" R{number}" if number else "R0" for number in range(300)]
