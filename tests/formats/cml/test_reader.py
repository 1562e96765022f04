"""Labs of CML: consoles by the console server, links by interfaces, tags as zones, and the API's old dump."""

import json

import pytest

from labmapper.formats.cml import recognises
from labmapper.formats.cml.reader import read_topology
from labmapper.formats.importing import read_file
from labmapper.formats.topology.model import Figure, Topology
from support.labs.drawings import GOLDEN

LAB = (GOLDEN / "cml" / "lab.cml.yaml").read_bytes()


def list_cables(topology: Topology) -> list[tuple[str, str, str, str]]:
    names = {device.key: device.name for device in topology.devices}
    return [
        (
            names.get(each.source.device, ""),
            each.source.interface,
            names.get(each.target.device, ""),
            each.target.interface,
        )
        for each in topology.cables
    ]


def test_a_device_is_opened_by_the_console_server_of_the_controller() -> None:
    console = read_topology(LAB).devices[0].consoles[0]

    assert (console.protocol, console.is_at_host) == ("ssh", True)
    assert console.parameters == {"command": "open /Two of each/edge 1/0"}


def test_segments_and_clouds_have_no_console() -> None:
    roles = {device.name: (device.role, len(device.consoles)) for device in read_topology(LAB).devices}

    assert roles == {"edge 1": ("router", 1), "access 1": ("switch", 1), "lan": ("network", 0), "out": ("cloud", 0)}


def test_parallel_links_keep_their_interfaces() -> None:
    assert list_cables(read_topology(LAB))[:2] == [
        ("edge 1", "GigabitEthernet0/0", "access 1", "GigabitEthernet0/0"),
        ("edge 1", "GigabitEthernet0/1", "access 1", "GigabitEthernet0/1"),
    ]


def test_tags_are_zones_but_not_those_that_forward_ports() -> None:
    topology = read_topology(LAB)

    assert [zone.name for zone in topology.zones] == ["The core"]
    assert [device.zone for device in topology.devices] == ["tag core", "tag core", None, None]


def test_texts_and_the_description_are_notes() -> None:
    notes = read_topology(LAB).notes

    assert [(note.text, note.x) for note in notes] == [("Building A", -40.0), ("A lab of our own.", None)]


def test_the_dump_of_the_old_api_is_read() -> None:
    dump = {
        "lab_title": "Old",
        "nodes": [
            {"id": "n0", "data": {"label": "a", "node_definition": "iosv", "x": 1, "y": 2, "tags": []}},
            {"id": "n1", "data": {"label": "b", "node_definition": "asav"}},
        ],
        "interfaces": [
            {"id": "i1", "node": "n0", "data": {"label": "Gi0/0"}},
            {"id": "i5", "node": "n1", "data": {"label": "outside"}},
        ],
        "links": [{"id": "l0", "interface_a": "i1", "interface_b": "i5", "data": {}}],
    }
    data = json.dumps(dump).encode()

    assert read_file(data).format.name == "cml"
    topology = read_topology(data)
    assert (topology.title, topology.devices[0].x) == ("Old", 1.0)
    assert list_cables(topology) == [("a", "Gi0/0", "b", "outside")]


def test_a_newer_version_is_told_and_read() -> None:
    topology = read_topology(LAB.replace(b"0.3.0", b"0.4.0"))

    assert len(topology.devices) == 4
    assert "import-newer" in [problem.code for problem in topology.problems]


@pytest.mark.parametrize("text", ["label: {{ name }}", "{% for n in nodes %}\n"])
def test_a_template_is_refused_with_the_cure(text: str) -> None:
    data = f"lab:\n  title: a\nnodes:\n- node_definition: iosv\n  {text}\n".encode()

    assert [(each.code, each.variant) for each in read_topology(data).problems] == [("import-template", "jinja")]


def test_a_host_is_the_controller_and_an_address_replaces_its_console() -> None:
    by_host = read_file(LAB, None, {"host": "cml.example"}).draw()[0]
    by_address = read_file(LAB, None, {"rule": "10.0.0.{n}"}).draw()[0]

    assert by_host is not None
    assert by_address is not None
    assert by_host.nodes[0].connections[0].host == "cml.example"  # type: ignore[union-attr]
    assert by_address.nodes[0].connections[0].host == "10.0.0.1"  # type: ignore[union-attr]
    assert by_address.nodes[0].connections[0].parameters == {}  # type: ignore[union-attr]


def test_a_lab_that_is_indented_as_a_whole_is_known() -> None:
    assert recognises(b"".join(b"    " + line for line in LAB.splitlines(keepends=True)))


def test_other_yaml_is_no_lab_of_cml() -> None:
    assert not recognises(b"lab: {}\nnodes: {}\n")
    assert not recognises(b"# node_definition\nusers: {}\n")


ANNOTATIONS = b"""
annotations:
  - {type: rectangle, x1: 0, y1: 0, x2: 200, y2: 100, color: '#C4D9F0', border_color: '#808080FF', rotation: 0}
  - {type: text, x1: 60, y1: 10, text_content: Servers}
  - {type: ellipse, x1: 500, y1: 500, x2: 20, y2: 40, color: '#5FD34A'}
  - {type: line, x1: 400, y1: 0, x2: 300, y2: 50, line_start: null, line_end: arrow, border_color: '#000000FF'}
  - {type: line, x1: 400, y1: 0, x2: 300, y2: 50, line_start: arrow, line_end: null}
  - {type: rectangle, x1: 0, y1: 0, x2: 200, y2: 100, rotation: 45}
  - {type: polygon, x1: 0, y1: 0}
"""
LAB_WITH_ANNOTATIONS = b"""
lab: {title: Drawn, version: 0.2.2}
nodes:
  - {id: n0, label: srv, node_definition: ubuntu, x: 100, y: 50%s}
links: []
"""


def test_boxes_around_nodes_are_zones_and_other_figures_are_drawn() -> None:
    topology = read_topology(LAB_WITH_ANNOTATIONS % b"" + ANNOTATIONS)

    assert [(zone.name, zone.box, zone.color) for zone in topology.zones] == [("Servers", (0, 0, 200, 100), "blue")]
    assert topology.figures == [
        Figure(350, 25, -100, 50, "arrow"),
        Figure(350, 25, 100, -50, "arrow"),
        Figure(500, 500, 40, 80, "ellipse", color="green"),
    ]
    lost = [str(problem.facts["what"]) for problem in topology.problems if problem.code == "import-lost"]
    assert lost == ["rectangle", "polygon"]


def test_where_tags_are_zones_boxes_are_only_drawn() -> None:
    topology = read_topology(LAB_WITH_ANNOTATIONS % b", tags: [core]" + ANNOTATIONS)

    assert [zone.name for zone in topology.zones] == ["core"]
    assert [figure.shape for figure in topology.figures] == ["arrow", "arrow", "rectangle", "ellipse"]


def test_a_lab_that_has_its_nodes_in_it_is_read() -> None:
    text = (
        "lab:\n  title: Written\n  nodes:\n"
        "    - {id: a, label: A, node_definition: iosv, interfaces: [{id: i, label: Gi0/0}]}\n"
        "    - {id: b, label: B, node_definition: iosv, interfaces: [{id: i, label: Gi0/1}]}\n"
        "  links: [{id: l, n1: a, i1: i, n2: b, i2: i}]\n"
    )

    topology = read_topology(text.encode())

    assert [device.name for device in topology.devices] == ["A", "B"]
    assert [(cable.source.interface, cable.target.interface) for cable in topology.cables] == [("Gi0/0", "Gi0/1")]


@pytest.mark.parametrize(
    "link",
    [
        "n1: A, i1: Gi0/0, n2: B, i2: Gi0/1",
        "n1: 0, i1: 0, n2: 1, i2: 1",
        "n1: x, i1: Gi0/0, n2: B, i2: 1",
        "node_a: A, interface_a: i0, node_b: y, interface_b: i1",
    ],
)
def test_links_may_name_nodes_and_interfaces_by_label_or_number(link: str) -> None:
    text = (
        "lab: {title: Written}\nnodes:\n"
        "  - {id: x, label: A, node_definition: iosv, interfaces: [{id: i0, label: Gi0/0, slot: 0}]}\n"
        "  - {id: y, label: B, node_definition: iosv, interfaces: [{id: i0, label: Gi0/0, slot: 0}, {id: i1, label: Gi0/1, slot: 1}]}\n"
        f"links: [{{{link}}}]\n"
    )

    assert list_cables(read_topology(text.encode())) == [("A", "Gi0/0", "B", "Gi0/1")]


def test_a_label_of_several_nodes_is_none_of_them() -> None:
    text = (
        "lab: {title: Twins}\nnodes:\n  - {id: x, label: A, node_definition: iosv}\n"
        "  - {id: y, label: A, node_definition: iosv}\n  - {id: z, label: B, node_definition: iosv}\nlinks: [{n1: A, n2: B}]\n"
    )

    diagram, problems = read_file(text.encode()).draw()

    assert diagram is not None
    assert not diagram.links
    assert "import-lost" in [problem.code for problem in problems]
