"""Reads a graph in DOT as a topology: nodes to devices, edges to cables whose ports are interfaces, clusters to zones.

Knows the dialect of Cumulus' topology_converter (``function``, ports as interfaces), that of netlab (device in the label,
networks by their prefix), and graphs that people drew by hand.
"""

import re
from itertools import islice
from typing import TYPE_CHECKING

from labmapper.core.drawing.device_kinds import find_kind
from labmapper.core.problems import Place
from labmapper.core.yaml.nodes import UnreadableYamlError, decode_text
from labmapper.formats.options import Values
from labmapper.formats.topology.dot_language.graph import DotEdge, DotGraph, DotNode, parse_dot
from labmapper.formats.topology.dot_language.labels import list_label_lines
from labmapper.formats.topology.dot_language.lines import LineCounter
from labmapper.formats.topology.dot_language.places import find_place, find_zone, iter_zones
from labmapper.formats.topology.dot_language.problems import explain
from labmapper.formats.topology.dot_language.tokens import DotError
from labmapper.formats.topology.model import Cable, CableEnd, Console, Device, Note, Role, Topology
from labmapper.formats.topology.parsing import parse_with
from labmapper.formats.topology.roles import find_role
from labmapper.formats.topology.words import (
    SOURCE_PORTS,
    TARGET_PORTS,
    find_address,
    find_first,
    find_network,
    name_cable,
)

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource

# What topology_converter calls the function of a device.
_FUNCTIONS: dict[str, Role] = {
    "leaf": "switch",
    "spine": "switch",
    "superspine": "switch",
    "exit": "switch",
    "edge": "switch",
    "tor": "switch",
    "oob-switch": "switch",
    "host": "server",
    "server": "server",
    "oob-server": "server",
    "internet": "cloud",
    "fake": "cloud",
}
_ROLE_ATTRIBUTES = ("function", "role", "device_type", "kind", "type", "class", "icon", "image", "os")
_ADDRESS_ATTRIBUTES = ("mgmt_ip", "management_ip", "mgmt_ipv4", "ip", "address")
_COMPASS = {"n", "ne", "e", "se", "s", "sw", "w", "nw", "c", "_"}
# So many fields of a record are looked at, and so many of them say what it is.
_MOST_LOOKED_AT, _MOST_FIELDS = 200, 40
# So many ports of records are remembered, which is more than a drawing has cables.
_MOST_PORTS = 50_000
_LEGEND_SHAPES = {"plaintext", "plain", "none", "note"}
# Ids that a program numbered, or made of a hash: the label says what the node is called.
_NUMBERED = re.compile(r"(?:n|node|v|vertex|id)?[_-]?\d{1,9}|.{0,100}[0-9a-f]{32}", re.IGNORECASE)
_PREFIX = re.compile(r"[0-9a-fA-F:.]{2,45}/\d{1,3}")
# Between the fields of a record, and the port in front of what stands in one.
_SEPARATOR = re.compile(r"[{}|]")
_PORT = re.compile(r"\s*<([^<>]*+)>")
# At the end of an edge, but no interface: an address, perhaps with its mask, what is worked out elsewhere, a hash.
_NO_INTERFACE = re.compile(
    r"[\d.]+|(?:\d{1,3}\.){3}\d{1,3}/[\d.]+|[\da-fA-F]*:[\da-fA-F:]+(?:/\d{1,3})?|<.*|[\da-f]{32,}", re.ASCII
)
_NETLAB_DEVICE = re.compile(r"(\S{1,64}) \[([\w-]{1,32})\]")


def parse(data: bytes, values: Values) -> "ReadSource":
    """Return the drawing of the lab in *data*, or None where it cannot be read, and all problems."""
    return parse_with(read_topology, data, values)


def read_topology(data: bytes) -> Topology:
    """Return the topology of the graph in *data*; what keeps it from being read is its only problem."""
    try:
        text = decode_text(data)
    except UnreadableYamlError as error:
        return Topology(problems=[error.problem])
    lines = LineCounter(text)
    try:
        graph = parse_dot(text)
    except DotError as error:
        return Topology(problems=[explain(error, lines)])
    return _Builder(graph, lines).build()


class _Builder:
    """Makes the topology of one graph."""

    def __init__(self, graph: DotGraph, lines: LineCounter) -> None:
        self._graph, self._lines = graph, lines
        self._topology = Topology(title=_find_title(graph))
        # What stands in the fields of records, by node and port.
        self._fields: dict[tuple[str, str], str] = {}
        self._joined = {end for edge in graph.edges for end in (edge.tail, edge.head)}

    def build(self) -> Topology:
        for node in self._graph.nodes.values():
            self._add_node(node)
        for edge in self._graph.edges:
            self._topology.cables.append(self._make_cable(edge))
        self._topology.zones = list(iter_zones(self._graph))
        return self._topology

    def _add_node(self, node: DotNode) -> None:
        label = self._list_fields(node)
        x, y = find_place(node.attributes)
        if node.id not in self._joined and node.attributes.get("shape", "") in _LEGEND_SHAPES:
            self._topology.notes.append(Note("\n".join(label) or node.id, x, y))
            return
        role = _find_role(node, label)
        consoles = [] if role in ("network", "cloud") else [_make_console(node, label)]
        place = Place(item=node.id, line=self._lines.count(node.position))
        name = _find_name(node, label)
        self._topology.devices.append(
            Device(node.id, name, role, x, y, find_zone(self._graph, node), consoles, place=place)
        )

    def _list_fields(self, node: DotNode) -> list[str]:
        """Return the lines of the label of *node*, of a record its fields; without a label its id is shown."""
        lines = list_label_lines(node.attributes.get("label") or node.id, node.id, self._graph.name)
        if "record" not in node.attributes.get("shape", "").lower():
            return lines
        fields: list[str] = []
        for field in islice((field for line in lines for field in _SEPARATOR.split(line)), _MOST_LOOKED_AT):
            port = _PORT.match(field)
            text = (_PORT.sub("", field) if port else field).strip()
            if port and text not in ("", node.id) and len(self._fields) < _MOST_PORTS:
                self._fields.setdefault((node.id, port[1].strip()), text)
            if text and len(fields) < _MOST_FIELDS:
                fields.append(text)
        return fields

    def _make_cable(self, edge: DotEdge) -> Cable:
        data = {key.lower(): value for key, value in edge.attributes.items()}
        tail_port = self._fields.get((edge.tail, edge.tail_port), edge.tail_port)
        head_port = self._fields.get((edge.head, edge.head_port), edge.head_port)
        tail = tail_port or data.get("taillabel", "") or find_first(data, SOURCE_PORTS)
        head = head_port or data.get("headlabel", "") or find_first(data, TARGET_PORTS)
        place = Place(line=self._lines.count(edge.position))
        label = " ".join(list_label_lines(data.get("label") or data.get("xlabel", "")))
        first, second, name = name_cable(_find_interface(tail), _find_interface(head), label)
        return Cable(CableEnd(edge.tail, first), CableEnd(edge.head, second), place, name)


def _find_title(graph: DotGraph) -> str:
    lines = list_label_lines(graph.attributes.get("label", ""), "", graph.name)
    return lines[0] if lines else graph.name


def _find_name(node: DotNode, label: list[str]) -> str:
    """Return what *node* is called: its id, unless that is only a number or a hash and the label tells more."""
    if label and _NUMBERED.fullmatch(node.id):
        return next((line for line in label if not find_network(line)), label[0])
    return " ".join(list_label_lines(node.id)) or node.id


def _find_role(node: DotNode, label: list[str]) -> Role:
    function = _FUNCTIONS.get(node.attributes.get("function", "").lower())
    if function:
        return function
    if node.attributes.get("shape") == "point" or (len(label) == 1 and _PREFIX.fullmatch(label[0])):
        return "network"
    name = _find_name(node, label)
    if any(map(find_network, label)) and find_kind(name, is_name=True) is None:
        return "network"
    device = _NETLAB_DEVICE.fullmatch(label[0]) if label else None
    evidence = [device[2]] if device else []
    evidence += [node.attributes[key] for key in _ROLE_ATTRIBUTES if key in node.attributes]
    icon = node.attributes.get("role", "") or node.attributes.get("device_type", "")
    return find_role(icon, " ".join(evidence), name=name)


def _make_console(node: DotNode, label: list[str]) -> Console:
    host = next((node.attributes[key] for key in _ADDRESS_ATTRIBUTES if node.attributes.get(key)), "")
    host = host or find_address(part for line in label for part in _SEPARATOR.split(line))
    login = {key: node.attributes[key] for key in ("username", "password") if node.attributes.get(key)}
    return Console(host=host.partition("/")[0], parameters=login)


def _find_interface(port: str) -> str:
    """Return the name of an interface that *port* is; a compass point, an address and a hash are none."""
    lines = list_label_lines(port)
    name = lines[0] if lines else ""
    return "" if name in _COMPASS or _NO_INTERFACE.fullmatch(name[:64]) else name
