"""What is new in a file, as items for the drawing: with ids that are free there, tied to what is there already."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Access, Link, LinkEnd, Node, Zone
from labmapper.core.merging.ties import Tie, Ties


@dataclass(frozen=True, slots=True)
class Additions:
    """New items, with their places in the drawing of the file."""

    nodes: list[Node] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    access: list[Access] = field(default_factory=list)


def list_additions(current: Diagram, imported: Diagram, ties: Ties) -> Additions:
    """Return what of *imported* is not in *current* and was not taken off it."""
    ids = _Ids(current)
    nodes = [node for node in imported.nodes if _is_new(node.id, ties.nodes)]
    needed = _list_needed(imported, nodes, ties.zones)
    zones = [zone for zone in imported.zones if zone.id in needed]
    node_ids = ties.nodes.ours | {node.id: ids.take(node.id) for node in nodes}
    zone_ids = ties.zones.ours | {zone.id: ids.take(zone.id) for zone in zones}
    around = {zone.id: zone.zone for zone in imported.zones}

    def find_zone(zone: str | None) -> str | None:
        """Return the id of *zone*, or of what it lies in where it was taken off the drawing."""
        while zone is not None and zone not in zone_ids:
            zone = around[zone]
        return None if zone is None else zone_ids[zone]

    fresh = {each.id for each in (*nodes, *zones)}
    ends = node_ids | zone_ids
    return Additions(
        [node.model_copy(update={"id": node_ids[node.id], "zone": find_zone(node.zone)}) for node in nodes],
        [
            zone.model_copy(
                update={
                    "id": zone_ids[zone.id],
                    "zone": find_zone(zone.zone),
                    "pod": node_ids.get(zone.pod) if zone.pod else None,
                }
            )
            for zone in zones
        ],
        [_tie_link(link, node_ids, ids) for link in imported.links if _is_link_new(link, ties.links, node_ids)],
        [
            edge.model_copy(update={"id": ids.take(edge.id), "users": ends[edge.users], "target": ends[edge.target]})
            for edge in imported.access
            # Between what was there already, access is the person's business.
            if {edge.users, edge.target} & fresh and edge.users in ends and edge.target in ends
        ],
    )


class _Ids:
    """Hands out ids that nothing on the drawing has."""

    def __init__(self, diagram: Diagram) -> None:
        self._taken = {item.id for item in (*diagram.nodes, *diagram.zones, *diagram.links, *diagram.access)}
        self._numbers: dict[str, Iterator[int]] = {}

    def take(self, wanted: str) -> str:
        """Return *wanted*, or where that is taken, its first letter with a number."""
        numbers = self._numbers.setdefault(wanted[0], count(len(self._taken) + 1))
        while wanted in self._taken:
            wanted = f"{wanted[0]}{next(numbers)}"
        self._taken.add(wanted)
        return wanted


def _is_new(id_: str, tie: Tie) -> bool:
    return id_ not in tie.ours and id_ not in tie.dropped


def _list_needed(imported: Diagram, nodes: Iterable[Node], tie: Tie) -> set[str]:
    """Return the new zones around new *nodes*: what is there already keeps its place, so that others would be empty."""
    around = {zone.id: zone.zone for zone in imported.zones}
    needed: set[str] = set()
    for node in nodes:
        zone = node.zone
        while zone is not None and zone not in needed and zone not in tie.ours:
            if zone not in tie.dropped:
                needed.add(zone)
            zone = around[zone]
    return needed


def _is_link_new(link: Link, tie: Tie, nodes: dict[str, str]) -> bool:
    return _is_new(link.id, tie) and link.source.node in nodes and link.target.node in nodes


def _tie_link(link: Link, nodes: dict[str, str], ids: _Ids) -> Link:
    source, target = (LinkEnd(node=nodes[end.node], interface=end.interface) for end in (link.source, link.target))
    # Its bends are where they are in the file, whose devices may stand elsewhere here.
    return link.model_copy(update={"id": ids.take(link.id), "source": source, "target": target, "bends": []})
