"""How far to the right each block of a row stands: near the middle of what it is joined to, in the order of its row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from labmapper.core.arrangement.blocks import GAP, Block

_SWEEPS = 3


@dataclass(slots=True)
class Row:
    """Blocks in their order, with lanes, which have no height, for cables that pass; put in one line, or staggered in several."""

    blocks: list[Block]
    lines: int

    @property
    def tiles(self) -> list[Block]:
        """The blocks without the lanes."""
        return [block for block in self.blocks if block.height]


def place_in_columns(
    rows: Sequence[Row], lanes: "nx.Graph[str]", courses: Mapping[str, tuple[str, str, float]]
) -> None:
    """Put the blocks of *rows* beside each other, near what they are joined to in *lanes*, by sweeps down and up.

    *courses* says of a lane between which two blocks its cable leads, and which share of the way it has gone there.
    """
    columns = _Columns(rows, lanes, courses)
    for row in rows:
        _space(row, [0.0] * len(row.blocks))
    down = range(len(rows))
    for _ in range(_SWEEPS):
        for number in down:
            columns.draw_near(number, (number - 1,))
        for number in reversed(down):
            columns.draw_near(number, (number + 1,))
    for number in (*down, *reversed(down), *down):
        columns.draw_near(number, (number - 1, number + 1))


class _Columns:
    def __init__(
        self, rows: Sequence[Row], lanes: "nx.Graph[str]", courses: Mapping[str, tuple[str, str, float]]
    ) -> None:
        self._rows = rows
        self._lanes = lanes
        self._courses = courses
        self._blocks = {block.id: block for row in rows for block in row.blocks}
        self._row_of = {block.id: number for number, row in enumerate(rows) for block in row.blocks}

    def draw_near(self, number: int, rows: tuple[int, ...]) -> None:
        """Put the blocks of the row *number* near what joins them to *rows*."""
        _space(self._rows[number], [self._find_wish(block, rows) for block in self._rows[number].blocks])

    def _find_wish(self, block: Block, rows: tuple[int, ...]) -> float:
        """Return where *block* would stand if it were alone: by its neighbours in *rows*, a lane on the straight line of its cable."""
        if block.id in self._courses:
            upper, lower, share = self._courses[block.id]
            start, end = self._blocks[upper].middle[0], self._blocks[lower].middle[0]
            return start + (end - start) * share
        near = [self._blocks[id_] for id_ in self._lanes.neighbors(block.id) if self._row_of[id_] in rows]
        places = [each.middle[0] for each in near or [block]]
        return sum(places) / len(places)


def _space(row: Row, wishes: list[float]) -> None:
    """Put the blocks of *row*, in its order, as near as they can to *wishes* without touching each other."""
    # Those beside each other in one of several lines are no neighbours in the row: each gets as much room as the widest.
    widest = max((block.width for block in row.tiles), default=0.0) if row.lines > 1 else 0.0
    end = 0.0
    offsets = []
    pools: list[tuple[float, int]] = []
    for block, wish in zip(row.blocks, wishes, strict=True):
        room = (max(block.width, widest if block.height else 0.0) + GAP) / row.lines
        offsets.append(end + room / 2)
        end += room
        total, count = wish - offsets[-1], 1
        while pools and pools[-1][0] * count > total * pools[-1][1]:
            total, count = total + pools[-1][0], count + pools.pop()[1]
        pools.append((total, count))
    shifts = [total / count for total, count in pools for _ in range(count)]
    for block, offset, shift in zip(row.blocks, offsets, shifts, strict=True):
        block.left = offset + shift - block.width / 2
