"""In which row each block of a drawing in tiers stands, and which alike ones stand side by side in a chain."""

from collections import defaultdict

import networkx as nx

from labmapper.core.arrangement.node_tiers import NETWORKS


def find_rows(graph: "nx.Graph[str]", tiers: dict[str, int], paths: list[list[str]]) -> dict[str, float]:
    """Return the row of each node of *graph*: below all that stands nearer the core, and no higher than it must be."""
    head = {id_: path[0] for path in paths for id_ in path}
    down: nx.DiGraph[str] = nx.DiGraph()
    down.add_nodes_from(head.get(id_, id_) for id_ in graph)
    down.add_edges_from((head.get(a, a), head.get(b, b)) for a, b in _direct(graph, tiers, head))
    rows: dict[str, float] = {}
    for id_ in nx.topological_sort(down):
        rows[id_] = max((rows[above] + 1 for above in down.predecessors(id_)), default=0)
    for id_ in [id_ for id_ in down if not down.in_degree(id_) and down.out_degree(id_)]:
        rows[id_] = min(rows[below] for below in down.successors(id_)) - 1
    deepest = max(rows.values()) or len(set(tiers.values()))
    ranks = {tier: rank for rank, tier in enumerate(sorted({tiers[id_] for id_ in graph}))}
    for id_ in [id_ for id_ in down if not down.degree(id_)]:
        rows[id_] = min(ranks[tiers[id_]], deepest)
    return {id_: rows[head.get(id_, id_)] for id_ in graph}


def raise_networks(rows: dict[str, float], graph: "nx.Graph[str]", tiers: dict[str, int], most: int) -> None:
    """Let every other one of more than *most* networks that several devices of one row share stand above that row in *rows*.

    Below it each of them would cross all others.
    """
    shared: defaultdict[float, list[str]] = defaultdict(list)
    for id_, row in rows.items():
        near = {rows[other] for other in graph.neighbors(id_)}
        if tiers[id_] == NETWORKS and graph.degree(id_) > 1 and len(near) == 1 and max(near) < row:
            shared[max(near)].append(id_)
    for row, networks in shared.items():
        if len(networks) > most:
            rows |= dict.fromkeys(networks[1::2], row - 0.5)


def _direct(graph: "nx.Graph[str]", tiers: dict[str, int], head: dict[str, str]) -> list[tuple[str, str]]:
    """Return the edges of *graph* that lead from a row to a lower one, as pairs; on a path there is none."""
    alike: nx.Graph[str] = nx.Graph()
    alike.add_edges_from((a, b) for a, b in graph.edges if tiers[a] == tiers[b] and a not in head)
    depths: dict[str, float] = {}
    for part in nx.connected_components(alike):
        entries = {id_ for id_ in part if any(tiers[other] < tiers[id_] for other in graph.neighbors(id_))}
        middle = max(sorted(part), key=alike.degree)
        depths |= nx.multi_source_dijkstra_path_length(alike, entries or {middle})
    _part_meshes(alike, depths)
    levels = {id_: (tiers[id_], depths.get(id_, 0)) for id_ in graph}
    pairs = [(a, b) if levels[a] < levels[b] else (b, a) for a, b in graph.edges if levels[a] != levels[b]]
    return [(a, b) for a, b in pairs if head.get(a, a) != head.get(b, b)]


def _part_meshes(alike: "nx.Graph[str]", depths: dict[str, float]) -> None:
    """Lower those in *depths* that are joined to two others as deep, until each stands beside at most one that it is joined to.

    A cable along a row would run through what stands between its ends.
    """
    level: nx.Graph[str] = nx.Graph()
    level.add_edges_from((a, b) for a, b in alike.edges if depths[a] == depths[b])
    for id_ in sorted(level, key=lambda id_: (-level.degree(id_), id_)):
        if level.degree(id_) > 1:
            depths[id_] += 0.5
            level.remove_node(id_)


def find_chains(graph: "nx.Graph[str]", tiers: dict[str, int]) -> list[list[str]]:
    """Return the chains of alike nodes that stand side by side, each from one end to the other."""
    alike: nx.Graph[str] = nx.Graph()
    alike.add_edges_from((a, b) for a, b in graph.edges if tiers[a] == tiers[b])
    paths = []
    for part in nx.connected_components(alike):
        ends = sorted(id_ for id_ in part if alike.degree(id_) == 1)
        if len(ends) == 2 and all(alike.degree(id_) <= 2 for id_ in part):  # noqa: PLR2004 - both ends of a path
            paths.append(nx.shortest_path(alike, *ends))
    return sorted(paths)
