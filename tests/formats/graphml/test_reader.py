"""Graphs in GraphML: yEd's labels, places and nested groups, plain data, and the Topology Zoo's coordinates."""

from labmapper.formats.graphml.reader import read_topology, recognises
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

    assert problems == [("text", 34), ("cable", 42)]


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
