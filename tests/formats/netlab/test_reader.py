"""Topologies of netlab: nodes and links in all spellings, and the numbers, names and addresses that netlab gives."""

import pytest

from labmapper.formats.importing import read_file
from labmapper.formats.netlab.links import LinkReader
from labmapper.formats.netlab.reader import read_topology
from labmapper.formats.netlab.recognition import recognises
from labmapper.formats.netlab.tree import EMPTY
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Topology
from labmapper.formats.topology.parsing import parse_lab
from support.labs.drawings import GOLDEN

LAB = (GOLDEN / "netlab" / "topology.yml").read_bytes()


def read(text: str) -> Topology:
    return read_topology(text.encode())


def list_cables(topology: Topology) -> list[str]:
    return [
        f"{each.source.device}:{each.source.interface} {each.target.device}:{each.target.interface}"
        for each in topology.cables
    ]


def test_addresses_are_computed_from_numbers() -> None:
    hosts = {device.name: [console.host for console in device.consoles] for device in read_topology(LAB).devices[:5]}

    assert hosts == {
        "r1": ["192.168.121.105", ""],
        "r2": ["192.168.121.77", ""],
        "r3": [],
        "h1": ["192.168.121.103", ""],
        "h2": ["192.168.121.104", ""],
    }


def test_the_number_of_a_gateway_is_no_node_s() -> None:
    topology = read(
        "gateway.id: 1\nvlans: {red: {gateway: {id: 3}}}\nnodes: [a, b, c]\nlinks: [{a: , b: , gateway.id: 4}]\n"
    )

    assert [device.consoles[0].host[-3:] for device in topology.devices] == ["102", "105", "106"]


def test_a_component_is_there_as_often_as_nodes_include_it_with_components_in_it() -> None:
    topology = read(
        "provider: clab\ndefaults.device: eos\ncomponents:\n"
        "  pod:\n    nodes:\n      l1: {include: tor}\n      l2: {include: tor, device: nxos}\n      s1:\n"
        "    bgp.as: 65000\n    links: [ l1_leaf-s1, l2_leaf-s1 ]\n"
        "  tor:\n    nodes:\n      srv: {device: linux}\n      leaf:\n    links: [ leaf-srv ]\n"
        "nodes:\n  c1:\n  a: {include: pod}\n  b: {include: pod, device: iol}\n  x: {include: nothing}\n"
        "links: [ c1-a_s1, c1-b_s1 ]\n"
    )

    inside = ["l1_srv", "l1_leaf", "l2_srv", "l2_leaf", "s1"]
    assert [device.name for device in topology.devices] == ["c1", *(f"{pod}_{name}" for pod in "ab" for name in inside)]
    assert list_cables(topology)[:5] == [
        "c1:Ethernet1 a_s1:Ethernet1",
        "c1:Ethernet2 b_s1:Ethernet0/1",
        "a_l1_leaf:Ethernet1 a_l1_srv:eth1",
        "a_l2_leaf:Ethernet1/1 a_l2_srv:eth1",
        "a_l1_leaf:Ethernet2 a_s1:Ethernet2",
    ]
    assert len(topology.cables) == 10
    zones = {zone.name: zone.zone for zone in topology.zones}
    assert (zones["inc_a"], zones["inc_a_l1"]) == (None, "group inc_a")
    assert [problem.facts["what"] for problem in topology.problems if problem.variant == "plugin"] == [
        "The component x"
    ]


def test_a_component_that_includes_itself_ends() -> None:
    topology = read("components:\n  a:\n    nodes: {b: {include: a}, c: }\nnodes:\n  x: {include: a}\n")

    assert 0 < len(topology.devices) < 20
    assert [problem.variant for problem in topology.problems] == ["plugin"]


def test_a_forwarded_port_is_at_the_host() -> None:
    forwarded = read_topology(LAB).devices[0].consoles[1]

    assert (forwarded.port, forwarded.is_at_host) == ("2205", True)


def test_a_container_that_is_entered_by_docker_has_no_console() -> None:
    (told,) = [problem for problem in read_topology(LAB).problems if problem.code == "import-shell"]

    assert told.place.line == 23


def test_containers_without_ssh_are_one_problem_with_the_first_of_them() -> None:
    names = [f"r{number}" for number in range(1, 14)]

    found = read_topology(f"provider: clab\ndefaults.device: frr\nnodes: [{', '.join(names)}]\n".encode())

    (told,) = found.problems
    assert (told.code, told.facts) == ("import-shell", {"count": 13, "devices": f"{', '.join(names[:10])}, …"})
    assert not any(device.consoles for device in found.devices)


def test_interfaces_count_in_the_order_of_the_links() -> None:
    assert list_cables(read_topology(LAB)) == [
        "r1:GigabitEthernet0/1 r2:GigabitEthernet0/1",
        "r1:GigabitEthernet0/2 r2:GigabitEthernet0/2",
        "r1:GigabitEthernet0/3 link 3:",
        "r2:GigabitEthernet0/3 link 3:",
        "h1:eth1 link 3:",
        "r3:eth4 r2:GigabitEthernet0/4",
        "h2:eth1 link 5:",
        "h2:eth2 r1:GigabitEthernet0/4",
    ]


def test_what_plugins_would_add_is_told() -> None:
    lost = [problem.facts["what"] for problem in read_topology(LAB).problems if problem.variant == "plugin"]

    assert lost == ["The plugin fabric"]


def test_a_fabric_has_a_link_from_each_leaf_to_each_spine() -> None:
    topology = read(
        "defaults.device: eos\nplugin: [fabric]\nfabric: {spines: 1, leafs: 2, leaf.name: 'l{count:02d}', spine.device: iosv}\n"
        "groups:\n  _auto_create: True\n  leafs: {provider: clab}\n  hosts: {members: [h1], device: linux}\nlinks: [h1-l02]\n"
    )

    assert [device.name for device in topology.devices] == ["l01", "l02", "S1", "h1"]
    assert [device.consoles[0].host for device in topology.devices[:3]] == [f"192.168.121.{n}" for n in (101, 102, 103)]
    assert list_cables(topology) == [
        "l01:Ethernet1 S1:GigabitEthernet0/1",
        "l02:Ethernet1 S1:GigabitEthernet0/2",
        "h1:eth1 l02:Ethernet2",
    ]
    assert {device.zone for device in topology.devices} == {"group leafs", "group spines", "group hosts"}
    assert topology.problems == []


@pytest.mark.parametrize(
    "fabric", ["{leafs: 9999999, spines: 1}", "{leafs: 5000, spines: 5000}", "{leaf.name: 'l{count + 1}'}"]
)
def test_a_fabric_that_is_too_large_or_computes_names_is_told(fabric: str) -> None:
    topology = read(f"plugin: [fabric]\nfabric: {fabric}\nnodes: [a]\n")

    assert [device.name for device in topology.devices] == ["a"]
    assert [problem.facts["what"] for problem in topology.problems] == ["The plugin fabric"]


def test_groups_are_zones_and_give_devices() -> None:
    topology = read_topology(LAB)

    assert [zone.name for zone in topology.zones] == ["hosts", "boxes"]
    assert [device.zone for device in topology.devices[:5]] == [None, None, "group boxes", "group hosts", "group hosts"]


@pytest.mark.parametrize(
    "links",
    [
        "[a-b]",
        "[a - b]",
        "[[a, b]]",
        "[{a: , b: {ospf.cost: 3}, type: lan}]",
        "[{interfaces: [a, {node: b}]}]",
        "[{group: x, members: [a-b]}]",
        "{core: [a-b]}",
        "[{a.bgp.as: 3, b: }]",
    ],
)
def test_a_link_may_be_written_in_many_ways(links: str) -> None:
    topology = read(f"defaults.device: eos\nnodes: [a, b]\nlinks: {links}\n")

    assert list_cables(topology) == ["a:Ethernet1 b:Ethernet1"]


@pytest.mark.parametrize("nodes", ["[a, b]", "{a: , b: }", "[{name: a}, {name: b}]", "{a.id: 1, b.device: eos}"])
def test_nodes_may_be_written_in_many_ways(nodes: str) -> None:
    assert [device.name for device in read(f"nodes: {nodes}\nlinks: []\n").devices] == ["a", "b"]


def test_names_may_have_hyphens() -> None:
    assert list_cables(read("nodes: [a-1, a, b]\nlinks: [a-1-b]\n")) == ["a-1:eth1 b:eth1"]


def test_groups_may_make_nodes() -> None:
    topology = read("groups:\n  _auto_create: true\n  g: [a, b]\nlinks: [a-b]\n")

    assert [device.name for device in topology.devices] == ["a", "b"]


def test_members_of_a_bundle_are_cables() -> None:
    topology = read("nodes: [a, b]\nlinks: [{lag.members: [a-b, a-b]}]\n")

    assert list_cables(topology) == ["a:eth1 b:eth1", "a:eth2 b:eth2"]


def test_a_network_of_its_own_keeps_the_start() -> None:
    topology = read("addressing.mgmt.ipv4: 10.9.0.0/22\nnodes: [a]\nlinks: []\n")

    assert topology.devices[0].consoles[0].host == "10.9.0.101"


def test_a_regular_expression_is_told_and_not_run() -> None:
    topology = read("nodes: [" + "a" * 16 + "]\ngroups: {g: ['~(a+)+$x']}\nlinks: []\n")

    assert [problem.variant for problem in topology.problems] == ["group"]


@pytest.mark.parametrize(
    "text",
    [
        "all:\n  hosts:\n",
        "nodes:\n  hosts:\n    a:\n",
        "topology:\n  nodes:\n",
        "users: {}\ndevices: {}\nnodes: []\n",
        "hosts: []\nnetworks: []\nnet_mappings: []\nnodes: []\n",
    ],
)
def test_files_of_other_tools_are_not_taken_for_netlab(text: str) -> None:
    assert not recognises(text.encode())


def test_the_golden_file_is_recognised() -> None:
    assert read_file(LAB).format.name == "netlab"


def test_what_netlab_has_written_itself_has_the_links_of_its_plugins_once() -> None:
    topology = read(
        "plugin: [fabric, node.clone]\nfabric: {leafs: 1, spines: 1}\ndefaults.device: eos\n"
        "nodes:\n  L1: {id: 1, mgmt.ipv4: 192.168.121.101}\n  S1: {id: 2, mgmt.ipv4: 192.168.121.102}\n"
        "links:\n- linkindex: 1\n  interfaces: [{node: L1, ifname: Ethernet1}, {node: S1, ifname: Ethernet1}]\n"
    )

    assert list_cables(topology) == ["L1:Ethernet1 S1:Ethernet1"]
    assert topology.problems == []


def test_nodes_of_the_first_versions_are_read_with_their_addresses() -> None:
    text = "defaults: {device: iosv}\nnodes_list:\n- {id: 1, mgmt_ip: 192.168.121.101, name: c1}\n- {id: 2, name: c2}\n"

    imported = read_file(text.encode())

    assert imported.format.name == "netlab"
    hosts = [(device.name, device.consoles[0].host) for device in read(text).devices]
    assert hosts == [("c1", "192.168.121.101"), ("c2", "192.168.121.102")]


@pytest.mark.parametrize("key", ["links", "interfaces"])
def test_what_netlab_writes_about_one_device_is_refused_by_name(key: str) -> None:
    text = f"box: iosv\nhostname: r1\n{key}:\n- {{ifindex: 1, linkindex: 3, ifname: eth1}}\nmgmt:\n  ipv4: 10.0.0.1\n"

    (problem,) = read_file(text.encode()).problems

    assert (problem.code, problem.variant) == ("file-foreign", "netlab-node")


def test_no_more_members_of_bundles_are_looked_at_than_are_drawn() -> None:
    bundle = f"- lag.members: [{', '.join(['a-b'] * 30)}]\n"

    links = LinkReader({"a": EMPTY, "b": EMPTY}, Findings())
    read = links.read(parse_lab(f"links:\n{bundle * 2_000}".encode(), Findings()) or EMPTY)

    assert len(read) < 1_000
