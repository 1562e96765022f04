"""In which order the nodes of rows stand, so that few of the edges between neighbouring rows cross.

The way of Graphviz dot (Gansner, Koutsofios, North, Vo 1993): sweep down and up, sort each row by the middle of what its nodes
are joined to, exchange neighbours where that helps, and keep the best order seen. What hangs together is ordered by itself.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import networkx as nx

# So often nodes are looked at with their edges, in all sweeps together; large drawings get fewer sweeps.
MOST_LOOKS = 600_000
_MOST_SWEEPS, _LEAST_SWEEPS = 24, 2
# How often a sweep looks at each node: it sorts, exchanges and counts.
_LOOKS_A_SWEEP = 6
_MOST_EXCHANGES = 3
# Sweeps that bring nothing better end the search.
_PATIENCE = 5

Unit = list[str]


def order_rows(
    rows: Sequence[Sequence[str]], graph: "nx.Graph[str]", chains: Sequence[Sequence[str]]
) -> list[list[str]]:
    """Return *rows* in an order in which few edges of *graph* cross. Each of *chains* stays together in its row."""
    units = {id_: [*chain] for chain in chains for id_ in chain}
    parts = _part(rows, graph)
    size = graph.number_of_nodes() + graph.number_of_edges()
    sweeps = max(_LEAST_SWEEPS, min(_MOST_SWEEPS, MOST_LOOKS // (2 * _LOOKS_A_SWEEP * max(size, 1))))
    ordered: list[list[str]] = [[] for _ in rows]
    for part in parts:
        for row, more in zip(ordered, _order_part(part, graph, units, sweeps), strict=True):
            row.extend(more)
    return ordered


def _part(rows: Sequence[Sequence[str]], graph: "nx.Graph[str]") -> list[list[list[str]]]:
    """Return the rows of each component of *graph*, the components in the order of their first nodes."""
    part_of: dict[str, int] = {}
    for number, part in enumerate(nx.connected_components(graph)):
        part_of |= dict.fromkeys(part, number)
    parts: dict[int, list[list[str]]] = {}
    for number, row in enumerate(rows):
        for id_ in row:
            parts.setdefault(part_of[id_], [[] for _ in rows])[number].append(id_)
    return [*parts.values()]


def _order_part(rows: list[list[str]], graph: "nx.Graph[str]", units: dict[str, Unit], sweeps: int) -> list[list[str]]:
    if sum(map(len, rows)) <= 2:  # noqa: PLR2004 - two cannot cross
        return rows
    best = None
    for start in (rows, _walk(rows, graph)):
        found = _Order(start, graph, units)
        found.improve(sweeps)
        if best is None or found.fewest < best.fewest:
            best = found
        if best.fewest == 0:
            break
    return best.best if best else rows


def _walk(rows: list[list[str]], graph: "nx.Graph[str]") -> list[list[str]]:
    """Return *rows* in the order in which a walk into the depth from their first node meets them."""
    first = next(id_ for row in rows for id_ in row)
    met = {id_: place for place, id_ in enumerate(nx.dfs_preorder_nodes(graph, first))}
    return [sorted(row, key=lambda id_: met[id_]) for row in rows]


class _Order:
    """The order of the rows of one component, the best that was seen, and how many edges cross in it."""

    def __init__(self, rows: Sequence[Sequence[str]], graph: "nx.Graph[str]", units: dict[str, Unit]) -> None:
        self._rows = [_build_units(row, units) for row in rows]
        row_of = {id_: number for number, row in enumerate(rows) for id_ in row}
        self._above, self._below, self._beside = (
            {
                id_: [other for other in graph.neighbors(id_) if _compare(row_of[other], number) == way]
                for id_, number in row_of.items()
            }
            for way in (-1, 1, 0)
        )
        self._places: dict[str, int] = {}
        for row in self._list_rows():
            self._count_places(row)
        self.best = self._list_rows()
        self.fewest = self._count_crossings()

    def improve(self, sweeps: int) -> None:
        """Sweep so often down and up, and keep the best order; less often where that brings nothing better."""
        patience = _PATIENCE
        for sweep in range(sweeps):
            if not self.fewest or not patience:
                return
            self._sweep(is_down=sweep % 2 == 0, is_median=sweep % 4 < 2)  # noqa: PLR2004 - two of four sweeps
            crossings = self._count_crossings()
            patience = _PATIENCE if crossings < self.fewest else patience - 1
            if crossings < self.fewest:
                self.best, self.fewest = self._list_rows(), crossings

    def _sweep(self, *, is_down: bool, is_median: bool) -> None:
        near = self._above if is_down else self._below
        numbers = range(len(self._rows))
        for number in numbers if is_down else reversed(numbers):
            self._sort(number, near, is_median=is_median)
        for _ in range(_MOST_EXCHANGES):
            exchanged = [self._exchange(number) for number in numbers]
            if not any(exchanged):
                return

    def _sort(self, number: int, near: dict[str, list[str]], *, is_median: bool) -> None:
        """Sort the row *number* by where the *near* ones of each stand; what has none stays where it is."""
        wishes: dict[str, float] = {}
        row = self._rows[number]
        for id_ in (id_ for unit in row for id_ in unit):
            places = sorted(self._places[other] for other in near[id_])
            if places:
                wishes[id_] = _find_median(places) if is_median else sum(places) / len(places)
        for unit in row:
            if wishes.get(unit[0], 0.0) > wishes.get(unit[-1], 0.0):
                unit.reverse()
        means = [_mean([wishes[id_] for id_ in unit if id_ in wishes]) for unit in row]
        moving = sorted((mean, place) for place, mean in enumerate(means) if mean is not None)
        following = iter(moving)
        self._rows[number] = [
            unit if mean is None else row[next(following)[1]] for unit, mean in zip(row, means, strict=True)
        ]
        self._count_places(id_ for unit in self._rows[number] for id_ in unit)

    def _exchange(self, number: int) -> bool:
        """Exchange neighbours in the row *number* wherever that lets fewer edges cross; return whether any were."""
        row = self._rows[number]
        ends = [
            [sorted(self._places[other] for id_ in unit for other in near[id_]) for near in (self._above, self._below)]
            for unit in row
        ]
        has_changed = False
        for place in range(len(row) - 1):
            saved = sum(map(_compare_crossings, ends[place], ends[place + 1]))
            if saved + self._compare_beside(row[place], row[place + 1]) > 0:
                start = self._places[row[place][0]]
                row[place], row[place + 1] = row[place + 1], row[place]
                ends[place], ends[place + 1] = ends[place + 1], ends[place]
                self._count_places([*row[place], *row[place + 1]], start)
                has_changed = True
        return has_changed

    def _compare_beside(self, unit: Unit, following: Unit) -> int:
        """Return how many tiles fewer the edges along the row pass when *unit* and *following* change places."""
        end = self._places[following[-1]]
        start = self._places[unit[0]]
        out = sum(_find_side(self._places[other], start, end) for id_ in unit for other in self._beside[id_])
        back = sum(_find_side(self._places[other], start, end) for id_ in following for other in self._beside[id_])
        return out * len(following) - back * len(unit)

    def _count_places(self, ids: Iterable[str], start: int = 0) -> None:
        self._places.update((id_, place) for place, id_ in enumerate(ids, start))

    def _list_rows(self) -> list[list[str]]:
        return [[id_ for unit in row for id_ in unit] for row in self._rows]

    def _count_crossings(self) -> int:
        """Return how many pairs of edges cross, and how many tiles edges along a row pass."""
        crossings = 0
        for upper, lower in zip(self._rows, self._rows[1:], strict=False):
            ends = [
                place
                for unit in upper
                for id_ in unit
                for place in sorted(self._places[other] for other in self._below[id_])
            ]
            crossings += _count_inversions(ends, max(sum(map(len, lower)), max(ends, default=0) + 1))
        passed = (
            abs(self._places[other] - self._places[id_]) - 1 for id_, near in self._beside.items() for other in near
        )
        return crossings + sum(passed) // 2


def _build_units(row: Sequence[str], units: dict[str, Unit]) -> list[Unit]:
    """Return *row* as what moves as one: chains, each where its first node is, and single nodes."""
    built: list[Unit] = []
    seen: set[str] = set()
    for id_ in row:
        if id_ not in seen:
            built.append([*units.get(id_, [id_])])
            seen.update(built[-1])
    return built


def _compare(one: int, other: int) -> int:
    return (one > other) - (one < other)


def _find_side(place: int, start: int, end: int) -> int:
    """Return 1 if *place* is after *end*, -1 if it is before *start*, 0 between them."""
    return (place > end) - (place < start)


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _find_median(places: list[int]) -> float:
    """Return the middle of sorted *places*; of two in the middle the mean that leans to the denser side, as dot has it."""
    half = len(places) // 2
    if len(places) % 2:
        return places[half]
    left, right = places[half - 1] - places[0], places[-1] - places[half]
    if left + right == 0:
        return (places[0] + places[-1]) / 2
    return (places[half - 1] * right + places[half] * left) / (left + right)


def _compare_crossings(one: list[int], other: list[int]) -> int:
    """Return how many fewer edges cross when what leads to *one* and what leads to *other*, both sorted, change places."""
    if len(one) > len(other):
        return -_compare_crossings(other, one)
    return sum(bisect_left(other, place) - (len(other) - bisect_right(other, place)) for place in one)


def _count_inversions(places: list[int], size: int) -> int:
    """Return how many pairs of *places*, each below *size*, stand in falling order (by a tree of sums)."""
    sums = [0] * (size + 1)
    inversions = 0
    for seen, place in enumerate(places):
        upto, number = 0, place + 1
        while number:
            upto += sums[number]
            number &= number - 1
        inversions += seen - upto
        number = place + 1
        while number <= size:
            sums[number] += 1
            number += number & -number
    return inversions
