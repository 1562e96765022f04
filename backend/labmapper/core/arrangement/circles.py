"""Blocks in circles: around a hub, or around the largest ring of a network, and what hangs on them further outside."""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import cast

import networkx as nx
import numpy as np

from labmapper.core.arrangement.blocks import GAP, Block, Group, Line, place_in_grid
from labmapper.core.arrangement.packing import place_in_shelves

# More blocks than this come into a grid: how far they must be apart is found by comparing each with each.
MOST_IN_CIRCLES = 2_000
# So many pairs are compared at once.
_MOST_AT_ONCE = 1_000_000
# Two of anything make no ring.
_SMALLEST_RING = 3


def place_around_hub(blocks: list[Block], graph: "nx.Graph[str]", tiers: dict[str, int]) -> list[Group]:
    """Put *blocks* around the one with the most neighbours in *graph*, each part of the graph by itself.

    Of two with as many neighbours the one with the lower number in *tiers* is the hub. Returned are blocks beside each other
    on a circle, which may change places.
    """
    return _place_parts(blocks, graph, lambda part: [_find_hub(part, graph, tiers)])


def place_in_rings(blocks: list[Block], graph: "nx.Graph[str]", tiers: dict[str, int]) -> list[Group]:
    """Put the largest ring in each part of *graph* on a circle, what hangs on it outside; what has no ring around its hub."""
    return _place_parts(blocks, graph, lambda part: _find_ring(part, graph) or [_find_hub(part, graph, tiers)])


def _place_parts(
    blocks: list[Block], graph: "nx.Graph[str]", find_roots: Callable[[list[str]], list[str]]
) -> list[Group]:
    if len(blocks) > MOST_IN_CIRCLES:
        place_in_grid(blocks)
        return []
    by_id = {block.id: block for block in blocks}
    order = {block.id: place for place, block in enumerate(blocks)}
    parts = [sorted(part, key=order.__getitem__) for part in nx.connected_components(graph)]
    placed: list[list[Block]] = []
    groups: list[Group] = []
    for part in sorted((part for part in parts if len(part) > 1), key=lambda part: (-len(part), order[part[0]])):
        placed.append([by_id[id_] for id_ in part])
        groups.append(Group(part, _place_part(placed[-1], graph, find_roots(part))))
    alone = [by_id[part[0]] for part in parts if len(part) == 1]
    if alone:
        place_in_grid(alone)
        placed.append(alone)
    place_in_shelves(placed)
    return groups


def _find_hub(part: list[str], graph: "nx.Graph[str]", tiers: dict[str, int]) -> str:
    return min(part, key=lambda id_: (-len(graph[id_]), tiers[id_]))


def _find_ring(part: list[str], graph: "nx.Graph[str]") -> list[str]:
    """Return the largest ring in *part*, or mesh of rings, in the order of a walk along it; nothing where there is none."""
    order = {id_: place for place, id_ in enumerate(part)}
    found = cast("Iterable[set[str]]", nx.biconnected_components(graph.subgraph(part)))
    meshes = [mesh for mesh in found if len(mesh) >= _SMALLEST_RING]
    if not meshes:
        return []
    mesh = max(meshes, key=lambda mesh: (len(mesh), -min(order[id_] for id_ in mesh)))
    return _walk(graph.subgraph(mesh), order)


def _walk(graph: "nx.Graph[str]", order: dict[str, int]) -> list[str]:
    """Return the nodes of *graph* as a walk meets them that goes on where the fewest ways are left, and back from dead ends."""
    left = {id_: len(graph[id_]) for id_ in graph}
    path, met = [], []
    at = min(graph, key=order.__getitem__)
    while True:
        if at in left:
            del left[at]
            met.append(at)
            path.append(at)
            for other in graph[at]:
                if other in left:
                    left[other] -= 1
        ahead = [other for other in graph[at] if other in left]
        if ahead:
            at = min(ahead, key=lambda other: (left[other], order[other]))
        elif len(path) > 1:
            path.pop()
            at = path[-1]
        else:
            return met


def _place_part(blocks: list[Block], graph: "nx.Graph[str]", roots: list[str]) -> list[Line]:
    """Put *blocks*, which hang together, around *roots*, and return those beside each other on each circle."""
    levels, children = _grow(graph, roots, {block.id: place for place, block in enumerate(blocks)})
    angles = _spread(roots, children)
    radii = _find_radii(levels, angles)
    points = [
        (radii[block.id] * math.cos(angles[block.id]), radii[block.id] * math.sin(angles[block.id])) for block in blocks
    ]
    factor = _find_scale(points, [(block.width + GAP, block.height + GAP) for block in blocks])
    for block, (x, y) in zip(blocks, points, strict=True):
        block.center(x * factor, y * factor)
    circles = [sorted(level, key=angles.__getitem__) for level in levels]
    return [Line(circle, is_staggered=True) for circle in circles if len(circle) > 1]


def _grow(
    graph: "nx.Graph[str]", roots: list[str], order: dict[str, int]
) -> tuple[list[list[str]], dict[str, list[str]]]:
    """Return what is how many cables away from *roots*, and what hangs on each: that which it is met from first."""
    levels, seen = [roots], {*roots}
    children: dict[str, list[str]] = {}
    while levels[-1]:
        for id_ in levels[-1]:
            children[id_] = sorted({*graph[id_]} - seen, key=order.__getitem__)
            seen.update(children[id_])
        levels.append([child for id_ in levels[-1] for child in children[id_]])
    return levels[:-1], children


def _spread(roots: list[str], children: dict[str, list[str]]) -> dict[str, float]:
    """Return the angle of each: the middle of the sector that all which hangs on it takes. The first root stands at the top."""
    weights: dict[str, int] = {}
    for id_ in reversed(children):
        weights[id_] = max(1, sum(weights[child] for child in children[id_]))
    turn = 2 * math.pi / sum(weights[id_] for id_ in roots)
    starts = _share(roots, -math.pi / 2 - turn * weights[roots[0]] / 2, turn, weights)
    for id_, hanging in children.items():
        starts |= _share(hanging, starts[id_], turn, weights)
    return {id_: starts[id_] + turn * weights[id_] / 2 for id_ in children}


def _share(ids: Sequence[str], start: float, turn: float, weights: dict[str, int]) -> dict[str, float]:
    """Return where the sector of each of *ids* begins, from *start* on; *turn* is that of a weight of 1."""
    starts = {}
    for id_ in ids:
        starts[id_] = start
        start += turn * weights[id_]
    return starts


def _find_radii(levels: list[list[str]], angles: dict[str, float]) -> dict[str, float]:
    """Return how far from the middle each stands: circles are at least 1 apart, and neighbours on one about as far."""
    radii: dict[str, float] = {}
    radius = -1.0
    for level in levels:
        turns = sorted(angles[id_] for id_ in level)
        gaps = [following - turn for turn, following in zip(turns, [*turns[1:], turns[0] + 2 * math.pi], strict=True)]
        radius = max(radius + 1, 1 / min(gaps) if len(level) > 1 else 0.0)
        radii |= dict.fromkeys(level, radius)
    return radii


def _find_scale(points: Sequence[tuple[float, float]], sizes: Sequence[tuple[float, float]]) -> float:
    """Return by how much *points*, all distinct, must be stretched so that boxes of these *sizes* around them do not overlap."""
    places, needs = np.array(points, dtype=float), np.array(sizes, dtype=float)
    step = max(1, _MOST_AT_ONCE // len(places))
    scale = 0.0
    for start in range(0, len(places), step):
        ways = np.abs(places[start : start + step, None, :] - places[None, :, :])
        room = (needs[start : start + step, None, :] + needs[None, :, :]) / 2
        # A box is beside another one where it is far enough away across or down; the nearer of the two counts.
        scales = (room / np.maximum(ways, 1e-9)).min(axis=2)
        scales[np.arange(len(ways)), np.arange(start, start + len(ways))] = 0.0
        scale = max(scale, float(scales.max()))
    return scale
