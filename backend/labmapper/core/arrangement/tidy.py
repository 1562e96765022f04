"""Tidying up a drawing: new places for its nodes, in tiers, in rings, around a hub, by force or in a grid.

A zone is arranged inside, then stands for its content where it is itself arranged. What is locked, or was not chosen,
stays where it is, and nothing is put on top of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, TypeGuard

import networkx as nx

from labmapper.core.arrangement.blocks import MAX_BY_FORCE, Block, Boxes, Group, place_by_force, place_in_grid
from labmapper.core.arrangement.carried_shapes import Carrier, ShapeBox, carry_shapes
from labmapper.core.arrangement.drawn_sizes import (
    PADDING,
    TITLE,
    NamesAt,
    count_names,
    measure,
    measure_names,
    measure_title,
)
from labmapper.core.arrangement.node_tiers import ASIDE, LOWEST, OUTSIDE, find_outer_networks, find_tier
from labmapper.core.arrangement.packing import move_clear
from labmapper.core.arrangement.tiers import place_beside, place_in_tiers
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Node, Shape, Zone

Style = Literal["tiers", "rings", "hub", "force", "grid"]
# Places in whole units differ by no more where they are found anew from those in whole units.
_ROUNDING = 1.0
STYLES: tuple[Style, ...] = ("tiers", "rings", "hub", "force", "grid")


@dataclass(slots=True)
class Arrangement:
    """New middles of nodes, new boxes (left, top, width, height) of zones, and middles and sizes of shapes, by id."""

    nodes: dict[str, tuple[float, float]] = field(default_factory=dict)
    zones: dict[str, tuple[float, float, float, float]] = field(default_factory=dict)
    shapes: dict[str, ShapeBox] = field(default_factory=dict)


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
        self._links = [(link.source.node, link.target.node) for link in diagram.links]
        self._cables = self._sort_pairs(self._links)
        self._access = self._sort_pairs((edge.users, edge.target) for edge in diagram.access)
        self._outer = find_outer_networks(self._nodes, self._links)
        self._names = count_names(diagram.links, self._are_alike)
        self._room = measure_names(diagram.links, self._names)
        self._boxes = Boxes(
            {item.id: self._build_block(item) for item in (*diagram.zones, *diagram.nodes)},
            {zone: [item.id for item in self._children.get(zone, ())] for zone in self._zones},
        )
        self._before = {id_: block.find_shifted(0.0, 0.0) for id_, block in self._boxes.boxes.items()}
        self._moved: set[str] = set()
        self._groups: list[Group] = []
        self._pairs_left = MAX_BY_FORCE**2

    def arrange(self) -> Arrangement:
        self._arrange_container(None, is_chosen=self._chosen is None)
        if self._groups:
            # numpy takes longer to import than small drawings to arrange, and who only opens drawings never needs it.
            from labmapper.core.arrangement.crossings import Cables  # noqa: PLC0415
            from labmapper.core.arrangement.untangle import untangle  # noqa: PLC0415

            places = {id_: self._find_middle(node) for id_, node in self._nodes.items() if not isinstance(node, Shape)}
            untangle(self._groups, self._boxes, Cables(places, self._links))
        nodes = {id_: _round(self._find_middle(node)) for id_, node in self._nodes.items() if id_ in self._moved}
        zones = {id_: _find_sides(self._boxes.boxes[id_]) for id_ in self._zones if id_ in self._moved}
        return self._keep_what_lies_so(Arrangement(nodes, zones))

    def _keep_what_lies_so(self, arrangement: Arrangement) -> Arrangement:
        """Return *arrangement*, or what is drawn where that differs by rounding alone: what is tidy does not move by a unit."""
        nodes = {id_: (self._nodes[id_].x, self._nodes[id_].y) for id_ in arrangement.nodes}
        boxes = {id_: self._zones[id_] for id_ in arrangement.zones}
        zones = {id_: (zone.x, zone.y, zone.width, zone.height) for id_, zone in boxes.items()}
        news, olds = (
            [each for places in (*of_nodes.values(), *of_zones.values()) for each in places]
            for of_nodes, of_zones in ((arrangement.nodes, arrangement.zones), (nodes, zones))
        )
        is_same = all(abs(new - old) <= _ROUNDING for new, old in zip(news, olds, strict=True))
        return Arrangement(nodes, zones) if is_same else self._carry_shapes(arrangement)

    def _carry_shapes(self, arrangement: Arrangement) -> Arrangement:
        """Return *arrangement* with the shapes that go along with what they are about, each of which may get another size."""
        carriers = {
            id_: Carrier(self._before[id_], block, id_ in self._zones)
            for id_, block in self._boxes.boxes.items()
            if not isinstance(self._nodes.get(id_), Shape)
        }
        shapes = carry_shapes((node for node in self._nodes.values() if self._may_carry(node)), carriers)
        nodes = {id_: place for id_, place in arrangement.nodes.items() if id_ not in shapes}
        return replace(arrangement, nodes=nodes, shapes=shapes)

    def _may_carry(self, node: Node) -> "TypeGuard[Shape]":
        is_chosen = self._chosen is None or node.id in self._chosen or node.id in self._moved
        return isinstance(node, Shape) and node.id not in self._held and is_chosen

    def _build_block(self, item: Node | Zone) -> Block:
        if isinstance(item, Zone):
            return Block(item.id, item.x, item.y, item.width, item.height)
        width, above, below = measure(item)
        width = max(width, self._names.get(item.id, NamesAt()).width)
        return Block(item.id, item.x - width / 2, item.y - above, width, above + below)

    def _are_alike(self, one: str, other: str) -> bool:
        """Return whether *one* and *other* belong into the same tier of the same zone, and may come side by side."""
        return self._parents[one] == self._parents[other] and self._find_tier(one) == self._find_tier(other)

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
            if isinstance(item, Shape):  # It is about what lies there, with which it goes along in the end.
                continue
            is_free = item.id not in self._held and (is_chosen or item.id in (self._chosen or ()))
            if isinstance(item, Zone) and not item.locked:
                self._arrange_container(item.id, is_chosen=is_free)
            (moving if is_free else fixed).append(self._boxes.boxes[item.id])
        if moving:
            self._place(container, moving, fixed)
        if isinstance(container, str) and moving:
            self._fit(self._zones[container], [*moving, *fixed])

    def _place(self, container: str | None, moving: list[Block], fixed: list[Block]) -> None:
        before = {block.id: (block.left, block.top) for block in moving}
        left, top = min(block.left for block in moving), min(block.top for block in moving)
        groups = self._put_in_style(container, moving)
        move_clear(moving, left, top, fixed, PADDING)
        for block in moving:
            self._moved.update(self._boxes.list_within(block.id))
            old = before[block.id]
            self._boxes.shift_content(block.id, block.left - old[0], block.top - old[1])
        siblings = [block.id for block in (*moving, *fixed)]
        self._groups += [replace(group, siblings=siblings, zone=container) for group in groups]

    def _put_in_style(self, container: str | None, moving: list[Block]) -> list[Group]:
        """Put what is *moving* beside each other; return which of it may still change places."""
        cables, access = self._cables.get(container, []), self._access.get(container, [])
        tiers = {block.id: self._find_tier(block.id) for block in moving}
        if self._style == "force" and self._has_time_for(len(moving)):
            place_by_force(moving, _join(moving, [*cables, *access]))
            return []
        if self._style in ("force", "grid"):
            place_in_grid(sorted(moving, key=lambda block: tiers[block.id]))
            return []
        rest = [block for block in moving if tiers[block.id] != ASIDE]
        aside = [block for block in moving if tiers[block.id] == ASIDE]
        groups = self._put_by_cables(rest, _join(rest, cables), tiers)
        place_beside(rest, aside, _join(moving, access))
        return groups

    def _put_by_cables(self, blocks: list[Block], graph: "nx.Graph[str]", tiers: dict[str, int]) -> list[Group]:
        if self._style == "tiers":
            return place_in_tiers(blocks, graph, tiers, self._room)
        from labmapper.core.arrangement.circles import place_around_hub, place_in_rings  # noqa: PLC0415 - numpy, as above

        return (place_in_rings if self._style == "rings" else place_around_hub)(blocks, graph, tiers)

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
            return OUTSIDE if block in self._outer else find_tier(self._nodes[block])
        tiers = [self._find_tier(item.id) for item in self._children.get(block, [])] if zone.pod is None else []
        return min((tier for tier in tiers if tier != ASIDE), default=LOWEST)

    def _find_middle(self, node: Node) -> tuple[float, float]:
        """Return the middle of the tile of *node*."""
        if node.id not in self._moved:
            return node.x, node.y
        block = self._boxes.boxes[node.id]
        _, above, _ = measure(node)
        return block.left + block.width / 2, block.top + above

    def _fit(self, zone: Zone, content: list[Block]) -> None:
        """Draw the box of *zone* around its *content* and its title."""
        left, top = min(each.left for each in content) - PADDING, min(each.top for each in content) - PADDING - TITLE
        right, bottom = max(each.right for each in content) + PADDING, max(each.bottom for each in content) + PADDING
        lack = max(0.0, measure_title(zone) - (right - left))
        block = self._boxes.boxes[zone.id]
        block.left, block.top = left - lack / 2, top
        block.width, block.height = right - left + lack, bottom - top
        self._moved.add(zone.id)


def _round(place: tuple[float, float]) -> tuple[float, float]:
    return float(round(place[0])), float(round(place[1]))


def _find_sides(block: Block) -> tuple[float, float, float, float]:
    """Return *block* in whole units: left, top, width and height."""
    left, top = round(block.left), round(block.top)
    return float(left), float(top), float(round(block.right) - left), float(round(block.bottom) - top)


def _join(blocks: list[Block], pairs: Iterable[tuple[str, str]]) -> "nx.Graph[str]":
    """Return the graph of *blocks* with those of *pairs* that join two of them."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(block.id for block in blocks)
    graph.add_edges_from(pair for pair in pairs if pair[0] in graph and pair[1] in graph)
    return graph
