"""The key ``copies`` of a config.yaml: what counts up, what is the same for all, and lists of values."""

from typing import Any

import pytest

from labmapper.core.drawing.diagram_from_lab import draw_lab
from labmapper.core.drawing.document import Diagram
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import compile_diagram
from labmapper.core.problems import Problem
from labmapper.formats.usermapper_config.reader import parse_config
from labmapper.formats.usermapper_config.writer import render_config


def _read(text: str) -> Lab:
    lab, problems = parse_config(text.encode())
    assert lab is not None, problems
    return lab


def _complain(text: str) -> dict[str, Problem]:
    """Return the problems of *text* by code; it has one of each at most."""
    _, problems = parse_config(text.encode())
    assert len({problem.code for problem in problems}) == len(problems)
    return {problem.code: problem for problem in problems}


STACK = """\
users: {}
devices:
  r:
    quantity: 2
    name_prefix: R
    name_suffix: '5'
    hostname_prefix: '10.0.0.'
    hostname_suffix: '1'
    parameters: {protocol: ssh, port: 2001}
    copies: COPIES
"""


@pytest.mark.parametrize(
    ("copies", "hosts", "ports"),
    [
        ("{}", ["10.0.0.1", "10.0.0.2"], ["2001", "2001"]),
        ("{name: counts, hostname: same, port: counts}", ["10.0.0.1", "10.0.0.1"], ["2001", "2002"]),
        ("{hostname: [h, 7], port: ['{n}', ~]}", ["h", "7"], ["{n}", ""]),
    ],
)
def test_copies_says_what_counts_what_is_the_same_and_which_values_there_are(
    copies: str, hosts: list[str], ports: list[str]
) -> None:
    (device,) = _read(STACK.replace("COPIES", copies)).devices

    values = dict(device.parameters)
    assert [values["hostname"].render(n) for n in device.numbers] == hosts
    assert [values["port"].render(n) for n in device.numbers] == ports


@pytest.mark.parametrize(
    ("copies", "code"),
    [
        ("{port: up}", "config-choice"),
        ("{hostname: [[1]]}", "config-shape"),
        ("{hots: same}", "config-unknown-key"),
        ("{name: same}", "config-name-counts"),
        ("{name: [a, b]}", "config-name-counts"),
        ("{hostname: [a, b]}\n    patterns: {hostname: 'h{n}'}", "config-copies-twice"),
        ("{port: [1.5, 2]}", "config-unquoted"),
        ("[same]", "config-shape"),
    ],
)
def test_copies_that_say_nothing_or_too_much_are_told_at_their_line(copies: str, code: str) -> None:
    problems = _complain(STACK.replace("COPIES", copies))

    assert list(problems) == [code]
    assert problems[code].place.line == 10


def test_a_device_that_is_alone_may_have_one_name_for_all() -> None:
    text = STACK.replace("quantity: 2", "quantity: 1").replace("COPIES", "{name: same}")

    assert _complain(text) == {}


def test_a_host_that_counts_beside_its_port_unasked_is_told_at_its_line() -> None:
    problem = _complain(STACK.replace("COPIES", "{port: counts}"))["host-counts-beside-port"]

    assert problem.place.line == 8
    assert "from 10.0.0.1:2001 to 10.0.0.2:2002" in problem.message
    assert "hostname: same" in problem.hint


@pytest.mark.parametrize(
    "copies",
    [
        "{hostname: counts, port: counts}",
        "{hostname: same, port: counts}",
        "{port: [2001, 2002]}",
        "{port: counts}\n    patterns: {hostname: '10.0.0.{n}'}",
        "{port: counts}\n  s: {quantity: 1, name_prefix: S, name_suffix: '1', hostname_prefix: 10.0.0., hostname_suffix: '9', parameters: {}}",
    ],
    ids=["said", "same", "a list of ports", "a pattern", "a neighbour"],
)
def test_a_host_that_is_said_to_count_or_has_neighbours_is_not_asked_about(copies: str) -> None:
    assert _complain(STACK.replace("COPIES", copies)) == {}


def _draw(**fields: Any) -> dict[str, Any]:
    connection = {"protocol": "ssh", "host": "10.0.0.1", "port": "2001", "copies": {"port": "counts"}}
    return {"type": "device", "id": "d1", "label": "R1", "count": 2, "connections": [connection | fields]}


@pytest.mark.parametrize(
    ("devices", "is_asked"),
    [
        ([_draw(copies={"port": "counts", "hostname": "counts"})], False),
        ([_draw(host="10.0.0.{n}")], False),
        (
            [_draw() | {"count": 1}, _draw(host="10.0.0.2", port="2002") | {"id": "d2", "label": "R2", "count": 1}],
            False,
        ),
        ([_draw()], True),
    ],
    ids=["said", "a placeholder", "one by one", "not said"],
)
def test_who_has_said_that_the_host_counts_is_not_asked_after_writing_it_as_yaml_and_drawing_that(
    devices: list[dict[str, Any]], *, is_asked: bool
) -> None:
    people = {"type": "users", "id": "u", "label": "s1", "count": 1}
    drawn = compile_diagram(Diagram.model_validate({"nodes": [people, *devices]}))
    text = render_config(drawn.lab)
    lab, problems = parse_config(text.encode())
    assert lab is not None
    diagram, _ = draw_lab(lab)
    assert diagram is not None

    told = [[each.code for each in found] for found in (drawn.problems, problems, compile_diagram(diagram).problems)]

    assert told == [["host-counts-beside-port"] if is_asked else []] * 3
    assert render_config(lab) == text
