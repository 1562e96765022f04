"""Projects of GNS3 1 (no revision, or one below 5): nodes and ports with running numbers, servers, and links by ports."""

import re
from typing import Any

from labmapper.core.problems import Place, Problem
from labmapper.formats.gns3.consoles import FileConsole, Servers, build_console, find_address
from labmapper.formats.gns3.current import HEIGHT, WIDTH, choose_keys
from labmapper.formats.gns3.roles import choose_role
from labmapper.formats.topology.colors import find_color
from labmapper.formats.topology.findings import Findings, shorten
from labmapper.formats.topology.frames import Frame, take_frames
from labmapper.formats.topology.model import Cable, CableEnd, Device, Note, Topology
from labmapper.formats.topology.syntax.json_values import as_number, as_rows, as_table, as_text

# What the types of GNS3 1 are called since GNS3 2.
_TYPES = {
    "ATMSwitch": "atm_switch",
    "Cloud": "cloud",
    "DockerVM": "docker",
    "EthernetHub": "ethernet_hub",
    "EthernetSwitch": "ethernet_switch",
    "FrameRelaySwitch": "frame_relay_switch",
    "Host": "cloud",
    "IOUDevice": "iou",
    "QemuVM": "qemu",
    "VMwareVM": "vmware",
    "VPCSDevice": "vpcs",
    "VirtualBoxVM": "virtualbox",
}
_WITHOUT_CONSOLE = frozenset({"atm_switch", "cloud", "ethernet_hub", "ethernet_switch", "frame_relay_switch", "nat"})
# The disk of the appliance "Internet", which GNS3 2 made its NAT of.
_INTERNET = "8ebc5a6ec53a1c05b7aa101b5ceefe31"


def read_version_1(project: dict[str, Any], vm: str, findings: Findings) -> Topology:
    """Return what the *project* has; *vm* is the address of the GNS3 VM, empty where nobody has said it."""
    topology = as_table(project.get("topology"))
    servers = _read_servers(as_rows(topology.get("servers")), vm)
    rows = [as_table(row) for row in as_rows(topology.get("nodes"))]
    keys = choose_keys([as_text(row.get("id")) for row in rows], findings)
    nodes = dict(zip(keys, rows, strict=True))
    found = Topology(as_text(project.get("name")))
    for number, (key, node) in enumerate(nodes.items()):
        found.devices.append(_read_node(node, key, servers, findings, Place(field=f"topology.nodes.{number}")))
    found.cables = _read_links(as_rows(topology.get("links")), nodes)
    found.notes = _read_notes(as_rows(topology.get("notes")))
    _read_shapes(topology, found, findings)
    return found


def _read_shapes(topology: dict[str, Any], found: Topology, findings: Findings) -> None:
    """Take rectangles and ellipses around devices for zones, and tell how much else is drawn and lost."""
    frames = [
        _read_frame(as_table(row), kind) for kind in ("rectangles", "ellipses") for row in as_rows(topology.get(kind))
    ]
    shapes = take_frames(found, frames)
    lines, pictures = (len(as_rows(topology.get(kind))) for kind in ("lines", "images"))
    for variant, count in (("shapes", shapes + lines), ("pictures", pictures)):
        if count:
            findings.add(Problem.warning("import-objects", Place(field="topology"), variant=variant, count=count))


def _read_frame(row: dict[str, Any], kind: str) -> Frame:
    x, y, width, height = (as_number(row.get(key)) or 0.0 for key in ("x", "y", "width", "height"))
    # Qt writes how much is seen of a colour before it.
    colors = (re.sub(r"^#[0-9a-f]{2}(?=[0-9a-f]{6}$)", "#", as_text(row.get(key))) for key in ("color", "border_color"))
    return Frame((x, y, width, height), "", "ellipse" if kind == "ellipses" else "rectangle", find_color(*colors))


def _read_servers(rows: list[Any], vm: str) -> Servers:
    servers = Servers()
    for row in map(as_table, rows):
        host = "" if row.get("local") is True else find_address(as_text(row.get("host")))
        servers.hosts[as_text(row.get("id"))] = vm or host if row.get("vm") is True else host
    return servers


def _read_name(node: dict[str, Any]) -> str:
    label = as_text(as_table(node.get("label")).get("text"))
    return label or as_text(as_table(node.get("properties")).get("name"))


def _read_node(node: dict[str, Any], key: str, servers: Servers, findings: Findings, place: Place) -> Device:
    name, kind, properties = _read_name(node), as_text(node.get("type")), as_table(node.get("properties"))
    # What is left are the models of Cisco's routers, C7200 for example.
    kind = "nat" if properties.get("hda_disk_image_md5sum") == _INTERNET else _TYPES.get(kind, "dynamips")
    device = Device(key, name, choose_role(node, kind, name), place=place)
    if kind not in _WITHOUT_CONSOLE:
        spoken = as_text(properties.get("console_type")) or "telnet"
        host = servers.find_host(as_text(node.get("server_id")))
        said = FileConsole(spoken, properties.get("console"), host)
        device.consoles = build_console(said, shorten(name), findings, place)
    x, y = as_number(node.get("x")), as_number(node.get("y"))
    if x is not None and y is not None:
        device.x, device.y = x + WIDTH / 2, y + HEIGHT / 2
    return device


def _read_links(rows: list[Any], nodes: dict[str, dict[str, Any]]) -> list[Cable]:
    ports = {key: _list_ports(node) for key, node in nodes.items()}
    cables = []
    for number, row in enumerate(rows):
        link, place = as_table(row), Place(field=f"topology.links.{number}")
        keys = [as_text(link.get(f"{end}_node_id")) for end in ("source", "destination")]
        plugs = [as_text(link.get(f"{end}_port_id")) for end in ("source", "destination")]
        source, target = (
            CableEnd(key, ports.get(key, {}).get(plug, "")) for key, plug in zip(keys, plugs, strict=True)
        )
        cables.append(Cable(source, target, place))
    return cables


def _list_ports(node: dict[str, Any]) -> dict[str, str]:
    rows = (as_table(row) for row in as_rows(node.get("ports")))
    return {as_text(row.get("id")): as_text(row.get("name")) for row in rows}


def _read_notes(rows: list[Any]) -> list[Note]:
    notes = (as_table(row) for row in rows)
    return [
        Note(as_text(note.get("text")), as_number(note.get("x")), as_number(note.get("y")))
        for note in notes
        if as_text(note.get("text")).strip()
    ]
