"""Names of interfaces on the printed drawing: on no tile and not on each other, and whole where there is room."""

import itertools

import pytest

from labmapper.core.drawing.box_grid import Point
from labmapper.formats.hand_outs import student_names
from labmapper.formats.hand_outs.student_names import PlacedName, Wanted, place_names

TILE = (70.0, 52.0)


LETTER, HEIGHT, HAIR = 5.3, 10.0, 0.1


def do_meet(one: PlacedName, other: PlacedName) -> bool:
    across = (len(one.text) + len(other.text)) * LETTER / 2
    return abs(one.x - other.x) < across - HAIR and abs(one.y - other.y) < HEIGHT - HAIR


def is_on(name: PlacedName, tile: Point) -> bool:
    """Return whether any of the box of *name* is on the tile around *tile*."""
    across, down = (len(name.text) * LETTER + TILE[0]) / 2, (HEIGHT + TILE[1]) / 2
    return abs(name.x - tile[0]) < across - HAIR and abs(name.y - tile[1]) < down - HAIR


def test_no_name_lies_on_another_or_on_a_tile_between_rows_that_are_all_joined() -> None:
    upper: dict[str, Point] = {f"s{place}": (200.0 * place, 0.0) for place in range(4)}
    lower: dict[str, Point] = {f"l{place}": (140.0 * place, 200.0) for place in range(6)}
    pairs = list(itertools.product(upper.values(), lower.values()))
    wanted = [Wanted(f"Ethernet{number}", way) for number, pair in enumerate(pairs) for way in (pair, pair[::-1])]

    placed = list(place_names(wanted, upper | lower, TILE))

    assert len(placed) > 0.9 * len(wanted)
    assert [pair for pair in itertools.combinations(placed, 2) if do_meet(*pair)] == []
    tiles = (upper | lower).values()
    assert [(name, tile) for name, tile in itertools.product(placed, tiles) if is_on(name, tile)] == []


def test_where_tiles_are_close_the_two_names_of_a_cable_stand_above_and_below_it() -> None:
    places: dict[str, Point] = {"a": (0.0, 0.0), "b": (110.0, 0.0)}
    way = [places["a"], places["b"]]

    one, other = place_names([Wanted("Gi0/1", way), Wanted("Gi0/2", way[::-1])], places, TILE)

    assert {one.text, other.text} == {"Gi0/1", "Gi0/2"}
    assert not do_meet(one, other)


@pytest.mark.parametrize(("text", "short"), [("GigabitEthernet0/1", "Gi0/1"), ("uplink-to-the-core", "upli…-core")])
def test_a_name_without_room_is_shortened_and_the_name_of_a_cable_stands_in_its_middle(text: str, short: str) -> None:
    places: dict[str, Point] = {"a": (0.0, 0.0), "b": (0.0, 90.0), "left": (-73.0, 45.0), "right": (73.0, 45.0)}
    way = [places["a"], places["b"]]

    (name,) = place_names([Wanted(text, way)], places, TILE)
    (own,) = place_names([Wanted("VLAN 10", [(0.0, 0.0), (400.0, 0.0)], is_in_middle=True)], {}, TILE)

    assert name.text == short
    assert (own.text, own.x, own.y) == ("VLAN 10", 200, 0)


def test_among_too_many_tiles_names_stand_where_they_would_without_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(student_names, "_MOST_COMPARED", 2_000)
    crowd: dict[str, Point] = {str(number): (number / 100, 0.0) for number in range(1_000)}
    wanted = [Wanted(f"eth{number}", [(0.0, 0.0), (400.0, 0.0)]) for number in range(20)]

    placed = list(place_names(wanted, crowd, TILE))

    assert len({(name.x, name.y) for name in placed[-10:]}) == 1


def test_a_long_name_that_is_not_whole_on_its_cable_is_abbreviated_there() -> None:
    places: dict[str, Point] = {"a": (0.0, 0.0), "b": (400.0, 0.0)}
    ways = [[(0.0, up), (400.0, up)] for up in (-6.5, 6.5)]

    names = list(place_names([Wanted(f"GigabitEthernet0/{up}", way) for up, way in enumerate(ways)], places, TILE))

    assert {name.y for name in names} <= {-6.5, 6.5}
