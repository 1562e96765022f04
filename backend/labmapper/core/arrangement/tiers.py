"""Blocks in tiers: rows below each other, what is nearer the core above, and cables that mostly run from row to row."""

import math
from collections import defaultdict
from itertools import pairwise

import networkx as nx

from labmapper.core.arrangement.blocks import GAP, Block, Group, Line, place_in_grid
from labmapper.core.arrangement.columns import Row, place_in_columns
from labmapper.core.arrangement.ordering import order_rows
from labmapper.core.arrangement.rows import find_chains, find_rows, raise_networks

# A longer row is broken into several, each shifted so that cables find a way between the tiles of the one above.
LONGEST_ROW = 8
# A cable that passes a row takes this much room in it.
LANE = 16.0
# Blocks and cables together; more of them take many seconds, and nobody reads them in rows.
MOST_IN_TIERS = 8_000
# Where cables would take more lanes than this, they cross what they pass: sweeping over so many would take seconds.
MOST_LANES = 20_000

# Between which two blocks the cable of a lane leads, and which share of the way it has gone there.
Courses = dict[str, tuple[str, str, float]]


def place_in_tiers(blocks: list[Block], cables: "nx.Graph[str]", tiers: dict[str, int], room: float) -> list[Group]:
    """Put *blocks* in rows, those with a lower number in *tiers* above what *cables*, their graph, joins them to.

    Rows are *room* further apart than tiles need. Too many blocks come into a grid, in the order of their tiers. Returned
    are the rows, in which neighbours may change places.
    """
    if not blocks:
        return []
    if len(blocks) + cables.number_of_edges() > MOST_IN_TIERS:
        place_in_grid(sorted(blocks, key=lambda block: tiers[block.id]))
        return []
    chains = find_chains(cables, tiers)
    places = find_rows(cables, tiers, chains)
    raise_networks(places, cables, tiers, LONGEST_ROW)
    rows, lanes, courses = _build_rows(blocks, places, cables)
    orders = order_rows([[block.id for block in row] for row in rows], lanes, chains)
    by_id = {block.id: block for row in rows for block in row}
    placed = [_build_row([by_id[id_] for id_ in order], cables) for order in orders]
    place_in_columns(placed, lanes, courses)
    _place_below(placed, room)
    lines = [Line([block.id for block in row.tiles], is_staggered=row.lines > 1) for row in placed]
    return [Group([block.id for block in blocks], lines, may_slide=True)]


def _place_below(rows: list[Row], room: float) -> None:
    top = 0.0
    for row in rows:
        height = max(block.height for block in row.tiles) + GAP
        for place, block in enumerate(row.tiles):
            block.top = top + place % row.lines * height
        top += row.lines * height + room


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


def _build_rows(
    blocks: list[Block], places: dict[str, float], graph: "nx.Graph[str]"
) -> tuple[list[list[Block]], "nx.Graph[str]", Courses]:
    """Return the rows, with a lane in each that a cable passes, the graph in which cables lead through these lanes, and their courses."""
    rows: dict[float, list[Block]] = defaultdict(list)
    for block in blocks:
        rows[places[block.id]].append(block)
    numbers = sorted(rows)
    ranks = {number: rank for rank, number in enumerate(numbers)}
    lanes: nx.Graph[str] = nx.Graph()
    lanes.add_nodes_from(graph)
    courses: Courses = {}
    edges = [tuple(sorted(edge, key=lambda id_: places[id_])) for edge in graph.edges]
    spans = [(ranks[places[upper]] + 1, ranks[places[lower]]) for upper, lower in edges]
    has_lanes = sum(max(0, last - first) for first, last in spans) <= MOST_LANES
    for (upper, lower), (first, last) in zip(edges, spans, strict=True):
        stops = [Block(f"{upper} {lower} {row}", 0, 0, LANE, 0) for row in numbers[first:last]] if has_lanes else []
        for place, (row, stop) in enumerate(zip(numbers[first:], stops, strict=False), 1):
            rows[row].append(stop)
            courses[stop.id] = (upper, lower, place / (len(stops) + 1))
        lanes.add_edges_from(pairwise([upper, *(stop.id for stop in stops), lower]))
    return [rows[row] for row in numbers], lanes, courses


def _build_row(blocks: list[Block], cables: "nx.Graph[str]") -> Row:
    """Return *blocks* as a row, in more lines the longer it is, and where a cable would run along it through others.

    A row with a zone in it is never broken.
    """
    row = Row(blocks, 1)
    if len({block.height for block in row.tiles}) == 1:
        row.lines = math.ceil(math.sqrt(len(row.tiles) / LONGEST_ROW))
        if row.lines == 1 and _has_cable_along(row.tiles, cables):
            row.lines = 2
    return row


def _has_cable_along(tiles: list[Block], cables: "nx.Graph[str]") -> bool:
    """Return whether one of *cables* joins two of *tiles* that have another one between them."""
    places = {block.id: place for place, block in enumerate(tiles)}
    return any(places.get(other, 0) - place > 1 for id_, place in places.items() for other in cables.neighbors(id_))
