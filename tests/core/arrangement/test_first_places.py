"""Drawings that were read from formats without places."""

from typing import Any

from labmapper.core.arrangement.first_places import MOST_IN_TIERS, place_unplaced
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Device, Link, LinkEnd, Zone


def _draw(count: int, place: dict[str, Any] | None = None) -> Diagram:
    devices = [Device(id=f"d{n}", type="device", label=f"R{n}", zone="z", **(place or {})) for n in range(count)]
    links = [Link(id=f"l{n}", source=LinkEnd(node=f"d{n}"), target=LinkEnd(node=f"d{n // 2}")) for n in range(1, count)]
    return Diagram(nodes=[*devices], links=links, zones=[Zone(id="z", x=0, y=0, width=1, height=1)])


def test_no_two_nodes_share_a_place_and_the_zone_is_around_them() -> None:
    placed = place_unplaced(_draw(20))

    (zone,) = placed.zones
    assert len({(node.x, node.y) for node in placed.nodes}) == 20
    for node in placed.nodes:
        assert zone.x < node.x < zone.x + zone.width
        assert zone.y < node.y < zone.y + zone.height


def test_a_drawing_with_any_place_stays_as_it_is() -> None:
    drawn = _draw(3, {"x": 5})

    assert place_unplaced(drawn) is drawn


def test_an_empty_drawing_stays_as_it_is() -> None:
    assert place_unplaced(Diagram()) == Diagram()


def test_a_large_drawing_is_laid_out_in_a_grid() -> None:
    placed = place_unplaced(_draw(MOST_IN_TIERS + 1))

    assert len({node.y for node in placed.nodes}) < len({node.x for node in placed.nodes}) < 100
