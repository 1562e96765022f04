"""Tidying up: nothing overlaps, boxes hold their content, and what is locked stays."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from labmapper.core.arrangement.tidy import STYLES, Style, arrange
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Device, Shape, Zone
from support.labs.arranged import apply_arrangement
from support.labs.drawings import GOLDEN

TILE = 56
EXAMPLES = sorted(GOLDEN.glob("*/diagram.json"))


def _draw(count: int, **fields: Any) -> Diagram:
    nodes = [{"id": f"n{n}", "type": "device", "label": f"R{n}", "x": float(n % 7)} | fields for n in range(count)]
    links = [{"id": f"l{n}", "source": {"node": f"n{n}"}, "target": {"node": f"n{n // 2}"}} for n in range(1, count)]
    return Diagram.model_validate({"nodes": nodes, "links": links})


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_no_two_tiles_overlap_and_boxes_hold_just_their_own(path: Path, style: Style) -> None:
    diagram = Diagram.model_validate_json(path.read_text())

    tidy = apply_arrangement(diagram, arrange(diagram, style))

    assert all(abs(one.x - other.x) >= 56 or abs(one.y - other.y) >= 56 for one, other in combinations(tidy.nodes, 2))
    for zone in tidy.zones:
        for node in tidy.nodes:
            inside = zone.x < node.x < zone.x + zone.width and zone.y < node.y < zone.y + zone.height
            assert inside or node.zone != zone.id
            assert not inside or node.zone is not None


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_what_is_tidy_already_stays_where_it_is(path: Path, style: Style) -> None:
    diagram = Diagram.model_validate_json(path.read_text())
    tidy = apply_arrangement(diagram, arrange(diagram, style))

    assert apply_arrangement(tidy, arrange(tidy, style)) == tidy


def test_two_switches_with_long_names_of_interfaces_do_not_change_sides_each_time() -> None:
    ends = {"source": {"node": "a", "interface": "ethernet-1/1"}, "target": {"node": "b", "interface": "eth1"}}
    nodes = [{"id": id_, "type": "device", "kind": "switch", "label": id_} for id_ in "ab"]
    diagram = Diagram.model_validate({"nodes": nodes, "links": [{"id": "l", **ends}]})
    tidy = apply_arrangement(diagram, arrange(diagram, "tiers"))

    assert apply_arrangement(tidy, arrange(tidy, "tiers")) == tidy


@pytest.mark.parametrize("style", STYLES)
def test_a_zone_has_room_for_a_cable_from_a_device_to_itself(style: Style) -> None:
    ends = {"source": {"node": "a", "interface": "swp45"}, "target": {"node": "a", "interface": "swp46"}}
    nodes = [{"id": "a", "type": "device", "zone": "z"}]
    zones = [{"id": "z", "x": 0.0, "y": 0.0, "width": 50.0, "height": 50.0}]
    diagram = Diagram.model_validate({"nodes": nodes, "zones": zones, "links": [{"id": "l", **ends}]})

    tidy = apply_arrangement(diagram, arrange(diagram, style))

    zone, node = tidy.zones[0], tidy.nodes[0]
    assert zone.x + 98 < node.x < zone.x + zone.width - 98


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


def _join(*cables: str, **zones: str) -> Diagram:
    """Return a drawing of devices called as in *cables* ("R1-S1"), those of *zones* in a zone; R1 is a router."""
    kinds = {"G": "cloud", "R": "router", "S": "switch", "P": "workstation"}
    names = list(dict.fromkeys("-".join(cables).split("-")))
    inside = {name: zone for zone, content in zones.items() for name in content.split()}
    links = [
        {"id": cable, "source": {"node": cable.split("-")[0]}, "target": {"node": cable.split("-")[1]}}
        for cable in cables
    ]
    nodes = [
        {"id": name, "type": "device", "kind": kinds[name[0]], "label": name, "zone": inside.get(name)}
        for name in names
    ]
    boxes = [{"id": zone, "x": 0, "y": 0, "width": 300, "height": 200} for zone in zones]
    return Diagram.model_validate({"nodes": nodes, "links": links, "zones": boxes})


def _find_crossings(tidy: Diagram) -> list[tuple[str, str]]:
    """Return which cable runs through the tile of which node that it does not join."""
    nodes = {node.id: node for node in tidy.nodes}
    ends = {link.id: (nodes[link.source.node], nodes[link.target.node]) for link in tidy.links}
    return [
        (cable, node.id)
        for cable, pair in ends.items()
        for node in tidy.nodes
        if node not in pair and _passes(*((end.x - node.x, end.y - node.y) for end in pair))
    ]


def _passes(start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Return whether the line from *start* to *end* meets the tile around the origin."""
    steps = [step / 200 for step in range(201)]
    points = ((start[0] + (end[0] - start[0]) * step, start[1] + (end[1] - start[1]) * step) for step in steps)
    return any(abs(x) < TILE / 2 and abs(y) < TILE / 2 for x, y in points)


@pytest.mark.parametrize(
    "diagram",
    [
        _join("G-R1", "R1-P1", "R1-P2", "G-P3", pod="R1 P1 P2"),
        _join("R1-R2", "R2-R3", "R3-R4", "R4-R1"),
        _join("R1-R2", "R1-R3", "R1-R4", "R1-R5"),
        _join("R1-R2", "R2-R3", "R1-S1", "R2-S1", "R3-S2", "S1-P1", "S2-P2"),
        _join("G-R1", "R1-S1", "R1-S2", "R2-S1", "R2-S2", "R1-P1", "S1-P2", "S2-P3"),
        _join(*(f"S1-P{n}" for n in range(1, 9))),
    ],
    ids=["pod and server", "ring", "star", "chain", "redundant", "room"],
)
def test_in_tiers_no_cable_runs_through_a_device_that_it_does_not_join(diagram: Diagram) -> None:
    assert _find_crossings(apply_arrangement(diagram, arrange(diagram, "tiers"))) == []


def test_in_tiers_people_stand_to_the_left_of_all_devices() -> None:
    drawn = _join("R1-S1", "S1-P1")
    people = Diagram.model_validate({"nodes": [{"id": "u", "type": "users"}, {"id": "note", "type": "note"}]})
    diagram = drawn.model_copy(update={"nodes": [*drawn.nodes, *people.nodes]})

    places = arrange(diagram, "tiers").nodes

    assert max(places["u"][0], places["note"][0]) < min(places[name][0] for name in ("R1", "S1", "P1")) - TILE


def test_in_tiers_many_devices_on_one_switch_stand_in_several_lines() -> None:
    diagram = _join(*(f"S1-P{n}" for n in range(1, 46)))

    places = arrange(diagram, "tiers").nodes

    assert len({y for _, y in places.values()}) == 4
    assert max(x for x, _ in places.values()) - min(x for x, _ in places.values()) < 45 * TILE


def test_in_tiers_long_names_in_several_lines_do_not_meet() -> None:
    drawn = _join(*(f"S1-P{n}" for n in range(1, 46)))
    labels = {f"P{n}": "a name of 24 characters." for n in range(1, 46, 3)}
    nodes = [node.model_copy(update={"label": labels.get(node.id, node.label)}) for node in drawn.nodes]

    places = arrange(drawn.model_copy(update={"nodes": nodes}), "tiers").nodes

    pairs = [(places[one], places[other]) for one, other in combinations(labels, 2)]
    assert all(one[1] != other[1] or abs(one[0] - other[0]) >= 24 * 6.8 for one, other in pairs)


@pytest.mark.parametrize("style", STYLES)
def test_a_note_keeps_the_room_that_its_text_takes(style: Style) -> None:
    text = {"label": "A note with a text that fills the whole width of its paper, on several lines."}
    diagram = Diagram.model_validate({"nodes": [{"id": f"n{n}", "type": "note"} | text for n in range(4)]})

    places = arrange(diagram, style).nodes.values()

    assert all(abs(one[0] - other[0]) > 220 or abs(one[1] - other[1]) > 70 for one, other in combinations(places, 2))


@pytest.mark.parametrize("style", STYLES)
def test_a_picture_and_what_is_locked_stay_and_a_shape_goes_along_with_its_zone(style: Style) -> None:
    drawn = _join("R1-S1", "S1-P1")
    zone = Zone(id="z", x=900, y=900, width=300, height=200)
    boxed = Device(id="D1", type="device", x=1000, y=1000, zone="z")
    shapes = [Shape(id="inner", type="shape", shape="line", x=1010, y=1000, zone="z")]
    shapes += [Shape(id="plan", type="shape", shape="picture"), Shape(id="fixed", type="shape", locked=True)]
    diagram = drawn.model_copy(update={"nodes": [*drawn.nodes, boxed, *shapes], "zones": [zone]})

    arrangement = arrange(diagram, style)

    left, top, *_ = arrangement.zones["z"]
    assert not {"plan", "fixed"} & {*arrangement.nodes, *arrangement.shapes}
    assert arrangement.nodes["inner"] != (1010, 1000) or (left, top) == (900, 900)
    assert arrangement.nodes.keys() >= {"R1", "S1", "P1", "D1", "inner"}


def _draw_campus() -> Diagram:
    """A firewall with a router outside, two cores, and four buildings that both of them lead to."""
    zones = [dict.fromkeys(("x", "y", "width", "height"), 400) | {"id": f"z{name}", "label": name} for name in "abcd"]
    places: dict[str, str | None] = dict.fromkeys(("core1", "core2", "fw", "isp"))
    links = [("core1", "core2"), ("fw", "core1"), ("fw", "core2"), ("isp", "fw")]
    for name in "abcd":
        for number in (1, 2):
            places[f"dist-{name}{number}"] = f"z{name}"
            links += [(core, f"dist-{name}{number}") for core in ("core1", "core2")]
        for number in range(1, 8):
            places[f"acc-{name}{number}"] = f"z{name}"
            links.append((f"dist-{name}{number % 2 + 1}", f"acc-{name}{number}"))
    kinds = {"fw": "firewall", "isp": "router"}
    nodes = [
        {"id": id_, "type": "device", "label": id_, "kind": kinds.get(id_, "switch"), "zone": zone}
        for id_, zone in places.items()
    ]
    ends = [
        {
            "id": f"l{n}",
            **{
                side: {"node": id_, "interface": "Gi1/0/1"}
                for side, id_ in zip(("source", "target"), pair, strict=True)
            },
        }
        for n, pair in enumerate(links)
    ]
    return Diagram.model_validate({"nodes": nodes, "zones": zones, "links": ends})


def test_in_tiers_what_would_hide_cables_steps_aside_no_farther_than_it_must() -> None:
    campus = _draw_campus()

    places = arrange(campus, "tiers").nodes

    assert abs(places["isp"][0] - places["fw"][0]) < 5 * TILE


def test_in_tiers_what_hangs_below_a_device_in_a_zone_stands_right_below_it() -> None:
    nodes = [
        {"id": name, "type": "device", "label": name, "kind": "switch", "zone": "z" if "core" in name else None}
        for name in ("core1", "core2", "access1", "access2")
    ]
    cables = [("core1", "core2", "e1-1"), ("core1", "access1", "e1-2"), ("core2", "access2", "e1-3")]
    links = [
        {"id": name, "source": {"node": a, "interface": name}, "target": {"node": b, "interface": name}}
        for a, b, name in cables
    ]
    zone = dict.fromkeys(("x", "y", "width", "height"), 400) | {"id": "z", "label": "A zone with a rather long title"}
    drawn = Diagram.model_validate({"nodes": nodes, "zones": [zone], "links": links})

    places = arrange(drawn, "tiers").nodes

    assert places["core1"][0] == places["access1"][0]
