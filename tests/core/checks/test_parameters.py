import time
from collections import Counter
from typing import Any

from labmapper.core.drawing.document import Diagram
from labmapper.core.pipeline import compile_diagram, compile_lab
from labmapper.core.problems import Problem
from labmapper.formats.usermapper_config.reader import parse_config


def check(count: int = 1, *, zone: str | None = None, students: int = 1, **connection: Any) -> list[Problem]:
    way = {"protocol": "ssh", "host": "10.0.{pod}.1" if zone else "10.0.0.1"} | connection
    device = {"id": "r", "type": "device", "label": "R1", "count": count, "zone": zone, "connections": [way]}
    users = {"id": "u", "type": "users", "label": "s1", "count": students}
    zones = [{"id": zone, "x": 0, "y": 0, "width": 9, "height": 9, "pod": "u"}] if zone else []
    diagram = Diagram.model_validate({"nodes": [users, device], "zones": zones})
    return list(compile_diagram(diagram).problems)


def test_a_problem_is_at_its_field_of_the_connection() -> None:
    problems = check(port="x y", parameters={"pasword": "x"}) + check(protocol="SSH") + check(host="")

    assert [(problem.place.item, problem.place.field) for problem in problems] == [
        ("r", "connections.0.port"),
        ("r", "connections.0.parameters.pasword"),
        ("r", "connections.0.protocol"),
        ("r", "connections.0.host"),
    ]


def test_a_port_that_counts_out_of_range_is_found_at_the_last_device() -> None:
    assert check(5, copies={"hostname": "counts"}, port="{n+65530}") == []
    assert [problem.code for problem in check(6, copies={"hostname": "counts"}, port="{n+65530}")] == ["port-invalid"]


def test_a_port_that_counts_out_of_range_is_found_in_the_last_pod() -> None:
    assert check(zone="z", students=6, port="{pod*10000+5000}") == []
    assert [problem.code for problem in check(zone="z", students=7, port="{pod*10000+5000}")] == ["port-invalid"]


def test_a_problem_of_all_copies_is_told_once() -> None:
    assert [problem.code for problem in check(9, parameters={"pasword": "{n}"})] == ["parameter-unknown"]


def test_of_many_unknown_parameters_none_costs_a_look_at_all_others() -> None:
    begun = time.process_time()

    problems = check(parameters={f"unknown{number}": "x" for number in range(20_000)})

    assert Counter(problem.code for problem in problems) == {"parameter-unknown": 100, "problems-more": 1}
    assert time.process_time() - begun < 4  # more than a minute on a busy machine, when each did


def test_a_file_is_checked_the_same_way() -> None:
    lab, problems = parse_config(
        b"users: {s: {quantity: 1, username_prefix: s, username_suffix: '1', password: pw}}\n"
        b"devices:\n"
        b"  r:\n"
        b"    {quantity: 1, name_prefix: R, name_suffix: '1', hostname_prefix: 10.0.0., hostname_suffix: '1',\n"
        b"     parameters: {protocol: vnc, password: w8}}\n"
    )
    assert lab is not None

    (problem,) = compile_lab(lab, problems).problems

    assert (problem.code, problem.place.field) == ("parameter-missing", "devices.r.parameters.port")
    assert problem.place.line is not None
