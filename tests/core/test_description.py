"""What the editor is told of a drawing: how its counts and pods expand."""

from typing import Any

from labmapper.core.description import describe
from labmapper.core.drawing.document import Diagram
from labmapper.core.pipeline import compile_diagram


def _expand(users: dict[str, Any], device: dict[str, Any], pod: str | None = None) -> dict[str, Any]:
    """Return the expansions of *users* and of *device*, which is in a zone that exists once for each of *pod*."""
    connection = {"protocol": "ssh", "host": device.pop("host")}
    zone = {"id": "z", "label": "Pod", "x": 0.0, "y": 0.0, "width": 100.0, "height": 100.0, "pod": pod}
    nodes = [
        {"id": "u", "type": "users"} | users,
        {"id": "d", "type": "device", "zone": "z", "connections": [connection]} | device,
    ]
    expansion = describe(compile_diagram(Diagram.model_validate({"nodes": nodes, "zones": [zone]})))["expansion"]
    assert isinstance(expansion, dict)
    return expansion


def test_a_device_with_several_connections_counts_once() -> None:
    connections = [{"protocol": protocol, "host": "10.0.0.1"} for protocol in ("ssh", "vnc", "telnet")]
    device = {"id": "d", "type": "device", "label": "R1", "count": 4, "connections": connections}
    people = {"id": "u", "type": "users", "label": "student1", "count": 2}

    summary = describe(compile_diagram(Diagram.model_validate({"nodes": [device, people]})))["summary"]

    assert summary == {"users": 2, "devices": 4, "connections": 24}


def test_a_stack_is_told_by_its_first_ones_and_its_last() -> None:
    device = {"label": "PC09", "count": 11, "host": "10.0.10.109"}
    expansion = _expand({"label": "student01", "count": 30}, device)

    assert expansion["u"]["count"] == 30
    assert [person["name"] for person in expansion["u"]["items"]][-2:] == ["student05", "student30"]
    assert expansion["d"]["count"] == 11
    assert expansion["d"]["items"][0] == {"name": "PC09", "host": "10.0.10.109"}
    assert expansion["d"]["items"][-1] == {"name": "PC19", "host": "10.0.10.119"}
    assert "ends" not in expansion["d"]


def test_a_pod_is_told_by_the_copies_of_the_first_and_the_last_person() -> None:
    device = {"label": "PC{pod:02}", "host": "10.{pod}.0.1"}
    expansion = _expand({"label": "student01", "count": 8}, device, pod="u")

    assert expansion["d"] == {
        "count": 1,
        "copies": 8,
        "items": [{"name": "PC01", "host": "10.1.0.1"}],
        "ends": [
            {"user": "student01", "items": [{"name": "PC01", "host": "10.1.0.1"}]},
            {"user": "student08", "items": [{"name": "PC08", "host": "10.8.0.1"}]},
        ],
    }


def test_the_only_copy_of_a_pod_is_told_once_with_the_number_in_the_roster() -> None:
    roster = [{"username": "eve", "pod": 7}]
    expansion = _expand({"label": "guests", "roster": roster}, {"label": "R{pod}", "host": "10.{pod}.0.1"}, pod="u")

    assert expansion["d"]["ends"] == [{"user": "eve", "items": [{"name": "R7", "host": "10.7.0.1"}]}]


def test_a_device_that_stands_for_itself_needs_no_telling() -> None:
    expansion = _expand({"label": "student01"}, {"label": "R1", "host": "10.0.0.1"})

    assert set(expansion) == {"u"}


def test_a_stack_behind_one_host_is_told_by_its_ports() -> None:
    connection = {"host": "127.0.0.1", "port": "2001", "copies": {"hostname": "same", "port": "counts"}}
    device = {"host": "", "label": "R1", "count": 2, "connections": [connection]}

    assert _expand({"count": 1}, device)["d"]["items"] == [
        {"name": "R1", "host": "127.0.0.1:2001"},
        {"name": "R2", "host": "127.0.0.1:2002"},
    ]
