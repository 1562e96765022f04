"""Graphs in DOT: topology_converter's dialect, netlab's graphs, hand-made ones, and what is no graph."""

import pytest

from labmapper.formats.dot.reader import read_topology
from labmapper.formats.importing import read_file
from labmapper.formats.topology.dot_language.graph import parse_dot
from labmapper.formats.topology.model import Topology
from support.labs.bounded_work import bounded_work
from support.labs.drawings import GOLDEN

LAB = (GOLDEN / "dot" / "graph.dot").read_bytes()


def read(text: str) -> Topology:
    return read_topology(text.encode())


def test_ports_are_interfaces_and_compass_points_are_not() -> None:
    cables = [(each.source.device, each.source.interface, each.target.device) for each in read_topology(LAB).cables]

    assert cables[0] == ("leaf01", "swp51", "spine01")
    assert cables[3:5] == [("leaf01", "swp1", "server01"), ("leaf01", "swp1", "internet")]
    assert read("graph { a:n -- b:c }").cables[0].source.interface == ""


def test_the_label_of_an_edge_is_the_name_of_its_cable() -> None:
    topology = read_topology(LAB)

    assert [cable.name for cable in topology.cables] == ["", "", "", "10G", "10G", "10G", "10G"]
    assert not topology.problems


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        (r'label="VLAN 10\ntrunk"', ("", "", "VLAN 10 trunk")),
        ('xlabel="uplink"', ("", "", "uplink")),
        ('label="Gi0/1 - eth2"', ("Gi0/1", "eth2", "")),
        (r'label="Ethernet1/1\nswp2"', ("Ethernet1/1", "swp2", "")),
        ('label="e0/0:e0/1"', ("", "", "e0/0:e0/1")),
        ('label="swp1 -> swp2"', ("swp1", "swp2", "")),
        ('label="VLAN10 - VLAN20"', ("", "", "VLAN10 - VLAN20")),
        ('label="S1/0 - s1/1"', ("S1/0", "s1/1", "")),
        ('label="S1-S2"', ("", "", "S1-S2")),
        ('label="P1 to P2"', ("", "", "P1 to P2")),
        ('label="eth1 - eth2", taillabel=eth1, headlabel=eth2', ("eth1", "eth2", "")),
        ('label="po1 - po2", taillabel=eth1, headlabel=eth2', ("eth1", "eth2", "po1 - po2")),
    ],
)
def test_a_label_that_is_two_interfaces_names_the_ends(attributes: str, expected: tuple[str, str, str]) -> None:
    (cable,) = read(f"graph {{ a -- b [{attributes}] }}").cables

    assert (cable.source.interface, cable.target.interface, cable.name) == expected


def test_functions_say_the_role_and_clusters_are_zones() -> None:
    topology = read_topology(LAB)
    roles = {device.name: device.role for device in topology.devices}

    assert (roles["leaf01"], roles["server01"], roles["internet"]) == ("switch", "server", "cloud")
    assert [zone.name for zone in topology.zones] == ["Rack 1"]
    assert {device.name for device in topology.devices if device.zone} == {"leaf01", "leaf02"}


def test_a_label_names_what_has_only_a_number() -> None:
    assert "börder & co" in [device.name for device in read_topology(LAB).devices]


def test_a_legend_is_a_note() -> None:
    assert [note.text for note in read_topology(LAB).notes] == ["Blue: 10G\nRed: 1G"]


def test_prefixes_of_netlab_are_networks_and_its_devices_have_roles() -> None:
    topology = read('graph { "r1" [label="r1 [iosv]\\n10.0.0.1/32"] lan_1 [label="172.16.0.0/24"] "r1" -- lan_1 }')

    assert [(device.name, device.role, len(device.consoles)) for device in topology.devices] == [
        ("r1", "router", 1),
        ("lan_1", "network", 0),
    ]


def test_chains_and_sets_are_all_their_edges() -> None:
    graph = parse_dot("digraph { a -> {b c} -> d -> a }")

    assert [(edge.tail, edge.head) for edge in graph.edges] == [
        ("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("d", "a"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("graph {", "dot-unfinished"),
        ('graph { "a }', "dot-unclosed"),
        ("graph { a -- }", "dot-unexpected"),
        ("graph { a [label=<b ] }", "dot-unclosed"),
        ("graph { § }", "dot-character"),
        ("graph " + "{" * 100, "levels"),
    ],
)
def test_what_is_no_graph_is_refused_with_its_reason(text: str, variant: str) -> None:
    assert [problem.variant for problem in read(text).problems] == [variant]


@pytest.mark.parametrize("part", ["a--b;", "n [a=b] ", "<>", '"\\"', "{", "/**/", "a=b ", '"a"+', "node [a=b] {a} "])
def test_no_text_of_16_mb_takes_long(part: str) -> None:
    text = "graph {" + part * (16 * 1024 * 1024 // len(part) - 10)

    with bounded_work():
        topology = read(text)

    assert topology.problems


def test_products_of_sets_and_defaults_are_bounded() -> None:
    many = " ".join(f"n{number}" for number in range(4_000))
    attributes = " ".join(f"k{number}=1" for number in range(4_000))

    assert [problem.variant for problem in read(f"graph {{ {{{many}}} -- {{{many}}} }}").problems] == ["values"]
    assert len(parse_dot(f"graph {{ node [{attributes}] {many} }}").nodes["n9"].attributes) == 60


def test_the_golden_file_is_recognised_and_comments_before_it_do_not_matter() -> None:
    assert read_file(LAB).format.name == "dot"
    assert read_file(b"# a\n// b\n" + LAB).format.name == "dot"


def test_data_of_an_edge_may_name_its_interfaces() -> None:
    first, second = read(
        'graph { a -- b [source_interface="Gi0/0" dst_port=eth1]; a -- b [tailport=e9 headport=n] }'
    ).cables

    assert (first.source.interface, first.target.interface) == ("Gi0/0", "eth1")
    assert (second.source.interface, second.target.interface) == ("e9", "")


@pytest.mark.parametrize(
    ("label", "host"),
    [
        (r'"R1\n10.0.0.1"', "10.0.0.1"),
        ("<<b>R1</b><br/>10.0.0.1/24>", "10.0.0.1"),
        ('"{R1|2001:db8::1|{<p1> eth1}}"', "2001:db8::1"),
        (r'"R1\n10.0.0.0/24"', ""),
        (r'"R1\n0.0.0.0"', ""),
        (r'"R1\n10.0.0.1 to 10.0.0.9"', ""),
        ('"{<p0> R1|<p1> 10.0.0.1}", shape=record', "10.0.0.1"),
    ],
)
def test_a_line_of_a_label_that_is_an_address_is_that_of_the_device(label: str, host: str) -> None:
    (device,) = read(f"graph {{ R1 [label={label}] }}").devices

    assert (device.name, device.consoles[0].host) == ("R1", host)


def test_the_port_of_a_record_is_called_as_what_stands_in_its_field() -> None:
    found = read_topology(
        b'graph { node [shape=record] sw1 [label="{<top> sw1|{<p1> Eth1|<p2> Eth2|<p3>}}"] sw1:p1 -- a:p1; sw1:p3 -- b; sw1:top -- c }'
    )

    assert [(each.source.interface, each.target.interface) for each in found.cables] == [
        ("Eth1", "p1"),
        ("p3", ""),
        ("top", ""),
    ]


def test_the_field_of_a_record_names_what_has_only_a_hash() -> None:
    hashed = "0123456789abcdef" * 2
    topology = read(
        f'graph {{ c_{hashed} [shape=record label="{{ lab-r1 | {{ eth |<{hashed}> 10.0.0.3 }} }}"] '
        f'n [shape=Mrecord label="{{<gw> 10.0.0.0/24 | lab}}"] c_{hashed}:"{hashed}" -- n }}'
    )

    device, network = topology.devices
    assert (device.name, device.consoles[0].host) == ("lab-r1", "10.0.0.3")
    assert (network.name, network.role, network.consoles) == ("n", "network", [])
    assert topology.cables[0].source.interface == ""


def test_an_id_is_shown_as_graphviz_shows_it_and_may_be_an_address() -> None:
    topology = read(r'graph { r1 -- "lan a\n10.1.0.0/24" -- "10.0.0.9" }')

    assert [(device.name, device.role) for device in topology.devices][1:] == [
        ("lan a 10.1.0.0/24", "network"),
        ("10.0.0.9", "router"),
    ]
    assert topology.devices[2].consoles[0].host == "10.0.0.9"


def test_a_router_with_a_network_in_its_label_stays_a_router() -> None:
    (device,) = read(r'graph { r1 [label="r1\n10.1.0.0/24"] }').devices

    assert (device.role, device.consoles[0].host) == ("router", "")


@pytest.mark.parametrize("label", ["10.0.0.1/24", "10.0.0.1/255.255.255.0", "2001:db8::1/64", "<DHCP>/None"])
def test_an_address_at_the_end_of_an_edge_is_no_interface(label: str) -> None:
    (cable,) = read(f'graph {{ a -- b [taillabel="{label}" headlabel="1/1"] }}').cables

    assert (cable.source.interface, cable.target.interface) == ("", "1/1")


@pytest.mark.parametrize(
    ("graph", "cables"),
    [
        ("graph {a--b b--a a--b}", 3),
        ("strict graph {a--b b--a a--b a--a}", 2),
        ("strict digraph {a->b b->a a->b}", 2),
        ("strict graph {a:e1--b:e1 a:e2--b:e2 b:e1--a:e1}", 2),
    ],
)
def test_a_strict_graph_has_an_edge_once(graph: str, cables: int) -> None:
    assert len(read_topology(graph.encode()).cables) == cables
