"""natlas diagrams as DOT: ``.dot`` with places, and ``.raw`` without."""

from collections.abc import Iterator

from labmapper.core.problems import Place
from labmapper.formats.natlas.labels import find_role, is_address, iter_cables, make_device, merge_members
from labmapper.formats.topology.dot_language.graph import DotGraph, DotNode, parse_dot
from labmapper.formats.topology.dot_language.labels import list_label_lines
from labmapper.formats.topology.dot_language.lines import LineCounter
from labmapper.formats.topology.dot_language.places import find_place, find_zone, iter_zones
from labmapper.formats.topology.dot_language.problems import explain
from labmapper.formats.topology.dot_language.tokens import DotError
from labmapper.formats.topology.model import Cable, Device, Topology


def read_dot(text: str) -> Topology:
    """Return the topology of a natlas diagram in DOT."""
    lines = LineCounter(text)
    try:
        graph = parse_dot(text)
    except DotError as error:
        return Topology(problems=[explain(error, lines)])
    title = list_label_lines(graph.attributes.get("label", ""))
    topology = Topology(title=title[0] if title else "")
    devices: dict[str, Device] = {}
    stacks: set[str] = set()
    for node in graph.nodes.values():
        name = merge_members(node.id)
        if name != node.id and node.group is not None:
            stacks.add(node.group)
        if name not in devices:
            devices[name] = _make_device(node, name, graph, lines)
    # The cluster around the members of a stack is the device itself.
    topology.zones = [zone for zone in iter_zones(graph) if zone.key not in stacks]
    for device in devices.values():
        device.zone = None if device.zone in stacks else device.zone
    topology.devices = list(devices.values())
    topology.cables = list(_iter_cables(graph, lines))
    return topology


def _make_device(node: DotNode, name: str, graph: DotGraph, lines: LineCounter) -> Device:
    said = list_label_lines(node.attributes.get("label", ""), node.id)
    address = next((line for line in said if is_address(line)), "")
    routes = {"diamond": True, "ellipse": False}.get(node.attributes.get("shape", ""))
    device = make_device(name, name, address, find_role(said[1:], name, routes=routes))
    device.x, device.y = find_place(node.attributes)
    device.zone = find_zone(graph, node)
    device.place = Place(line=lines.count(node.position))
    return device


def _iter_cables(graph: DotGraph, lines: LineCounter) -> Iterator[Cable]:
    for edge in graph.edges:
        source, target = merge_members(edge.tail), merge_members(edge.head)
        if source == target and edge.tail != edge.head:
            continue  # Members of one stack: this cable is inside the device.
        label = list_label_lines(edge.attributes.get("label", ""))
        for cable in iter_cables(source, target, label):
            cable.place = Place(line=lines.count(edge.position))
            yield cable
