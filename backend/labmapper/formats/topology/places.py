"""Places of what was read from a file: its own ones, scaled to the grid of the drawing, and so that nothing overlaps."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

# How far apart neighbours are put, as a drawing that was typed has them, and the room of a tile with its label.
STEP_X, STEP_Y = 160.0, 144.0
TILE_WIDTH, TILE_HEIGHT = 128.0, 120.0
# The document holds places up to 1,000,000; what is pushed apart needs room beyond.
_FARTHEST = 800_000.0
# The nearest neighbour is looked for from so many points: a few tell how dense all are.
_MEASURED = 200
# What is in the way is put on one of so many rings of free places around it, else below everything.
_RINGS = 6
# In a drawing where nearly everything is in the way, only so many places are tried.
_MOST_TRIES = 100_000
# How wide the rows below are.
_ROW = 16 * STEP_X

Point = tuple[float, float]


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
    distinct = list(dict.fromkeys(points))
    step = max(1, len(distinct) // _MEASURED)
    for x, y in distinct[::step]:
        squares = [(x - a) * (x - a) + (y - b) * (y - b) for a, b in distinct]
        nearest = min((each for each in squares if each > 0), default=0)
        if nearest > 0 and math.isfinite(nearest):
            yield math.sqrt(nearest)


@dataclass(slots=True)
class Board:
    """What is placed already, in squares, so that whatever comes next finds a free place near where it should be."""

    _squares: dict[tuple[int, int], list[tuple[float, float, float, float]]] = field(default_factory=dict)
    _full: set[tuple[int, int]] = field(default_factory=set)
    _bottom: float = 0.0
    _tries: int = 0

    def put(self, x: float, y: float, width: float = TILE_WIDTH, height: float = TILE_HEIGHT) -> Point | None:
        """Return the free place nearest *x*, *y* for the middle of a tile, and take it; None where all around is taken."""
        for place in self._list_near(x, y, width, height):
            if self._is_free(*place, width, height):
                return self._take(*place, width, height)
        self._full.add(_find_square(x, y))
        return None

    def put_below(self, sizes: Iterable[tuple[float, float]]) -> list[Point]:
        """Return places for tiles of these *sizes* in rows below everything, and take them."""
        x, y, row = 0.0, self._bottom + STEP_Y / 2, 0.0
        places = []
        for width, height in sizes:
            if x > 0 and x + width > _ROW:
                x, y, row = 0.0, y + row, 0.0
            places.append(self._take(x + width / 2, y + height / 2, width, height))
            x, row = x + width + 32, max(row, height + 24)
        return places

    def _list_near(self, x: float, y: float, width: float, height: float) -> Iterable[Point]:
        yield x, y
        if _find_square(x, y) in self._full or self._tries > _MOST_TRIES:
            return
        right, down = max(width, STEP_X), max(height, STEP_Y)
        for ring in range(1, _RINGS + 1):
            around = [
                (a, b) for a in range(-ring, ring + 1) for b in range(-ring, ring + 1) if max(abs(a), abs(b)) == ring
            ]
            around.sort(key=lambda step: (abs(step[0]) + abs(step[1]), step[1] < 0, step[0] < 0))
            yield from ((x + a * right, y + b * down) for a, b in around)

    def _is_free(self, x: float, y: float, width: float, height: float) -> bool:
        self._tries += 1
        left, top, right, bottom = x - width / 2, y - height / 2, x + width / 2, y + height / 2
        return not any(
            left < each[2] and each[0] < right and top < each[3] and each[1] < bottom
            for square in _list_squares(left, top, right, bottom)
            for each in self._squares.get(square, ())
        )

    def _take(self, x: float, y: float, width: float, height: float) -> Point:
        box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        for square in _list_squares(*box):
            self._squares.setdefault(square, []).append(box)
        self._bottom = max(self._bottom, box[3])
        return x, y


def _find_square(x: float, y: float) -> tuple[int, int]:
    return math.floor(x / STEP_X), math.floor(y / STEP_Y)


def _list_squares(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    (first_column, first_row), (last_column, last_row) = _find_square(left, top), _find_square(right, bottom)
    for column in range(first_column, last_column + 1):
        for row in range(first_row, last_row + 1):
            yield column, row
