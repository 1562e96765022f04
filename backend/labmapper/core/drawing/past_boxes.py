"""How a straight line is led past boxes that are on its way, as the editor leads cables past devices."""

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence

from labmapper.core.drawing.box_grid import Box, BoxGrid, Point

# How far a line stays off boxes, and with less between them boxes are passed together.
_CLEARANCE, _ROOM, _GAP = 6.0, 6.0, 56.0
# What a bend, one below a box, and a box in the way cost in units of length.
_BEND_COST, _BELOW_COST, _BOX_COST = 12.0, 24.0, 5000.0
# How far beyond half a tile a line may lead beside its straight way.
_BESIDE = 44.0
# Boxes are looked up by squares; longer lines look for none, nor do those through a crowd.
_SQUARE, _LONGEST, _MOST_BOXES, _MOST_HIT = 256.0, 6_000.0, 100, 8
# How many boxes are looked at for all lines of a drawing, so that none takes long; one that is passed counts as several.
_MOST_LOOKS, _PASSED = 200_000, 4


class Boxes:
    """The tiles of a drawing, by where they are."""

    def __init__(self, places: Mapping[str, Point], tile: Point) -> None:
        """Take tiles as large as *tile* around *places*."""
        self.tile = tile
        self._detour = max(tile) / 2 + _BESIDE
        self._left = _MOST_LOOKS
        half_width, half_height = tile[0] / 2 + _CLEARANCE, tile[1] / 2 + _CLEARANCE
        self._grid: BoxGrid[str] = BoxGrid(_SQUARE)
        for id_, (x, y) in places.items():
            self._grid.add(id_, (x - half_width, y - half_height, x + half_width, y + half_height))

    def bend_past(self, start: Point, end: Point, ends: Collection[str], wide: float = 0.0) -> list[Point]:
        """Return the bends of a line from *start* to *end* past the boxes on it but those of *ends*.

        There is room for lines up to *wide* beside it. There are none where nothing is on it, or where it cannot be led past
        near by.
        """
        near = self.list_near(start, end, ends, wide)
        hit = [box for box in near if _is_crossed(box, start, end)]
        if not hit or len(hit) > _MOST_HIT or not self.may_pass(len(hit) * len(near)):
            return []
        bends: list[Point] = []
        for group in _group_along(hit, start, end):
            last = bends[-1] if bends else start
            ways = [way for way in _list_ways(group, last) if _is_near(way, start, end, self._detour + wide)]
            bends += _choose(ways, last, end, group, near)
        return bends if count_hits([start, *bends, end], near) < len(hit) else []

    def may_pass(self, looks: int) -> bool:
        """Return whether boxes may be passed that takes so many *looks*, which count from now on."""
        self._left -= looks * _PASSED
        return self._left > 0

    def list_near(self, start: Point, end: Point, ends: Collection[str], wide: float = 0.0) -> list[Box]:
        """Return the boxes that are about as near as a line from *start* to *end* may lead, without those of *ends*.

        They are larger by *wide* at each side.
        """
        longer = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
        if longer > _LONGEST or self._left <= 0:
            return []
        pieces = max(1, round(longer / _SQUARE))
        found: dict[str, Box] = {}
        for piece in range(pieces):
            one, other = (_between(start, end, (piece + step) / pieces) for step in (0, 1))
            found.update(self._grid.find_near(_around(one, other, self._detour + 2 * wide)))
        boxes = [_widen(found[id_], wide) for id_ in sorted(found) if id_ not in ends]
        self._left -= len(boxes)
        return boxes if len(boxes) <= _MOST_BOXES else []


def count_hits(line: Sequence[Point], boxes: Sequence[Box]) -> int:
    """Return how many of *boxes* a piece of *line* runs through."""
    return sum(any(_is_crossed(box, one, other) for one, other in itertools.pairwise(line)) for box in boxes)


def _widen(box: Box, by: float) -> Box:
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by) if by else box


def _group_along(hit: Sequence[Box], start: Point, end: Point) -> list[Box]:
    """Return *hit* in groups of those near each other, each as a box, in their order from *start* to *end*."""

    def measure(box: Box) -> tuple[float, Box]:
        x, y = (box[0] + box[2]) / 2 - start[0], (box[1] + box[3]) / 2 - start[1]
        return x * (end[0] - start[0]) + y * (end[1] - start[1]), box

    groups: list[Box] = []
    for box in sorted(hit, key=measure):
        last = groups[-1] if groups else None
        if last and all(box[side] < last[side + 2] + _GAP and last[side] - _GAP < box[side + 2] for side in (0, 1)):
            low, high = (min(last[0], box[0]), min(last[1], box[1])), (max(last[2], box[2]), max(last[3], box[3]))
            groups[-1] = (*low, *high)
        else:
            groups.append(box)
    return groups


def _list_ways(group: Box, start: Point) -> Iterator[list[Point]]:
    """Yield the ways past *group*: round one corner, or along one side."""
    left, top, right, bottom = group[0] - _ROOM, group[1] - _ROOM, group[2] + _ROOM, group[3] + _ROOM
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    yield from ([corner] for corner in corners)
    for one, other in itertools.pairwise([*corners, corners[0]]):
        yield [one, other] if _distance(start, one) <= _distance(start, other) else [other, one]


def _choose(ways: Sequence[list[Point]], start: Point, end: Point, group: Box, boxes: Sequence[Box]) -> list[Point]:
    """Return the best of *ways* past *group*, none where there are none."""

    def measure(way: list[Point]) -> float:
        length = sum(_distance(one, other) for one, other in itertools.pairwise([start, *way, end]))
        return length + _BEND_COST * len(way) + (_BELOW_COST if any(y > group[3] for _, y in way) else 0.0)

    best: list[Point] = []
    least = float("inf")
    for way in sorted(ways, key=measure):
        cost = measure(way)
        if cost >= least:
            break
        cost += _BOX_COST * count_hits([start, *way, end], boxes)
        if cost < least:
            best, least = way, cost
    return best


def _is_near(way: Sequence[Point], start: Point, end: Point, detour: float) -> bool:
    """Return whether all of *way* is at most *detour* beside the line from *start* to *end*."""
    right, down = end[0] - start[0], end[1] - start[1]
    square = right**2 + down**2 or 1.0
    for point in way:
        share = ((point[0] - start[0]) * right + (point[1] - start[1]) * down) / square
        if _distance(point, _between(start, end, min(1.0, max(0.0, share)))) > detour:
            return False
    return True


def _is_crossed(box: Box, start: Point, end: Point) -> bool:
    """Return whether the straight line from *start* to *end* passes through the inside of *box*."""
    enter, leave = 0.0, 1.0
    for side in (0, 1):
        low, high, way = box[side] - start[side], box[side + 2] - start[side], end[side] - start[side]
        if way:
            enter, leave = max(enter, min(low / way, high / way)), min(leave, max(low / way, high / way))
        elif not low < 0 < high:
            return False
    return enter < leave


def _around(one: Point, other: Point, margin: float) -> Box:
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    return left - margin, top - margin, right + margin, bottom + margin


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _distance(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)
