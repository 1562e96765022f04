"""The cables of the drawing that a student gets, as SVG: their ways and bends, colours, widths, dashes and names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from labmapper.core.drawing.box_grid import Point
from labmapper.core.drawing.cable_ways import Cable, draw_way, find_ways
from labmapper.core.drawing.items import Link, Node, Note, Shape
from labmapper.core.drawing.styles import CableRoute, Color
from labmapper.formats.hand_outs.student_names import PlacedName, Wanted, place_names

# How high a tile with its name and address is, in canvas units.
TILE_HEIGHT = 52.0
_LONGEST = 20


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


def draw_cables(links: Sequence[Link], nodes: Mapping[str, Node], usual: CableRoute, width: float) -> DrawnCables:
    """Draw those of *links* of which both ends are among *nodes*; what says nothing of its way runs as is *usual*.

    Tiles are *width* wide.
    """
    shown = [link for link in links if link.source.node in nodes and link.target.node in nodes]
    cables = [_read(link, link.route or usual) for link in shown]
    places = {id_: (node.x, node.y) for id_, node in nodes.items()}
    tiles = {id_: place for id_, place in places.items() if not isinstance(nodes[id_], Note | Shape)}
    tile = (width, TILE_HEIGHT)
    ways = find_ways(cables, places, tiles, tile)
    lines = "".join(_render_line(link, draw_way(ways[link.id], link.route or usual, tile)) for link in shown)
    wanted = [name for link in shown for name in _list_names(link, ways[link.id])]
    names = "".join(map(_write, place_names(wanted, tiles, tile)))
    return DrawnCables(lines + names, tuple(corner for way in ways.values() for corner in way))


def _read(link: Link, route: CableRoute) -> Cable:
    bends = tuple((bend.x, bend.y) for bend in link.bends)
    longest = max(len(cut(end.interface)) for end in (link.source, link.target))
    return Cable(link.id, link.source.node, link.target.node, route, bends, longest)


def _render_line(link: Link, path: str) -> str:
    style = "".join(f" {word}" for word in (link.width, link.dash) if word)
    return f'<path class="cable{paint(link.color)}{style}" d="{path}"/>'


def _list_names(link: Link, way: Sequence[Point]) -> Iterator[Wanted]:
    """Yield the names of both interfaces, and that of the cable in the middle of its *way*."""
    if len(way) > 1:
        for end, path in ((link.source, way), (link.target, way[::-1])):
            if end.interface:
                yield Wanted(cut(end.interface), path)
    if link.name:
        yield Wanted(cut(link.name), way, is_in_middle=True)


def _write(name: PlacedName) -> str:
    return f'<text class="interface" x="{name.x:g}" y="{name.y + 3:g}">{escape(name.text)}</text>'
