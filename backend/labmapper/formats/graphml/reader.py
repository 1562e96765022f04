"""Reads GraphML as a topology: nodes, edges with ports, and yEd's nested groups as zones."""

from typing import TYPE_CHECKING

from labmapper.formats.graphml import keys as known
from labmapper.formats.graphml.backgrounds import take_backgrounds
from labmapper.formats.graphml.graphics import Graphics, iter_edge_labels, list_bends, read_graphics
from labmapper.formats.graphml.keys import Keys
from labmapper.formats.options import Values
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Cable, CableEnd, Console, Device, Note, Topology, Zone
from labmapper.formats.topology.parsing import parse_with, read_with
from labmapper.formats.topology.roles import find_role
from labmapper.formats.topology.sizes import MOST_CABLES, MOST_DEVICES
from labmapper.formats.topology.syntax.safe_xml import Element, parse_xml
from labmapper.formats.topology.syntax.safe_yaml import find_number
from labmapper.formats.topology.words import SOURCE_PORTS, TARGET_PORTS, find_address, find_first, name_cable

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource

_PROTOCOLS = {"ssh", "telnet", "rdp", "vnc"}
# What yEd calls shapes without a picture.
_PLAIN = {"ShapeNode", "GenericNode"}
# What the Topology Zoo writes where it does not know a name.
_NAMELESS = {"", "?", "None"}


def parse(data: bytes, values: Values) -> "ReadSource":
    """Return the drawing of the lab in *data*, or None where it cannot be read, and all problems."""
    return parse_with(read_topology, data, values)


def read_topology(data: bytes) -> Topology:
    """Return the topology of the graphs in *data*, with all problems."""
    return read_with(parse_xml, _read_graphs, data)


def _read_graphs(root: Element, topology: Topology, findings: Findings) -> None:
    reader = _Reader(Keys(root), topology, findings)
    for graph in root.list("graph"):
        reader.read_title(graph)
        reader.read_graph(graph, None)
    reader.read_edges()
    take_backgrounds(topology, reader.drawn)


class _Reader:
    def __init__(self, keys: Keys, topology: Topology, findings: Findings) -> None:
        self._keys, self._topology, self._findings = keys, topology, findings
        self._edges: list[Element] = []
        self._groups: dict[str, str] = {}
        self.drawn: dict[str, Graphics] = {}

    def read_title(self, graph: Element) -> None:
        """Take the title of the first graph that has one."""
        data = self._keys.read(graph)
        self._topology.title = self._topology.title or find_first(data, ("title", "label", "name", "network"))

    def read_graph(self, graph: Element, zone: str | None) -> None:
        """Read the nodes of *graph* into *zone*, and those of the graphs in them; edges are kept for later."""
        for element in graph.children:
            if self._is_too_large():
                return
            if element.name == "node":
                self._read_node(element, zone)
            elif element.name == "edge":
                self._edges.append(element)
            elif element.name == "hyperedge":
                self._read_hyperedge(element, zone)

    def _is_too_large(self) -> bool:
        """Return whether there is more already than will be drawn; then nobody needs the rest."""
        items = len(self._topology.devices) + len(self._topology.zones)
        return items > MOST_DEVICES or len(self._edges) + len(self._topology.cables) > MOST_CABLES

    def _read_node(self, node: Element, zone: str | None) -> None:
        inner = node.list("graph")
        graphics, data = read_graphics(node), self._keys.read(node)
        if inner or node.get("yfiles.foldertype") in ("group", "folder"):
            name = find_first(data, known.NAMES) or graphics.label or node.get("id")
            self._groups[node.get("id")] = name
            self._topology.zones.append(Zone(f"group {node.get('id')}", name, zone, graphics.box))
            for graph in inner:
                self.read_graph(graph, f"group {node.get('id')}")
        elif graphics.kind == "UMLNoteNode":
            self._topology.notes.append(Note(graphics.label, *graphics.middle))
        else:
            self._topology.devices.append(_make_device(node, data, graphics, zone))
            if graphics.kind in _PLAIN:
                self.drawn[node.get("id")] = graphics

    def _read_hyperedge(self, hyperedge: Element, zone: str | None) -> None:
        """Read an edge with any number of ends as a segment."""
        key = f"hyperedge {hyperedge.line}:{hyperedge.column}"
        name = find_first(self._keys.read(hyperedge), known.NAMES) or hyperedge.get("id")
        self._topology.devices.append(Device(key, name, "network", zone=zone, place=hyperedge.place))
        for end in hyperedge.list("endpoint")[: MOST_CABLES + 1]:
            other = CableEnd(end.get("node"), end.get("port"))
            self._topology.cables.append(Cable(other, CableEnd(key), end.place))

    def read_edges(self) -> None:
        """Read the edges, whose ends are known by now."""
        for edge in self._edges:
            ends = edge.get("source"), edge.get("target")
            group = next((end for end in ends if end in self._groups), None)
            if group is not None:
                self._findings.lose("cable", f"The edge to the group {self._groups[group]}", edge.place)
                continue
            data = self._keys.read(edge)
            labels = list(iter_edge_labels(edge))
            sides = dict(reversed(labels))
            source = edge.get("sourceport") or find_first(data, SOURCE_PORTS) or sides.get("source", "")
            target = edge.get("targetport") or find_first(data, TARGET_PORTS) or sides.get("target", "")
            middle = find_first(data, known.EDGE_LABELS) or " ".join(text for side, text in labels if not side)
            source, target, name = name_cable(source, target, "" if middle in _NAMELESS else middle)
            joined = CableEnd(ends[0], source), CableEnd(ends[1], target)
            self._topology.cables.append(Cable(*joined, edge.place, name, bends=list_bends(edge)))


def _make_device(node: Element, data: dict[str, str], graphics: Graphics, zone: str | None) -> Device:
    named = (find_first(data, (key,)) for key in known.NAMES)
    name = next((each for each in named if each not in _NAMELESS), "") or graphics.label or node.get("id")
    role = find_role(find_first(data, known.KINDS), name=name)
    x, y = _find_place(data, graphics)
    consoles = [] if role in ("network", "cloud") else [_make_console(data, graphics)]
    return Device(node.get("id"), name, role, x, y, zone, consoles, place=node.place)


def _find_place(data: dict[str, str], graphics: Graphics) -> tuple[float | None, float | None]:
    if graphics.box is not None:
        return graphics.middle
    for across, down in known.PLACES:
        x, y = find_number(data.get(across, "")), find_number(data.get(down, ""))
        if x is not None and y is not None:
            return x, -y if down == "latitude" else y
    return None, None


def _make_console(data: dict[str, str], graphics: Graphics) -> Console:
    """Return the connection that *data* describes where somebody has put one into the file, else an open one."""
    protocol = data.get("protocol", "").lower()
    host = find_first(data, known.ADDRESSES).partition("/")[0] or find_address(graphics.lines)
    login = {name: data[name] for name in known.LOGIN if name in data}
    port = data.get("port", "")
    return Console(protocol if protocol in _PROTOCOLS else "ssh", host, port, parameters=login)
