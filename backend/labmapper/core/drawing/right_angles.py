"""Cables in right angles on pictures that the server paints: beside each other at devices and between rows, round what they do not join."""

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from labmapper.core.drawing.box_grid import Point
from labmapper.core.drawing.past_boxes import Boxes, count_hits

# With more than that between two rows of tiles, cables that do not run straight lead from below to above.
_BETWEEN_ROWS = 24.0
# How far apart cables leave a device, and all those at a side of it, as a share of that; and how far those that turn alike lie apart.
_GAP, _SHARE = 13.0, 0.7
_LANE, _LANES = 7.0, 56.0
# Where a cable may turn, as shares of its way, and how far beyond its ends.
_TURNS, _BEYOND = (0.5, 0.35, 0.65, 0.2, 0.8), 18.0

Way = list[Point]


@dataclass(frozen=True, slots=True)
class _Ends:
    """Both ends of a cable, and how far aside of the middles of its devices it leaves these."""

    start: Point
    end: Point
    asides: tuple[float, float]


def lead_in_right_angles(
    cables: Mapping[str, tuple[str, str]], places: Mapping[str, Point], tile: Point, boxes: Boxes
) -> dict[str, Way]:
    """Return the ways of *cables*, round those of *boxes* that they do not join.

    Both are by their ids: which two nodes each cable joins, in *places* and as large as *tile*, and its way.
    """
    asides = _spread_ends(cables, places, tile)
    courses: dict[str, tuple[bool, float]] = {}
    known = {}
    for id_, (source, target) in cables.items():
        known[id_] = _Ends(places[source], places[target], (asides[id_, 0], asides[id_, 1]))
        courses[id_] = _choose_turn(known[id_], tile, {source, target}, boxes)
    lanes = _part_lanes(courses, known)
    return {
        id_: _turn_at(known[id_], turn + lanes[id_], is_level=is_level) for id_, (is_level, turn) in courses.items()
    }


def leaves_level(start: Point, end: Point, tile: Point) -> bool:
    """Return whether a cable from *start* leaves its device at the side, as in the editor: not where *end* is in another row."""
    right, down = abs(end[0] - start[0]), abs(end[1] - start[1])
    return down <= tile[1] + _BETWEEN_ROWS and down < right


def square(stops: Sequence[Point], tile: Point) -> Way:
    """Return the way through *stops* in pieces that are upright or level."""
    way, is_level = [stops[0]], leaves_level(stops[0], stops[1], tile)
    for x, y in stops[1:]:
        way += [(x, way[-1][1]) if is_level else (way[-1][0], y), (x, y)]
        is_level = not is_level
    return [point for point, _ in itertools.groupby(way)]


def _spread_ends(
    cables: Mapping[str, tuple[str, str]], places: Mapping[str, Point], tile: Point
) -> dict[tuple[str, int], float]:
    """Return how far aside of the middle of its device each end of *cables* is, in the order of what they lead to."""
    sides: defaultdict[tuple[str, bool, bool], list[tuple[float, float, str, int]]] = defaultdict(list)
    for id_, (source, target) in cables.items():
        start, end = places[source], places[target]
        is_level = leaves_level(start, end, tile)
        across, along = (1, 0) if is_level else (0, 1)
        for number, (node, own, other) in enumerate(((source, start, end), (target, end, start))):
            # Those that lead farther away are nearer to the middle of all that lead to the same side.
            sides[node, is_level, other[along] > own[along]].append((other[across], other[along], id_, number))
    asides = {}
    for (_, is_level, _), ends in sides.items():
        room = tile[1 if is_level else 0] * _SHARE
        gap = min(_GAP, room / max(len(ends) - 1, 1))
        for place, (*_, id_, number) in enumerate(sorted(ends)):
            asides[id_, number] = (place - (len(ends) - 1) / 2) * gap
    return asides


def _choose_turn(ends: _Ends, tile: Point, joined: set[str], boxes: Boxes) -> tuple[bool, float]:
    """Return whether a cable leaves level, and where it turns: half-way, or where fewer of *boxes* are on its way."""
    near = boxes.list_near(ends.start, ends.end, joined)
    level = leaves_level(ends.start, ends.end, tile)
    best, least = (level, 0.0), float("inf")
    for is_level in (level, not level):
        for turn in _list_turns(ends, tile, is_level=is_level):
            hits = count_hits(_turn_at(ends, turn, is_level=is_level), near)
            if hits < least:
                best, least = (is_level, turn), hits
            if not hits or not boxes.may_pass(len(near)):
                return best
    return best


def _list_turns(ends: _Ends, tile: Point, *, is_level: bool) -> list[float]:
    axis = 0 if is_level else 1
    one, other = ends.start[axis], ends.end[axis]
    beyond = tile[axis] / 2 + _BEYOND
    return [one + (other - one) * share for share in _TURNS] + [min(one, other) - beyond, max(one, other) + beyond]


def _part_lanes(courses: Mapping[str, tuple[bool, float]], known: Mapping[str, _Ends]) -> dict[str, float]:
    """Return how far aside each of the *courses* turns that turn at the same place, as those between two rows do."""
    alike: defaultdict[tuple[bool, int], list[str]] = defaultdict(list)
    for id_, (is_level, turn) in courses.items():
        alike[is_level, round(turn)].append(id_)

    def measure(id_: str) -> tuple[float, str]:
        ends, axis = known[id_], 1 if courses[id_][0] else 0
        return abs(ends.end[axis] - ends.start[axis]), id_

    lanes = {}
    for group in alike.values():
        gap = min(_LANE, _LANES / max(len(group) - 1, 1))
        for place, id_ in enumerate(sorted(group, key=measure)):
            lanes[id_] = (place - (len(group) - 1) / 2) * gap
    return lanes


def _turn_at(ends: _Ends, turn: float, *, is_level: bool) -> Way:
    """Return the way that turns at *turn*."""
    (x, y), (right, down) = ends.start, ends.end
    one, other = ends.asides
    if is_level:
        return list(dict.fromkeys([(x, y + one), (turn, y + one), (turn, down + other), (right, down + other)]))
    return list(dict.fromkeys([(x + one, y), (x + one, turn), (right + other, turn), (right + other, down)]))
