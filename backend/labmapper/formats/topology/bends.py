"""Bends of cables: the points of the file through which a cable was led, as points of the drawing."""

import math
from collections.abc import Sequence
from typing import TypeVar

from labmapper.core.arrangement.board import Point
from labmapper.core.drawing.items import MAX_BENDS, Bend
from labmapper.formats.topology.places import Scale, bound_place, is_place

# A bend that is so near the middle line of a device, in units of the drawing, goes upright or level from it.
_IN_LINE = 32.0

# The middle of a device in the file and in the drawing, where it stands on free ground.
Moved = tuple[Point, Point]


Bends = TypeVar("Bends", bound=Sequence[object])


def choose_bends(points: Bends) -> Bends:
    """Return *points*, of more than a cable has here every second, third, ... of them."""
    return points[:: max(1, math.ceil(len(points) / MAX_BENDS))]  # type: ignore[return-value]  # a slice is of its kind


def place_bends(bends: Sequence[Point], ends: Sequence[Moved], scale: Scale) -> list[Bend]:
    """Return *bends* of a cable as they are drawn by *scale*: what goes straight off one of its *ends* does so still."""
    moves = [(scale.apply(before), after) for before, after in ends]
    return [_place(scale.apply(bend), moves) for bend in choose_bends(bends) if is_place(*bend)]


def _place(bend: Point, moves: Sequence[Moved]) -> Bend:
    x, y = (
        next((at + after[axis] - before[axis] for before, after in moves if abs(at - before[axis]) <= _IN_LINE), at)
        for axis, at in enumerate(bend)
    )
    return Bend(x=bound_place(x), y=bound_place(y))
