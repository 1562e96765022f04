"""A lab of EVE-NG, UNetLab or PNETLab as a topology: nodes, their consoles, cables, and texts as notes."""

from labmapper.core.problems import Problem
from labmapper.formats.eveng.consoles import read_consoles
from labmapper.formats.eveng.networks import read_cables
from labmapper.formats.eveng.places import read_place
from labmapper.formats.eveng.roles import choose_role
from labmapper.formats.eveng.texts import read_frame, read_text
from labmapper.formats.topology.descriptions import add_description
from labmapper.formats.topology.findings import Findings, shorten
from labmapper.formats.topology.frames import Frame, take_frames
from labmapper.formats.topology.model import Device, Note, Topology
from labmapper.formats.topology.syntax.safe_xml import Element

_MOST_TEXTS = 500
# What only PNETLab writes: at the lab, and at its nodes.
_OF_PNETLAB = ("joinable", "darkmode", "mode3d", "nogrid", "multi_config_active")
_OF_NODES_OF_PNETLAB = ("console_2nd", "map_port", "map_port_2nd")
_HERE = frozenset({"", "0", "-1"})


def read_lab(root: Element, pod: int, findings: Findings) -> Topology:
    """Return what the lab *root* has, with consoles as they are in the *pod*."""
    topology = Topology(root.get("name"))
    nodes: dict[str, Element] = {}
    for node in root.list("topology", "nodes", "node"):
        key = node.get("id").strip()
        if not _is_number(key) or key in nodes:
            findings.lose("device", f"The node {shorten(node.get('name')) or key or '?'}", node.place)
            continue
        nodes[key] = node
        topology.devices.append(_read_node(node, key, pod, findings))
    read_cables(root, nodes, topology, findings)
    _read_objects(root, topology, findings)
    _read_description(root, topology, findings)
    _tell_consoles(root, topology, pod, findings)
    return topology


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdecimal() and len(key) < len("100000")


def _read_node(node: Element, key: str, pod: int, findings: Findings) -> Device:
    name, template, image = node.get("name"), node.get("template"), node.get("image")
    role = choose_role(node.get("icon"), template, image, name)
    x, y = read_place(node)
    consoles = read_consoles(node.attributes, int(key), pod, findings, node.place)
    return Device(key, name, role, x, y, consoles=consoles, place=node.place)


def _read_objects(root: Element, topology: Topology, findings: Findings) -> None:
    """Put the texts into *topology*, and tell which other objects are not drawn."""
    objects = root.find("objects")
    if objects is None:
        return
    texts = objects.list("textobjects", "textobject")
    notes: list[Note] = []
    frames: list[Frame] = []
    for text in texts[:_MOST_TEXTS]:
        note = _read_text(text)
        frame = None if note else _read_frame(text)
        notes += [note] if note else []
        frames += [frame] if frame else []
    topology.notes = notes
    unread = len(texts) - len(notes) - len(frames) + len(objects.list("lineobjects", "lineobject"))
    lost = {
        "shapes": unread + take_frames(topology, frames),
        "pictures": len(objects.list("pictures", "picture")),
        "configs": len(objects.list("configs", "config")),
    }
    for variant, count in lost.items():
        if count:
            findings.add(Problem.warning("import-objects", objects.place, variant=variant, count=count))


def _read_text(element: Element) -> Note | None:
    data = element.find("data")
    return read_text(data.text) if data is not None and element.get("type", "text") == "text" else None


def _read_frame(element: Element) -> Frame | None:
    data = element.find("data")
    return read_frame(data.text, element.get("type", "text")) if data is not None else None


def _read_description(root: Element, topology: Topology, findings: Findings) -> None:
    """Take what the lab is about and its tasks as a note, their beginning where they are long."""
    found = ((root.find(name), root.get(name)) for name in ("description", "body"))
    parts = [(attribute if part is None else part.text).strip() for part, attribute in found]
    add_description(topology, "\n\n".join(part for part in parts if part), findings, root.place)


def _tell_consoles(root: Element, topology: Topology, pod: int, findings: Findings) -> None:
    """Tell how far the ports of the consoles can be trusted."""
    nodes = root.list("topology", "nodes", "node")
    if any(device.consoles for device in topology.devices):
        is_pnetlab = any(name in root.attributes for name in _OF_PNETLAB) or any(
            name in node.attributes for node in nodes for name in _OF_NODES_OF_PNETLAB
        )
        findings.add(Problem.warning("import-ports", variant="pnetlab" if is_pnetlab else "eve", pod=pod))
    away = sum(node.get("sat") not in _HERE for node in nodes)
    if away:
        findings.add(Problem.warning("import-hosts", variant="satellites", count=away))
