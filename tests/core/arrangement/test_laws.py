"""What tidying up keeps whatever is drawn: members in their zones, nothing on top of anything, the same every time."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labmapper.core.arrangement.drawn_sizes import ABOVE, BELOW, measure, measure_title
from labmapper.core.arrangement.tidy import STYLES, Style, arrange
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Node, Note, Zone
from support.labs.arranged import apply_arrangement

KINDS = ("router", "l3switch", "switch", "server", "workstation", "firewall", "cloud")
# Left, top, right and bottom.
Sides = tuple[float, float, float, float]


@st.composite
def drawings(draw: st.DrawFn) -> Diagram:
    """Return a drawing with zones in zones, devices, notes and people in them, and cables with names at their ends."""
    zones: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, 4))):
        around = draw(st.sampled_from([None, *(zone["id"] for zone in zones)]))
        label = "Z" * draw(st.integers(0, 30))
        zones.append({"id": f"z{number}", "zone": around, "label": label, "x": 0, "y": 0, "width": 200, "height": 200})
    nodes = [
        {
            "id": f"n{number}",
            "type": draw(st.sampled_from(["device", "device", "device", "device", "users", "note", "network"])),
            "label": "N" * draw(st.integers(1, 30)),
            "zone": draw(st.sampled_from([None, *(zone["id"] for zone in zones)])),
            "x": draw(st.integers(-500, 500)),
            "y": draw(st.integers(-500, 500)),
        }
        for number in range(draw(st.integers(1, 16)))
    ]
    for node in nodes:
        if node["type"] == "device":
            node["kind"] = draw(st.sampled_from(KINDS))
    ends = [node["id"] for node in nodes if node["type"] in ("device", "network")]
    pairs = draw(st.lists(st.tuples(st.sampled_from(ends), st.sampled_from(ends)), max_size=24)) if ends else []
    links = [
        {"id": f"l{n}", "source": {"node": one, "interface": "eth0"}, "target": {"node": other, "interface": "Gi0/0/1"}}
        for n, (one, other) in enumerate(pair for pair in pairs if pair[0] != pair[1])
    ]
    return Diagram.model_validate({"zones": zones, "nodes": nodes, "links": links})


def find_sides(item: Node | Zone) -> Sides:
    """Return what *item* takes: its box, or its tile with the text under it."""
    if isinstance(item, Zone):
        return item.x, item.y, item.x + item.width, item.y + item.height
    width, above, below = measure(item)
    return item.x - width / 2, item.y - above, item.x + width / 2, item.y + below


def do_overlap(one: Sides, other: Sides) -> bool:
    """Return whether the two share more than what rounding to whole units brings."""
    return all(one[way] + 1 < other[way + 2] and other[way] + 1 < one[way + 2] for way in (0, 1))


@settings(deadline=None, max_examples=25)
@pytest.mark.parametrize("style", STYLES)
@given(diagram=drawings())
def test_members_stay_in_their_zones_and_nothing_lies_on_anything_else(style: Style, diagram: Diagram) -> None:
    tidy = apply_arrangement(diagram, arrange(diagram, style))

    zones = {zone.id: zone for zone in tidy.zones}
    for item in (*tidy.zones, *tidy.nodes):
        if item.zone is not None:
            left, top, right, bottom = find_sides(item)
            outer = find_sides(zones[item.zone])
            assert outer[0] < left
            assert outer[1] < top
            assert right < outer[2]
            assert bottom < outer[3]
    for one, other in combinations((*tidy.zones, *tidy.nodes), 2):
        assert one.zone != other.zone or not do_overlap(find_sides(one), find_sides(other))


@settings(deadline=None, max_examples=10)
@pytest.mark.parametrize("style", STYLES)
@given(diagram=drawings())
def test_the_same_drawing_comes_out_the_same_and_what_was_tidied_up_stays_so_large(
    style: Style, diagram: Diagram
) -> None:
    first = arrange(diagram, style)
    second = arrange(apply_arrangement(diagram, first), style)

    assert arrange(diagram, style) == first
    for id_, box in first.zones.items():
        assert second.zones[id_][2:] == pytest.approx(box[2:], abs=2)


@settings(deadline=None, max_examples=10)
@pytest.mark.parametrize("style", STYLES)
@given(diagram=drawings(), data=st.data())
def test_what_is_locked_stays(style: Style, diagram: Diagram, data: st.DataObject) -> None:
    locked = data.draw(st.sampled_from([node.id for node in diagram.nodes]))
    nodes = [node.model_copy(update={"locked": node.id == locked}) for node in diagram.nodes]

    assert locked not in arrange(diagram.model_copy(update={"nodes": nodes}), style).nodes


@pytest.mark.parametrize("style", STYLES)
def test_a_zone_is_wide_enough_for_its_title(style: Style) -> None:
    zones = [{"id": "z", "x": 0, "y": 0, "width": 64, "height": 64, "label": "Building 7, second floor, east"}]
    diagram = Diagram.model_validate({"zones": zones, "nodes": [{"id": "n", "type": "device", "zone": "z"}]})

    (zone,) = apply_arrangement(diagram, arrange(diagram, style)).zones

    assert zone.width >= measure_title(zone) - 1


def test_a_tile_has_room_for_its_name_and_address_and_a_note_for_its_text() -> None:
    (device, note) = Diagram.model_validate(
        {"nodes": [{"id": "d", "type": "device", "label": "a name of 24 characters."}, {"id": "n", "type": "note"}]}
    ).nodes

    assert measure(device)[0] == pytest.approx(24 * 6.8)
    assert measure(device)[1:] == (ABOVE, BELOW)
    assert isinstance(note, Note)
    assert measure(note)[0] > 200
