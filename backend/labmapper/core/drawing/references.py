"""Ids in a diagram that point nowhere, or where they may not point."""

from collections.abc import Sequence
from dataclasses import dataclass

from labmapper.core.drawing.items import Access, Link, Node, Zone

_CABLED = frozenset({"device", "network", "gateway"})
_REACHABLE = frozenset({"device", "network", "zone"})
# As many zones may lie in each other as no lab needs and every program can follow.
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class BrokenReference:
    """What is wrong with a reference: the *variant* of the problem ``diagram-shape``, and the facts that it names."""

    variant: str
    facts: dict[str, str | int]


def find_broken_references(
    nodes: Sequence[Node], zones: Sequence[Zone], links: Sequence[Link], access: Sequence[Access]
) -> list[BrokenReference]:
    """Return everything in a diagram that refers to what is not there; only such a drawing is refused."""
    kinds: dict[str | None, str] = {zone.id: "zone" for zone in zones}
    kinds |= {node.id: node.type for node in nodes}
    broken = _find_repeats((*nodes, *zones, *links, *access))
    for placed in (*nodes, *zones):
        if placed.zone is not None and kinds.get(placed.zone) != "zone":
            broken.append(BrokenReference("zone-missing", {"item": placed.id, "zone": placed.zone}))
    for zone in zones:
        if zone.pod is not None and kinds.get(zone.pod) != "users":
            broken.append(BrokenReference("pod-without-users", {"item": zone.id, "users": zone.pod}))
    cabled = {item for item, kind in kinds.items() if kind in _CABLED}
    for link in links:
        if link.source.node not in cabled or link.target.node not in cabled:
            broken += _find_broken_ends(link, cabled)
    for edge in access:
        if kinds.get(edge.users) != "users":
            broken.append(BrokenReference("access-without-users", {"item": edge.id, "users": edge.users}))
        if kinds.get(edge.target) not in _REACHABLE:
            broken.append(BrokenReference("access-without-target", {"item": edge.id, "target": edge.target}))
    return broken or _find_wrong_nesting({zone.id: zone for zone in zones})


def _find_repeats(items: Sequence[Node | Zone | Link | Access]) -> list[BrokenReference]:
    if len({item.id for item in items}) == len(items):
        return []
    seen: set[str] = set()
    repeats = []
    for item in items:
        if item.id in seen:
            repeats.append(BrokenReference("id-repeated", {"item": item.id}))
        seen.add(item.id)
    return repeats


def _find_broken_ends(link: Link, cabled: set[str | None]) -> list[BrokenReference]:
    ends = (link.source.node, link.target.node)
    return [
        BrokenReference("link-end-missing", {"item": link.id, "end": end})
        for end in dict.fromkeys(ends)
        if end not in cabled
    ]


def _find_wrong_nesting(zones: dict[str, Zone]) -> list[BrokenReference]:
    depths: dict[str | None, int] = {None: 0}
    for start in zones:
        path: dict[str, None] = {}
        current: str | None = start
        while current is not None and current not in depths:
            if current in path:
                return [BrokenReference("zone-in-itself", {"item": current})]
            path[current] = None
            current = zones[current].zone
        depths |= {zone: depth for depth, zone in enumerate(reversed(path), start=depths[current] + 1)}
    too_deep = next((zone for zone, depth in depths.items() if depth > _DEEPEST), None)
    return [BrokenReference("zone-too-deep", {"item": too_deep, "most": _DEEPEST})] if too_deep else []
