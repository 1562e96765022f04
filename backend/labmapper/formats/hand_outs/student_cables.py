"""The cables of the drawing that a student gets, as SVG: their ways and bends, colours, widths, dashes and names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from labmapper.core.drawing.cable_ways import Cable, draw_way, find_ways
from labmapper.core.drawing.items import Link, Node, Note, Shape
from labmapper.core.drawing.past_boxes import Point
from labmapper.core.drawing.styles import CableRoute, Color

# How large a tile with its name and address is, in canvas units.
TILE_WIDTH, TILE_HEIGHT = 128.0, 52.0
_LONGEST = 20
# Tiles beside each other that are nearer than this leave no room for two names of interfaces in a line.
_CLOSE, _ASIDE = 260.0, 7.0
_TILE = (TILE_WIDTH, TILE_HEIGHT)


def cut(text: str, longest: int = _LONGEST) -> str:
    """Return *text* in one line of at most *longest* characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def paint(color: Color | None) -> str:
    """Return the class of the page's style that paints in *color*, to be put behind others."""
    return f" paint-{color}" if color else ""


@dataclass(frozen=True, slots=True)
class DrawnCables:
    """Cables as everybody of a group has them: their SVG, and where they may run outside of all tiles."""

    svg: str
    corners: tuple[Point, ...]


def draw_cables(links: Sequence[Link], nodes: Mapping[str, Node], usual: CableRoute) -> DrawnCables:
    """Draw those of *links* of which both ends are among *nodes*; what says nothing of its way runs as is *usual*."""
    shown = [link for link in links if link.source.node in nodes and link.target.node in nodes]
    cables = [_read(link, link.route or usual) for link in shown]
    places = {id_: (node.x, node.y) for id_, node in nodes.items()}
    tiles = {id_: place for id_, place in places.items() if not isinstance(nodes[id_], Note | Shape)}
    ways = find_ways(cables, places, tiles, _TILE)
    lines = "".join(_render_line(link, ways[link.id], link.route or usual) for link in shown)
    names = "".join(name for link in shown for name in _render_names(link, ways[link.id]))
    return DrawnCables(lines + names, tuple(corner for way in ways.values() for corner in way))


def _read(link: Link, route: CableRoute) -> Cable:
    bends = tuple((bend.x, bend.y) for bend in link.bends)
    longest = max(len(cut(end.interface)) for end in (link.source, link.target))
    return Cable(link.id, link.source.node, link.target.node, route, bends, longest)


def _render_line(link: Link, way: Sequence[Point], route: CableRoute) -> str:
    style = "".join(f" {word}" for word in (link.width, link.dash) if word)
    return f'<path class="cable{paint(link.color)}{style}" d="{draw_way(way, route, _TILE)}"/>'


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
