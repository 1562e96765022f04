"""Rectangles and ellipses that somebody has drawn: zones where devices are in them, named by a short text there, else figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from labmapper.core.drawing.styles import Color
from labmapper.formats.topology.model import Figure, Note, Topology, Zone
from labmapper.formats.topology.places import is_place

Box = tuple[float, float, float, float]

# So many are looked at, and so often a device or a text is compared with one.
_MOST_FRAMES = 200
_MOST_FIGURES = 500
_MOST_COMPARED = 500_000
# What names a frame stands in its upper or lower part, in one short line, or just above it.
_WORD = re.compile(r"[^\W\d_]{2}")
# The last number of an address, which stands at an interface.
_HOST = re.compile(r"\.\d{1,3}(?:/\d{1,2})?", re.ASCII)
_EDGE, _ABOVE, _LONGEST_NAME = 0.3, 30.0, 60


@dataclass(frozen=True, slots=True)
class Frame:
    """A shape by its left, top, width and height; the *name* is what is written in it, if the file ties them together."""

    box: Box
    name: str = ""
    shape: Literal["rectangle", "ellipse"] = "rectangle"
    color: Color | None = None


def take_frames(topology: Topology, frames: Sequence[Frame]) -> int:
    """Add a zone to *topology* for each of *frames* around devices, a figure for each other, and return how many are lost.

    Of two that cross, the larger one is a zone: zones lie in each other or side by side. A note that names a zone is taken
    off the notes.
    """
    known = sorted((each for each in frames if _is_box(each.box)), key=lambda each: -each.box[2] * each.box[3])
    points = [(each.x or 0.0, each.y or 0.0) for each in topology.devices if is_place(each.x, each.y)]
    taken: list[Frame] = []
    for frame in known[: min(_MOST_FRAMES, _MOST_COMPARED // max(1, len(points)))]:
        holds_any = any(_holds(frame.box, x, y) for x, y in points)
        if holds_any and not any(_do_cross(frame.box, other.box) for other in taken):
            taken.append(frame)
    # The smallest first: a text in two is the name of the inner one.
    for number, frame in reversed(list(enumerate(taken, start=1))):
        name = frame.name or _take_name(topology, frame.box)
        topology.zones.append(Zone(f"frame {number}", name, box=frame.box, color=frame.color))
    zones = {id(frame) for frame in taken}
    return len(frames) - len(taken) - draw_figures(topology, [frame for frame in known if id(frame) not in zones])


def draw_figures(topology: Topology, frames: Sequence[Frame]) -> int:
    """Add a figure to *topology* for each of the first of *frames*, the largest before what lies on it; return how many."""
    drawn = sorted(
        (each for each in frames[:_MOST_FIGURES] if _is_box(each.box)), key=lambda each: -each.box[2] * each.box[3]
    )
    for frame in drawn:
        left, top, width, height = frame.box
        middle = left + width / 2, top + height / 2
        topology.figures.append(Figure(*middle, width, height, frame.shape, frame.name, frame.color))
    return len(drawn)


def _is_box(box: Box) -> bool:
    return is_place(*box[:2]) and is_place(*box[2:]) and min(box[2:]) > 0


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[0] + box[2] and box[1] <= y <= box[1] + box[3]


def _do_cross(one: Box, other: Box) -> bool:
    """Return whether *one* and *other* share room without one lying in the other."""
    is_apart = (
        one[0] >= other[0] + other[2]
        or other[0] >= one[0] + one[2]
        or one[1] >= other[1] + other[3]
        or other[1] >= one[1] + one[3]
    )
    return not (is_apart or _is_in(one, other) or _is_in(other, one))


def _is_in(inner: Box, outer: Box) -> bool:
    return _holds(outer, *inner[:2]) and _holds(outer, inner[0] + inner[2], inner[1] + inner[3])


def _take_name(topology: Topology, box: Box) -> str:
    """Return the text that stands nearest the upper or lower edge of *box*, a word before an address; take it off the notes."""
    found = [
        (_WORD.search(note.text) is None, distance, number)
        for number, note in enumerate(topology.notes[:_MOST_FRAMES])
        if (distance := _measure(note, box)) is not None
    ]
    return topology.notes.pop(min(found)[2]).text if found else ""


def _measure(note: Note, box: Box) -> float | None:
    """Return how far *note* is from the upper or the lower edge of *box*; None where it is not its name."""
    text, x, y = note.text.strip(), note.x, note.y
    if x is None or y is None or not text or "\n" in text or len(text) > _LONGEST_NAME or _HOST.fullmatch(text):
        return None
    left, top, width, height = box
    is_beside = left <= x <= left + width
    distance = min(abs(y - top), abs(y - top - height))
    is_inside = top <= y <= top + height and distance <= max(height * _EDGE, _ABOVE)
    return distance if is_beside and (is_inside or 0 < top - y <= _ABOVE) else None
