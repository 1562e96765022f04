"""Writing config.yaml: usermapper's own form wherever it can be, and nothing lost on the way back."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from labmapper.core.drawing.diagram_from_lab import draw_lab
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.graph import LabGraph
from labmapper.core.drawing.lab_from_diagram import build_lab
from labmapper.core.lab.connections import iter_connections
from labmapper.core.lab.spelling import UnspellableError
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import compile_diagram
from labmapper.formats.usermapper_config.reader import parse_config
from labmapper.formats.usermapper_config.writer import NameTakenError, render_config
from support.labs.drawings import GOLDEN

CONFIGS = sorted(GOLDEN.glob("*/config.yaml"))
SOUND = [path for path in CONFIGS if path.with_name("user-mapping.xml").exists()]


def _read(text: str) -> Lab:
    lab, problems = parse_config(text.encode())
    assert lab is not None, problems
    return lab


def _see(lab: Lab) -> list[tuple[str, str, dict[str, dict[str, str]]]]:
    """Return everybody with password and connections: what *lab* means."""
    return [
        (
            user.username,
            user.password,
            {each.name: dict(each.parameters) for each in iter_connections(lab, users, user)},
        )
        for users in lab.users
        for user in users.iter_users(b"seed")
    ]


def _stack(count: int, host: str = "10.0.10.1", **fields: object) -> dict[str, object]:
    connections = [{"protocol": "ssh", "host": host}]
    return {"id": "d", "type": "device", "label": "R01", "count": count, "connections": connections} | fields


def _write(*nodes: Mapping[str, object], **parts: object) -> dict[str, object]:
    text = render_config(compile_diagram(Diagram.model_validate({"nodes": list(nodes), **parts})).lab)
    written: dict[str, object] = yaml.safe_load(text)
    return written


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.parent.name)
def test_what_is_written_means_the_same_and_is_written_the_same_again(path: Path) -> None:
    lab = _read(path.read_text())

    text = render_config(lab)

    assert _see(_read(text)) == _see(lab)
    assert render_config(_read(text)) == text


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.parent.name)
def test_a_drawing_made_of_a_file_means_the_file(path: Path) -> None:
    lab = _read(path.read_text())

    diagram, _ = draw_lab(lab)
    assert diagram is not None
    drawn = compile_diagram(diagram)

    assert _see(drawn.lab) == _see(lab)


def test_a_lab_that_needs_no_more_is_in_usermappers_own_form() -> None:
    written = _write({"id": "u", "type": "users", "label": "student01", "count": 10}, _stack(4))

    assert written == {
        "users": {
            "student": {
                "quantity": 10,
                "username_prefix": "student",
                "username_suffix": "01",
                "password": "random",
            }
        },
        "devices": {
            "r": {
                "quantity": 4,
                "name_prefix": "R",
                "name_suffix": "01",
                "hostname_prefix": "10.0.10.",
                "hostname_suffix": "1",
                "parameters": {"protocol": "ssh", "hostname": None},
            }
        },
    }


def test_consecutive_alike_devices_become_one_type() -> None:
    routers = [_stack(1, f"10.0.10.{n}", id=f"r{n}", label=f"R0{n}") for n in (1, 2, 3)]
    other = _stack(1, "10.0.10.99", id="r4", label="R04")

    devices = _write(*routers, other)["devices"]

    assert isinstance(devices, dict)
    assert [device["quantity"] for device in devices.values()] == [3, 1]


def test_devices_that_different_people_reach_are_not_folded() -> None:
    users = {"id": "u", "type": "users", "label": "student1"}
    routers = [_stack(1, f"10.0.10.{n}", id=f"r{n}", label=f"R0{n}") for n in (1, 2)]

    devices = _write(users, *routers, access=[{"id": "a", "users": "u", "target": "r1"}])["devices"]

    assert isinstance(devices, dict)
    assert [device["quantity"] for device in devices.values()] == [1, 1]


def test_a_password_that_is_the_word_random_stays_a_password() -> None:
    fixed = {"id": "u", "type": "users", "label": "s1", "password": {"mode": "fixed", "value": "random"}}

    users = _write(fixed, _stack(1))["users"]

    assert isinstance(users, dict)
    assert users["s"]["fixed_password"] == "random"


def test_text_that_a_yaml_reader_might_take_for_a_number_is_quoted() -> None:
    lab = compile_diagram(Diagram.model_validate({"nodes": [_stack(1, "10.0.0.09", label="R1e3")]})).lab

    text = render_config(lab)

    assert "name_suffix: '3'" in text
    assert "hostname_suffix: '09'" in text


def test_a_user_name_that_is_a_pattern_keeps_the_number_it_begins_with() -> None:
    users = {"id": "u", "type": "users", "label": "{pod}s254", "count": 2}
    lab = compile_diagram(Diagram.model_validate({"nodes": [users]})).lab

    assert [name for name, _, _ in _see(_read(render_config(lab)))] == [name for name, _, _ in _see(lab)]


def _draw_counting(label: str, host: str, port: str = "") -> Lab:
    people = {"id": "u", "type": "users", "label": "ann", "password": {"mode": "fixed", "value": "pw"}}
    connections = [{"protocol": "ssh", "host": host, "port": port}]
    stack = {"id": "d", "type": "device", "label": label, "count": 2, "connections": connections}
    return compile_diagram(Diagram.model_validate({"nodes": [people, stack]})).lab


def _list_written(lab: Lab, parameter: str) -> list[tuple[str, str]]:
    """Return name and *parameter* of what somebody sees in the file that *lab* is written to."""
    ((_, _, connections),) = _see(_read(render_config(lab)))
    return [(name, values[parameter]) for name, values in connections.items()]


def test_a_host_keeps_its_numbers_beside_a_name_that_begins_later() -> None:
    lab = _draw_counting("R{n+9}", "10.0.{n}.1")

    assert _list_written(lab, "hostname") == [("R10", "10.0.1.1"), ("R11", "10.0.2.1")]


def test_a_port_keeps_its_numbers_beside_a_name_that_begins_later() -> None:
    lab = _draw_counting("R{n+9:03}", "10.0.0.1", "22{n:02}")

    assert _list_written(lab, "port") == [("R010", "2201"), ("R011", "2202")]


def test_numbers_beside_a_name_that_begins_later_are_told_from_its_number_on() -> None:
    written = yaml.safe_load(render_config(_draw_counting("R{n+9:03}", "10.0.0.1", "22{n:02}")))

    assert written["devices"]["r"]["name_suffix"] == "010"
    assert written["devices"]["r"]["patterns"] == {"port": "22{n-9:02}"}


def test_a_suffix_that_would_be_too_long_to_be_read_is_a_pattern() -> None:
    written = yaml.safe_load(render_config(_draw_counting("R{n:20}", "10.0.0.1")))

    assert written["devices"]["r"]["patterns"] == {"name": "R{n:020}"}


def test_stacks_that_together_would_be_too_many_to_be_read_are_not_folded() -> None:
    stacks = [_stack(60_000, "r1", id="d1", label="R1"), _stack(60_000, "r60001", id="d2", label="R60001")]
    lab = build_lab(LabGraph(Diagram.model_validate({"nodes": stacks})))

    assert [device.quantity for device in _read(render_config(lab)).devices] == [60_000, 60_000]


def test_a_parameter_that_counts_under_the_name_of_the_name_is_refused() -> None:
    connections = [{"protocol": "ssh", "host": "10.0.0.1", "parameters": {"name": "{n}"}}]
    lab = compile_diagram(Diagram.model_validate({"nodes": [_stack(2, connections=connections)]})).lab

    with pytest.raises(NameTakenError):
        render_config(lab)


def test_a_number_directly_after_a_dollar_is_refused_never_bent() -> None:
    with pytest.raises(UnspellableError, match="cannot be written with placeholders"):
        _write(_stack(2, "10.{pod}.$5"))
