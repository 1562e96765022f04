"""Updating a drawing from a newer file of its lab: what people did stays, what is new comes, what is gone is told."""

from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labmapper.core.drawing.document import Diagram, render_diagram
from labmapper.core.drawing.items import Device
from labmapper.core.merging.update import Update, update_diagram
from support.labs.drawings import build_diagram
from support.labs.strategies import drawings, wild_drawings
from support.labs.updates import SSH, draw, update


def tell(update: Update) -> list[list[str]]:
    """Return what the update does, what is gone and what is kept, in words."""
    return [[str(change) for change in changes] for changes in (update.changes, update.gone, update.kept)]


def test_what_is_new_comes_in_beside_what_it_is_cabled_to() -> None:
    old, new = draw("r1", "r2"), draw("r1", "r9", "r2", cables=(("r1", "r9"), ("r9", "r2")))

    found = update(old, new)

    added = ["r9 added.", "The cable between r1 and r9 added.", "The cable between r9 and r2 added."]
    assert tell(found) == [added, [], []]
    assert found.diagram is not None
    r1, r2, r9 = found.diagram.nodes
    assert (r1.x, r2.x, r9.label) == (0, 160, "r9")
    assert (r9.x, r9.y) == (0, 144)


def test_the_bends_of_a_known_cable_stay_and_those_of_a_new_one_are_left_in_the_file() -> None:
    old, new = draw("r1", "r2", cables=(("r1", "r2"),)), draw("r1", "r2", "r3", cables=(("r1", "r2"), ("r2", "r3")))
    old["links"][0]["bends"] = [{"x": 1, "y": 2}]
    for link in new["links"]:
        link["bends"] = [{"x": 700, "y": 800}]

    updated = update(old, new).diagram

    assert updated is not None
    assert [[(bend.x, bend.y) for bend in link.bends] for link in updated.links] == [[(1, 2)], []]


def test_what_was_for_the_drawing_only_is_opened_when_the_file_brings_a_way_in() -> None:
    drawn = draw("R1")
    drawn["nodes"][0] |= {"connections": [], "scenery": True}

    merged = update(drawn, draw("R1"), drawn)
    guessed = update(drawn, draw("R1"))

    for result in (merged, guessed):
        assert result.diagram is not None
        devices = [node for node in result.diagram.nodes if isinstance(node, Device)]
        assert [(len(device.connections), device.scenery) for device in devices] == [(1, False)]


def test_what_is_gone_stays_until_somebody_says_that_it_goes() -> None:
    old, new = draw("r1", "r2", cables=(("r1", "r2"),)), draw("r1")
    gone = ["r2 removed.", "The cable between r1 and r2 removed."]

    assert tell(update(old, new)) == [[], gone, []]
    assert tell(update(old, new, removes_gone=True)) == [gone, [], []]


def test_a_field_that_differs_stays_as_drawn_unless_the_file_is_preferred() -> None:
    old, new = draw("r1"), draw("r1")
    new["nodes"][0]["connections"] = [SSH | {"host": "10.9.9.9", "port": "2222"}]

    assert tell(update(old, new)) == [["r1: port now 2222."], [], ["r1: host now 10.9.9.9."]]
    assert tell(update(old, new, prefers_file=True)) == [["r1: host now 10.9.9.9, port now 2222."], [], []]


def test_with_the_former_file_whoever_changed_a_field_has_it() -> None:
    former, new, current = draw("r1", "r2", "r3"), draw("r1", "r2", "r3"), draw("r1", "r2", "r3")
    new["nodes"][0]["connections"] = [SSH | {"host": "10.0.0.9"}]
    current["nodes"][1]["connections"] = [SSH | {"host": "typed"}]
    new["nodes"][2]["kind"], current["nodes"][2]["kind"] = "router", "firewall"

    assert tell(update(current, new, former)) == [["r1: host now 10.0.0.9."], [], ["r3: kind now router."]]


def test_what_was_taken_off_the_drawing_does_not_come_back_where_the_former_file_is_known() -> None:
    former = draw("r1", "r2", cables=(("r1", "r2"),))

    assert tell(update(draw("r1"), former, former)) == [[], [], []]
    assert tell(update(draw("r1"), former))[0] == ["r2 added.", "The cable between r1 and r2 added."]


def test_only_what_the_former_file_had_is_gone() -> None:
    current, former, new = draw("r1", "r2", "mine"), draw("r1", "r2"), draw("r1")

    assert tell(update(current, new, former))[1] == ["r2 removed."]
    assert tell(update(current, new))[1] == ["r2 removed.", "mine removed."]


def test_a_device_that_somebody_renamed_is_known_by_its_cables() -> None:
    new = draw("r1", "r2", cables=(("r1", "r2"),))
    current = draw("r1", "r2", cables=(("r1", "r2"),))
    current["nodes"][1]["label"] = "Core"

    assert tell(update(current, new)) == [[], [], ["r2 was called 'Core'."]]
    assert tell(update(current, new, new)) == [[], [], []]


def test_a_log_in_that_was_declined_is_not_filled_in() -> None:
    current, new = draw("r1"), draw("r1")
    new["nodes"][0]["connections"] = [SSH | {"parameters": {"username": "admin", "password": "admin"}}]

    assert tell(update(current, new))[0] == []


def test_a_new_zone_comes_with_what_is_new_in_it_and_lies_on_nothing() -> None:
    new = draw("r1", "r2", zones=[{"id": "z1", "label": "Site", "x": 0, "y": 0, "width": 300, "height": 200}])
    new["nodes"][1] |= {"zone": "z1", "x": 100, "y": 100}

    found = update(draw("r1"), new)

    assert tell(found)[0] == ["r2 added.", "Site added."]
    assert found.diagram is not None
    (zone,), r2 = found.diagram.zones, found.diagram.nodes[1]
    assert zone.y > 60
    assert (r2.x - zone.x, r2.y - zone.y, r2.zone) == (100, 100, zone.id)


def test_a_zone_grows_around_what_is_new_in_it() -> None:
    zones = [{"id": "z1", "label": "Site", "x": -100, "y": -100, "width": 200, "height": 200}]
    old, new = draw("r1", zones=zones), draw("r1", "r2", zones=zones)
    for node in (*old["nodes"], *new["nodes"]):
        node["zone"] = "z1"

    found = update(old, new).diagram

    assert found is not None
    (zone,), r2 = found.zones, found.nodes[1]
    assert zone.y <= r2.y - 60
    assert zone.y + zone.height >= r2.y + 60
    assert zone.x <= r2.x - 64


def test_a_network_that_the_file_calls_a_device_is_the_same() -> None:
    old = {"schema": 1, "nodes": [{"id": "n", "type": "network", "label": "LAN"}]}

    assert tell(update(old, draw("LAN"))) == [[], [], []]


def test_more_than_a_drawing_holds_is_a_problem() -> None:
    old, new = (
        {"schema": 1, "nodes": [{"id": f"n{n}", "type": "note", "label": f"{word}{n}"} for n in range(10_001)]}
        for word in "ab"
    )

    found = update(old, new)

    assert found.diagram is None
    assert [problem.code for problem in found.problems] == ["diagram-shape"]


def name_all(drawing: dict[str, Any]) -> dict[str, Any]:
    """Return *drawing* with its nodes and zones called by their ids."""
    return drawing | {key: [item | {"label": item["id"]} for item in drawing[key]] for key in ("nodes", "zones")}


FILES = wild_drawings().map(build_diagram)
# Readers call all that they read by names of its own.
NAMED = drawings().map(lambda drawing: build_diagram(name_all(drawing)))
CHOICES = st.fixed_dictionaries({"prefers_file": st.booleans(), "removes_gone": st.booleans()})


@given(FILES, st.booleans(), CHOICES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_file_changes_nothing(drawing: Diagram, knows: bool, choice: dict[str, bool]) -> None:
    found = update_diagram(drawing, drawing, drawing if knows else None, **choice)

    assert found.diagram == drawing
    assert tell(found) == [[], [], []]


@given(FILES, FILES, st.none() | FILES, CHOICES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_people_access_pods_and_places_stay(
    current: Diagram, imported: Diagram, previous: Diagram | None, choice: dict[str, bool]
) -> None:
    found = update_diagram(current, imported, previous, **choice).diagram

    assert found is not None
    kept = {item.id: item for item in (*found.nodes, *found.zones, *found.access)}
    assert [kept.get(node.id) for node in current.nodes if node.type == "users"] == [
        node for node in current.nodes if node.type == "users"
    ]
    for edge in current.access:
        assert kept.get(edge.id) == edge or edge.target not in kept
    for node in current.nodes:
        if node.id in kept:
            assert (kept[node.id].x, kept[node.id].y, kept[node.id].zone) == (node.x, node.y, node.zone)  # type: ignore[union-attr]
    for zone in current.zones:
        if zone.pod:
            assert kept[zone.id].pod == zone.pod  # type: ignore[union-attr]


@given(NAMED, NAMED, st.none() | NAMED, CHOICES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_an_update_that_is_made_twice_changes_nothing_more(
    current: Diagram, imported: Diagram, previous: Diagram | None, choice: dict[str, bool]
) -> None:
    once = update_diagram(current, imported, previous, **choice).diagram
    assert once is not None

    twice = update_diagram(once, imported, previous, **choice)

    assert tell(twice)[0] == []
    assert twice.diagram is not None
    assert render_diagram(twice.diagram) == render_diagram(once)


def test_thousands_of_devices_are_all_put_on_places_of_their_own() -> None:
    names = [f"r{n}" for n in range(2_000)]
    cables = tuple(pairwise(names))
    old, new = draw(*names[::2]), draw(*names, cables=cables)

    found = update(old, new)

    assert found.diagram is not None
    assert len({(node.x, node.y) for node in found.diagram.nodes}) == len(names)
