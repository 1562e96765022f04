"""A board on which tiles find free places: each as near as can be to where it should be, none on top of another."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

# How far apart neighbours are put, as a drawing that was typed has them, and the room of a tile with its label.
STEP_X, STEP_Y = 160.0, 144.0
TILE_WIDTH, TILE_HEIGHT = 128.0, 120.0
# What is in the way is put on one of so many rings of free places around it, else below everything.
_RINGS = 6
# How far apart the places are that are tried for what stays close.
_CLOSE = 24.0
# In a drawing where nearly everything is in the way, only so many places are tried.
_MOST_TRIES = 100_000
# How wide the rows below are.
_ROW = 16 * STEP_X

# What covers more squares than this is compared as a whole; so many such boxes are heeded.
_MOST_SQUARES, _MOST_LARGE = 10_000, 100

Point = tuple[float, float]
# Left, top, right and bottom.
Sides = tuple[float, float, float, float]


@dataclass(slots=True)
class Board:
    """What is placed already, in squares, so that whatever comes next finds a free place near where it should be."""

    _squares: dict[tuple[int, int], list[Sides]] = field(default_factory=dict)
    _large: list[Sides] = field(default_factory=list)
    _full: set[tuple[int, int]] = field(default_factory=set)
    # Where nothing is placed yet, there is no bottom.
    _bottom: float = -math.inf
    _tries: int = 0

    def put(
        self,
        x: float,
        y: float,
        width: float = TILE_WIDTH,
        height: float = TILE_HEIGHT,
        within: Sides = (-math.inf, -math.inf, math.inf, math.inf),
    ) -> Point | None:
        """Return the free place nearest *x*, *y* for the middle of a tile, and take it; None where all around is taken.

        The whole tile is put *within* these sides.
        """
        for place in self._list_near(x, y, max(width, STEP_X), max(height, STEP_Y)):
            if _is_inside(find_sides(*place, width, height), within) and self._is_free(*place, width, height):
                return self._take(*place, width, height)
        self._full.add(_find_square(x, y))
        return None

    def put_close(self, x: float, y: float, width: float, height: float) -> Point | None:
        """Do as ``put``, but look in small steps first: for what is a part of what it stands beside, as a text is."""
        if _find_square(x, y) not in self._full:
            for place in self._list_near(x, y, _CLOSE, _CLOSE):
                if self._is_free(*place, width, height):
                    return self._take(*place, width, height)
        return self.put(x, y, width, height)

    def block(self, sides: Sides) -> None:
        """Let nothing be put between *sides*, whatever is there already."""
        left, top, right, bottom = sides
        # Even the flattest box covers a square in each of its columns.
        if ((right - left) / STEP_X + 1) * ((bottom - top) / STEP_Y + 1) <= _MOST_SQUARES:
            self._take((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)
        elif len(self._large) < _MOST_LARGE:
            self._large.append(sides)
        self._bottom = max(self._bottom, bottom)

    def put_below(
        self, sizes: Iterable[tuple[float, float]], start: float = 0.0, lowest: float = -math.inf
    ) -> list[Point]:
        """Return places for tiles of these *sizes* in rows below everything, and below *lowest*, which begin at *start*; take them."""
        x, y, row = 0.0, max(self._bottom + STEP_Y / 2, lowest), 0.0
        y = y if math.isfinite(y) else STEP_Y / 2
        places = []
        for width, height in sizes:
            if x > 0 and x + width > _ROW:
                x, y, row = 0.0, y + row, 0.0
            places.append(self._take(start + x + width / 2, y + height / 2, width, height))
            x, row = x + width + 32, max(row, height + 24)
        return places

    def _list_near(self, x: float, y: float, right: float, down: float) -> Iterable[Point]:
        yield x, y
        if _find_square(x, y) in self._full or self._tries > _MOST_TRIES:
            return
        for ring in range(1, _RINGS + 1):
            around = [
                (a, b) for a in range(-ring, ring + 1) for b in range(-ring, ring + 1) if max(abs(a), abs(b)) == ring
            ]
            around.sort(key=lambda step: (abs(step[0]) + abs(step[1]), step[1] < 0, step[0] < 0))
            yield from ((x + a * right, y + b * down) for a, b in around)

    def _is_free(self, x: float, y: float, width: float, height: float) -> bool:
        self._tries += 1
        sides = find_sides(x, y, width, height)
        return not any(
            _do_overlap(sides, each)
            for square in _list_squares(*sides)
            for each in (*self._squares.get(square, ()), *self._large)
        )

    def _take(self, x: float, y: float, width: float, height: float) -> Point:
        box = find_sides(x, y, width, height)
        for square in _list_squares(*box):
            self._squares.setdefault(square, []).append(box)
        self._bottom = max(self._bottom, box[3])
        return x, y


def find_sides(x: float, y: float, width: float = TILE_WIDTH, height: float = TILE_HEIGHT) -> Sides:
    """Return the sides of what has its middle at *x*, *y*: without a size, of a tile with its label."""
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _do_overlap(one: Sides, other: Sides) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _is_inside(inner: Sides, outer: Sides) -> bool:
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _find_square(x: float, y: float) -> tuple[int, int]:
    return math.floor(x / STEP_X), math.floor(y / STEP_Y)


def _list_squares(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    (first_column, first_row), (last_column, last_row) = _find_square(left, top), _find_square(right, bottom)
    for column in range(first_column, last_column + 1):
        for row in range(first_row, last_row + 1):
            yield column, row
