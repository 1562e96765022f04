"""The ways of cables on pictures that the server paints: round what they do not join, beside parallel ones, and loops.

The editor finds them with more care and places the names along them; here is what a small picture and a printed page need.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from labmapper.core.drawing.box_grid import Point
from labmapper.core.drawing.past_boxes import Boxes, count_hits
from labmapper.core.drawing.right_angles import Way, lead_in_right_angles, leaves_level, square

Curve = tuple[Point, Point, Point, Point]

# In so many pieces a curve is looked at.
_PIECES = 12
# How far apart parallel cables lie, and all those between two devices together.
_APART_LINES, _MOST_APART = 13.0, 44.0
# How far beside a tile a loop turns back, and how far its ends, and those of another one at the tile, are apart.
_TURN, _LETTER = 36.0, 6.0
_APART, _LEAST_APART = 11.0, 8.0


@dataclass(frozen=True, slots=True)
class Cable:
    """A cable as far as its way goes: *longest* is how many characters the longer name of its interfaces has."""

    id: str
    source: str
    target: str
    route: str = "straight"
    bends: tuple[Point, ...] = ()
    longest: int = 0


def find_ways(
    cables: Sequence[Cable], places: Mapping[str, Point], tiles: Mapping[str, Point], tile: Point
) -> dict[str, Way]:
    """Return by their ids the corners of the ways of *cables*, both ends of which are in *places*.

    They go round *tiles*, which are as large as *tile*.
    """
    ways: dict[str, Way] = {}
    loops = (cable for cable in cables if cable.source == cable.target and not cable.bends)
    ways.update(_lead_loops(loops, places, tile))
    asides = _part_parallels(cables)
    boxes = Boxes(tiles, tile)
    rest = [cable for cable in cables if cable.id not in ways]
    squared = {
        cable.id: (cable.source, cable.target) for cable in rest if cable.route == "orthogonal" and not cable.bends
    }
    ways.update(lead_in_right_angles(squared, places, tile, boxes))
    for cable in rest:
        if cable.id not in ways:
            ways[cable.id] = _find_way(cable, places, tile, asides.get(cable.id, (0.0, 0.0)), boxes)
    return ways


def draw_way(
    way: Sequence[Point], route: str, tile: Point, place: Callable[[Point], Point] = lambda point: point
) -> str:
    """Return *way* as the path of an SVG: in curves one through its bends, or that leaves both ends straight without any.

    *place* tells where a point of the drawing is in the SVG.
    """
    if route != "curved" or not way[1:]:
        return "M" + "L".join(map(_write, map(place, way)))
    curves = ("C" + " ".join(map(_write, map(place, curve[1:]))) for curve in list_curves(way, tile))
    return f"M{_write(place(way[0]))}" + "".join(curves)


def _write(point: Point) -> str:
    return f"{point[0]:g} {point[1]:g}"


def list_curves(way: Sequence[Point], tile: Point) -> list[Curve]:
    """Return the curves through the bends of *way* as the editor draws them, each as its two ends with its control points between."""
    if len(way) == 2:  # noqa: PLR2004 - without bends
        (x, y), (right, down) = way
        middle = ((x + right) / 2, (y + down) / 2)
        one, other = ((middle[0], y), (middle[0], down))
        if not leaves_level(way[0], way[1], tile):
            one, other = ((x, middle[1]), (right, middle[1]))
        return [(way[0], one, other, way[1])]
    curves = []
    for place, (start, end) in enumerate(itertools.pairwise(way)):
        before, after = way[max(place - 1, 0)], way[min(place + 2, len(way) - 1)]
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        other = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        curves.append((start, one, other, end))
    return curves


def flatten(curves: Sequence[Curve]) -> list[Point]:
    """Return *curves* as a line of many short pieces."""
    line = [curves[0][0]]
    for start, one, other, end in curves:
        for piece in range(1, _PIECES + 1):
            t = piece / _PIECES
            s = 1 - t
            shares = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
            stops = (start, one, other, end)
            x, y = (sum(share * stop[axis] for share, stop in zip(shares, stops, strict=True)) for axis in (0, 1))
            line.append((x, y))
    return line


def _lead_loops(loops: Iterator[Cable], places: Mapping[str, Point], tile: Point) -> dict[str, Way]:
    """Return the ways of *loops* that nobody led: out of the tile to the right, and back, one around the other."""
    ways = {}
    ranks: Counter[str] = Counter()
    for loop in loops:
        x, y = places[loop.source]
        rank = ranks[loop.source]
        ranks[loop.source] += 1
        up = min(_LEAST_APART + _APART * rank, tile[1] / 2)
        right = x + tile[0] / 2 + _TURN + _LETTER * loop.longest + _APART * rank
        ways[loop.id] = [(x, y - up), (right, y - up), (right, y + up), (x, y + up)]
    return ways


def _part_parallels(cables: Sequence[Cable]) -> dict[str, tuple[float, float]]:
    """Return how far aside of the middle those of *cables* run that join the same two devices in the same manner.

    Second is how far the outermost of them does.
    """
    alike: defaultdict[tuple[str, ...], list[Cable]] = defaultdict(list)
    for cable in cables:
        if cable.source != cable.target and not cable.bends:
            alike[(*sorted((cable.source, cable.target)), cable.route)].append(cable)
    asides = {}
    for group in alike.values():
        gap = min(_APART_LINES, _MOST_APART / max(len(group) - 1, 1))
        for place, cable in enumerate(group):
            turned = -1 if cable.source > cable.target else 1
            asides[cable.id] = (place - (len(group) - 1) / 2) * gap * turned, (len(group) - 1) / 2 * gap
    return asides


def _find_way(cable: Cable, places: Mapping[str, Point], tile: Point, asides: tuple[float, float], boxes: Boxes) -> Way:
    start, end = places[cable.source], places[cable.target]
    if cable.bends:
        stops = [start, *cable.bends, end]
        return square(stops, tile) if cable.route == "orthogonal" else stops
    aside, farthest = asides
    way = _lead_past(cable, start, end, farthest, boxes)
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5 or 1.0
    right, down = (start[1] - end[1]) / length * aside, (end[0] - start[0]) / length * aside
    return [(x + right, y + down) for x, y in way] if aside else way


def _lead_past(cable: Cable, start: Point, end: Point, wide: float, boxes: Boxes) -> Way:
    """Return the way of *cable* past *boxes*, with room for parallel ones up to *wide* beside it."""
    ends = {cable.source, cable.target}
    way = [start, *boxes.bend_past(start, end, ends, wide), end]
    if cable.route == "curved" and len(way) == 2:  # noqa: PLR2004 - without bends
        curve = flatten(list_curves(way, boxes.tile))
        if count_hits(curve, boxes.list_near(start, end, ends, wide)):
            # Straight it meets nothing, or less: through its own middle a curve has no bow.
            return [start, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), end]
    return way
