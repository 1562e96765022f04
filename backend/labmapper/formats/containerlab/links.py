"""The links of a topology, brief and extended ones, and what they lead to that is no node: the host, a tunnel."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from labmapper.core.yaml.nodes import Mapping, Scalar, Sequence, Value
from labmapper.formats.containerlab.variables import Texts
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Cable, CableEnd, Device
from labmapper.formats.topology.roles import find_role
from labmapper.formats.topology.syntax.safe_yaml import find_text, list_items, locate

# Longer than any interface is called; twenty thousand that are longer fill the memory.
_LONGEST_INTERFACE = 48
# What stands in the place of a node in brief links, and the types of links with one end.
_PSEUDO = frozenset(("host", "mgmt-net", "macvlan", "vxlan", "vxlan-stitch", "dummy"))
# Before the name of a container that runs outside of the lab: ``container:nginx:eth1``.
_CONTAINER = "container"
_TWO_ENDS = 2


@dataclass(slots=True)
class Links:
    """Reads links between *nodes*; what else they lead to becomes a segment in *outside*, by its key."""

    nodes: frozenset[str]
    texts: Texts
    findings: Findings
    outside: dict[str, Device] = field(default_factory=dict)
    # The ids that the drawing beside the file uses for each of them.
    ids: dict[str, list[str]] = field(default_factory=dict)

    def read(self, topology: Mapping) -> Iterator[Cable]:
        """Yield the cables of *topology*."""
        for item in list_items(topology, "links"):
            ends = self._read_link(item)
            if len(ends) == _TWO_ENDS:
                yield Cable(ends[0], ends[1], locate(item, "links"))

    def _read_link(self, item: Value) -> list[CableEnd]:
        if not isinstance(item, Mapping):
            self._lose("A link", item)
            return []
        single = item.entries.get("endpoint")
        if isinstance(single, Mapping):
            end = self._read_end(single)
            return [end, self._leave(item, end)] if end else []
        given = list_items(item, "endpoints")
        ends = [end for end in map(self._read_end, given) if end]
        if len(given) != _TWO_ENDS or len(ends) != _TWO_ENDS:
            self._lose("A link", item)
            return []
        return ends

    def _read_end(self, value: Value) -> CableEnd | None:
        if isinstance(value, Mapping):
            node, interface = (self.texts.read(find_text(value, key), locate(value)) for key in ("node", "interface"))
        elif isinstance(value, Scalar):
            node, _, interface = self.texts.read(value.text, locate(value)).partition(":")
        else:
            return None
        node, interface = node.strip(), self._bound(interface.strip(), value)
        if node in _PSEUDO and node not in self.nodes:
            return CableEnd(self._take_outside(node, "", f"{node}:{interface}"), interface)
        if node == _CONTAINER and node not in self.nodes and ":" in interface:
            name, _, interface = interface.partition(":")
            return CableEnd(self._take_container(name), interface)
        return CableEnd(node, interface) if node else None

    def _take_container(self, name: str) -> str:
        """Return the key of the container called *name*, which somebody else starts; it may be a node too."""
        if name in self.nodes:
            return name
        key = f"\0{_CONTAINER} {name}"
        self.outside.setdefault(key, Device(key, name, find_role(name=name, otherwise="server")))
        self.ids.setdefault(key, []).append(f"{_CONTAINER}:{name}")
        return key

    def _bound(self, interface: str, value: Value) -> str:
        """Return the beginning of what an *interface* is called in *value*, and tell what is behind it."""
        if len(interface) > _LONGEST_INTERFACE:
            self.findings.lose("text", interface[_LONGEST_INTERFACE:], locate(value))
        return interface[:_LONGEST_INTERFACE]

    def _leave(self, link: Mapping, end: CableEnd) -> CableEnd:
        """Return the other end of a *link* that has one *end*."""
        kind = find_text(link, "type", "host")
        outer = find_text(link, "host-interface") or find_text(link, "parent-interface")
        remote = find_text(link, "remote") if kind.startswith("vxlan") else ""
        return CableEnd(self._take_outside(kind, remote, f"{kind}:{outer}" if outer else end.interface), outer)

    def _take_outside(self, kind: str, remote: str, id_: str) -> str:
        key = f"\0{kind} {remote}"
        if key not in self.outside:
            name = f"{kind} {remote}".strip()
            self.outside[key] = Device(key, name, "network")
        self.ids.setdefault(key, []).append(id_)
        return key

    def _lose(self, what: str, value: Value) -> None:
        self.findings.lose("cable", what, locate(value, "links"))


def tell_shape(topology: Mapping, findings: Findings) -> None:
    """Tell where ``links`` is no list."""
    value = topology.entries.get("links")
    if value is not None and not isinstance(value, Sequence) and not (isinstance(value, Scalar) and value.is_null):
        findings.lose("value", "links", locate(value, "links"))
