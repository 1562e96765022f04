"""Tidying up a drawing: new places for its nodes, in tiers, by force or in a grid.

A zone is arranged inside, then stands for its content where it is itself arranged. What is locked, or was not chosen,
stays where it is, and nothing is put on top of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

import networkx as nx

from labmapper.core.arrangement.blocks import MAX_BY_FORCE, Block, place_by_force, place_in_grid
from labmapper.core.arrangement.tiers import place_beside, place_in_tiers
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Device, Node, Note, Shape, Users, Zone

Style = Literal["tiers", "force", "grid"]
STYLES: tuple[Style, ...] = ("tiers", "force", "grid")

# Room above and below the middle of a tile of 56 with its label and address, and around the content of a zone, in canvas units.
ABOVE, BELOW = 40.0, 80.0
PADDING, TITLE = 16.0, 24.0
# Room for a label of so many characters, at least for a tile and the names of interfaces beside it.
CHARACTER, NARROWEST, LONGEST_LABEL = 6.8, 112.0, 24
# Room for a note: so many characters a line.
NOTE_WIDTH, NOTE_LINE = 30, 17.0

_TIERS = {
    **dict.fromkeys(("gateway", "cloud"), 1),
    **dict.fromkeys(("router", "firewall"), 2),
    **dict.fromkeys(("l3switch", "loadbalancer"), 3),
    **dict.fromkeys(("switch", "accesspoint"), 4),
    "network": 5,
}
_LOWEST = 6
# What a device is called tells more than its kind: spines and leaves are both switches.
_WORDS = (("spine", 2), ("core", 2), ("dist", 3), ("agg", 3), ("leaf", 4), ("access", 4))


@dataclass(slots=True)
class Arrangement:
    """New middles of nodes, and new boxes (left, top, width, height) of zones, by id."""

    nodes: dict[str, tuple[float, float]] = field(default_factory=dict)
    zones: dict[str, tuple[float, float, float, float]] = field(default_factory=dict)


def arrange(diagram: Diagram, style: Style, chosen: frozenset[str] | None = None) -> Arrangement:
    """Return where *style* puts what is *chosen* in *diagram*, everything without a choice; what stays is left out."""
    return _Arranger(diagram, style, chosen).arrange()


class _Arranger:
    def __init__(self, diagram: Diagram, style: Style, chosen: frozenset[str] | None) -> None:
        self._style = style
        self._chosen = chosen
        self._zones = {zone.id: zone for zone in diagram.zones}
        self._children: dict[str | None, list[Node | Zone]] = {}
        for item in (*diagram.zones, *diagram.nodes):
            self._children.setdefault(item.zone, []).append(item)
        self._nodes = {node.id: node for node in diagram.nodes}
        self._parents = {item.id: item.zone for item in (*diagram.zones, *diagram.nodes)}
        self._held = self._find_held(diagram)
        self._cables = self._sort_pairs((link.source.node, link.target.node) for link in diagram.links)
        self._access = self._sort_pairs((edge.users, edge.target) for edge in diagram.access)
        self._result = Arrangement()
        self._pairs_left = MAX_BY_FORCE**2

    def arrange(self) -> Arrangement:
        self._arrange_container(None, is_chosen=self._chosen is None)
        return self._result

    def _find_held(self, diagram: Diagram) -> set[str]:
        """Return what is locked, and the zones that would take something locked along."""
        held: set[str] = set()
        for item in (*diagram.zones, *diagram.nodes):
            holder: str | None = item.id if item.locked else None
            while holder is not None and holder not in held:
                held.add(holder)
                holder = self._parents[holder]
        return held

    def _arrange_container(self, container: str | None, *, is_chosen: bool) -> None:
        """Find new places for what may move in *container*; zones are arranged inside first, then moved as a whole."""
        moving: list[Block] = []
        fixed: list[Block] = []
        for item in self._children.get(container, []):
            if isinstance(item, Shape):  # It is about what lies there: it stays, or goes along with its zone.
                continue
            is_free = item.id not in self._held and (is_chosen or item.id in (self._chosen or ()))
            if isinstance(item, Zone) and not item.locked:
                self._arrange_container(item.id, is_chosen=is_free)
            block = self._build_block(item)
            (moving if is_free else fixed).append(block)
        if moving:
            self._place(container, moving, fixed)
        if isinstance(container, str) and moving:
            self._fit(self._zones[container], [*moving, *fixed])

    def _build_block(self, item: Node | Zone) -> Block:
        if isinstance(item, Zone):
            return Block(item.id, *self._result.zones.get(item.id, (item.x, item.y, item.width, item.height)))
        x, y = self._result.nodes.get(item.id, (item.x, item.y))
        width, above, below = measure(item)
        return Block(item.id, x - width / 2, y - above, width, above + below)

    def _place(self, container: str | None, moving: list[Block], fixed: list[Block]) -> None:
        cables, access = self._cables.get(container, []), self._access.get(container, [])
        left, top = min(block.left for block in moving), min(block.top for block in moving)
        tiers = {block.id: self._find_tier(block.id) for block in moving}
        if self._style == "tiers":
            rest = [block for block in moving if tiers[block.id] > 0]
            aside = [block for block in moving if tiers[block.id] == 0]
            place_in_tiers(rest, _join(rest, cables), tiers)
            place_beside(rest, aside, _join(moving, access))
        elif self._style == "force" and self._has_time_for(len(moving)):
            place_by_force(moving, _join(moving, [*cables, *access]))
        else:
            place_in_grid(sorted(moving, key=lambda block: tiers[block.id]))
        _move_to(moving, left, top)
        if any(one.overlaps(other) for one in moving for other in fixed):
            _move_to(moving, max(block.right for block in fixed) + PADDING, top)
        for block in moving:
            self._keep(block)

    def _has_time_for(self, blocks: int) -> bool:
        """Return whether so many *blocks* may still be placed by force, whose time grows with their pairs."""
        self._pairs_left -= blocks**2
        return self._pairs_left >= 0

    def _sort_pairs(self, pairs: Iterable[tuple[str, str]]) -> dict[str | None, list[tuple[str, str]]]:
        """Return *pairs* by the innermost zone around both ends, each as what holds them there."""
        parted: dict[str | None, list[tuple[str, str]]] = {}
        for one, other in pairs:
            steps = zip(self._list_path(one), self._list_path(other), strict=False)
            parting = next((step for step in steps if step[0] != step[1]), None)
            if parting is not None:
                parted.setdefault(self._parents[parting[0]], []).append(parting)
        return parted

    def _list_path(self, item: str) -> list[str]:
        """Return the zones around *item*, the outermost first, and *item* itself."""
        path = [item]
        while (zone := self._parents[path[-1]]) is not None:
            path.append(zone)
        return path[::-1]

    def _find_tier(self, block: str) -> int:
        zone = self._zones.get(block)
        if zone is None:
            return _find_node_tier(self._nodes[block])
        tiers = [self._find_tier(item.id) for item in self._children.get(block, [])] if zone.pod is None else []
        return min((tier for tier in tiers if tier > 0), default=_LOWEST)

    def _keep(self, block: Block) -> None:
        """Note the new place of *block*; a zone takes all its content along."""
        if block.id not in self._zones:
            width, above, _ = measure(self._nodes[block.id])
            self._result.nodes[block.id] = block.left + width / 2, block.top + above
            return
        zone = self._zones[block.id]
        old = self._result.zones.get(zone.id, (zone.x, zone.y, zone.width, zone.height))
        self._result.zones[zone.id] = (block.left, block.top, block.width, block.height)
        for item in self._children.get(zone.id, []):
            inner = self._build_block(item)
            inner.shift(block.left - old[0], block.top - old[1])
            self._keep(inner)

    def _fit(self, zone: Zone, content: list[Block]) -> None:
        """Draw the box of *zone* around its *content*."""
        left, top = min(each.left for each in content) - PADDING, min(each.top for each in content) - PADDING - TITLE
        right, bottom = max(each.right for each in content), max(each.bottom for each in content)
        self._result.zones[zone.id] = (left, top, right + PADDING - left, bottom + PADDING - top)


def _join(blocks: list[Block], pairs: Iterable[tuple[str, str]]) -> "nx.Graph[str]":
    """Return the graph of *blocks* with those of *pairs* that join two of them."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(block.id for block in blocks)
    graph.add_edges_from(pair for pair in pairs if pair[0] in graph and pair[1] in graph)
    return graph


def measure(node: Node) -> tuple[float, float, float]:
    """Return how wide *node* is drawn, and how far it goes above and below its place."""
    if isinstance(node, Note):
        lines = sum(1 + len(line) // NOTE_WIDTH for line in (*node.heading.splitlines(), *node.label.split("\n")))
        half = lines * NOTE_LINE / 2 + 2 * PADDING
        return NOTE_WIDTH * CHARACTER + 2 * PADDING, half, half
    if isinstance(node, Shape):
        return abs(node.width), abs(node.height) / 2, abs(node.height) / 2
    texts = [node.label]
    if isinstance(node, Device | Users) and node.count > 1:
        texts.append(f"{node.label}…{node.label}")
    if isinstance(node, Device) and node.connections:
        texts.append(node.connections[0].host)
    longest = min(max(len(text) for text in texts), LONGEST_LABEL)
    return max(NARROWEST, longest * CHARACTER), ABOVE, BELOW


def _find_node_tier(node: Node) -> int:
    if isinstance(node, Device):
        named = next((tier for word, tier in _WORDS if word in node.label.lower()), None)
        return named if named is not None else _TIERS.get(node.kind, _LOWEST)
    return 0 if isinstance(node, Users | Note) else _TIERS.get(node.type, _LOWEST)


def _move_to(blocks: Iterable[Block], left: float, top: float) -> None:
    blocks = tuple(blocks)
    right = left - min(block.left for block in blocks)
    down = top - min(block.top for block in blocks)
    for block in blocks:
        block.shift(right, down)
