"""Names of interfaces that stand as loose texts where a line leaves a device: they become labels of that line's end."""

import math
import re
from collections import defaultdict

from labmapper.formats.drawio.cells import Cell, Point
from labmapper.formats.drawio.shapes import Shapes

# What vendors call their interfaces, in full and short.
_INTERFACE = re.compile(
    r"(?:(?:ten|twentyfive|forty|hundred)?gig(?:abit)?(?:ethernet|e)?|fastethernet|ethernet|serial|port(?:-channel)?|ether|management"
    r"|mgmt|eth|en[ospx]|swp|wlan|te|tw|fo|hu|gi|ge|xe|et|fa|se|po|g|f|e|s)[ -]?[0-9]{1,4}(?:[/.:-][0-9a-z]{1,4}){0,4}",
    re.IGNORECASE | re.ASCII,
)
_LONGEST = 40
# So far from the device, and from the straight line between both devices, such a text may stand.
_NEAR_DEVICE, _NEAR_LINE = 60.0, 60.0
_MOST_COMPARED = 500_000


def tie_loose_texts(shapes: Shapes) -> None:
    """Make each note of *shapes* that is the name of an interface beside the end of a line a label of that line."""
    texts = [note for note in shapes.notes if _is_interface(note)]
    devices = {device.id: device for device in shapes.devices}
    lines = [(edge, *ends) for edge in shapes.edges for ends in _list_ends(edge, shapes, devices)]
    if not texts or len(texts) * len(lines) > _MOST_COMPARED:
        return
    near = [
        (_measure(text.middle, one.middle, other.middle), number, text, edge, side)
        for text in texts
        for number, (edge, side, one, other) in enumerate(lines)
        if one.holds(text.middle, _NEAR_DEVICE)
    ]
    taken: set[str] = set()
    ends: dict[str, set[float]] = defaultdict(set)
    for distance, _, text, edge, side in sorted(near, key=lambda each: each[:2]):
        if distance <= _NEAR_LINE and text.id not in taken and side not in ends[edge.id]:
            taken.add(text.id)
            ends[edge.id].add(side)
            label = Cell(text.id, text.lines, {}, edge.id, text.place, x=side)
            shapes.ends.setdefault(edge.id, []).append(label)
    shapes.notes = [note for note in shapes.notes if note.id not in taken]


def _is_interface(note: Cell) -> bool:
    return len(note.lines) == 1 and _INTERFACE.fullmatch(note.lines[0][:_LONGEST].strip()) is not None


def _list_ends(edge: Cell, shapes: Shapes, devices: dict[str, Cell]) -> list[tuple[float, Cell, Cell]]:
    """Return both ends of *edge*: the side that labels there have, the device, and the far one; none of a loose edge."""
    source, target = (devices.get(shapes.aliases.get(id_, id_)) for id_ in (edge.source, edge.target))
    if source is None or target is None or source is target:
        return []
    return [(-1.0, source, target), (1.0, target, source)]


def _measure(point: Point, start: Point, end: Point) -> float:
    """Return how far *point* is from the line from *start* to *end*."""
    (x, y), (a, b), (c, d) = point, start, end
    square = (c - a) ** 2 + (d - b) ** 2
    along = 0.0 if square == 0 else max(0.0, min(1.0, ((x - a) * (c - a) + (y - b) * (d - b)) / square))
    return math.hypot(x - a - along * (c - a), y - b - along * (d - b))
