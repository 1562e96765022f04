"""Lists have a value for each copy, what is to count can, and a host that counts beside its port is asked about."""

from typing import Any

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.core.pipeline import compile_diagram
from labmapper.core.problems import Problem


def check(
    connection: dict[str, Any], count: int = 4, *, others: list[str] | None = None, pod: bool = False
) -> list[Problem]:
    zone = {"id": "z", "x": 0, "y": 0, "width": 9, "height": 9, "pod": "u"}
    stack = {"id": "d", "type": "device", "label": "R1", "count": count, "zone": "z" if pod else None}
    nodes = [{"id": "u", "type": "users", "label": "s1", "count": 3}, stack | {"connections": [connection]}]
    nodes += [
        {"id": f"o{place}", "type": "device", "label": f"X{place}", "connections": [{"host": host}]}
        for place, host in enumerate(others or [])
    ]
    return list(compile_diagram(Diagram.model_validate({"nodes": nodes, "zones": [zone] if pod else []})).problems)


def tell(problems: list[Problem]) -> list[str]:
    return [f"{problem.severity} {problem.code} at {problem.place.field}: {problem.message}" for problem in problems]


def test_what_has_no_value_is_named() -> None:
    assert tell(check({"host": "10.0.0.1", "copies": {"password": ["a", "", "c"]}})) == [
        "error copies-lack-values at connections.0.parameters.password: password has 2 of 4 values: none for R2, R4."
    ]


def test_many_without_a_value_are_counted() -> None:
    (told,) = tell(check({"host": "10.0.0.1", "copies": {"password": []}}, 9))

    assert told.endswith("password has 0 of 9 values: none for R1, R2, R3 and 6 more.")


def test_in_a_pod_it_is_said_whose_copy_has_none() -> None:
    (told,) = tell(check({"copies": {"hostname": ["a", "b", "c", "d", "e"]}}, 2, pod=True))

    assert told.endswith("hostname has 5 of 6 values: none for R2 (s3).")


def test_values_that_are_left_over_are_told_and_blank_lines_behind_the_last_are_not() -> None:
    one = {"host": "10.0.0.1", "copies": {"password": ["a", "b", "c"]}}

    assert tell(check(one, 2)) == [
        "warning copies-have-too-many at connections.0.parameters.password: password has 3 values for 2 copies; the last are not used."
    ]
    assert check({"host": "10.0.0.1", "copies": {"password": ["a", "b", ""]}}, 2) == []


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (["10.0.0.1", "10.0.0.2:22", "10.0.0.3"], "host-is-none"),
        (["10.0.0.1", "10.0.0.256", "10.0.0.3"], "address-out-of-range"),
        (["10.0.0.1", "10.0.0.1", "10.0.0.3"], "address-shared"),
        (["10.0.0.1", "a b", "10.0.0.3"], "address-blank"),
    ],
)
def test_every_value_is_checked_not_only_those_at_both_ends(values: list[str], code: str) -> None:
    assert code in [problem.code for problem in check({"copies": {"hostname": values}}, 3)]


def test_copies_of_pods_that_meet_in_a_list_are_told() -> None:
    values = ["10.0.0.1", "10.0.0.2", "10.0.0.1"]

    assert [each.code for each in check({"copies": {"hostname": values}}, 1, pod=True)] == ["pod-copies-meet"]
    assert check({"copies": {"hostname": ["10.0.0.1", "10.0.0.2", "10.0.0.3"]}}, 1, pod=True) == []


def test_what_is_to_count_and_has_no_number_is_told() -> None:
    assert tell(check({"host": "10.0.0.1", "parameters": {"username": "root"}, "copies": {"username": "counts"}})) == [
        "warning copies-stand-still at connections.0.parameters.username: username is to count up, and has no number at its end that could."
    ]


@pytest.mark.parametrize("port", [{"port": "{n+2000}"}, {"port": "2001", "copies": {"port": "counts"}}])
def test_a_host_that_counts_beside_its_port_is_asked_about_where_it_is_alone(port: dict[str, Any]) -> None:
    connection = {"protocol": "telnet", "host": "127.0.0.1", **port}

    (told,) = tell(check(connection))
    assert told.startswith("warning host-counts-beside-port at connections.0.host: ")
    assert "from 127.0.0.1:2001 to 127.0.0.4:2004" in told
    assert check(connection, others=["127.0.0.9"]) == []
    assert check(connection, 1) == []


@pytest.mark.parametrize("mode", ["same", "counts"])
def test_who_has_said_it_is_not_asked_again(mode: str) -> None:
    assert check({"host": "127.0.0.1", "port": "{n+2000}", "copies": {"hostname": mode}}) == []


def test_more_values_than_can_be_looked_at_are_refused() -> None:
    values = ["x"] * 50_001

    assert [each.code for each in check({"host": "10.0.0.1", "copies": {"x": values}})] == ["lab-too-large"]
