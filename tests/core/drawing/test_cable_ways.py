"""Cables that the server paints: round devices, beside each other, and loops."""

import itertools
import random
from typing import Any

import pytest

from labmapper.core.drawing import past_boxes
from labmapper.core.drawing.box_grid import Point
from labmapper.core.drawing.cable_ways import Cable, draw_way, find_ways, flatten, list_curves
from labmapper.core.drawing.past_boxes import count_hits

TILE = (56.0, 56.0)
ROW: dict[str, Point] = {f"d{place}": (140.0 * place, 0.0) for place in range(5)}


def lead(places: dict[str, Point], *cables: Cable) -> list[list[Point]]:
    ways = find_ways(cables, places, places, TILE)
    return [ways[cable.id] for cable in cables]


def list_tiles(places: dict[str, Point], *without: str) -> list[tuple[float, float, float, float]]:
    return [(x - 28, y - 28, x + 28, y + 28) for id_, (x, y) in places.items() if id_ not in without]


@pytest.mark.parametrize("route", ["straight", "orthogonal", "curved"])
def test_a_cable_goes_round_what_it_does_not_join(route: str) -> None:
    (way,) = lead(ROW | {"far": (280.0, 300.0)}, Cable("l", "d0", "d4", route))

    assert (way[0], way[-1]) == ((0, 0), (560, 0))
    assert count_hits(way, list_tiles(ROW, "d0", "d4")) == 0


def test_a_cable_in_right_angles_turns_where_nothing_stands() -> None:
    places = {"a": (0.0, 0.0), "b": (400.0, 400.0), "c": (0.0, 200.0), "d": (200.0, 200.0)}

    (way,) = lead(places, Cable("l", "a", "b", "orthogonal"))

    assert count_hits(way, list_tiles(places, "a", "b")) == 0
    assert all(one[0] == other[0] or one[1] == other[1] for one, other in itertools.pairwise(way))


def test_a_cable_with_nothing_on_its_way_is_straight() -> None:
    assert lead(ROW, Cable("l", "d0", "d1")) == [[(0, 0), (140, 0)]]


def test_parallel_cables_lie_beside_each_other_whichever_end_they_start_at() -> None:
    one, other = lead(ROW, Cable("l1", "d0", "d1"), Cable("l2", "d1", "d0"))

    assert {one[0][1], other[0][1]} == {-6.5, 6.5}


def test_a_loop_leads_out_and_back_beside_the_device() -> None:
    (way,) = lead(ROW, Cable("l", "d1", "d1"))

    assert way[0][0] == way[-1][0] == 140
    assert max(x for x, _ in way) > 140 + 28


def test_a_curve_leads_through_its_bends_and_has_no_corner_there() -> None:
    assert draw_way([(0, 0), (90, 90), (180, 0)], "curved", TILE) == "M0 0C15 15 60 90 90 90C120 90 165 15 180 0"


@pytest.mark.parametrize("route", ["straight", "curved"])
@pytest.mark.parametrize("seed", range(40))
def test_parallel_cables_that_go_round_something_meet_none_of_it_and_lie_apart(route: str, seed: int) -> None:
    dice = random.Random(seed)
    places: dict[str, Point] = {
        f"d{place}": (place % 4 * 190.0 + dice.uniform(-30, 30), place // 4 * 190.0 + dice.uniform(-30, 30))
        for place in range(12)
    }
    one, other = dice.sample(sorted(places), 2)
    cables = [Cable(f"l{number}", one, other, route) for number in range(dice.randint(1, 4))]

    ways = lead(places, *cables)

    lines = [flatten(list_curves(way, TILE)) for way in ways] if route == "curved" else ways
    tiles = list_tiles(places, one, other)
    if count_hits([places[one], places[other]], tiles) <= 1:
        assert [count_hits(line, tiles) for line in lines] == [0] * len(cables)
    middles = {(round(x, 3), round(y, 3)) for x, y in (way[len(way) // 2] for way in ways)}
    assert len(middles) == len(cables)


def test_where_too_many_are_in_the_way_cables_are_straight() -> None:
    crowd = {f"d{place}": (place % 40 * 62.0, place // 40 * 62.0) for place in range(1_500)}
    cables = [Cable(f"l{place}", f"d{place}", f"d{(place * 7 + 211) % 1_500}") for place in range(1_500)]

    ways = lead(crowd, *cables)

    assert all(len(way) == 2 for way in ways[-100:])


def test_a_larger_drawing_is_not_searched_for_more_ways_and_the_rest_of_its_cables_are_straight(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searches: list[Point] = []
    choose = past_boxes._choose

    def count(ways: list[list[Point]], start: Point, *given: Any) -> list[Point]:
        searches.append(start)
        return choose(ways, start, *given)

    monkeypatch.setattr(past_boxes, "_choose", count)
    counts, bent = [], []
    for size in (1_500, 2_500):
        rows = {f"d{place}": (place % 40 * 140.0, place // 40 * 140.0) for place in range(size)}
        ends = ((place, place + 3) for place in range(size - 3) if place % 40 < 37)

        ways = lead(rows, *(Cable(f"l{one}", f"d{one}", f"d{other}") for one, other in ends))

        counts.append(len(searches))
        bent.append([place for place, way in enumerate(ways) if len(way) > 2])
        searches.clear()

    assert counts[0] == counts[1] > 1_000
    assert bent[0] == bent[1] == list(range(len(bent[0])))
    assert 1_000 < len(bent[0]) < 1_300
