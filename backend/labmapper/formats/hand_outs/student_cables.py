"""The cables of the drawing that a student gets, as SVG: their ways and bends, colours, widths, dashes and names."""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from labmapper.core.drawing.items import Bend, Link, Node
from labmapper.core.drawing.styles import CableRoute, Color

# How large a tile with its name and address is, in canvas units.
TILE_WIDTH, TILE_HEIGHT = 128.0, 52.0
_LONGEST = 20
# Tiles beside each other that are nearer than this leave no room for two names of interfaces in a line.
_CLOSE, _ASIDE = 260.0, 7.0
# With more than that between two rows of tiles, cables that do not run straight lead from below to above.
_BETWEEN_ROWS = 24.0
# How far beside a tile a loop turns back, and how far its ends, and those of another one at the tile, are apart.
_TURN, _LETTER = 36.0, 6.0
_APART, _LEAST_APART = 11.0, 8.0

Point = tuple[float, float]


def cut(text: str, longest: int = _LONGEST) -> str:
    """Return *text* in one line of at most *longest* characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def paint(color: Color | None) -> str:
    """Return the class of the page's style that paints in *color*, to be put behind others."""
    return f" paint-{color}" if color else ""


def render_cables(links: Sequence[Link], nodes: Mapping[str, Node], usual: CableRoute) -> Iterator[str]:
    """Yield those of *links* of which both ends are among *nodes*; what says nothing of its way runs as is *usual*."""
    names: list[str] = []
    loops = _find_loops(links, nodes)
    for link in list_shown(links, nodes):
        source, target = nodes[link.source.node], nodes[link.target.node]
        route = link.route or usual
        way = loops.get(link.id) or _find_way((source.x, source.y), link.bends, (target.x, target.y), route)
        style = "".join(f" {word}" for word in (link.width, link.dash) if word)
        yield f'<path class="cable{paint(link.color)}{style}" d="{_draw(way, route)}"/>'
        names += _render_names(link, way)
    yield from names


def list_shown(links: Sequence[Link], nodes: Mapping[str, Node]) -> list[Link]:
    """Return those of *links* of which both ends are among *nodes*."""
    return [link for link in links if link.source.node in nodes and link.target.node in nodes]


def list_corners(links: Sequence[Link], nodes: Mapping[str, Node]) -> list[Point]:
    """Return where those of *links* of which both ends are among *nodes* may run outside of all tiles: bends, and loops."""
    bends = [(bend.x, bend.y) for link in list_shown(links, nodes) for bend in link.bends]
    return [*bends, *itertools.chain.from_iterable(_find_loops(links, nodes).values())]


def _find_loops(links: Sequence[Link], nodes: Mapping[str, Node]) -> dict[str, list[Point]]:
    """Return by their ids the ways of the loops that nobody led: out of the tile to the right, and back, one around the other."""
    ways = {}
    ranks: Counter[str] = Counter()
    for link in list_shown(links, nodes):
        node = nodes[link.source.node]
        if link.source.node != link.target.node or link.bends:
            continue
        rank = ranks[node.id]
        ranks[node.id] += 1
        up = min(_LEAST_APART + _APART * rank, TILE_HEIGHT / 2)
        longest = max(len(cut(end.interface)) for end in (link.source, link.target))
        right = node.x + TILE_WIDTH / 2 + _TURN + _LETTER * longest + _APART * rank
        ways[link.id] = [(node.x, node.y - up), (right, node.y - up), (right, node.y + up), (node.x, node.y + up)]
    return ways


def _is_level(start: Point, end: Point) -> bool:
    """Return whether a cable from *start* leaves its device at the side, as in the editor: not where *end* is in another row."""
    right, down = abs(end[0] - start[0]), abs(end[1] - start[1])
    return down <= TILE_HEIGHT + _BETWEEN_ROWS and down < right


def _find_way(start: Point, bends: Sequence[Bend], end: Point, route: CableRoute) -> list[Point]:
    """Return the corners of the way from *start* through *bends* to *end*, all of them upright or level in right angles."""
    stops = [start, *((bend.x, bend.y) for bend in bends), end]
    if route != "orthogonal":
        return stops
    if not bends:
        return _turn_half_way(start, end)
    way, is_level = [start], _is_level(start, stops[1])
    for x, y in stops[1:]:
        way += [(x, way[-1][1]) if is_level else (way[-1][0], y), (x, y)]
        is_level = not is_level
    return [point for point, _ in itertools.groupby(way)]


def _turn_half_way(start: Point, end: Point) -> list[Point]:
    (x, y), (right, down) = start, end
    if _is_level(start, end):
        return list(dict.fromkeys([start, ((x + right) / 2, y), ((x + right) / 2, down), end]))
    return list(dict.fromkeys([start, (x, (y + down) / 2), (right, (y + down) / 2), end]))


def _draw(way: Sequence[Point], route: CableRoute) -> str:
    """Return the path along *way*: in curves one that bows at its bends, or leaves both ends straight without any."""
    if route != "curved" or not way[1:]:
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in way)
    if len(way) > 2:  # noqa: PLR2004 - with bends
        return _bow(way)
    (x, y), (right, down) = way
    if _is_level(*way):
        return f"M{x:g} {y:g}C{(x + right) / 2:g} {y:g} {(x + right) / 2:g} {down:g} {right:g} {down:g}"
    return f"M{x:g} {y:g}C{x:g} {(y + down) / 2:g} {right:g} {(y + down) / 2:g} {right:g} {down:g}"


def _bow(way: Sequence[Point]) -> str:
    """Return the path that bows at each bend of *way*, and passes half-way between them."""
    middles = [((one[0] + other[0]) / 2, (one[1] + other[1]) / 2) for one, other in itertools.pairwise(way[1:-1])]
    bows = zip(way[1:-1], [*middles, way[-1]], strict=True)
    return f"M{way[0][0]:g} {way[0][1]:g}" + "".join(f"Q{at[0]:g} {at[1]:g} {x:g} {y:g}" for at, (x, y) in bows)


def _render_names(link: Link, way: Sequence[Point]) -> Iterator[str]:
    """Yield the names of both interfaces, and that of the cable in the middle of its *way*."""
    if len(way) > 1:
        for end, near, far, side in ((link.source, way[0], way[1], -1), (link.target, way[-1], way[-2], 1)):
            if end.interface:
                yield _write(end.interface, *_leave(near, far, side))
    if link.name:
        one, other = way[(len(way) - 1) // 2], way[len(way) // 2]
        yield _write(link.name, (one[0] + other[0]) / 2, (one[1] + other[1]) / 2 + 3)


def _write(name: str, x: float, y: float) -> str:
    return f'<text class="interface" x="{x:g}" y="{y:g}">{escape(cut(name))}</text>'


def _leave(near: Point, far: Point, side: int) -> Point:
    """Return where the name of an interface stands: on the cable, where it leaves the tile at *near* towards *far*.

    Where tiles are close, the two names stand above and below the cable, by the *side* of the end.
    """
    right, down = far[0] - near[0], far[1] - near[1]
    across = abs(TILE_WIDTH / 2 / right) if right else 1.0
    along = abs(TILE_HEIGHT / 2 / down) if down else 1.0
    part = min(across, along, 0.5)
    length = (right**2 + down**2) ** 0.5 or 1.0
    part = min(part + 14 / length, 0.5)
    aside = _ASIDE * side if abs(right) < _CLOSE and abs(down) < TILE_HEIGHT else 0.0
    return near[0] + right * part, near[1] + down * part + 3 + aside
