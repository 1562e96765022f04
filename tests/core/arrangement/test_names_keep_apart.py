"""Random drawings and golden labs, tidied up: no name lies on anything. Node places the names as the canvas does."""

import json
import random
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from labmapper.core.arrangement.tidy import STYLES, arrange
from labmapper.core.drawing.document import Diagram, parse_diagram, render_diagram
from labmapper.formats.importing import read_file
from support.labs.drawings import GOLDEN
from support.labs.golden import list_sources
from support.server.soak import pick

pytestmark = pytest.mark.long

PRINT_OVERLAPS = Path(__file__).resolve().parents[2] / "frontend" / "support" / "print-overlaps.js"
KINDS = ("router", "switch", "l3switch", "firewall", "server", "workstation")
ROUTES = (None, "orthogonal", "curved")
# Each style meets each route so many times over.
DRAWINGS = pick(4, 25) * len(STYLES) * len(ROUTES)
PORTS = ("eth0", "Gi0/0/1", "GigabitEthernet0/0/1", "xe-0/0/0", "ge1", "")


def draw_at_random(seed: int) -> dict[str, Any]:
    """Return a drawing of up to 40 devices in up to 4 zones, with cables that have names at their ends and of their own."""
    dice = random.Random(seed)
    zones = [f"z{place}" for place in range(dice.randint(0, 4))]
    nodes = [
        {
            "id": f"n{place}",
            "type": "device",
            "kind": dice.choice(KINDS),
            "label": "server-" * dice.randint(0, 3) + str(place),
            "zone": dice.choice([None, *zones]),
            "connections": [{"host": f"10.{place}.200.1"}],
        }
        for place in range(dice.randint(2, 40))
    ]
    links = [link_at_random(dice, number, len(nodes)) for number in range(dice.randint(1, 2 * len(nodes)))]
    boxes = [{"id": zone, "label": f"Rack {zone}", "x": 0, "y": 0, "width": 300, "height": 200} for zone in zones]
    settings = {"cables": ROUTES[seed // len(STYLES) % len(ROUTES)]}
    return {"schema": 1, "title": "Random", "nodes": nodes, "zones": boxes, "links": links, "settings": settings}


def link_at_random(dice: random.Random, number: int, count: int) -> dict[str, Any]:
    source, target = dice.sample(range(count), 2)
    return {
        "id": f"l{number}",
        "source": {"node": f"n{source}", "interface": dice.choice(PORTS)},
        "target": {"node": f"n{target}", "interface": dice.choice(PORTS)},
        "name": dice.choice(["", "", "", "trunk", "VLAN 10, 20, 30"]),
    }


def tidy(document: dict[str, Any], seed: int) -> Diagram:
    diagram, problems = parse_diagram(document)
    assert diagram is not None, problems
    arrangement = arrange(diagram, STYLES[seed % len(STYLES)])
    places = {id_: {"x": x, "y": y} for id_, (x, y) in arrangement.nodes.items()}
    boxes = {id_: dict(zip(("x", "y", "width", "height"), box, strict=True)) for id_, box in arrangement.zones.items()}
    nodes = [node.model_copy(update=places.get(node.id, {})) for node in diagram.nodes]
    zones = [zone.model_copy(update=boxes.get(zone.id, {})) for zone in diagram.zones]
    return diagram.model_copy(update={"nodes": nodes, "zones": zones})


def look_at_names(drawings: Sequence[Diagram]) -> list[dict[str, Any]]:
    """Return how the names on each of *drawings* lie."""
    node = shutil.which("node")
    assert node, "run the tests by make, which brings node"
    lines = "\n".join(json.dumps(render_diagram(drawing)) for drawing in drawings)
    done = subprocess.run([node, PRINT_OVERLAPS], input=lines, capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(drawings)
    return answers


def count_missing(answers: Sequence[dict[str, Any]]) -> float:
    """Return for which share of all names there was no place."""
    names, missing = (sum(answer[key] for answer in answers) for key in ("names", "missing"))
    return float(missing / names)


def test_on_random_drawings_that_were_tidied_up_no_name_lies_on_anything() -> None:
    answers = look_at_names([tidy(draw_at_random(seed), seed) for seed in range(DRAWINGS)])

    assert [answer["overlaps"] for answer in answers if answer["overlaps"]] == []
    assert count_missing(answers) < 0.1


def test_on_every_golden_lab_as_it_is_drawn_and_tidied_up_no_name_lies_on_anything() -> None:
    drawn = [read_file(source.read_bytes()).draw()[0] for source in list_sources(GOLDEN)]
    labs = [lab for lab in drawn if lab is not None and lab.nodes]

    answers = look_at_names([*labs, *(tidy(render_diagram(lab), STYLES.index("tiers")) for lab in labs)])

    assert len(labs) > 10
    assert [answer["overlaps"] for answer in answers if answer["overlaps"]] == []
    assert count_missing(answers) < 0.01


def draw_fabric(route: str) -> dict[str, Any]:
    """Return two spines, four leaves and two servers at each leaf, with long names of interfaces."""
    kinds = {"spine": ("l3switch", 2), "leaf": ("switch", 4), "server": ("server", 8)}
    nodes = [
        {"id": f"{name}{place}", "type": "device", "kind": kind, "label": f"{name}{place}", "connections": [{}]}
        for name, (kind, count) in kinds.items()
        for place in range(count)
    ]
    ends = [
        (f"leaf{place}", f"Ethernet{49 + spine}", f"spine{spine}", f"Ethernet{place + 1}")
        for place in range(4)
        for spine in range(2)
    ]
    ends += [(f"leaf{place // 2}", f"Ethernet{place % 2 + 1}", f"server{place}", "eth0") for place in range(8)]
    links = [
        {"id": f"l{place}", "source": {"node": one, "interface": name}, "target": {"node": other, "interface": its}}
        for place, (one, name, other, its) in enumerate(ends)
    ]
    return {"schema": 1, "title": "Fabric", "nodes": nodes, "links": links, "settings": {"cables": route}}


def test_on_a_fabric_that_was_tidied_up_long_names_of_interfaces_are_whole() -> None:
    routes = ("straight", "orthogonal", "curved")
    answers = look_at_names([tidy(draw_fabric(route), STYLES.index("tiers")) for route in routes])

    assert [(answer["shortened"], answer["missing"]) for answer in answers] == [([], 0)] * len(routes)


def test_in_a_row_that_was_tidied_up_names_between_neighbours_are_whole_or_as_engineers_write_them() -> None:
    ends = [("r1", "GigabitEthernet0/1", "r2", "GigabitEthernet0/2"), ("r3", "Ethernet1/49", "r4", "Ethernet1/50")]
    nodes = [{"id": f"r{place}", "type": "device", "kind": "router", "label": f"R{place}"} for place in range(1, 5)]
    links = [
        {"id": f"to-{other}", "source": {"node": one, "interface": name}, "target": {"node": other, "interface": its}}
        for one, name, other, its in ends
    ]

    diagram = tidy({"schema": 1, "title": "Row", "nodes": nodes, "links": links}, STYLES.index("tiers"))
    (answer,) = look_at_names([diagram])

    assert len({node.y for node in diagram.nodes}) == 1
    assert sorted(answer["cut"]) == []
