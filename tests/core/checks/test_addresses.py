"""Addresses: which device is named, and what counts as one and the same target."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labmapper.core.problems import Problem
from support.labs.hostile import alice, build, draw, router


def find(code: str, *devices: dict[str, Any]) -> list[Problem]:
    return [problem for problem in build(draw(alice(), devices=list(devices))).problems if problem.code == code]


@given(offset=st.integers(-300, 300), count=st.integers(1, 60), first=st.integers(0, 99))
def test_the_device_that_is_named_is_one_that_gets_the_address_that_is_told(
    offset: int, count: int, first: int
) -> None:
    device = router(f"R{first:02}", host=f"10.0.0.{{n{offset:+d}}}") | {"count": count}
    hosts = {f"R{n:02}": f"10.0.0.{n + offset}" for n in range(first, first + count)}

    problems = find("address-out-of-range", device)

    wrong = {name: host for name, host in hosts.items() if not 0 <= int(host.removeprefix("10.0.0.")) <= 255}
    assert len(problems) == bool(wrong)
    assert all(wrong[str(each.facts["device"])] == each.facts["host"] for each in problems)


TWICE = [
    {"server-layout": "de-de-qwertz"},
    {"read-only": "true"},
    {"domain": "LAB"},
    {"initial-program": "notepad.exe"},
]


@pytest.mark.parametrize("parameters", TWICE, ids=lambda parameters: next(iter(parameters)))
def test_one_host_may_be_offered_twice_where_the_second_is_meant(parameters: dict[str, str]) -> None:
    one, other = router(protocol="rdp"), router("R2", "r2", protocol="rdp", parameters=parameters)

    assert find("address-shared", one, other) == []
    assert find("address-shared", other, other | {"id": "r3", "label": "R3"}) != []


def test_one_pod_may_be_offered_with_two_commands() -> None:
    cluster = {"protocol": "kubernetes"}
    shells = [
        router(name, name, **cluster, parameters={"pod": "web", "exec-command": f"/bin/{name}"})
        for name in ("sh", "bash")
    ]

    assert find("address-shared", *shells) == []


def test_what_may_be_changed_there_as_in_the_first_is_no_second_way_in() -> None:
    twins = router(), router("R2", "r2", parameters={"read-only": "false"})

    assert len(find("address-shared", *twins)) == 1


def test_the_console_of_a_virtual_machine_is_no_desktop_and_has_its_own_port() -> None:
    desktop, console = router(protocol="rdp"), router("R2", "r2", protocol="rdp", parameters={"security": "vmconnect"})
    spelled = router("R3", "r3", protocol="rdp", port="2179", parameters={"security": "vmconnect"})

    assert find("address-shared", desktop, console) == []
    assert len(find("address-shared", console, spelled)) == 1


@pytest.mark.parametrize("host", ["10.0.0.{n", "h}1", "{{n}}", "h{"])
def test_a_brace_that_is_left_over_in_a_host_is_told(host: str) -> None:
    (problem,) = find("placeholder-unknown", router("R1", host=host))

    assert problem.is_error
    assert "brace" in problem.message


@pytest.mark.parametrize("host", ["{n}", "{n", "h}"])
def test_placeholders_mean_nothing_in_a_list_of_hosts(host: str) -> None:
    device = router("R1") | {"count": 2}
    device["connections"] = [{"host": "h1", "copies": {"hostname": ["10.0.0.1", host]}}]

    (problem,) = find("placeholder-unknown", device)

    assert problem.message.startswith(f"{host} in the list of hosts")


@pytest.mark.parametrize("host", ["${GUAC_USERNAME}.lab", "r{n}", "10.0.0.{n+1}"])
def test_tokens_and_placeholders_have_their_braces(host: str) -> None:
    assert find("placeholder-unknown", router("R1", host=host)) == []


def test_a_copy_of_a_device_with_a_list_of_hosts_is_told_to_share_them() -> None:
    hosts = {"host": "198.51.100.7", "copies": {"hostname": ["198.51.100.7", "203.0.113.9"]}}
    devices = [router(name, item) | {"count": 2, "connections": [hosts]} for name, item in (("R1", "r"), ("R3", "s"))]

    problems = find("address-shared", *devices)

    assert {problem.facts["host"] for problem in problems} <= {"198.51.100.7", "203.0.113.9"}
    assert [problem.place.item for problem in problems] == ["s"]
