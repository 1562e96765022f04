"""Whatever a reader finds becomes a diagram: names, cables, places and zones as people would expect them."""

import math
import random
import tracemalloc

import pytest

from labmapper.core.arrangement.drawn_sizes import PADDING, measure
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Device as Drawn
from labmapper.core.drawing.items import Shape
from labmapper.core.lab.numbering import parse_first
from labmapper.core.problems import Problem
from labmapper.formats.options import Values, parse_values
from labmapper.formats.topology.drawing import draw_topology
from labmapper.formats.topology.model import Cable, CableEnd, Console, Device, Figure, Note, Topology, Zone
from labmapper.formats.topology.options import COMMON_OPTIONS

DEFAULTS: Values = parse_values(COMMON_OPTIONS, {})


def draw(topology: Topology, **given: str) -> tuple[Diagram, tuple[Problem, ...]]:
    diagram, problems = draw_topology(topology, parse_values(COMMON_OPTIONS, given))
    assert diagram is not None
    return diagram, problems


def cable(one: str, other: str) -> Cable:
    return Cable(CableEnd(one), CableEnd(other))


def list_overlaps(diagram: Diagram) -> list[tuple[str, str]]:
    nodes = [node for node in diagram.nodes if node.type != "note"]
    return [
        (node.id, other.id)
        for place, node in enumerate(nodes)
        for other in nodes[:place]
        if abs(node.x - other.x) < 100 and abs(node.y - other.y) < 100
    ]


def test_nothing_at_all_is_an_empty_diagram_and_a_word_about_it() -> None:
    diagram, problems = draw(Topology())

    assert not diagram.nodes
    assert [problem.code for problem in problems] == ["import-empty"]


def test_devices_that_one_logs_in_to_keep_no_common_name() -> None:
    devices = [Device(key, "R1", consoles=[Console(host="10.0.0.1")]) for key in "abc"]
    scenery = [Device(key, "Net", "network") for key in "xy"]

    diagram, problems = draw(Topology(devices=[*devices, *scenery]))

    assert [node.label for node in diagram.nodes] == ["R1", "R1 (2)", "R1 (3)", "Net", "Net"]
    assert [problem.variant for problem in problems if problem.code == "import-device-name"] == ["taken", "taken"]


def test_a_device_without_a_name_gets_one_and_breaks_of_lines_become_blanks() -> None:
    diagram, _ = draw(
        Topology(devices=[Device("a", " \n"), Device("b", "R 1\nBonn", "router"), Device("c", "router1")])
    )

    assert [node.label for node in diagram.nodes] == ["generic1", "R 1 Bonn", "router1"]


@pytest.mark.parametrize("name", ["R{n}", "{{n}}", "${n}", "{pod}", "a}{n}{", "${{n}}", "R09"])
def test_what_looks_like_a_placeholder_in_a_file_stands_for_itself(name: str) -> None:
    diagram, _ = draw(
        Topology(devices=[Device("a", name, consoles=[Console(host="h", parameters={"password": name})])])
    )

    pattern, first = parse_first(diagram.nodes[0].label)
    assert pattern.render(first) == name


def test_what_has_no_console_is_for_the_drawing_only() -> None:
    diagram, _ = draw(Topology(devices=[Device("a", "A", consoles=[Console(host="h")]), Device("b", "B")]))

    assert [getattr(node, "scenery", None) for node in diagram.nodes] == [False, True]


def test_cables_that_lead_nowhere_are_told_and_left_out() -> None:
    topology = Topology(
        devices=[Device("a", "A"), Device("b", "B")], cables=[cable("a", "b"), cable("a", "c"), cable("b", "b")]
    )

    diagram, problems = draw(topology)

    assert [(link.source.node, link.target.node) for link in diagram.links] == [("d1", "d2"), ("d2", "d2")]
    assert [each.variant for each in problems if each.code == "import-cable"] == ["to-nothing"]


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


def test_a_note_without_a_place_stands_below_all_zones() -> None:
    devices = [Device("a", "A", x=0, y=0), Device("b", "B", x=100, y=0)]

    diagram, _ = draw(
        Topology(devices=devices, zones=[Zone("z", "Z", box=(-50, -50, 200, 400))], notes=[Note("word " * 300)])
    )

    (zone,), note = diagram.zones, diagram.nodes[-1]
    above = measure(note)[1]
    assert note.type == "note"
    assert note.y - above + 2 * PADDING > zone.y + zone.height


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


def test_more_than_a_diagram_holds_is_refused() -> None:
    diagram, problems = draw_topology(Topology(devices=[Device(str(n), "") for n in range(5_001)]), DEFAULTS)

    assert diagram is None
    assert problems[-1].code == "import-lab-too-large"


def test_the_same_keys_twice_and_halves_of_characters_do_no_harm() -> None:
    devices = [Device("a", "\ud800x"), Device("a", "\x00"), Device("a", "x" * 70_000)]

    diagram, _ = draw(
        Topology("\udfff", devices, notes=[Note("\ud800" * 70_000)], zones=[Zone("z", "1"), Zone("z", "2")])
    )

    assert len({node.id for node in diagram.nodes}) == 4
    assert diagram.model_dump_json()


def test_problems_beyond_a_hundred_of_a_sort_are_counted() -> None:
    topology = Topology(devices=[Device("a", "A")], cables=[cable("a", str(n)) for n in range(500)])

    _, problems = draw(topology)

    assert len(problems) == 101
    assert (problems[-1].code, problems[-1].facts["count"]) == ("import-more", 400)


# Addresses and log-ins.


def list_hosts(diagram: Diagram) -> list[list[str]]:
    return [[connection.host for connection in node.connections] for node in diagram.nodes if isinstance(node, Drawn)]


def build_three() -> Topology:
    return Topology(
        devices=[
            Device("a", "A b", consoles=[Console(host="192.0.2.1")]),
            Device("b", "B", consoles=[Console()]),
            Device("c", "C", consoles=[Console("telnet", port="5000", is_at_host=True)]),
            Device("d", "D"),
        ]
    )


@pytest.mark.parametrize(
    ("given", "hosts"),
    [
        ({}, [["192.0.2.1"], [""], [""], []]),
        ({"host": "10.1.1.1"}, [["192.0.2.1"], [""], ["10.1.1.1"], []]),
        ({"rule": "10.0.{pod}.{n+10}"}, [["192.0.2.1"], ["10.0.{pod}.12"], ["10.0.{pod}.13"], []]),
        ({"rule": "{name}.lab.example"}, [["192.0.2.1"], ["b.lab.example"], ["c.lab.example"], []]),
        ({"addresses": "10.0.0.1\n\n10.0.0.3\n"}, [["10.0.0.1"], [""], ["10.0.0.3"], []]),
        ({"addresses": "a b,10.0.0.1\nB\t10.0.0.2"}, [["10.0.0.1"], ["10.0.0.2"], [""], []]),
        ({"missing": "leave-out"}, [["192.0.2.1"], [], [], []]),
        ({"host": "h", "addresses": "C 10.0.0.3"}, [["192.0.2.1"], [""], ["10.0.0.3", "h"], []]),
    ],
)
def test_options_say_where_devices_are_reached(given: dict[str, str], hosts: list[list[str]]) -> None:
    diagram, _ = draw(build_three(), **given)

    assert list_hosts(diagram) == hosts


def test_an_address_of_its_own_opens_a_device_by_ssh_where_the_file_knows_only_a_console() -> None:
    diagram, _ = draw(build_three(), addresses="C 10.0.0.3")

    assert isinstance(diagram.nodes[2], Drawn)
    assert [(each.protocol, each.port) for each in diagram.nodes[2].connections] == [("ssh", "")]


@pytest.mark.parametrize(
    ("given", "variant"),
    [
        ({"addresses": "x 10.0.0.1"}, "unknown"),
        ({"addresses": "\n".join(["10.0.0.1"] * 4)}, "too-many"),
        ({"rule": "10.0.{x}.1"}, "rule"),
    ],
)
def test_what_does_not_fit_is_told(given: dict[str, str], variant: str) -> None:
    _, problems = draw(build_three(), **given)

    assert variant in [problem.variant for problem in problems if problem.code == "import-address"]


def test_default_log_ins_are_told_once_for_all_and_can_be_declined() -> None:
    login = {"username": "admin", "password": "x{n}"}
    devices = [Device(str(n), f"R{n}", consoles=[Console("ssh", "h", "", "", dict(login), True)]) for n in range(30)]

    taken, told = draw(Topology(devices=devices))
    declined, quiet = draw(Topology(devices=devices), logins="false")

    assert [problem.facts["count"] for problem in told] == [30]
    assert isinstance(taken.nodes[0], Drawn)
    assert taken.nodes[0].connections[0].parameters == {"username": "admin", "password": "x{{n}}"}
    assert isinstance(declined.nodes[0], Drawn)
    assert not declined.nodes[0].connections[0].parameters
    assert not quiet


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


def test_a_rule_that_repeats_a_long_name_makes_no_endless_address() -> None:
    diagram, _ = draw(Topology(devices=[Device("a", "n" * 5_000, consoles=[Console()])]), rule="{name}" * 160)

    assert [[len(host) for host in hosts] for hosts in list_hosts(diagram)] == [[1_000]]


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
