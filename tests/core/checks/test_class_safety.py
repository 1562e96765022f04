"""What is unwise in a class is a warning: told once, where it is, and not where it is meant."""

from typing import Any

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.core.pipeline import compile_diagram

CODES = ("device-password-known", "desktop-shared", "desktop-without-password", "address-public", "recording-shared")


def users(id_: str = "u", count: int = 2) -> dict[str, Any]:
    return {"id": id_, "type": "users", "label": f"{id_}1", "count": count}


def device(id_: str, protocol: str, count: int = 1, host: str = "10.0.0.1", **parameters: str) -> dict[str, Any]:
    named = {name.replace("_", "-"): value for name, value in parameters.items()}
    port = "5900" if protocol == "vnc" else ""
    if protocol == "vnc":
        named = {"password": "w8-Xq2.7"} | named
    connection = {"protocol": protocol, "host": host, "port": port, "parameters": named}
    return {"id": id_, "type": "device", "label": f"{id_}1", "count": count, "connections": [connection]}


def tell(*nodes: dict[str, Any], **more: Any) -> list[tuple[str, str, str]]:
    problems = compile_diagram(Diagram.model_validate({"nodes": list(nodes), **more})).problems
    return [(each.code, str(each.place), each.variant) for each in problems if each.code in CODES]


def test_well_known_passwords_are_told_once_for_all_devices() -> None:
    devices = [device("a", "ssh", 3, password="Cisco"), device("b", "telnet", host="10.0.1.1", password="admin")]

    assert tell(users(), *devices) == [("device-password-known", "a.connections.0.parameters.password", "more")]


def test_a_well_known_default_is_told_at_the_default() -> None:
    settings = {"defaults": {"ssh": {"password": "cisco"}}}

    assert tell(users(), device("a", "ssh"), settings=settings) == [
        ("device-password-known", "settings.defaults.ssh.password", "default")
    ]


@pytest.mark.parametrize("log_in", [("Lab7", "lab7"), ("", "toor"), ("", "Class")])
def test_defaults_and_the_user_name_once_more_are_passwords_that_everybody_tries(log_in: tuple[str, str]) -> None:
    found = tell(users(), device("a", "ssh", username=log_in[0], password=log_in[1]))

    assert found == [("device-password-known", "a.connections.0.parameters.password", "default")]


def test_a_well_known_password_of_one_copy_is_told() -> None:
    stack = device("a", "ssh", 3)
    stack["connections"][0]["copies"] = {"password": ["w8-Xq2.7", "cisco", "k3-Yr4.9"]}

    assert tell(users(), stack) == [("device-password-known", "a.connections.0.parameters.password", "more")]


def test_desktops_by_vnc_without_a_password_are_told_once() -> None:
    shown = device("a", "vnc", 2, password=""), device("b", "vnc", 2, host="10.0.1.1", password="")

    assert tell(users(), *shown) == [("desktop-without-password", "a.connections.0.parameters.password", "more")]
    assert tell(users(), device("a", "rdp", password="")) == []


@pytest.mark.parametrize("password", ["", "w8-Xq2.7", "${GUAC_PASSWORD}"])
def test_other_passwords_are_nobodys_business(password: str) -> None:
    assert tell(users(), device("a", "ssh", password=password)) == []


def test_more_people_than_desktops_of_one_session_is_told_at_the_group() -> None:
    assert tell(users(count=3), device("a", "vnc")) == [("desktop-shared", "u.label", "default")]
    assert tell(users(count=3), device("a", "rdp", 2, username="lab")) == [("desktop-shared", "u.label", "several")]


@pytest.mark.parametrize(
    "drawn",
    [
        device("a", "vnc", 3),
        device("a", "vnc", read_only="true"),
        device("a", "rdp"),
        device("a", "rdp", username="${GUAC_USERNAME}"),
        device("a", "ssh", username="lab"),
    ],
)
def test_a_desktop_each_looking_on_and_log_ins_of_their_own_are_fine(drawn: dict[str, Any]) -> None:
    assert tell(users(count=3), drawn) == []


def test_teachers_may_look_in_where_a_larger_group_has_a_desktop_each() -> None:
    assert tell(users("s", 10), users("t", 2), device("a", "vnc", 10)) == []


def test_a_pod_with_a_desktop_for_each_is_fine() -> None:
    zone = {"id": "z", "label": "Pod", "x": 0, "y": 0, "width": 300, "height": 300, "pod": "u"}
    inside = device("a", "vnc", host="10.0.{pod}.1") | {"zone": "z"}

    assert tell(users(count=3), inside, zones=[zone]) == []


def test_a_view_only_copy_for_trainers_brings_no_problem() -> None:
    access = [{"id": "e", "users": "s", "target": "pc"}, {"id": "f", "users": "t", "target": "watch"}]
    nodes = [users("s", 3), users("t", 2), device("pc", "vnc", 3), device("watch", "vnc", 3, read_only="true")]

    assert compile_diagram(Diagram.model_validate({"nodes": nodes, "access": access})).problems == ()


@pytest.mark.parametrize(("host", "is_told"), [("8.8.8.8", True), ("2606:4700::1", True), ("10.1.2.3", False)])
@pytest.mark.parametrize("protocol", ["telnet", "vnc"])
def test_public_addresses_without_encryption_are_told(protocol: str, host: str, *, is_told: bool) -> None:
    codes = [code for code, *_ in tell(users(count=1), device("a", protocol, host=host))]

    assert codes == ["address-public"] * is_told


@pytest.mark.parametrize("host", ["192.0.2.1", "198.51.100.7", "203.0.113.9", "console.example", "2001:db8::1"])
def test_addresses_of_documentation_and_names_are_fine(host: str) -> None:
    assert tell(users(count=1), device("a", "telnet", host=host)) == []
    assert tell(users(count=1), device("a", "ssh", host="8.8.8.8")) == []


@pytest.mark.parametrize("kind", ["recording", "typescript"])
def test_recordings_of_all_in_one_heap_are_told(kind: str) -> None:
    path = {f"{kind}_path": "/records"}
    named = path | {f"{kind}_name": "${GUAC_USERNAME}"}

    assert tell(users(), device("a", "ssh", 1, "10.0.0.1", **path)) == [
        ("recording-shared", f"a.connections.0.parameters.{kind}-path", "default")
    ]
    assert tell(users(), device("a", "ssh", 1, "10.0.0.1", **named)) == []


@pytest.mark.parametrize(
    "given",
    [
        {"recording_path": "/records/${GUAC_USERNAME}"},
        {"recording_path": "/records", "recording_name": "${GUAC_USERNAME}"},
        {"recording_path": ""},
    ],
)
def test_recordings_that_tell_people_apart_are_fine(given: dict[str, str]) -> None:
    assert tell(users(), device("a", "ssh", 1, "10.0.0.1", **given)) == []
    assert tell(users(count=1), device("a", "ssh", recording_path="/records")) == []
