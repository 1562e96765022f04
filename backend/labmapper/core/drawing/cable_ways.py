"""The ways of cables on pictures that the server paints: round what they do not join, beside parallel ones, and loops.

The editor finds them with more care and places the names along them; here is what a small picture and a printed page need.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from labmapper.core.drawing.past_boxes import Boxes, Point, count_hits

# With more than that between two rows of tiles, cables that do not run straight lead from below to above.
_BETWEEN_ROWS = 24.0
# How far apart parallel cables lie, and all those between two devices together.
_APART_LINES, _MOST_APART = 13.0, 44.0
# How far beside a tile a loop turns back, and how far its ends, and those of another one at the tile, are apart.
_TURN, _LETTER = 36.0, 6.0
_APART, _LEAST_APART = 11.0, 8.0
# Where a cable in right angles may turn, as shares of its way.
_TURNS = (0.5, 0.35, 0.65, 0.2, 0.8)

Way = list[Point]


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
    for cable in cables:
        if cable.id not in ways:
            ways[cable.id] = _find_way(cable, places, tile, asides.get(cable.id, 0.0), boxes)
    return ways


def draw_way(way: Sequence[Point], route: str, tile: Point) -> str:
    """Return *way* as the path of an SVG: in curves one that bows at its bends, or leaves both ends straight without any."""
    if route != "curved" or not way[1:]:
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in way)
    if len(way) > 2:  # noqa: PLR2004 - with bends
        return _bow(way)
    (x, y), (right, down) = way
    if _is_level(way[0], way[1], tile):
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
        return _square(stops, tile) if cable.route == "orthogonal" else stops
    if cable.route == "orthogonal":
        return _turn(cable, places, tile, aside, boxes)
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5 or 1.0
    right, down = (start[1] - end[1]) / length * aside, (end[0] - start[0]) / length * aside
    way = [start, *boxes.bend_past(start, end, {cable.source, cable.target}), end]
    return [(x + right, y + down) for x, y in way] if aside else way


def _is_level(start: Point, end: Point, tile: Point) -> bool:
    """Return whether a cable from *start* leaves its device at the side, as in the editor: not where *end* is in another row."""
    right, down = abs(end[0] - start[0]), abs(end[1] - start[1])
    return down <= tile[1] + _BETWEEN_ROWS and down < right


def _square(stops: Sequence[Point], tile: Point) -> Way:
    """Return the way through *stops* in pieces that are upright or level."""
    way, is_level = [stops[0]], _is_level(stops[0], stops[1], tile)
    for x, y in stops[1:]:
        way += [(x, way[-1][1]) if is_level else (way[-1][0], y), (x, y)]
        is_level = not is_level
    return [point for point, _ in itertools.groupby(way)]


def _turn(cable: Cable, places: Mapping[str, Point], tile: Point, aside: float, boxes: Boxes) -> Way:
    """Return the way of *cable* in right angles that fewest of *boxes* are on: one that turns half-way where that is as good."""
    start, end = places[cable.source], places[cable.target]
    level = _is_level(start, end, tile)
    near = boxes.between(start, end, {cable.source, cable.target})
    best: Way = []
    least = float("inf")
    for is_level in (level, not level):
        for turn in _list_turns(start, end, tile, is_level=is_level):
            way = _turn_at(start, end, turn, is_level=is_level, aside=aside)
            hits = count_hits(way, near)
            if hits < least:
                best, least = way, hits
            if not hits or not boxes.spend(len(near)):
                return best
    return best


def _list_turns(start: Point, end: Point, tile: Point, *, is_level: bool) -> list[float]:
    """Return where a way from *start* to *end* may turn: between them, and beyond both."""
    axis = 0 if is_level else 1
    one, other = start[axis], end[axis]
    beyond = tile[axis] / 2 + _TURN / 2
    return [one + (other - one) * share for share in _TURNS] + [min(one, other) - beyond, max(one, other) + beyond]


def _turn_at(start: Point, end: Point, turn: float, *, is_level: bool, aside: float) -> Way:
    """Return the way from *start* to *end* that turns at *turn*, *aside* of the middles of both."""
    (x, y), (right, down) = start, end
    if is_level:
        turn -= aside if down > y else -aside
        return list(dict.fromkeys([(x, y + aside), (turn, y + aside), (turn, down + aside), (right, down + aside)]))
    turn -= aside if right > x else -aside
    return list(dict.fromkeys([(x + aside, y), (x + aside, turn), (right + aside, turn), (right + aside, down)]))
