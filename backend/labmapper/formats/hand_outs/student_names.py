"""Where the names of interfaces and cables stand on the drawing that a student gets: on no tile, and not on each other."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from labmapper.core.drawing.box_grid import Box, BoxGrid, Point
from labmapper.core.drawing.interface_names import abbreviate_interface, cut_interface

# In canvas units: how wide a letter of a name is, how high a name, and how far it stays off what is around it.
_LETTER, _HEIGHT, _HAIR = 5.3, 10.0, 2.0
# How far from the border of its tile a name begins to look for a place, in which steps, and how far it goes.
_FIRST, _STEP, _FARTHEST = 10.0, 9.0, 90.0
# Beside the cable is worth so many steps along it.
_BESIDE = 2
# To how many characters a name is cut that finds no place. With more names in all, each stands at its first place.
_LENGTHS = (20, 10, 6, 4)
_MOST = 3_000
# So many boxes are compared for one drawing: some tenths of a second. What is left then stands where it would without others.
_MOST_COMPARED = 1_000_000
_SQUARE = 64.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name that looks for a place along *way*, in its middle or from its start on."""

    text: str
    way: Sequence[Point]
    is_in_middle: bool = False


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name, perhaps shortened, around its middle."""

    text: str
    x: float
    y: float


class _Taken:
    """The boxes that names may not stand on."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._grid: BoxGrid[Box] = BoxGrid(_SQUARE)
        self._left = _MOST_COMPARED
        for box in boxes:
            self.add(box)

    @property
    def is_spent(self) -> bool:
        """Return whether so many boxes were compared that no more shall be."""
        return self._left <= 0

    def add(self, box: Box) -> None:
        self._grid.add(box, box)

    def is_free(self, box: Box) -> bool:
        near = self._grid.find_near(box)
        self._left -= len(near)
        return not any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in near
        )


def place_names(wanted: Sequence[Wanted], places: Mapping[str, Point], tile: Point) -> Iterator[PlacedName]:
    """Yield those of *wanted* that find a place between the tiles at *places*, all of which are as large as *tile*.

    Short names choose first; the longest are shortened where there is no room.
    """
    half = tile[0] / 2 + _HAIR, tile[1] / 2 + _HAIR
    taken = _Taken((x - half[0], y - half[1], x + half[0], y + half[1]) for x, y in places.values())
    looks = len(wanted) <= _MOST
    for name in sorted(wanted, key=lambda each: len(each.text)) if looks else wanted:
        spots = list(_list_spots(name, tile))
        placed = _place(name.text, spots, taken) if looks and not taken.is_spent else _stand(name.text, spots)
        if placed is not None:
            yield placed


def _place(text: str, spots: Sequence[tuple[Point, Point]], taken: _Taken) -> PlacedName | None:
    for longest in _LENGTHS:
        shown = cut_interface(text, longest)
        width = len(shown) * _LETTER
        # What engineers write shorter is whole only on its cable.
        is_long = len(abbreviate_interface(shown)) < len(shown)
        for x, y in [point for point, _ in spots] if is_long else _spread(spots, width):
            box = (x - width / 2, y - _HEIGHT / 2, x + width / 2, y + _HEIGHT / 2)
            if taken.is_free(box):
                taken.add(box)
                return PlacedName(shown, x, y)
    return None


def _stand(text: str, spots: Sequence[tuple[Point, Point]]) -> PlacedName | None:
    return PlacedName(text, *spots[0][0]) if spots else None


def _spread(spots: Sequence[tuple[Point, Point]], width: float) -> Iterator[Point]:
    """Yield the places of a name at *spots*, points with the direction of the cable there: on it, and beside it a little later."""
    for number, ((x, y), _) in enumerate(spots):
        yield x, y
        if number >= _BESIDE:
            yield from _stand_beside(*spots[number - _BESIDE], width)
    for spot in spots[-_BESIDE:]:
        yield from _stand_beside(*spot, width)


def _stand_beside(point: Point, along: Point, width: float) -> Iterator[Point]:
    half = (abs(along[1]) * width + abs(along[0]) * _HEIGHT) / 2
    for away in (-half - _HAIR, half + _HAIR, -2 * half - _HAIR, 2 * half + _HAIR):
        yield point[0] - along[1] * away, point[1] + along[0] * away


def _list_spots(name: Wanted, tile: Point) -> Iterator[tuple[Point, Point]]:
    """Yield where along its way *name* may stand, the best first, with the direction of the way there."""
    length = sum(_measure(one, other) for one, other in itertools.pairwise(name.way))
    if not length:
        return
    if name.is_in_middle:
        steps = range(int(length / 2 / _STEP) + 1)
        offsets = (length / 2 + step * _STEP * side for step in steps for side in ((1, -1) if step else (1,)))
        yield from (_find(name.way, at) for at in itertools.islice(offsets, 20))
        return
    first = _leave(name.way[0], name.way[1], tile) + _FIRST
    last = min(first + _FARTHEST, length * 0.6)
    yield from (_find(name.way, first + step * _STEP) for step in range(int(max(0.0, last - first) / _STEP) + 1))


def _leave(start: Point, towards: Point, tile: Point) -> float:
    """Return how far from the middle of a tile a cable leaves it."""
    length = _measure(start, towards) or 1.0
    right, down = abs(towards[0] - start[0]) / length, abs(towards[1] - start[1]) / length
    return min(tile[0] / 2 / right if right else 1e9, tile[1] / 2 / down if down else 1e9)


def _find(way: Sequence[Point], at: float) -> tuple[Point, Point]:
    """Return the point of *way* that is *at* from its start, and the direction there."""
    left = at
    for one, other in itertools.pairwise(way):
        length = _measure(one, other)
        if length and (left <= length or other is way[-1]):
            right, down = (other[0] - one[0]) / length, (other[1] - one[1]) / length
            return (one[0] + right * left, one[1] + down * left), (right, down)
        left -= length
    return way[-1], (1.0, 0.0)


def _measure(one: Point, other: Point) -> float:
    return float(((other[0] - one[0]) ** 2 + (other[1] - one[1]) ** 2) ** 0.5)
