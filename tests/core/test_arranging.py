"""Tidying up: nothing overlaps, boxes hold their content, and what is locked stays."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from labmapper.core.arranging import STYLES, Arrangement, Style, arrange
from labmapper.core.diagram import Diagram

EXAMPLES = sorted((Path(__file__).parents[1] / "golden").glob("*/diagram.json"))


def _apply(diagram: Diagram, arrangement: Arrangement) -> Diagram:
    nodes = [
        node.model_copy(update=dict(zip("xy", arrangement.nodes.get(node.id, (node.x, node.y)), strict=True)))
        for node in diagram.nodes
    ]
    names = ("x", "y", "width", "height")
    zones = [
        zone.model_copy(update=dict(zip(names, arrangement.zones.get(zone.id, ()), strict=False)))
        for zone in diagram.zones
    ]
    return diagram.model_copy(update={"nodes": nodes, "zones": zones})


def _draw(count: int, **fields: Any) -> Diagram:
    nodes = [{"id": f"n{n}", "type": "device", "label": f"R{n}", "x": float(n % 7)} | fields for n in range(count)]
    links = [{"id": f"l{n}", "source": {"node": f"n{n}"}, "target": {"node": f"n{n // 2}"}} for n in range(1, count)]
    return Diagram.model_validate({"nodes": nodes, "links": links})


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_no_two_tiles_overlap_and_boxes_hold_just_their_own(path: Path, style: Style) -> None:
    diagram = Diagram.model_validate_json(path.read_text())

    tidy = _apply(diagram, arrange(diagram, style))

    assert all(abs(one.x - other.x) >= 56 or abs(one.y - other.y) >= 56 for one, other in combinations(tidy.nodes, 2))
    for zone in tidy.zones:
        for node in tidy.nodes:
            inside = zone.x < node.x < zone.x + zone.width and zone.y < node.y < zone.y + zone.height
            assert inside or node.zone != zone.id
            assert not inside or node.zone is not None


@pytest.mark.parametrize("style", STYLES)
def test_what_is_locked_stays_and_nothing_is_put_on_top_of_it(style: Style) -> None:
    diagram = _draw(12)
    locked = diagram.nodes[5].model_copy(update={"locked": True, "x": 60.0, "y": 60.0})
    diagram = diagram.model_copy(update={"nodes": [*diagram.nodes[:5], locked, *diagram.nodes[6:]]})

    arrangement = arrange(diagram, style)

    assert locked.id not in arrangement.nodes
    assert all(abs(x - 60) >= 56 or abs(y - 60) >= 56 for x, y in arrangement.nodes.values())


def test_a_zone_with_something_locked_in_it_does_not_move() -> None:
    diagram = Diagram.model_validate(
        {
            "nodes": [
                {"id": "a", "type": "device", "zone": "z", "locked": True},
                {"id": "b", "type": "device", "x": 5.0},
            ],
            "zones": [{"id": "z", "x": -50.0, "y": -50.0, "width": 99.0, "height": 99.0}],
        }
    )

    assert list(arrange(diagram, "grid").nodes) == ["b"]
    assert arrange(diagram, "grid").zones == {}


def test_only_what_was_chosen_moves() -> None:
    arrangement = arrange(_draw(9), "grid", frozenset({"n1", "n2", "n3"}))

    assert set(arrangement.nodes) == {"n1", "n2", "n3"}


def test_tiers_stand_above_each_other_core_first() -> None:
    names = ["srv1", "leaf1", "spine1", "gw"]
    kinds = ["server", "switch", "switch", "cloud"]
    nodes = [
        {"id": name, "type": "device", "label": name, "kind": kind} for name, kind in zip(names, kinds, strict=True)
    ]

    places = arrange(Diagram.model_validate({"nodes": nodes}), "tiers").nodes

    assert sorted(places, key=lambda name: places[name][1]) == ["gw", "spine1", "leaf1", "srv1"]


@pytest.mark.parametrize("style", STYLES)
def test_the_same_drawing_is_always_arranged_the_same(style: Style) -> None:
    assert arrange(_draw(30), style).nodes == arrange(_draw(30), style).nodes


@pytest.mark.parametrize("style", STYLES)
def test_a_drawing_too_large_for_force_is_arranged_all_the_same(style: Style) -> None:
    assert len(arrange(_draw(600), style).nodes) == 600
