"""Merges the fields of what is both on the drawing and in the newer file of its lab."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Device, Link, LinkEnd, Network, Node, Note, Zone
from labmapper.core.merging.fields import Choice, merge_connections
from labmapper.core.merging.ties import Tie, Ties

_Item = TypeVar("_Item", Node, Zone, Link)
# An item in the new file with the same one in the former file, where that is known, by its id on the drawing.
_Pairs = Mapping[str, tuple[_Item, _Item | None]]


class ItemMerger:
    """Merges items of a drawing with those of the file *imported*; what only the drawing has stays as it is."""

    def __init__(self, imported: Diagram, previous: Diagram | None, ties: Ties, *, prefers_file: bool) -> None:
        former = previous or Diagram()
        self._nodes: _Pairs[Node] = _pair(imported.nodes, former.nodes, ties.nodes)
        self._zones: _Pairs[Zone] = _pair(imported.zones, former.zones, ties.zones)
        self._links: _Pairs[Link] = _pair(imported.links, former.links, ties.links)
        self._own_by_new = ties.nodes.ours
        self._own_by_former = {base: own for own, base in ties.nodes.bases.items()}
        self._prefers_file = prefers_file

    def merge_node(self, ours: Node) -> Node:
        """Return the node *ours* as it is after the update. People stay as they are."""
        theirs, base = self._nodes.get(ours.id, (None, None))
        if theirs is None or not isinstance(ours, Device | Network | Note):
            return ours
        choice = self._choose(base)
        fields: dict[str, object] = {"label": choice.pick(ours.label, theirs.label, base.label if base else None)}
        if isinstance(ours, Device) and isinstance(theirs, Device):
            fields |= _merge_device(ours, theirs, base if isinstance(base, Device) else None, choice)
        return ours.model_copy(update=fields)

    def merge_zone(self, ours: Zone) -> Zone:
        """Return the zone *ours* as it is after the update: only its name may change."""
        theirs, base = self._zones.get(ours.id, (None, None))
        if theirs is None:
            return ours
        label = self._choose(base).pick(ours.label, theirs.label, base.label if base else None)
        return ours.model_copy(update={"label": label})

    def merge_link(self, ours: Link) -> Link:
        """Return the cable *ours* as it is after the update: only its interfaces may change."""
        theirs, base = self._links.get(ours.id, (None, None))
        if theirs is None:
            return ours
        new = _read_interfaces(theirs, self._own_by_new)
        former = _read_interfaces(base, self._own_by_former) if base else {}
        ends = {
            name: LinkEnd(
                node=end.node,
                interface=self._choose(base).pick(
                    end.interface, new.get(end.node, end.interface), former.get(end.node, "")
                ),
            )
            for name, end in (("source", ours.source), ("target", ours.target))
        }
        return ours.model_copy(update=ends)

    def _choose(self, base: object) -> Choice:
        return Choice(knows_base=base is not None, prefers_file=self._prefers_file)


def _pair(new: Iterable[_Item], former: Iterable[_Item], tie: Tie) -> dict[str, tuple[_Item, _Item | None]]:
    bases = {item.id: item for item in former}
    return {
        tie.ours[item.id]: (item, bases.get(tie.bases.get(tie.ours[item.id], "")))
        for item in new
        if item.id in tie.ours
    }


def _merge_device(ours: Device, theirs: Device, base: Device | None, choice: Choice) -> dict[str, object]:
    former = base or Device(id=ours.id, type="device")
    connections = merge_connections(ours.connections, theirs.connections, former.connections, choice)
    is_opened = bool(connections) and not ours.connections
    return {
        "kind": choice.pick(ours.kind, theirs.kind, former.kind),
        "count": choice.pick(ours.count, theirs.count, former.count),
        "scenery": choice.pick(ours.scenery, theirs.scenery, former.scenery) and not is_opened,
        "connections": connections,
    }


def _read_interfaces(link: Link, own: Mapping[str, str]) -> dict[str, str]:
    """Return the interfaces of *link* by the nodes of the drawing that its ends are."""
    return {own[end.node]: end.interface for end in (link.source, link.target) if end.node in own}
