"""Straight cables between the middles of nodes: how many of them cross, and run through nodes that they do not join."""

from collections.abc import Iterable, Mapping

import numpy as np

# Half a tile, and some room around it.
_HALF = 34.0
# A cable through a node hides more than a cable across another one.
_PER_NODE = 3.0
# Of two pictures with as many crossings the one with the shorter cables is better.
_PER_UNIT = 1e-5
# What judging takes beside the pairs that are compared, as so many pairs.
_LEAST = 1_000
# So many pairs are compared at once.
_MOST_AT_ONCE = 1_000_000

Point = tuple[float, float]
Numbers = np.ndarray[tuple[int], np.dtype[np.intp]]
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


class Cables:
    """Nodes at their places, which may be changed, and the straight cables between them; parallel ones count once.

    ``compared`` counts the pairs that were looked at so far.
    """

    def __init__(self, places: Mapping[str, Point], pairs: Iterable[tuple[str, str]]) -> None:
        """Take *places* of nodes by id, and the *pairs* of them that cables join."""
        self.number_of = {id_: number for number, id_ in enumerate(places)}
        self._xs: Floats = np.array([x for x, _ in places.values()], dtype=float)
        self._ys: Floats = np.array([y for _, y in places.values()], dtype=float)
        distinct = dict.fromkeys((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1])
        ends = [(self.number_of[one], self.number_of[other]) for one, other in distinct]
        self._starts = np.array([start for start, _ in ends], dtype=np.intp)
        self._ends = np.array([end for _, end in ends], dtype=np.intp)
        self._cables_of: list[list[int]] = [[] for _ in places]
        for cable, pair in enumerate(ends):
            for node in pair:
                self._cables_of[node].append(cable)
        self.compared = 0

    def find_cables(self, nodes: Iterable[int]) -> Numbers:
        """Return the cables that lead to *nodes*, both by their numbers."""
        return np.array(sorted({cable for node in nodes for cable in self._cables_of[node]}), dtype=np.intp)

    def list_slants(self, nodes: Numbers) -> list[float]:
        """Return how far to the right each cable leads that leaves *nodes* upwards or downwards more than that."""
        own = set(nodes.tolist())
        ends = ((int(self._starts[cable]), int(self._ends[cable])) for cable in self.find_cables(own))
        outwards = (pair if pair[0] in own else pair[::-1] for pair in ends if (pair[0] in own) != (pair[1] in own))
        ways = ((self._xs[there] - self._xs[here], self._ys[there] - self._ys[here]) for here, there in outwards)
        return [float(right) for right, down in ways if abs(down) > abs(right)]

    def move(self, nodes: Numbers, right: float, down: float) -> None:
        """Move *nodes*."""
        self._xs[nodes] += right
        self._ys[nodes] += down

    def judge(self, cables: Numbers, nodes: Numbers) -> float:
        """Return how bad it looks where these *cables* and *nodes* are: crossings, nodes that are run through, length."""
        lengths = np.hypot(self._xs[self._ends] - self._xs[self._starts], self._ys[self._ends] - self._ys[self._starts])
        near, passed = self._find_near(cables, nodes)
        crossed = self._count_crossings(cables, near) - self._count_crossings(cables, cables) / 2
        others = near[~np.isin(near, cables, assume_unique=True)]
        run_through = self._count_run_through(cables, passed) + self._count_run_through(others, nodes)
        return crossed + _PER_NODE * run_through + _PER_UNIT * float(lengths[cables].sum())

    def count_crossings(self) -> int:
        """Return how many pairs of all cables cross."""
        every = np.arange(len(self._ends))
        step = max(1, _MOST_AT_ONCE // max(1, len(every)))
        parts = (every[start : start + step] for start in range(0, len(every), step))
        return sum(self._count_crossings(part, every) for part in parts) // 2

    def count_run_through(self) -> int:
        """Return how often a cable runs through a node that it does not join."""
        return self._count_run_through(np.arange(len(self._ends)), np.arange(len(self._xs)))

    def _find_near(self, cables: Numbers, nodes: Numbers) -> tuple[Numbers, Numbers]:
        """Return the cables and the nodes that reach into the box around these *cables* and *nodes*."""
        ends = np.concatenate([self._starts[cables], self._ends[cables], nodes])
        left, right = self._xs[ends].min() - _HALF, self._xs[ends].max() + _HALF
        top, bottom = self._ys[ends].min() - _HALF, self._ys[ends].max() + _HALF
        x1, x2, y1, y2 = self._xs[self._starts], self._xs[self._ends], self._ys[self._starts], self._ys[self._ends]
        is_beside = (np.maximum(x1, x2) < left) | (np.minimum(x1, x2) > right)
        is_beside |= (np.maximum(y1, y2) < top) | (np.minimum(y1, y2) > bottom)
        is_in = (self._xs >= left) & (self._xs <= right) & (self._ys >= top) & (self._ys <= bottom)
        self.compared += _LEAST + len(x1) + len(self._xs)
        return np.flatnonzero(~is_beside), np.flatnonzero(is_in)

    def _count_crossings(self, ones: Numbers, others: Numbers) -> int:
        """Return how many pairs of one and one other cable cross; a common end is no crossing."""
        self.compared += len(ones) * len(others)
        ax, ay = self._xs[self._starts[ones]][:, None], self._ys[self._starts[ones]][:, None]
        bx, by = self._xs[self._ends[ones]][:, None], self._ys[self._ends[ones]][:, None]
        cx, cy = self._xs[self._starts[others]], self._ys[self._starts[others]]
        dx, dy = self._xs[self._ends[others]], self._ys[self._ends[others]]
        wx, wy = bx - ax, by - ay
        # On which side of one cable the ends of the other are, and the other way round.
        own = (wx * (cy - ay) - wy * (cx - ax)) * (wx * (dy - ay) - wy * (dx - ax))
        vx, vy = dx - cx, dy - cy
        back = (vx * (ay - cy) - vy * (ax - cx)) * (vx * (by - cy) - vy * (bx - cx))
        return int(np.count_nonzero((own < 0) & (back < 0)))

    def _count_run_through(self, cables: Numbers, nodes: Numbers) -> int:
        """Return how often one of *cables* meets the tile of one of *nodes* that it does not join."""
        self.compared += len(cables) * len(nodes)
        starts, ends = self._starts[cables][:, None], self._ends[cables][:, None]
        enters: Floats | float = 0.0
        leaves: Floats | float = 1.0
        for along in (self._xs, self._ys):
            start, way = along[starts], along[ends] - along[starts]
            way[way == 0] = 1e-9
            one, other = (along[nodes] - _HALF - start) / way, (along[nodes] + _HALF - start) / way
            enters, leaves = np.maximum(enters, np.minimum(one, other)), np.minimum(leaves, np.maximum(one, other))
        return int(np.count_nonzero((enters < leaves) & (starts != nodes) & (ends != nodes)))
