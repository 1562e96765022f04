"""Where what a reader finds is drawn: devices, zones, notes and figures at their places, or beside what they belong to."""

import math
import random
import tracemalloc

import pytest

from labmapper.core.arrangement.drawn_sizes import PADDING, measure
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Shape
from labmapper.formats.topology.model import Device, Figure, Note, Topology, Zone
from support.labs.topologies import cable, draw, list_overlaps


@pytest.mark.parametrize("unit", [0.001, 1.0, 10_000.0])
def test_places_are_kept_in_any_unit_and_neighbours_are_as_far_apart_as_tiles_should_be(unit: float) -> None:
    grid = [(column * unit, row * unit) for row in range(4) for column in range(5)]
    topology = Topology(devices=[Device(str(n), f"R{n}", x=x, y=y) for n, (x, y) in enumerate(grid)])

    diagram, _ = draw(topology)

    assert [(node.x, node.y) for node in diagram.nodes] == [(x / unit * 160, y / unit * 160) for x, y in grid]


@pytest.mark.parametrize("spread", [0.0, 1.0, 1_000.0])
def test_nothing_overlaps_wherever_the_file_has_it(spread: float) -> None:
    chance = random.Random(1)
    devices = [Device(str(n), f"R{n}", x=chance.random() ** 3 * spread, y=chance.random() * spread) for n in range(300)]

    diagram, _ = draw(Topology(devices=devices))

    assert not list_overlaps(diagram)


def test_what_has_no_place_goes_beside_what_it_is_cabled_to() -> None:
    devices = [Device("a", "A", x=0, y=0), Device("b", "B", x=1000, y=0), Device("c", "C"), Device("d", "D")]

    diagram, _ = draw(Topology(devices=devices, cables=[cable("b", "c")]))

    a, b, c, d = diagram.nodes
    assert math.dist((c.x, c.y), (b.x, b.y)) < math.dist((c.x, c.y), (a.x, a.y)) + 200
    assert d.y > a.y
    assert not list_overlaps(diagram)


def test_without_any_place_nodes_have_none_and_are_laid_out_later() -> None:
    diagram, _ = draw(Topology(devices=[Device("a", "A"), Device("b", "B", x=float("nan"), y=1)], notes=[Note("hi")]))

    assert not any({"x", "y"} & node.model_fields_set for node in diagram.nodes)


def test_where_few_have_places_and_zones_would_overlap_all_is_laid_out_anew() -> None:
    devices = [Device(f"{zone}{n}", f"{zone}{n}", zone=zone) for n in range(3) for zone in ("leaf", "spine")]
    devices[0].x, devices[0].y = 120, 330
    cables = [cable(one.key, other.key) for one in devices[::2] for other in devices[1::2]]

    diagram, _ = draw(Topology(devices=devices, cables=cables, zones=[Zone("leaf", "L"), Zone("spine", "S")]))

    assert not any({"x", "y"} & node.model_fields_set for node in diagram.nodes)


def test_a_note_without_a_place_stands_below_all_zones() -> None:
    devices = [Device("a", "A", x=0, y=0), Device("b", "B", x=100, y=0)]

    diagram, _ = draw(
        Topology(devices=devices, zones=[Zone("z", "Z", box=(-50, -50, 200, 400))], notes=[Note("word " * 300)])
    )

    (zone,), note = diagram.zones, diagram.nodes[-1]
    above = measure(note)[1]
    assert note.type == "note"
    assert note.y - above + 2 * PADDING > zone.y + zone.height


@pytest.mark.parametrize("box", [(-50, -50, 200, 1e7), (-5e6, -5e6, 1e7, 1e7)])
def test_a_note_without_a_place_stays_in_sight_of_the_devices_whatever_zone_is_there(
    box: tuple[float, float, float, float],
) -> None:
    devices = [Device("a", "A", x=0, y=0), Device("b", "B", x=100, y=0)]

    diagram, _ = draw(
        Topology(devices=devices, zones=[Zone("z", "Z", box=box)], notes=[Note("Ask Ann"), Note("Then Bob")])
    )

    *drawn, first, second = diagram.nodes
    assert all(abs(note.x - drawn[1].x) < 700 and abs(note.y - drawn[1].y) < 700 for note in (first, second))
    assert (first.x, first.y) != (second.x, second.y)
    assert list_overlaps(diagram) == []


def test_zones_hold_their_members_and_what_lies_in_their_box() -> None:
    devices = [Device("a", "A", x=0, y=0), Device("b", "B", x=100, y=0), Device("c", "C", x=400, y=0, zone="z")]
    zones = [
        Zone("inner", "Inner", box=(-10, -10, 20, 20)),
        Zone("outer", "Outer", box=(-20, -20, 200, 60)),
        Zone("z", "Z"),
    ]

    diagram, _ = draw(Topology(devices=devices, zones=zones))

    by_name = {zone.label: zone for zone in diagram.zones}
    a, b, c = diagram.nodes
    assert (a.zone, b.zone, c.zone) == tuple(by_name[name].id for name in ("Inner", "Outer", "Z"))
    assert by_name["Inner"].zone == by_name["Outer"].id
    for node, name in ((a, "Inner"), (b, "Outer"), (c, "Z"), (a, "Outer")):
        zone = by_name[name]
        assert zone.x < node.x < zone.x + zone.width
        assert zone.y < node.y < zone.y + zone.height


def test_zones_in_circles_in_nothing_or_without_end_stand_alone() -> None:
    deep = [Zone(f"d{n}", f"D{n}", f"d{n + 1}") for n in range(200)]
    zones = [Zone("a", "A", "b"), Zone("b", "B", "a"), Zone("c", "C", "c"), Zone("e", "E", "nowhere"), *deep]

    diagram, problems = draw(Topology(zones=zones))

    assert len(diagram.zones) == len(zones)
    assert any(problem.code == "import-zone" for problem in problems)


def test_figures_are_drawn_to_the_scale_of_the_devices_and_not_at_all_without_places() -> None:
    figures = [Figure(50, 0, 100, 20, "rectangle", "Rack", "red"), Figure(0, 0, 0, 0, "ellipse")]
    placed = Topology(devices=[Device("a", "a", x=0, y=0), Device("b", "b", x=100, y=0)], figures=figures)
    unplaced = Topology(devices=[Device("a", "a")], figures=figures)

    diagram, _ = draw(placed)
    one, other, rack, dot = diagram.nodes
    assert isinstance(rack, Shape)
    assert isinstance(dot, Shape)
    assert (rack.width, rack.x) == pytest.approx((other.x - one.x, (one.x + other.x) / 2))
    assert (rack.label, rack.color, dot.width) == ("Rack", "red", 8)

    diagram, problems = draw(unplaced)
    assert [node.type for node in diagram.nodes] == ["device"]
    assert "import-objects" in [problem.code for problem in problems]


def test_a_device_on_the_border_of_its_zone_comes_in_rather_than_that_zones_overlap() -> None:
    devices = [Device("a", "a", x=100, y=150), Device("b", "b", x=395, y=150), Device("c", "c", x=600, y=150)]
    zones = [Zone("1", "one", box=(0, 0, 400, 300)), Zone("2", "two", box=(401, 0, 400, 300))]

    diagram, _ = draw(Topology(devices=devices, zones=zones))

    one, two = diagram.zones
    assert one.x + one.width <= two.x
    assert [node.zone for node in diagram.nodes] == [one.id, one.id, two.id]
    assert one.x < diagram.nodes[1].x < one.x + one.width


def list_strangers(diagram: Diagram) -> list[str]:
    """Return the labels of devices whose tiles touch the zone of others."""
    return [
        node.label
        for node in diagram.nodes
        for zone in diagram.zones
        if node.zone != zone.id
        and zone.x - 28 < node.x < zone.x + zone.width + 28
        and zone.y - 28 < node.y < zone.y + zone.height + 28
    ]


def test_a_zone_made_of_a_group_does_not_lie_over_devices_near_by() -> None:
    devices = [Device("s", "s", x=60, y=0, zone="z"), Device("a", "a", x=0, y=70), Device("b", "b", x=120, y=70)]

    diagram, _ = draw(Topology(devices=devices, zones=[Zone("z", "spines")]))

    assert list_strangers(diagram) == []
    spine, left, right = diagram.nodes
    assert left.x < spine.x < right.x
    assert spine.y < left.y == right.y


def test_a_device_between_those_of_a_group_is_put_beside_their_zone() -> None:
    devices = [
        Device(name, name, x=100 * n, y=0, zone=name.strip("123") or None) for n, name in enumerate(["z1", "2", "z3"])
    ]

    diagram, _ = draw(Topology(devices=devices, zones=[Zone("z", "Z")]))

    assert list_strangers(diagram) == []
    assert list_overlaps(diagram) == []
    assert [node.zone for node in diagram.nodes] == [diagram.zones[0].id, None, diagram.zones[0].id]


def test_a_zone_as_thin_as_a_line_and_as_long_as_can_be_costs_no_memory() -> None:
    devices = [Device("a", "a", x=0, y=0), Device("b", "b", x=100, y=0), Device("c", "c", x=200, y=200, zone="q")]
    thin = Zone("thin", "Thin", box=(-5e7, -0.5, 1e8, 0.25))
    tracemalloc.start()

    draw(Topology(devices=devices, zones=[thin, Zone("q", "Q")]))

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_what_has_no_place_is_put_beside_others_of_its_zone() -> None:
    devices = [Device("a", "a", x=0, y=0, zone="z"), Device("b", "b", x=0, y=900), Device("c", "c", zone="z")]

    diagram, _ = draw(Topology(devices=devices, zones=[Zone("z", "Z")]))

    assert diagram.zones[0].height < 300
