"""Graphs in GraphML: yEd's labels, places and nested groups, plain data, and the Topology Zoo's coordinates."""

import pytest

from labmapper.formats.graphml import recognises
from labmapper.formats.graphml.reader import read_topology
from support.labs.drawings import GOLDEN

YED = (GOLDEN / "graphml" / "graph.graphml").read_bytes()
PLAIN = b"""<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="a" for="graph" attr.name="label"/><key id="b" for="node" attr.name="label"/>
<key id="c" for="node" attr.name="Latitude"/><key id="d" for="node" attr.name="Longitude"/>
<key id="e" for="edge" attr.name="LinkLabel"/>
<graph edgedefault="undirected">
<node id="0"><data key="b">Bonn</data><data key="c">50.7</data><data key="d">7.1</data></node>
<node id="1"><data key="b">?</data><port name="eth0"/></node>
<edge source="0" target="1" targetport="eth0"><data key="e">10 Gbps</data></edge>
<edge source="0" target="1"/>
</graph></graphml>"""


def test_groups_are_zones_in_zones() -> None:
    zones = [(zone.name, zone.zone, zone.box) for zone in read_topology(YED).zones]

    assert zones == [("Bonn", None, (0.0, 0.0, 300.0, 200.0)), ("Rack 1", "group n0", (10.0, 10.0, 120.0, 100.0))]


def test_names_roles_places_and_addresses_come_from_labels_and_data() -> None:
    device = read_topology(YED).devices[0]

    assert (device.name, device.role, device.x, device.y, device.zone) == ("sw 1", "switch", 35.0, 45.0, "group n0::n0")
    assert device.consoles[0].host == "10.0.0.2"


def test_labels_at_the_ends_of_an_edge_are_interfaces() -> None:
    first, second = read_topology(YED).cables

    assert (first.source.interface, first.target.interface) == ("Gi1", "eth0")
    assert (second.source.interface, second.target.interface) == ("", "")


def test_what_is_lost_is_told_with_its_line() -> None:
    problems = [(problem.variant, problem.place.line) for problem in read_topology(YED).problems]

    assert problems == [("cable", 42)]


def test_a_label_in_the_middle_of_an_edge_is_the_name_of_its_cable() -> None:
    assert [cable.name for cable in read_topology(YED).cables] == ["10 Gbit/s", ""]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ('<data key="LinkLabel">OC-192</data>', ("", "", "OC-192")),
        ('<data key="label">Gi0/1 - Gi0/2</data>', ("Gi0/1", "Gi0/2", "")),
        ('<data key="label">?</data>', ("", "", "")),
        ('<data key="src_port">eth1</data><data key="label">trunk</data>', ("eth1", "", "trunk")),
    ],
)
def test_the_data_that_label_an_edge_are_names_or_interfaces(data: str, expected: tuple[str, str, str]) -> None:
    graph = f'<graphml><graph><node id="a"/><node id="b"/><edge source="a" target="b">{data}</edge></graph></graphml>'

    (cable,) = read_topology(graph.encode()).cables

    assert (cable.source.interface, cable.target.interface, cable.name) == expected


def test_notes_of_yed_are_notes() -> None:
    assert [note.text for note in read_topology(YED).notes] == ["Ask first"]


def test_coordinates_of_the_earth_are_places() -> None:
    bonn, nameless = read_topology(PLAIN).devices

    assert (bonn.name, bonn.x, bonn.y) == ("Bonn", 7.1, -50.7)
    assert nameless.name == "1"


def test_ports_are_interfaces_and_parallel_edges_stay() -> None:
    assert [cable.target.interface for cable in read_topology(PLAIN).cables] == ["eth0", ""]


def test_entities_are_refused() -> None:
    data = PLAIN.replace(b"<graphml", b'<!DOCTYPE graphml [<!ENTITY a "b">]><graphml', 1)

    assert [problem.variant for problem in read_topology(data).problems] == ["entities"]


def test_the_root_decides() -> None:
    assert recognises(b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a -- b -->\n<g:graphml xmlns:g='x'>")
    assert not recognises(b"<svg><graphml/></svg>")


DRAWN = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
<key for="edge" id="s" attr.name="src_int"/><key for="edge" id="t" attr.name="dst_int"/>
<graph edgedefault="directed">{}</graph></graphml>"""


def draw(id_: str, label: str, box: str, more: str = "") -> str:
    return f'<node id="{id_}"><data key="d6"><y:ShapeNode><y:Geometry {box}/>{more}<y:NodeLabel>{label}</y:NodeLabel></y:ShapeNode></data></node>'


def test_a_box_behind_nodes_is_a_zone_and_one_with_an_edge_or_alone_a_device() -> None:
    small = 'x="50" y="50" width="30" height="30"'
    large = 'x="0" y="0" width="300" height="200"'
    alone = 'x="900" y="0" width="300" height="200"'
    nodes = [draw("a", "R1", small), draw("b", "Site", large, '<y:Fill color="#FFCC00"/>'), draw("c", "FW", alone)]

    loose = read_topology(DRAWN.format("".join(nodes)).encode())
    joined = read_topology(DRAWN.format("".join([*nodes, '<edge source="a" target="b"/>'])).encode())

    assert [(zone.name, zone.box, zone.color) for zone in loose.zones] == [("Site", (0.0, 0.0, 300.0, 200.0), "yellow")]
    assert [device.name for device in loose.devices] == ["R1", "FW"]
    assert [device.name for device in joined.devices] == ["R1", "Site", "FW"]


def test_a_line_of_a_label_that_is_an_address_is_no_part_of_the_name() -> None:
    text = DRAWN.format(draw("a", "core sw\n10.0.0.2/24", 'x="0" y="0"') + draw("b", "10.0.0.3", 'x="9" y="0"'))

    devices = read_topology(text.encode()).devices

    assert [(device.name, device.consoles[0].host) for device in devices] == [
        ("core sw", "10.0.0.2"),
        ("10.0.0.3", "10.0.0.3"),
    ]


def test_the_points_through_which_an_edge_is_drawn_are_its_bends() -> None:
    path = '<y:Path sx="0" sy="0"><y:Point x="10" y="-20.5"/><y:Point x="wide" y="1"/><y:Point x="30" y="4"/></y:Path>'
    edge = f'<edge source="a" target="b"><data key="d10"><y:PolyLineEdge>{path}</y:PolyLineEdge></data></edge>'

    (cable,) = read_topology(DRAWN.format(f'<node id="a"/><node id="b"/>{edge}').encode()).cables

    assert cable.bends == ((10.0, -20.5), (30.0, 4.0))


def test_where_a_label_stands_on_its_edge_says_the_end() -> None:
    wanted = '<y:EdgeLabel preferredPlacement="target_on_edge">{}<y:PreferredPlacementDescriptor placement="{}"/></y:EdgeLabel>'
    placed = (
        '<y:EdgeLabel preferredPlacement="anywhere">{}<y:ModelParameter><y:SmartEdgeLabelModelParameter ratio="{}" segment="{}"/>'
        "</y:ModelParameter></y:EdgeLabel>"
    )
    labels = [
        wanted.format("10G", "center") + wanted.format("Gi1", "source") + wanted.format("Gi2", "target"),
        placed.format("Gi3", "0.1", "0") + placed.format("Gi4", "0.9", "0") + placed.format("1G", "0.5", "0"),
        placed.format("Gi5", "0.9", "-1") + "<y:Path><y:Point/></y:Path>" + placed.format("x", "0.9", "0"),
    ]
    edges = [
        f'<edge source="a" target="b"><data key="d10"><y:PolyLineEdge>{each}</y:PolyLineEdge></data></edge>'
        for each in labels
    ]
    edges.append('<edge source="a" target="b"><data key="s">eth0</data><data key="t">eth1</data></edge>')
    text = DRAWN.format("".join(['<node id="a"/><node id="b"/>', *edges]))

    found = [(cable.source.interface, cable.target.interface) for cable in read_topology(text.encode()).cables]

    assert found == [("Gi1", "Gi2"), ("Gi3", "Gi4"), ("", "Gi5"), ("eth0", "eth1")]
