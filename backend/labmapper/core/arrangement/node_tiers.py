"""In which tier a node stands: by its name if that says so, else by its kind. The core is above, hosts are below."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from labmapper.core.drawing.items import Device, Network, Node, Note, Shape, Users

OUTSIDE, NETWORKS, LOWEST = 1, 5, 6
# People and notes stand beside the tiers.
ASIDE = 0

_TIERS = {
    **dict.fromkeys(("gateway", "cloud"), OUTSIDE),
    **dict.fromkeys(("router", "firewall"), 2),
    **dict.fromkeys(("l3switch", "loadbalancer"), 3),
    **dict.fromkeys(("switch", "accesspoint"), 4),
    "network": NETWORKS,
}
# What a device is called tells more than its kind: spines and leaves are both switches.
_WORDS = (
    ("superspine", 1),
    ("super-spine", 1),
    ("spine", 2),
    ("core", 2),
    ("dist", 3),
    ("agg", 3),
    ("leaf", 4),
    ("access", 4),
)


def find_tier(node: Node) -> int:
    """Return the tier of *node*, from 1 for what leads outside down to ``LOWEST``; ``ASIDE`` for people and notes."""
    if isinstance(node, Device):
        named = next((tier for word, tier in _WORDS if word in node.label.lower()), None)
        return named if named is not None else _TIERS.get(node.kind, LOWEST)
    return ASIDE if isinstance(node, Users | Note | Shape) else _TIERS.get(node.type, LOWEST)


def find_outer_networks(nodes: Mapping[str, Node], links: Iterable[tuple[str, str]]) -> set[str]:
    """Return the networks that what leads outside and at least two others are joined to, as one for management: all hangs below."""
    ends: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in links:
        ends[one].add(other)
        ends[other].add(one)
    return {
        id_
        for id_, near in ends.items()
        if isinstance(nodes[id_], Network)
        and len(near) > 2  # noqa: PLR2004 - the one outside and two others
        and any(find_tier(nodes[other]) == OUTSIDE for other in near)
    }
