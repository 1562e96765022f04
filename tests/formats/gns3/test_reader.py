"""What comes out of projects of GNS3 of all revisions: devices, places, cables, notes, and what is lost."""

from typing import Any

import pytest

from labmapper.formats import gns3
from labmapper.formats.gns3.recognition import recognises
from labmapper.formats.importing import read_file
from labmapper.formats.topology.model import Topology
from support.labs.archives import pack
from support.labs.gns3 import make_project, read

EARLY_NODES = [
    {
        "id": 1,
        "type": "C7200",
        "label": {"text": "R1"},
        "x": -100.5,
        "y": 10.0,
        "server_id": 1,
        "default_symbol": ":/symbols/router.normal.svg",
        "properties": {"name": "ignored", "console": 2001},
        "ports": [{"id": 7, "name": "FastEthernet0/0", "adapter_number": 0, "port_number": 0}],
    },
    {
        "id": 2,
        "type": "EthernetHub",
        "properties": {"name": "HUB1", "console": 2002},
        "ports": [{"id": 9, "name": "3", "port_number": 3}],
    },
]
EARLY_LINKS = [{"source_node_id": 1, "source_port_id": 7, "destination_node_id": 2, "destination_port_id": 9}]


def list_ends(found: Topology) -> list[tuple[str, str, str, str]]:
    names = {device.key: device.name for device in found.devices}
    return [
        (names[each.source.device], each.source.interface, names[each.target.device], each.target.interface)
        for each in found.cables
    ]


def test_a_place_is_the_middle_of_the_symbol() -> None:
    sized = {"node_id": "a", "name": "a", "x": -100, "y": 50, "width": 20, "height": 10}
    plain = {"node_id": "b", "name": "b", "x": 0, "y": 0}

    found, _ = read(make_project([sized, plain, {"node_id": "c", "name": "c", "x": float("nan"), "y": 1}]))

    assert [(device.x, device.y) for device in found.devices] == [(-90, 55), (33, 22.5), (None, None)]


def test_the_name_is_that_of_the_node_not_of_its_label() -> None:
    found, _ = read(make_project([{"node_id": "a", "name": "new", "label": {"text": "old\nlabel"}}]))

    assert found.devices[0].name == "new"


def test_parallel_cables_stay() -> None:
    nodes = [{"node_id": name, "name": name, "node_type": "docker"} for name in "ab"]
    links = [
        {
            "nodes": [
                {"node_id": "a", "adapter_number": number, "port_number": 0},
                {"node_id": "b", "label": {"text": "x"}},
            ]
        }
        for number in (0, 1)
    ]

    found, _ = read(make_project(nodes, links=links))

    assert list_ends(found) == [("a", "eth0", "b", "x"), ("a", "eth1", "b", "x")]


def test_projects_of_gns3_1_have_running_numbers() -> None:
    found, _ = read(make_project(EARLY_NODES, revision=4, links=EARLY_LINKS))

    assert [(device.name, device.role, len(device.consoles)) for device in found.devices] == [
        ("R1", "router", 1),
        ("HUB1", "network", 0),
    ]
    assert (found.devices[0].x, found.devices[0].y) == (-67.5, 32.5)
    assert list_ends(found) == [("R1", "FastEthernet0/0", "HUB1", "3")]


@pytest.mark.parametrize(
    ("server", "host"),
    [
        ({"id": 1, "host": "10.3.3.3", "local": False}, "10.3.3.3"),
        ({"id": 1, "host": "10.3.3.3", "local": True}, ""),
        ({"id": 1, "host": "127.0.0.1", "local": False}, ""),
        ({"id": 2, "host": "10.3.3.3", "local": False}, ""),
    ],
)
def test_a_server_of_gns3_1_tells_its_address_unless_it_is_the_local_one(server: dict[str, Any], host: str) -> None:
    found, _ = read(make_project(EARLY_NODES, revision=3, servers=[server]))

    assert found.devices[0].consoles[0].host == host


def test_an_appliance_called_internet_is_a_nat() -> None:
    node = {
        "id": 1,
        "type": "QemuVM",
        "properties": {"name": "I", "console": 5, "hda_disk_image_md5sum": "8ebc5a6ec53a1c05b7aa101b5ceefe31"},
    }

    found, _ = read(make_project([node], revision=None))

    assert (found.devices[0].role, found.devices[0].consoles) == ("cloud", [])


@pytest.mark.parametrize(("revision", "is_new"), [(None, True), (5, True), (10, True), (4, False)])
def test_without_a_revision_the_first_node_tells_how_old_it_is(revision: int | None, is_new: bool) -> None:
    found, _ = read(make_project([{"node_id": "a", "name": "new", "properties": {"name": "old"}}], revision=revision))

    assert found.devices[0].name == ("new" if is_new else "old")


def test_a_newer_revision_is_tried_and_told() -> None:
    _, messages = read(make_project([], revision=11))

    assert messages == ["The file has version 11; up to 10 is known here."]


def test_nodes_with_the_id_of_others_are_drawn_and_their_cables_told() -> None:
    nodes = [{"node_id": "a", "name": name} for name in ("one", "two")]
    links = [{"nodes": [{"node_id": "a"}, {"node_id": "a"}]}]

    imported = read_file(make_project(nodes, links=links))

    drawn, _ = imported.draw()
    assert drawn is not None
    assert [node.label for node in drawn.nodes] == ["one", "two"]
    assert drawn.links == []
    assert [problem.code for problem in imported.problems] == ["import-lost", "import-cable"]


@pytest.mark.parametrize("ends", [[], [{"node_id": "a"}], [{"node_id": "a"}] * 3, "ab", None])
def test_a_link_without_two_ends_is_told(ends: object) -> None:
    found, messages = read(make_project([{"node_id": "a", "name": "a"}], links=[{"nodes": ends}]))

    assert found.cables == []
    assert len(messages) == 1


@pytest.mark.parametrize(
    ("node", "role"),
    [
        ({"node_type": "qemu", "symbol": ":/symbols/classic/multilayer_switch.svg"}, "l3switch"),
        ({"node_type": "qemu", "symbol": ":/symbols/affinity/circle/blue/firewall3.svg"}, "firewall"),
        ({"node_type": "qemu", "symbol": ":/symbols/affinity/square/gray/client_vm.svg"}, "workstation"),
        ({"node_type": "dynamips", "symbol": ":/symbols/edge_label_switch_router.svg"}, "router"),
        ({"node_type": "nat", "symbol": ":/symbols/cloud.svg"}, "cloud"),
        ({"node_type": "ethernet_switch", "symbol": ":/symbols/hub.svg"}, "switch"),
        ({"node_type": "ethernet_hub", "symbol": ":/symbols/router.svg"}, "network"),
        (
            {"node_type": "qemu", "symbol": "mine.svg", "properties": {"hda_disk_image": "/i/asav9-16.qcow2"}},
            "firewall",
        ),
        ({"node_type": "docker", "symbol": ":/symbols/docker_guest.svg", "name": "srv-1"}, "server"),
        ({"node_type": "docker", "symbol": ":/symbols/docker_guest.svg", "name": "x"}, "workstation"),
        ({"node_type": "iou", "properties": {"path": "i86bi-linux-l2-adventerprisek9.bin"}}, "switch"),
        ({"node_type": "qemu"}, "router"),
    ],
)
def test_what_a_node_is_tells_its_symbol_then_type_image_and_name(node: dict[str, Any], role: str) -> None:
    found, _ = read(make_project([{"node_id": "a", "name": "x", **node}]))

    assert found.devices[0].role == role


@pytest.mark.parametrize("name", ["project.gns3", "my lab/project.gns3", "folder/lab.gns3"])
def test_the_project_in_an_archive_is_read(name: str) -> None:
    data = pack({"images/big.qcow2": b"x", name: make_project([{"node_id": "a", "name": "a"}])})

    imported = read_file(data)

    assert imported.format is gns3.FORMAT
    drawn, _ = imported.draw()
    assert drawn is not None
    assert [node.label for node in drawn.nodes] == ["a"]


def test_of_a_project_and_its_snapshots_the_project_is_read() -> None:
    old, new = (make_project([{"node_id": "a", "name": name}]) for name in ("old", "new"))
    data = pack({"snapshots/then/project.gns3": old, "a/b/project.gns3": old, "project.gns3": new})

    drawn, _ = read_file(data).draw()

    assert drawn is not None
    assert [node.label for node in drawn.nodes] == ["new"]


@pytest.mark.parametrize(
    "data",
    [
        make_project([]),
        b"\xef\xbb\xbf \n" + make_project([]),
        b'{"topology" : {}, "project_id": "1"}',
        pack({"project.gns3": b"not even json"}),
    ],
)
def test_a_project_is_known_by_its_content(data: bytes) -> None:
    assert recognises(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b'{"topology": {"nodes": {}}, "name": "containerlab"}',
        b'{"type": "topology"}',
        b'{"title": "\\"topology\\": {", "type": "topology"}',
        b"topology: {}\ntype: topology\n",
        pack({"word/document.xml": b"<a/>"}),
        b"PK\x03\x04 broken",
    ],
)
def test_what_is_no_project_is_not_taken_for_one(data: bytes) -> None:
    assert not recognises(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[]", "import-unreadable"),
        (b"null", "import-unreadable"),
        (b'{"topology": []}', "import-unreadable"),
        (b'{"topology": {', "import-unreadable"),
        (b"\xff\xfe", "import-unreadable"),
        (pack({"a.txt": b"x"}), "import-archive"),
        (make_project([{}] * 5_001), "import-lab-too-large"),
    ],
)
def test_what_cannot_be_read_is_an_error(data: bytes, code: str) -> None:
    source, problems = gns3.FORMAT.reader.parse(data, {})  # type: ignore[union-attr]

    assert source is None
    assert [(problem.code, problem.is_error) for problem in problems] == [(code, True)]


def test_filters_and_suspended_links_are_told() -> None:
    nodes = [{"node_id": "a", "name": "r1"}, {"node_id": "b", "name": "r2"}]
    ends = [{"node_id": key, "adapter_number": 0, "port_number": 0} for key in "ab"]
    link = {"nodes": ends, "filters": {"latency": [10, 0], "bpf": []}, "suspend": True}

    found, messages = read(make_project(nodes, links=[link, {"nodes": ends, "filters": {}, "suspend": False}]))

    assert len(found.cables) == 2
    assert [message for message in messages if "cable" in message] == [
        "The filter latency of the cable between r1 and r2 means nothing to Guacamole.",
        "The suspension of the cable between r1 and r2 means nothing to Guacamole.",
    ]
