"""Blocks in tiers: rows below each other, what is nearer the core above, and cables that mostly run from row to row."""

import math
from collections import defaultdict
from itertools import pairwise

import networkx as nx

from labmapper.core.arrangement.blocks import GAP, Block, place_in_grid

# A longer row is broken into several, each shifted so that cables find a way between the tiles of the one above.
LONGEST_ROW = 8
# A cable that passes a row takes this much room in it.
LANE = 16.0
# Blocks and cables together; more of them take many seconds, and nobody reads them in rows.
MOST_IN_TIERS = 8_000
# Where cables would take more lanes than this, they cross what they pass: sweeping over so many would take seconds.
MOST_LANES = 20_000
_SWEEPS = 6


def place_in_tiers(blocks: list[Block], cables: "nx.Graph[str]", tiers: dict[str, int]) -> None:
    """Put *blocks* in rows, those with a lower number in *tiers* above what *cables*, their graph, joins them to.

    Too many come into a grid, in the order of their tiers.
    """
    if not blocks:
        return
    if len(blocks) + cables.number_of_edges() > MOST_IN_TIERS:
        place_in_grid(sorted(blocks, key=lambda block: tiers[block.id]))
        return
    paths = _find_paths(cables, tiers)
    rows, lanes = _build_rows(blocks, _find_rows(cables, tiers, paths), cables)
    _Columns(rows, lanes, paths).settle()
    top = 0.0
    for row in rows:
        tiles = [block for block in row if block.height]
        lines = _count_lines(row)
        height = max(block.height for block in tiles) + GAP
        for place, block in enumerate(tiles):
            block.top = top + place % lines * height
        top += lines * height


def place_beside(blocks: list[Block], aside: list[Block], access: "nx.Graph[str]") -> None:
    """Put the blocks *aside* in a column to the left of *blocks*, those further up that *access* joins to what is."""
    heights = {block.id: block.middle[1] for block in blocks}
    left = min((block.left for block in blocks), default=0.0) - 2 * GAP
    ends = [end for block in blocks for end in (block.top, block.bottom)] or [0.0]
    middle = (min(ends) + max(ends)) / 2

    def find_height(block: Block) -> float:
        known = [heights[id_] for id_ in access.neighbors(block.id) if id_ in heights]
        return sum(known) / len(known) if known else middle

    aside.sort(key=find_height)
    top = middle - (sum(block.height for block in aside) + GAP * (len(aside) - 1)) / 2
    for block in aside:
        block.left, block.top = left - block.width, top
        top += block.height + GAP


def _find_rows(graph: "nx.Graph[str]", tiers: dict[str, int], paths: list[list[str]]) -> dict[str, int]:
    """Return the row of each node of *graph*: below all that stands nearer the core, and no higher than it must be."""
    head = {id_: path[0] for path in paths for id_ in path}
    down: nx.DiGraph[str] = nx.DiGraph()
    down.add_nodes_from(head.get(id_, id_) for id_ in graph)
    down.add_edges_from((head.get(a, a), head.get(b, b)) for a, b in _direct(graph, tiers, head))
    rows: dict[str, int] = {}
    for id_ in nx.topological_sort(down):
        rows[id_] = max((rows[above] + 1 for above in down.predecessors(id_)), default=0)
    for id_ in [id_ for id_ in down if not down.in_degree(id_) and down.out_degree(id_)]:
        rows[id_] = min(rows[below] for below in down.successors(id_)) - 1
    deepest = max(rows.values()) or len(set(tiers.values()))
    ranks = {tier: rank for rank, tier in enumerate(sorted({tiers[id_] for id_ in graph}))}
    for id_ in [id_ for id_ in down if not down.degree(id_)]:
        rows[id_] = min(ranks[tiers[id_]], deepest)
    return {id_: rows[head.get(id_, id_)] for id_ in graph}


def _direct(graph: "nx.Graph[str]", tiers: dict[str, int], head: dict[str, str]) -> list[tuple[str, str]]:
    """Return the edges of *graph* that lead from a row to a lower one, as pairs; on a path there is none."""
    alike: nx.Graph[str] = nx.Graph()
    alike.add_edges_from((a, b) for a, b in graph.edges if tiers[a] == tiers[b] and a not in head)
    depths: dict[str, float] = {}
    for part in nx.connected_components(alike):
        entries = {id_ for id_ in part if any(tiers[other] < tiers[id_] for other in graph.neighbors(id_))}
        middle = max(sorted(part), key=alike.degree)
        depths |= nx.multi_source_dijkstra_path_length(alike, entries or {middle})
    levels = {id_: (tiers[id_], depths.get(id_, 0)) for id_ in graph}
    pairs = [(a, b) if levels[a] < levels[b] else (b, a) for a, b in graph.edges if levels[a] != levels[b]]
    return [(a, b) for a, b in pairs if head.get(a, a) != head.get(b, b)]


def _find_paths(graph: "nx.Graph[str]", tiers: dict[str, int]) -> list[list[str]]:
    """Return the chains of alike nodes that stand side by side, each from one end to the other."""
    alike: nx.Graph[str] = nx.Graph()
    alike.add_edges_from((a, b) for a, b in graph.edges if tiers[a] == tiers[b])
    paths = []
    for part in nx.connected_components(alike):
        ends = sorted(id_ for id_ in part if alike.degree(id_) == 1)
        if len(ends) == 2 and all(alike.degree(id_) <= 2 for id_ in part):  # noqa: PLR2004 - both ends of a path
            paths.append(nx.shortest_path(alike, *ends))
    return sorted(paths)


def _build_rows(
    blocks: list[Block], places: dict[str, int], graph: "nx.Graph[str]"
) -> tuple[list[list[Block]], "nx.Graph[str]"]:
    """Return the rows, with a lane in each that a cable passes, and the graph in which cables lead through these lanes."""
    rows: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        rows[places[block.id]].append(block)
    numbers = sorted(rows)
    ranks = {number: rank for rank, number in enumerate(numbers)}
    lanes: nx.Graph[str] = nx.Graph()
    lanes.add_nodes_from(graph)
    edges = [tuple(sorted(edge, key=lambda id_: places[id_])) for edge in graph.edges]
    spans = [(ranks[places[upper]] + 1, ranks[places[lower]]) for upper, lower in edges]
    has_lanes = sum(max(0, last - first) for first, last in spans) <= MOST_LANES
    for (upper, lower), (first, last) in zip(edges, spans, strict=True):
        stops = [Block(f"{upper} {lower} {row}", 0, 0, LANE, 0) for row in numbers[first:last]] if has_lanes else []
        for row, stop in zip(numbers[first:], stops, strict=False):
            rows[row].append(stop)
        lanes.add_edges_from(pairwise([upper, *(stop.id for stop in stops), lower]))
    return [rows[row] for row in sorted(rows)], lanes


def _count_lines(row: list[Block]) -> int:
    """Return into how many lines *row* is broken, more the longer it is; one with a zone in it never is."""
    heights = [block.height for block in row if block.height]
    return math.ceil(math.sqrt(len(heights) / LONGEST_ROW)) if len(set(heights)) == 1 else 1


class _Columns:
    """Finds how far to the right each block stands: near the middle of what it is joined to."""

    def __init__(self, rows: list[list[Block]], lanes: "nx.Graph[str]", paths: list[list[str]]) -> None:
        self._rows = rows
        self._lanes = lanes
        self._paths = {id_: path for path in paths for id_ in path}
        self._blocks = {block.id: block for row in rows for block in row}
        self._row_of = {block.id: number for number, row in enumerate(rows) for block in row}

    def settle(self) -> None:
        """Sweep down and up until neighbours stand near each other, then once more without changing their order."""
        down = range(len(self._rows))
        for row in self._rows:
            _space(row, [0.0] * len(row))
        for _ in range(_SWEEPS):
            before = [[*row] for row in self._rows]
            for number in down:
                self._draw_near(number, (number - 1, number))
            for number in reversed(down):
                self._draw_near(number, (number, number + 1))
            if before == self._rows:
                break
        for number in (*down, *reversed(down)):
            _space(self._rows[number], self._list_wishes(number, (number - 1, number + 1)))

    def _draw_near(self, number: int, rows: tuple[int, ...]) -> None:
        """Sort the row *number* by what joins it to *rows*, and put it there; a path stays together."""
        row = self._rows[number]
        wishes = dict(zip((block.id for block in row), self._list_wishes(number, rows), strict=True))
        ranks: dict[str, tuple[float, int]] = {}
        for block in row:
            path = self._paths.get(block.id, [block.id])
            if block.id not in ranks:
                along = path if wishes[path[0]] <= wishes[path[-1]] else path[::-1]
                mean = sum(wishes[id_] for id_ in path) / len(path)
                ranks |= {id_: (mean, place) for place, id_ in enumerate(along)}
        row.sort(key=lambda block: ranks[block.id])
        _space(row, [wishes[block.id] for block in row])

    def _list_wishes(self, number: int, rows: tuple[int, ...]) -> list[float]:
        """Return where each block of the row *number* would stand if it were alone, by its neighbours in *rows*."""
        wishes = []
        for block in self._rows[number]:
            near = [self._blocks[id_] for id_ in self._lanes.neighbors(block.id) if self._row_of[id_] in rows]
            places = [each.middle[0] for each in near or [block]]
            wishes.append(sum(places) / len(places))
        return wishes


def _space(row: list[Block], wishes: list[float]) -> None:
    """Put the blocks of *row*, in its order, as near as they can to *wishes* without touching each other."""
    lines = _count_lines(row)
    # Those beside each other in one of several lines are no neighbours in the row: each gets as much room as the widest.
    widest = max((block.width for block in row if block.height), default=0.0) if lines > 1 else 0.0
    end = 0.0
    offsets = []
    pools: list[tuple[float, int]] = []
    for block, wish in zip(row, wishes, strict=True):
        room = (max(block.width, widest if block.height else 0.0) + GAP) / lines
        offsets.append(end + room / 2)
        end += room
        total, count = wish - offsets[-1], 1
        while pools and pools[-1][0] * count > total * pools[-1][1]:
            total, count = total + pools[-1][0], count + pools.pop()[1]
        pools.append((total, count))
    shifts = [total / count for total, count in pools for _ in range(count)]
    for block, offset, shift in zip(row, offsets, shifts, strict=True):
        block.left = offset + shift - block.width / 2
