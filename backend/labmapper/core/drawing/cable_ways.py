"""The ways of cables on pictures that the server paints: round what they do not join, beside parallel ones, and loops.

The editor finds them with more care and places the names along them; here is what a small picture and a printed page need.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from labmapper.core.drawing.box_grid import Point
from labmapper.core.drawing.past_boxes import Boxes
from labmapper.core.drawing.right_angles import Way, lead_in_right_angles, leaves_level, square

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
            ways[cable.id] = _find_way(cable, places, tile, asides.get(cable.id, 0.0), boxes)
    return ways


def draw_way(
    way: Sequence[Point], route: str, tile: Point, place: Callable[[Point], Point] = lambda point: point
) -> str:
    """Return *way* as the path of an SVG: in curves one that bows at its bends, or leaves both ends straight without any.

    *place* tells where a point of the drawing is in the SVG.
    """
    placed = [place(point) for point in way]
    if route != "curved" or not way[1:]:
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in placed)
    if len(way) > 2:  # noqa: PLR2004 - with bends
        return _bow(placed)
    (x, y), (right, down) = placed
    if leaves_level(way[0], way[1], tile):
        return f"M{x:g} {y:g}C{(x + right) / 2:g} {y:g} {(x + right) / 2:g} {down:g} {right:g} {down:g}"
    return f"M{x:g} {y:g}C{x:g} {(y + down) / 2:g} {right:g} {(y + down) / 2:g} {right:g} {down:g}"


def _bow(way: Sequence[Point]) -> str:
    """Return the path that bows at each bend of *way*, and passes half-way between them."""
    middles = [((one[0] + other[0]) / 2, (one[1] + other[1]) / 2) for one, other in itertools.pairwise(way[1:-1])]
    bows = zip(way[1:-1], [*middles, way[-1]], strict=True)
    return f"M{way[0][0]:g} {way[0][1]:g}" + "".join(f"Q{at[0]:g} {at[1]:g} {x:g} {y:g}" for at, (x, y) in bows)


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


def _part_parallels(cables: Sequence[Cable]) -> dict[str, float]:
    """Return how far aside of the middle those of *cables* run that join the same two devices in the same manner."""
    alike: defaultdict[tuple[str, ...], list[Cable]] = defaultdict(list)
    for cable in cables:
        if cable.source != cable.target and not cable.bends:
            alike[(*sorted((cable.source, cable.target)), cable.route)].append(cable)
    asides = {}
    for group in alike.values():
        gap = min(_APART_LINES, _MOST_APART / max(len(group) - 1, 1))
        for place, cable in enumerate(group):
            turned = -1 if cable.source > cable.target else 1
            asides[cable.id] = (place - (len(group) - 1) / 2) * gap * turned
    return asides


def _find_way(cable: Cable, places: Mapping[str, Point], tile: Point, aside: float, boxes: Boxes) -> Way:
    start, end = places[cable.source], places[cable.target]
    if cable.bends:
        stops = [start, *cable.bends, end]
        return square(stops, tile) if cable.route == "orthogonal" else stops
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5 or 1.0
    right, down = (start[1] - end[1]) / length * aside, (end[0] - start[0]) / length * aside
    way = [start, *boxes.bend_past(start, end, {cable.source, cable.target}), end]
    return [(x + right, y + down) for x, y in way] if aside else way
