"""Places of what was read from a file: its own ones, scaled to the grid of the drawing, and so that nothing overlaps."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from labmapper.core.arrangement.board import STEP_X, Point

# The document holds places up to 1,000,000; what is pushed apart needs room beyond.
_FARTHEST = 800_000.0
_LAST = 1_000_000.0
# The nearest neighbour is looked for from so many points: a few tell how dense all are.
_MEASURED = 200


@dataclass(frozen=True, slots=True)
class Scale:
    """From the units of a file to those of the drawing: moved by *left* and *top*, then enlarged by *factor*."""

    left: float
    top: float
    factor: float

    def apply(self, point: Point) -> Point:
        """Return *point* in units of the drawing."""
        return (point[0] - self.left) * self.factor, (point[1] - self.top) * self.factor

    def stretch(self, wider: float) -> "Scale":
        """Return the scale by which all is so much *wider* apart."""
        return Scale(self.left, self.top, self.factor * wider)


def is_place(x: float | None, y: float | None) -> bool:
    """Return whether *x* and *y* are a place at all."""
    return x is not None and y is not None and math.isfinite(x) and math.isfinite(y) and max(abs(x), abs(y)) < 1e12  # noqa: PLR2004 - beyond any drawing


def bound_place(value: float) -> float:
    """Return *value* as the document can hold it as a place."""
    return max(-_LAST, min(_LAST, round(value, 1)))


def find_scale(points: Sequence[Point]) -> Scale:
    """Return the scale by which most of *points* are as far from their nearest neighbour as tiles should be."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width, height = max(x for x, _ in points) - left, max(y for _, y in points) - top
    nearest = list(_measure_nearest(points))
    factor = STEP_X / median(nearest) if nearest else 1.0
    largest = max(width, height)
    if largest:
        factor = min(factor, _FARTHEST / largest)
    return Scale(left, top, factor)


def _measure_nearest(points: Sequence[Point]) -> Iterator[float]:
    """Yield how far the nearest other place is from each of some of *points*."""
    ordered = sorted(set(points))
    step = max(1, len(ordered) // _MEASURED)
    for number in range(0, len(ordered), step):
        nearest = min(_find_nearest(ordered, number, 1), _find_nearest(ordered, number, -1))
        if math.isfinite(nearest):
            yield math.sqrt(nearest)


def _find_nearest(ordered: Sequence[Point], number: int, step: int) -> float:
    """Return the square of how far the nearest is of the points before or after that with this *number*, by *step*."""
    x, y = ordered[number]
    nearest = math.inf
    for a, b in ordered[number + step :: step] if number + step >= 0 else ():
        across = (x - a) * (x - a)
        if across >= nearest:
            break
        nearest = min(nearest, across + (y - b) * (y - b)) or nearest
    return nearest
