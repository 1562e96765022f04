"""What tidying up may cost: drawings that would take minutes by one style are laid out in a cheaper way."""

import math
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labmapper.core.arrangement import blocks as layout
from labmapper.core.arrangement import tiers
from labmapper.core.arrangement.blocks import GAP, MAX_BY_FORCE, Block, place_by_force
from labmapper.core.arrangement.tidy import arrange
from labmapper.core.drawing.document import Diagram

LENGTHS = st.floats(min_value=1, max_value=300)


def draw_ladder(length: int) -> Diagram:
    """Return a chain of routers, each with a server, and with cables from the first router to every server."""
    routers = [{"id": f"r{n}", "type": "device", "kind": "router"} for n in range(length)]
    servers = [{"id": f"s{n}", "type": "device", "kind": "server"} for n in range(length)]
    ends = [(f"r{n}", f"r{n + step}") for n in range(length - 2) for step in (1, 2)]
    ends += [("r0", f"s{n}") for n in range(length)] + [(f"r{n}", f"s{length - 1 - n}") for n in range(length)]
    links = [{"id": f"l{n}", "source": {"node": one}, "target": {"node": other}} for n, (one, other) in enumerate(ends)]
    gateway = {"id": "g", "type": "gateway"}
    links.append({"id": "l", "source": {"node": "g"}, "target": {"node": "r0"}})
    return Diagram.model_validate({"nodes": [gateway, *routers, *servers], "links": links})


def push_step_by_step(block: Block, placed: list[Block]) -> None:
    x, y = block.middle
    length = math.hypot(x, y)
    right, down = (x / length, y / length) if length else (1.0, 0.0)
    while any(block.overlaps(other) for other in placed):
        block.shift(right * GAP, down * GAP)


@given(st.lists(st.tuples(LENGTHS, LENGTHS), min_size=2, max_size=8))
def test_what_is_pushed_apart_by_force_goes_as_far_as_step_by_step(sizes: list[tuple[float, float]]) -> None:
    graph: nx.Graph[str] = nx.path_graph([str(n) for n in range(len(sizes))])
    pushed = [Block(str(n), 0, 0, *size) for n, size in enumerate(sizes)]
    stepped = [Block(str(n), 0, 0, *size) for n, size in enumerate(sizes)]

    place_by_force(pushed, graph)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "_push_out", push_step_by_step)
        place_by_force(stepped, graph)

    for one, other in zip(pushed, stepped, strict=True):
        assert one.middle == pytest.approx(other.middle, abs=1e-6)


def test_zones_of_a_million_units_are_parted_as_all_others() -> None:
    zones = [{"id": f"z{n}", "x": 0, "y": 0, "width": 1_000_000, "height": 1_000_000} for n in range(30)]

    placed = arrange(Diagram.model_validate({"zones": zones}), "force").zones

    boxes = [Block(id_, *box) for id_, box in placed.items()]
    assert not any(one.overlaps(other) for one in boxes for other in boxes if one is not other)


def test_all_zones_together_are_placed_by_force_as_far_as_the_time_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def lay_out(graph: "nx.Graph[str]", seed: int) -> dict[str, tuple[float, float]]:
        asked.append(len(graph))
        return dict.fromkeys(graph, (float(seed), 0.0))

    monkeypatch.setattr(nx, "spring_layout", lay_out)
    zones: list[dict[str, Any]] = [{"id": f"z{n}", "x": 0, "y": 0, "width": 9, "height": 9} for n in range(10)]
    nodes = [{"id": f"n{n}", "type": "device", "zone": f"z{n % 10}"} for n in range(3_000)]

    placed = arrange(Diagram.model_validate({"zones": zones, "nodes": nodes}), "force")

    assert len(placed.nodes) == 3_000
    assert asked
    assert sum(count**2 for count in asked) <= MAX_BY_FORCE**2


def test_a_long_ladder_gets_no_lanes_for_its_cables(monkeypatch: pytest.MonkeyPatch) -> None:
    lanes: list[str] = []

    def count_lane(id_: str, *box: float) -> Block:
        lanes.append(id_)
        return Block(id_, *box)

    monkeypatch.setattr(tiers, "Block", count_lane)

    arrange(draw_ladder(30), "tiers")
    few = len(lanes)
    arrange(draw_ladder(300), "tiers")

    assert 0 < few <= tiers.MOST_LANES
    assert len(lanes) == few


def test_more_than_fits_into_tiers_comes_into_a_grid_without_overlaps() -> None:
    nodes = [{"id": f"n{n}", "type": "device"} for n in range(tiers.MOST_IN_TIERS + 1)]

    placed = arrange(Diagram.model_validate({"nodes": nodes}), "tiers").nodes

    assert len(set(placed.values())) == len(nodes)
