"""Ids in a diagram that point nowhere, or where they may not point."""

from collections.abc import Iterable, Sequence

from labmapper.core.drawing.items import Access, Link, Node, Zone

_CABLED = frozenset({"device", "network", "gateway"})
_REACHABLE = frozenset({"device", "network", "zone"})
# As many zones may lie in each other as no lab needs and every program can follow.
_DEEPEST = 100


def find_broken_references(
    nodes: Sequence[Node], zones: Sequence[Zone], links: Sequence[Link], access: Sequence[Access]
) -> list[str]:
    """Return a sentence for everything in a diagram that refers to what is not there; only such a drawing is refused."""
    kinds: dict[str | None, str] = {zone.id: "zone" for zone in zones}
    kinds |= {node.id: node.type for node in nodes}
    broken = _find_repeats((*nodes, *zones, *links, *access))
    for placed in (*nodes, *zones):
        if placed.zone is not None and kinds.get(placed.zone) != "zone":
            broken.append(f"'{placed.id}' is in zone '{placed.zone}', which is not in the diagram")
    for zone in zones:
        if zone.pod is not None and kinds.get(zone.pod) != "users":
            broken.append(f"Zone '{zone.id}' is a pod of '{zone.pod}', which is not a users node of the diagram")
    for link in links:
        broken += _find_broken_ends(link, kinds)
    for edge in access:
        if kinds.get(edge.users) != "users":
            broken.append(f"Access '{edge.id}' starts at '{edge.users}', which is not a users node of the diagram")
        if kinds.get(edge.target) not in _REACHABLE:
            broken.append(f"Access '{edge.id}' ends at '{edge.target}', which is not a device, zone or network")
    return broken or _find_wrong_nesting({zone.id: zone for zone in zones})


def _find_repeats(items: Iterable[Node | Zone | Link | Access]) -> list[str]:
    seen: set[str] = set()
    repeats = []
    for item in items:
        if item.id in seen:
            repeats.append(f"The id '{item.id}' is used twice")
        seen.add(item.id)
    return repeats


def _find_broken_ends(link: Link, kinds: dict[str | None, str]) -> list[str]:
    ends = (link.source.node, link.target.node)
    broken = [
        f"Link '{link.id}' ends at '{end}', which is not a device, network or gateway"
        for end in ends
        if kinds.get(end) not in _CABLED
    ]
    if ends[0] == ends[1]:
        broken.append(f"Link '{link.id}' joins '{ends[0]}' to itself")
    return broken


def _find_wrong_nesting(zones: dict[str, Zone]) -> list[str]:
    depths: dict[str | None, int] = {None: 0}
    for start in zones:
        path: dict[str, None] = {}
        current: str | None = start
        while current is not None and current not in depths:
            if current in path:
                return [f"Zone '{current}' is inside itself"]
            path[current] = None
            current = zones[current].zone
        depths |= {zone: depth for depth, zone in enumerate(reversed(path), start=depths[current] + 1)}
    too_deep = next((zone for zone, depth in depths.items() if depth > _DEEPEST), None)
    return [f"Zone '{too_deep}' is more than {_DEEPEST} zones deep"] if too_deep else []
