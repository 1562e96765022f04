"""Whatever a reader finds becomes a diagram: names, cables, places and zones as people would expect them."""

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Device as Drawn
from labmapper.core.lab.numbering import parse_first
from labmapper.formats.options import Values, parse_values
from labmapper.formats.topology.drawing import draw_topology
from labmapper.formats.topology.model import Console, Device, Note, Topology, Zone
from labmapper.formats.topology.options import EMULATOR_OPTIONS
from support.labs.topologies import cable, draw

DEFAULTS: Values = parse_values(EMULATOR_OPTIONS, {})


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


def test_a_rule_that_repeats_a_long_name_makes_no_endless_address() -> None:
    diagram, _ = draw(Topology(devices=[Device("a", "n" * 5_000, consoles=[Console()])]), rule="{name}" * 160)

    assert [[len(host) for host in hosts] for hosts in list_hosts(diagram)] == [[1_000]]
