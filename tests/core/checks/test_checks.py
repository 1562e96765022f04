"""What is found wrong with a drawing: which code, at which node, and nothing where nothing is wrong."""

from typing import Any

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.core.pipeline import compile_diagram
from labmapper.core.problems import Problem
from support.labs.bounded_work import bounded_work


def _device(label: str, host: str = "10.0.0.1", *, name: str = "d", **fields: Any) -> dict[str, Any]:
    connection = {"protocol": "ssh", "host": host} | fields.pop("connection", {})
    return {"id": name, "type": "device", "label": label, "connections": [connection]} | fields


def _users(label: str = "student01", *, name: str = "u", **fields: Any) -> dict[str, Any]:
    return {"id": name, "type": "users", "label": label} | fields


def _zone(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "label": name, "x": 0.0, "y": 0.0, "width": 9.0, "height": 9.0} | fields


def _check(*nodes: dict[str, Any], **parts: Any) -> tuple[Problem, ...]:
    return compile_diagram(Diagram.model_validate({"nodes": list(nodes), **parts})).problems


def _list_codes(problems: tuple[Problem, ...]) -> list[tuple[str, str | None]]:
    return [(problem.code, problem.place.item) for problem in problems]


_POD = {"zones": [_zone("z", pod="u")]}
_INSIDE = {"zone": "z"}
_CALLED = {"protocol": "vnc", "port": "5500", "parameters": {"reverse-connect": "true"}}

WRONG: dict[str, tuple[list[dict[str, Any]], dict[str, Any], list[tuple[str, str | None]]]] = {
    "a user name without a number": ([_users("student", count=2), _device("R1")], {}, [("name-not-counting", "u")]),
    "a device name without a number": ([_users(), _device("fw", count=2)], {}, [("name-not-counting", "d")]),
    "no device name": ([_users(), _device("")], {}, [("name-missing", "d")]),
    "no user name": ([_users(""), _device("R1")], {}, [("name-missing", "u")]),
    "a name that outgrows its width": ([_users(), _device("R8", count=4)], {}, [("name-outgrows-width", "d")]),
    "a number below zero": ([_users(), _device("R{n-5}")], {}, [("number-negative", "d")]),
    "a misspelt placeholder in a name": ([_users(), _device("R{nn}")], {}, [("placeholder-unknown", "d")]),
    "a misspelt placeholder in a host": ([_users(), _device("R1", "h{pdo}")], {}, [("placeholder-unknown", "d")]),
    "a slash in a name": ([_users(), _device("a/b")], {}, [("name-unsafe-in-paths", "d")]),
    "a name of two dots": ([_users(), _device("..")], {}, [("name-unsafe-in-paths", "d")]),
    "a blank around a user name": ([_users(" s1"), _device("R1")], {}, [("name-blanks", "u")]),
    "a blank around a device name": ([_users(), _device("R1 ")], {}, [("name-blanks", "d")]),
    "one user name in two groups": (
        [_users("s1", count=3), _users("s3", name="v"), _device("R1")],
        {},
        [("user-name-taken", "v")],
    ),
    "one name twice in a roster": (
        [_users(roster=[{"username": "ann"}, {"username": "ann"}]), _device("R1")],
        {},
        [("user-name-taken", "u")],
    ),
    "a roster line without a name": ([_users(roster=[{"username": ""}]), _device("R1")], {}, [("name-missing", "u")]),
    "two devices with one name": (
        [_users(), _device("R1", count=3), _device("R3", "10.0.0.9", name="e")],
        {},
        [("connection-name-taken", "e")],
    ),
    "a copy named like a shared device": (
        [
            _users(),
            _users("t1", name="t"),
            _device("R1", "10.{pod}.0.1", **_INSIDE),
            _device("R1 (student01)", name="e"),
        ],
        _POD,
        [("connection-name-taken", "e")],
    ),
    "two connections with one label": (
        [_users(), _device("R1", connections=[{"host": "a"}, {"host": "b"}, {"host": "c"}])],
        {},
        [("connection-name-taken", "d")],
    ),
    "an address beyond its octet": (
        [_users(), _device("R1", "10.0.0.254", count=3)],
        {},
        [("address-out-of-range", "d")],
    ),
    "an octet of more digits than Python counts": (
        [_users(), _device("R1", f"10.0.0.{'9' * 5000}")],
        {},
        [("address-out-of-range", "d")],
    ),
    "an IPv6 group beyond four digits": (
        [_users(), _device("R1", "fe80::9999", count=2)],
        {},
        [("address-out-of-range", "d")],
    ),
    "a pod number beyond its octet": (
        [_users(count=2), _device("R1", "10.{pod+254}.0.1", **_INSIDE)],
        _POD,
        [("address-out-of-range", "d")],
    ),
    "an octet with a leading zero": ([_users(), _device("R1", "10.0.0.09")], {}, [("address-leading-zero", "d")]),
    "a blank in a host": ([_users(), _device("R1", "my host")], {}, [("address-blank", "d")]),
    "one address for two devices": (
        [_users(), _device("R4", "10.0.10.4"), _device("R9", "10.0.10.4", name="e")],
        {},
        [("address-shared", "e")],
    ),
    "one address for a whole stack": ([_users(), _device("R1", "lab.example", count=3)], {}, [("address-shared", "d")]),
    "a pod placeholder outside": ([_users(), _device("R1", "10.0.{pod}.1")], {}, [("pod-outside", "d")]),
    "copies on one address": ([_users(count=2), _device("R1", **_INSIDE)], _POD, [("pod-copies-meet", "d")]),
    "copies without an address": (
        [_users(count=2), _device("R1", "", **_INSIDE)],
        _POD,
        [("parameter-missing", "d")],
    ),
    "copies that are called on one port": (
        [_users(count=2), _device("R1", "", connection=_CALLED, **_INSIDE)],
        _POD,
        [("pod-copies-meet", "d")],
    ),
    "copies that no XML holds": (
        [_users(count=2), _device("R1", "10.0.{pod}1.\0", **_INSIDE)],
        _POD,
        [("text-not-xml", "d")],
    ),
    "copies that run into each other": (
        [
            _users(count=3),
            _device("R1", "10.0.0.{pod+9}", **_INSIDE),
            _device("S1", "10.0.0.{pod+10}", name="e", **_INSIDE),
        ],
        _POD,
        [("pod-copies-meet", "d")],
    ),
    "a token that is the viewer's name, where a trainer looks": (
        [_users(count=2), _users("t1", name="t"), _device("R1", "${GUAC_USERNAME}.lab", **_INSIDE)],
        {**_POD, "access": [{"id": "a", "users": "t", "target": "z"}]},
        [("pod-token-of-viewer", "d")],
    ),
    "several connections of a device whose name does not count": (
        [
            _users(),
            _device("fw", count=2, connections=[{"host": "a{n}", "label": "x"}, {"host": "b{n}", "label": "x"}]),
        ],
        {},
        [("name-not-counting", "d"), ("connection-name-taken", "d")],
    ),
    "a pod number twice": (
        [_users(roster=[{"username": "a", "pod": 1}, {"username": "b", "pod": 1}]), _device("R1", "h{pod}", **_INSIDE)],
        _POD,
        [("pod-number-taken", "u")],
    ),
    "a pod in a pod": (
        [_users(), _device("R1", "10.0.{pod}.1", zone="y")],
        {"zones": [_zone("z", pod="u"), _zone("y", pod="u", zone="z")]},
        [("pod-nested", "y")],
    ),
    "pods of others by the rule of all devices": (
        [
            _users(),
            _users("t1", name="t"),
            _device("R1", "10.1.{pod}.1", **_INSIDE),
            _device("S1", "10.2.{pod}.1", name="e", zone="y"),
        ],
        {"zones": [_zone("z", pod="u"), _zone("y", pod="t")]},
        [("reach-other-pods", "u"), ("reach-other-pods", "t")],
    ),
    "access to an empty zone": (
        [_users(), _device("R1")],
        {"zones": [_zone("z")], "access": [{"id": "a", "users": "u", "target": "z"}]},
        [("reach-nothing", "u")],
    ),
    "no users": ([_device("R1")], {}, [("no-users", None)]),
    "nothing to connect to": ([_users()], {}, [("no-connections", None)]),
    "a device without a connection": (
        [_users(), _device("R1"), _device("tap", name="e", connections=[])],
        {},
        [("device-without-connection", "e")],
    ),
    "a device that no cable joins to the gateway": (
        [_users(), {"id": "g", "type": "gateway"}, _device("R1")],
        {},
        [("gateway-out-of-reach", "d")],
    ),
    "an empty password": (
        [_users(password={"mode": "fixed", "value": ""}), _device("R1")],
        {},
        [("password-empty", "u")],
    ),
    "a guessable password with a hash": (
        [_users(password={"mode": "fixed", "value": "cisco"}), _device("R1")],
        {"settings": {"hashing": "md5"}},
        [("hashing-guessable", "u")],
    ),
    "hashes that an old Guacamole refuses": (
        [_users(), _device("R1")],
        {"settings": {"hashing": "sha256", "guacamole": "1.3.0"}},
        [("hashing-too-new", None)],
    ),
    "a parameter given twice": (
        [_users(), _device("R1", connection={"parameters": {"hostname": "x"}})],
        {},
        [("parameter-repeated", "d")],
    ),
    "more connections than Guacamole could hold": (
        [_users(count=100_000), _device("R00001", "10.0.0.{n*0+1}", count=1000)],
        {},
        [("lab-too-large", None)],
    ),
    "more devices than any class has": (
        [_users(), _device("R000001", "10.0.0.1", count=100_000)]
        + [_device(f"S{n}-000001", "s{n}", name=f"d{n}", count=100_000) for n in range(2)],
        {},
        [("lab-too-large", None)],
    ),
    "more pairs of groups and devices than can be looked at": (
        [_users(f"s{n}x1", name=f"u{n}") for n in range(2001)] + [_device(f"R{n}", name=f"d{n}") for n in range(2000)],
        {},
        [("lab-too-large", None)],
    ),
    "a character that no XML holds": ([_users(), _device("R\x1b1")], {}, [("text-not-xml", "d")]),
}


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_found_where_it_is(
    case: tuple[list[dict[str, Any]], dict[str, Any], list[tuple[str, str | None]]],
) -> None:
    nodes, parts, expected = case

    problems = _check(*nodes, **parts)

    assert _list_codes(problems) == expected
    assert all(problem.message.endswith((".", "…")) and problem.hint.endswith(".") for problem in problems)


@pytest.mark.parametrize(
    ("nodes", "parts"),
    [
        ([_users(count=200), _device("PC001", "10.0.0.1", count=250)], {}),
        ([_users(), _device("R1", "2001:db8::1", count=9)], {}),
        ([_users(), _device("R1", "console", count=3, connection={"port": "{n+5000}"})], {}),
        ([_users(), _device("a", "h", connection={"parameters": {"username": "x"}}), _device("b", "h", name="e")], {}),
        (
            [
                _users(count=3),
                _device("R1", "10.0.0.{pod*10}", **_INSIDE),
                _device("S1", "10.0.0.{pod*10+1}", name="e", **_INSIDE),
            ],
            _POD,
        ),
        (
            [
                _users(count=3),
                _device("R1", "vdi", connection={"parameters": {"username": "${GUAC_USERNAME}"}}, **_INSIDE),
            ],
            _POD,
        ),
        ([_users(count=1), _device("R1", "10.0.0.1", **_INSIDE)], _POD),
        ([_users(), _device("R1"), _device("tap", name="e", connections=[], scenery=True)], {}),
        ([_users(), _device("R1"), _device("PHONE1", name="e", connections=[], kind="phone")], {}),
        ([_users(), _device("R1"), _device("old", "10.0.0.1", name="e", scenery=True)], {}),
        ([_users(), _device("R1"), {"id": "s", "type": "shape", "shape": "arrow"}], {}),
    ],
    ids=[
        "a class",
        "IPv6",
        "one host, many ports",
        "one host, two accounts",
        "pods",
        "pods by token",
        "a pod of one",
        "scenery",
        "a phone",
        "scenery with a connection",
        "a shape",
    ],
)
def test_nothing_is_wrong_with_what_is_right(nodes: list[dict[str, Any]], parts: dict[str, Any]) -> None:
    assert _list_codes(_check(*nodes, **parts)) == []


def test_a_user_name_cannot_use_the_pod_number_even_where_there_is_no_pod() -> None:
    assert _list_codes(_check(_users("s{pod}-1"), _device("R1"))) == [("pod-outside", "u")]


def test_a_host_of_many_colons_is_seen_through_at_once() -> None:
    with bounded_work():
        _check(_users(), _device("R1", ":" * 60_000 + "x"))


def test_a_problem_of_copies_without_a_host_shows_none() -> None:
    (problem,) = _check(_users(count=2), _device("R1", "", connection=_CALLED, **_INSIDE), **_POD)

    assert problem.message == "Copies of R1 in different pods open the same address."
