"""natlas diagrams as SVG, which is what most people keep: groups of shapes with a title, and lines of text in them."""

from labmapper.formats.natlas.labels import find_role, is_address, iter_cables, make_device, merge_members
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Device, Topology, Zone
from labmapper.formats.topology.parsing import read_with
from labmapper.formats.topology.syntax.safe_xml import Element, parse_xml
from labmapper.formats.topology.syntax.safe_yaml import find_number

_LONGEST_POINTS = 4_000
# natlas writes some ten lines about a device.
_MOST_LINES = 100
# Clusters around the members of one device; all others are zones.
_STACKS = ("VSS", "Stackwise")


def read_svg(data: bytes) -> Topology:
    """Return the topology of a natlas diagram in SVG."""
    return read_with(parse_xml, _read_root, data)


def _read_root(root: Element, topology: Topology, _findings: Findings) -> None:
    graph = root.find("g")
    if graph is not None:
        _read_graph(graph, topology)


def _read_graph(graph: Element, topology: Topology) -> None:
    lines = _list_lines(graph)
    topology.title = lines[0] if lines else ""
    devices: dict[str, Device] = {}
    for group in graph.list("g"):
        title = group.find("title")
        name = title.text.strip() if title is not None else ""
        match group.get("class"):
            case "node":
                devices.setdefault(merge_members(name), _read_node(group, merge_members(name)))
            case "edge":
                source, _, target = name.partition("--")
                ends = merge_members(source), merge_members(target)
                if ends[0] != ends[1] or source == target:
                    topology.cables += iter_cables(*ends, _list_lines(group))
            case "cluster":
                _read_cluster(group, name, topology)
    topology.devices = list(devices.values())


def _list_lines(group: Element) -> list[str]:
    return [line for text in group.list("text") if (line := " ".join(text.text.split()))]


def _read_node(group: Element, name: str) -> Device:
    said = _list_lines(group)[:_MOST_LINES]
    address = next((line for line in said if is_address(line)), "")
    ellipse, polygon = group.find("ellipse"), group.find("polygon")
    device = make_device(name, name, address, find_role(said[1:], name, routes=ellipse is None and polygon is not None))
    if ellipse is not None:
        device.x, device.y = find_number(ellipse.get("cx")), find_number(ellipse.get("cy"))
    elif polygon is not None:
        left, top, width, height = _find_box(polygon) or (0.0, 0.0, 0.0, 0.0)
        device.x, device.y = left + width / 2, top + height / 2
    device.place = group.place
    return device


def _read_cluster(group: Element, name: str, topology: Topology) -> None:
    polygon, said = group.find("polygon"), _list_lines(group)
    label = said[0] if said else name
    box = _find_box(polygon) if polygon is not None else None
    if box is not None and not label.startswith(_STACKS):
        topology.zones.append(Zone(f"cluster {name}", label, box=box))


def _find_box(polygon: Element) -> tuple[float, float, float, float] | None:
    """Return the left, top, width and height of *polygon*."""
    points = []
    for pair in polygon.get("points")[:_LONGEST_POINTS].split():
        x, y = (find_number(part) for part in (*pair.split(","), "")[:2])
        if x is not None and y is not None:
            points.append((x, y))
    if not points:
        return None
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across) - min(across), max(down) - min(down)
