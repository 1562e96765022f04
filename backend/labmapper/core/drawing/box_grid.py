"""A spatial index of boxes: squares of a grid, by which the boxes near another one are found."""

import itertools
from collections import defaultdict
from collections.abc import Iterator
from typing import Generic, TypeVar

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


Key = TypeVar("Key")


class BoxGrid(Generic[Key]):
    """Boxes by their keys, in squares of *side*."""

    def __init__(self, side: float) -> None:
        """Begin without boxes."""
        self._side = side
        self._squares: defaultdict[tuple[int, int], dict[Key, Box]] = defaultdict(dict)

    def add(self, key: Key, box: Box) -> None:
        """Add *box* by a new *key*."""
        for square in self._cover(box):
            self._squares[square][key] = box

    def find_near(self, box: Box) -> dict[Key, Box]:
        """Return by their keys the boxes in the squares that *box* touches."""
        found: dict[Key, Box] = {}
        for square in self._cover(box):
            found.update(self._squares.get(square, {}))
        return found

    def _cover(self, box: Box) -> Iterator[tuple[int, int]]:
        columns = range(int(box[0] // self._side), int(box[2] // self._side) + 1)
        rows = range(int(box[1] // self._side), int(box[3] // self._side) + 1)
        return itertools.product(columns, rows)
