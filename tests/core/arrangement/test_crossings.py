"""Fewer crossings: how they are counted, how rows are ordered, and what rings and hubs look like."""

import math
from itertools import pairwise

import networkx as nx
import pytest

from labmapper.core.arrangement.crossings import Cables
from labmapper.core.arrangement.ordering import order_rows
from labmapper.core.arrangement.tidy import Style, arrange
from labmapper.core.drawing.document import Diagram


def draw(pairs: list[tuple[str, str]], **kinds: str) -> Diagram:
    """Return a drawing of the devices that *pairs* join; those not in *kinds* are switches."""
    names = list(dict.fromkeys(name for pair in pairs for name in pair))
    nodes = [
        {"id": name, "type": "network", "label": name}
        if kinds.get(name) == "network"
        else {"id": name, "type": "device", "kind": kinds.get(name, "switch"), "label": name}
        for name in names
    ]
    links = [{"id": f"l{n}", "source": {"node": a}, "target": {"node": b}} for n, (a, b) in enumerate(pairs)]
    return Diagram.model_validate({"nodes": nodes, "links": links})


def count(diagram: Diagram, style: Style) -> int:
    """Return how many cables cross in *diagram* after tidying up in *style*."""
    pairs = [(link.source.node, link.target.node) for link in diagram.links]
    return Cables(arrange(diagram, style).nodes, pairs).count_crossings()


def test_a_crossing_is_counted_once_and_a_common_end_is_none() -> None:
    places = {"a": (0.0, 0.0), "b": (200.0, 0.0), "c": (0.0, 200.0), "d": (200.0, 200.0)}

    assert Cables(places, [("a", "d"), ("b", "c"), ("d", "a")]).count_crossings() == 1
    assert Cables(places, [("a", "b"), ("a", "c"), ("a", "d")]).count_crossings() == 0


def test_a_cable_through_a_device_that_it_does_not_join_is_counted() -> None:
    places = {"a": (0.0, 0.0), "b": (100.0, 5.0), "c": (200.0, 0.0)}

    assert Cables(places, [("a", "c")]).count_run_through() == 1
    assert Cables(places, [("a", "b"), ("b", "c")]).count_run_through() == 0


def test_rows_are_ordered_so_that_a_tree_crosses_nowhere() -> None:
    graph = nx.Graph([("r", "a"), ("r", "b"), ("r", "c"), ("a", "1"), ("b", "2"), ("c", "3"), ("a", "4"), ("b", "5")])

    _, middle, leaves = order_rows([["r"], ["a", "b", "c"], ["1", "2", "3", "4", "5"]], graph, [])

    parents = [middle.index(next(iter({*graph[leaf]} - {"r"}))) for leaf in leaves]
    assert parents == sorted(parents)


def test_a_chain_stays_together_in_its_row() -> None:
    graph = nx.Graph([("x", "p"), ("y", "q"), ("p", "q"), ("x", "between")])

    _, lower = order_rows([["x", "y"], ["p", "between", "q"]], graph, [["p", "q"]])

    assert abs(lower.index("p") - lower.index("q")) == 1


def test_two_spines_and_four_leaves_cross_no_more_than_they_must() -> None:
    pairs = [(f"spine{s}", f"leaf{leaf}") for leaf in range(4) for s in range(2)]
    pairs += [(f"leaf{leaf}", f"srv{leaf}{n}") for n in range(2) for leaf in range(4)]
    kinds = {f"srv{leaf}{n}": "server" for n in range(2) for leaf in range(4)}

    assert count(draw(pairs, **kinds), "tiers") == 6


def test_a_ring_with_spurs_stands_on_a_circle_and_crosses_nowhere() -> None:
    ring = [f"r{n}" for n in (3, 0, 6, 1, 5, 2, 7, 4)]
    pairs = [*pairwise(ring), (ring[-1], ring[0]), *((name, f"s{name}") for name in ring)]
    diagram = draw(pairs, **dict.fromkeys(ring, "router"))

    places = arrange(diagram, "rings").nodes

    middle = [sum(places[name][way] for name in ring) / len(ring) for way in (0, 1)]
    radii = [math.dist(places[name], middle) for name in ring]
    assert max(radii) - min(radii) < 3
    assert all(math.dist(places[f"s{name}"], middle) > max(radii) for name in ring)
    assert count(diagram, "rings") == 0


def test_spokes_stand_around_their_hub() -> None:
    spokes = [f"site{n}" for n in range(9)]
    places = arrange(draw([*(("hub", name) for name in spokes)], hub="router"), "hub").nodes

    middle = [sum(places[name][way] for name in spokes) / len(spokes) for way in (0, 1)]
    assert places["hub"] == pytest.approx(middle, abs=3)


def test_a_network_for_management_stands_above_what_it_reaches() -> None:
    pairs = [("mgmt", "gw"), *(("mgmt", f"{kind}{n}") for kind in ("spine", "leaf") for n in range(2))]
    places = arrange(draw([*pairs, ("spine0", "leaf0")], mgmt="network", gw="cloud"), "tiers").nodes

    assert places["mgmt"][1] < min(places[f"{kind}{n}"][1] for kind in ("spine", "leaf") for n in range(2))
