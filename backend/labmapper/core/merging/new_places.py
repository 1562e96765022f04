"""Where what is new goes: beside what it is cabled to, else as near to what is known as in the file, in its zone, on nothing else.

What is there already stays.
"""

import math
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from itertools import chain

from labmapper.core.arrangement.board import STEP_X, STEP_Y, TILE_HEIGHT, TILE_WIDTH, Board, Point, Sides
from labmapper.core.arrangement.drawn_sizes import PADDING, TITLE, measure
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Link, Node, Note, Shape, Zone

_FARTHEST = 1_000_000.0
# What stands farther away in the file comes so near to what is known here.
_NEAR_X, _NEAR_Y = 3 * STEP_X, 3 * STEP_Y
# So many distances are compared in the file; in larger drawings the first ones that are known stand for all.
_MOST_COMPARED = 200_000


def place_new(diagram: Diagram, nodes: Iterable[str], zones: Iterable[str], in_file: Mapping[str, Point]) -> Diagram:
    """Return *diagram* with places for the new *nodes* and *zones* in it, whose own ones are those of another drawing.

    *in_file* has the places in that drawing of the nodes that are in both.
    """
    return _Placing(diagram, frozenset(nodes), frozenset(zones), in_file).place()


class _Placing:
    def __init__(
        self, diagram: Diagram, nodes: frozenset[str], zones: frozenset[str], in_file: Mapping[str, Point]
    ) -> None:
        self._diagram = diagram
        self._in_file = in_file
        self._zones = {zone.id: zone for zone in diagram.zones}
        self._new = {node.id: node for node in diagram.nodes if node.id in nodes}
        self._fresh = [zone for zone in diagram.zones if zone.id in zones]
        self._places = {node.id: (node.x, node.y) for node in diagram.nodes if node.id not in nodes}
        self._boxes = {zone.id: (zone.x, zone.y, zone.x + zone.width, zone.y + zone.height) for zone in diagram.zones}
        self._left = min((x for x, _ in self._places.values()), default=TILE_WIDTH / 2) - TILE_WIDTH / 2
        self._boards: defaultdict[str | None, Board] = defaultdict(Board)

    def place(self) -> Diagram:
        self._fill_boards()
        self._put_zones()
        self._put_nodes()
        self._grow_zones()
        nodes = [
            node.model_copy(update=dict(zip(("x", "y"), self._places[node.id], strict=True)))
            if node.id in self._new
            else node
            for node in self._diagram.nodes
        ]
        return self._diagram.model_copy(update={"nodes": nodes, "zones": [*map(self._draw, self._diagram.zones)]})

    def _fill_boards(self) -> None:
        fresh = {zone.id for zone in self._fresh}
        for zone in self._diagram.zones:
            if zone.id not in fresh:
                self._boards[zone.zone].block(self._boxes[zone.id])
        for node in self._diagram.nodes:
            if node.id not in self._new:
                self._boards[node.zone].block(_find_sides(node, (node.x, node.y)))

    def _put_zones(self) -> None:
        """Put each new zone below what it lies in or beside, with the new zones and nodes in it as they are in the file."""
        shifts: dict[str, Point] = {}
        for zone in sorted(self._fresh, key=self._count_around):
            if zone.zone in shifts:
                shifts[zone.id] = shifts[zone.zone]
            else:
                ((x, y),) = self._boards[zone.zone].put_below([(zone.width, zone.height)], self._find_start(zone.zone))
                shifts[zone.id] = x - zone.width / 2 - zone.x, y - zone.height / 2 - zone.y
            right, down = shifts[zone.id]
            left, top, width, height = zone.x + right, zone.y + down, zone.width, zone.height
            self._boxes[zone.id] = (left, top, left + width, top + height)
        for node in self._new.values():
            if node.zone in shifts:
                right, down = shifts[node.zone]
                self._places[node.id] = _bound(node.x + right), _bound(node.y + down)

    def _count_around(self, zone: Zone) -> int:
        around = 0
        while zone.zone is not None:
            zone, around = self._zones[zone.zone], around + 1
        return around

    def _find_start(self, zone: str | None) -> float:
        if zone is not None:
            return self._boxes[zone][0] + PADDING
        return self._left

    def _put_nodes(self) -> None:
        for id_, near in _list_beside(self._diagram.links, self._places):
            if id_ in self._new and id_ not in self._places and not self._put(self._new[id_], self._places[near]):
                self._put_below(self._new[id_].zone, [self._new[id_]])
        left = [node for node in self._new.values() if node.id not in self._places]
        known = self._list_known(len(left))
        crowded: defaultdict[str | None, list[Node]] = defaultdict(list)
        for node in left:
            beside = self._find_near(node, known.get(node.zone, ()))
            if beside is None or not self._put(node, beside):
                crowded[node.zone].append(node)
        for zone, nodes in crowded.items():
            self._put_below(zone, nodes)

    def _list_known(self, compared_with: int) -> dict[str | None, list[tuple[Point, Point]]]:
        """Return by zone where nodes that are known stand in the file and here, all of them for what is in no zone."""
        most = _MOST_COMPARED // max(compared_with, 1)
        known: dict[str | None, list[tuple[Point, Point]]] = {None: []}
        for node in self._diagram.nodes:
            if node.id in self._in_file:
                places = self._in_file[node.id], (node.x, node.y)
                for group in {None, node.zone}:
                    if len(known.setdefault(group, [])) < most:
                        known[group].append(places)
        return known

    def _find_near(self, node: Node, known: Iterable[tuple[Point, Point]]) -> Point | None:
        """Return where *node* stands here as it does in the file to the nearest of what is *known*; else where its zone begins."""
        nearest = min(known, key=lambda places: abs(places[0][0] - node.x) + abs(places[0][1] - node.y), default=None)
        if nearest is not None:
            (file_x, file_y), (x, y) = nearest
            right, down = node.x - file_x, node.y - file_y
            return x + max(-_NEAR_X, min(_NEAR_X, right)), y + max(-_NEAR_Y, min(_NEAR_Y, down))
        return None if node.zone is None else self._boxes[node.zone][:2]

    def _put(self, node: Node, near: Point) -> bool:
        """Put *node* as near as can be to the place *near*, and in its zone; return whether there is room."""
        size = _measure(node)
        if node.zone is None:
            place = self._boards[None].put(*near, *size)
        else:
            left, top, right, bottom = self._boxes[node.zone]
            within = (left, top + TITLE, right, bottom)
            half = size[0] / 2, size[1] / 2
            x = max(left + half[0], min(right - half[0], near[0]))
            y = max(top + TITLE + half[1], min(bottom - half[1], near[1]))
            place = self._boards[node.zone].put(x, y, *size, within)
        if place is not None:
            self._places[node.id] = _bound(place[0]), _bound(place[1])
        return place is not None

    def _put_below(self, zone: str | None, nodes: list[Node]) -> None:
        lowest = -math.inf if zone is None else self._boxes[zone][1] + TITLE
        places = self._boards[zone].put_below(map(_measure, nodes), self._find_start(zone), lowest)
        for node, (x, y) in zip(nodes, places, strict=True):
            self._places[node.id] = _bound(x), _bound(y)

    def _grow_zones(self) -> None:
        """Let zones grow around what is new in them."""
        found = [(node.zone, _find_sides(node, self._places[node.id])) for node in self._new.values()]
        for around, inner in chain(found, [(zone.zone, self._boxes[zone.id]) for zone in self._fresh]):
            zone, sides = around, inner
            while zone is not None:
                grown = _join(self._boxes[zone], sides)
                if grown == self._boxes[zone]:
                    break
                self._boxes[zone] = sides = grown
                zone = self._zones[zone].zone

    def _draw(self, zone: Zone) -> Zone:
        left, top, right, bottom = self._boxes[zone.id]
        box = {"x": _bound(left), "y": _bound(top), "width": right - left, "height": bottom - top}
        box |= {key: min(box[key], _FARTHEST) for key in ("width", "height")}
        old = (zone.x, zone.y, zone.x + zone.width, zone.y + zone.height)
        return zone if old == self._boxes[zone.id] else zone.model_copy(update=box)


def _list_beside(links: Iterable[Link], places: Iterable[str]) -> list[tuple[str, str]]:
    """Return what has no place, each with something before it or placed that a cable joins it to."""
    neighbours: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        neighbours[link.source.node].append(link.target.node)
        neighbours[link.target.node].append(link.source.node)
    waiting = deque(places)
    seen = set(waiting)
    found = []
    while waiting:
        near = waiting.popleft()
        for id_ in neighbours[near]:
            if id_ not in seen:
                seen.add(id_)
                waiting.append(id_)
                found.append((id_, near))
    return found


def _measure(node: Node) -> tuple[float, float]:
    """Return how wide and high *node* is drawn, its place being the middle."""
    if isinstance(node, Note | Shape):
        width, above, below = measure(node)
        return width, above + below
    return TILE_WIDTH, TILE_HEIGHT


def _find_sides(node: Node, place: Point) -> Sides:
    width, height = _measure(node)
    return place[0] - width / 2, place[1] - height / 2, place[0] + width / 2, place[1] + height / 2


def _join(box: Sides, inner: Sides) -> Sides:
    """Return *box* so large that *inner* lies in it, with room around what lay outside."""
    left, top, right, bottom = inner
    return (
        box[0] if left >= box[0] else left - PADDING,
        box[1] if top >= box[1] else top - PADDING - TITLE,
        box[2] if right <= box[2] else right + PADDING,
        box[3] if bottom <= box[3] else bottom + PADDING,
    )


def _bound(value: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST, value))
