"""What a drawing means: who gets which connections."""

from typing import Any

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.core.lab.connections import iter_connections
from labmapper.core.pipeline import Compilation, compile_diagram


def _device(name: str, host: str = "10.0.0.1", **fields: Any) -> dict[str, Any]:
    connection = {"protocol": "ssh", "host": host}
    return {"id": fields.pop("id", name), "type": "device", "label": name, "connections": [connection]} | fields


def _users(name: str, count: int = 1, **fields: Any) -> dict[str, Any]:
    return {"id": name.rstrip("0123456789"), "type": "users", "label": name, "count": count} | fields


def _zone(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "label": name, "x": 0.0, "y": 0.0, "width": 100.0, "height": 100.0} | fields


def _access(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    return [{"id": f"a{number}", "users": users, "target": target} for number, (users, target) in enumerate(pairs)]


def _compile(*nodes: dict[str, Any], **parts: Any) -> Compilation:
    return compile_diagram(Diagram.model_validate({"nodes": list(nodes), **parts}))


def _see(compilation: Compilation) -> dict[str, dict[str, str]]:
    """Return by user name the names of the connections with their hosts."""
    lab = compilation.lab
    return {
        person.username: {each.name: dict(each.parameters)["hostname"] for each in iter_connections(lab, users, person)}
        for users in lab.users
        for person in users.iter_people()
    }


def test_everybody_reaches_everything_where_no_access_is_drawn() -> None:
    seen = _see(_compile(_users("student01", 2), _device("R1"), _device("PC09", "10.0.10.109", count=3)))

    assert seen["student02"] == {"R1": "10.0.0.1", "PC09": "10.0.10.109", "PC10": "10.0.10.110", "PC11": "10.0.10.111"}
    assert seen["student01"] == seen["student02"]


def test_what_is_for_the_drawing_only_gives_nobody_a_connection() -> None:
    seen = _see(_compile(_users("student01"), _device("R1"), _device("R2", "10.0.0.2", scenery=True)))

    assert seen == {"student01": {"R1": "10.0.0.1"}}


def test_access_edges_give_exactly_what_they_name() -> None:
    compilation = _compile(
        _users("student1"),
        _users("trainer1"),
        _device("R1"),
        _device("PC1", "10.0.0.2", zone="room"),
        zones=[_zone("room")],
        access=_access(("student", "room")),
    )

    seen = _see(compilation)

    assert list(seen["student1"]) == ["PC1"]
    assert list(seen["trainer1"]) == ["R1", "PC1"]


def test_each_user_gets_the_copy_of_the_pod_that_bears_their_number() -> None:
    compilation = _compile(
        _users("student01", 3),
        _device("R1", "10.0.{pod}.1", zone="pod"),
        zones=[_zone("pod", pod="student")],
    )

    seen = _see(compilation)

    assert seen == {f"student0{k}": {"R1": f"10.0.{k}.1"} for k in (1, 2, 3)}


def test_others_get_all_copies_of_a_pod_named_apart() -> None:
    compilation = _compile(
        _users("student01", 2),
        _users("trainer1"),
        _device("R1", "10.0.{pod}.1", zone="pod"),
        _device("wiki", "10.0.0.9"),
        zones=[_zone("pod", pod="student")],
    )

    assert _see(compilation)["trainer1"] == {
        "R1 (student01)": "10.0.1.1",
        "R1 (student02)": "10.0.2.1",
        "wiki": "10.0.0.9",
    }


def test_copies_whose_names_differ_keep_their_names() -> None:
    compilation = _compile(
        _users("student1", 2),
        _users("trainer1"),
        _device("R{pod}", "10.0.{pod}.1", id="r", zone="pod"),
        zones=[_zone("pod", pod="student")],
    )

    assert list(_see(compilation)["trainer1"]) == ["R1", "R2"]


def test_a_roster_may_choose_its_pod_numbers() -> None:
    roster = [{"username": "ann", "pod": 7}, {"username": "bob"}]
    compilation = _compile(
        _users("class", roster=roster),
        _device("R1", "10.0.{pod}.1", zone="pod"),
        zones=[_zone("pod", pod="class")],
    )

    assert _see(compilation) == {"ann": {"R1": "10.0.7.1"}, "bob": {"R1": "10.0.2.1"}}


def test_a_group_reaches_its_own_pod_and_what_it_was_given() -> None:
    compilation = _compile(
        _users("student1"),
        _device("R1", "10.0.{pod}.1", zone="pod"),
        _device("wiki"),
        _device("secret", "10.0.0.3"),
        zones=[_zone("pod", pod="student")],
        access=_access(("student", "wiki")),
    )

    assert list(_see(compilation)["student1"]) == ["R1", "wiki"]


def test_further_connections_of_a_device_are_named_after_their_label_or_protocol() -> None:
    connections = [
        {"protocol": "ssh", "host": "10.0.0.1"},
        {"protocol": "vnc", "host": "10.0.0.1", "port": "5901"},
        {"protocol": "ssh", "host": "10.0.1.1", "label": "out of band"},
    ]
    seen = _see(_compile(_users("student1"), _device("PC1", count=2, connections=connections)))

    assert list(seen["student1"]) == ["PC1", "PC2", "PC1 (vnc)", "PC2 (vnc)", "PC1 (out of band)", "PC2 (out of band)"]


def test_parameters_stand_in_the_order_protocol_host_port_and_then_as_typed() -> None:
    connection = {
        "protocol": "ssh",
        "host": "h",
        "port": "2{n:03}",
        "parameters": {"username": "u", "color-scheme": ""},
    }
    lab = _compile(_users("s1"), _device("R7", connections=[connection])).lab

    (only,) = iter_connections(lab, lab.users[0], next(lab.users[0].iter_people()))

    assert only.parameters == (
        ("protocol", "ssh"),
        ("hostname", "h"),
        ("port", "2007"),
        ("username", "u"),
        ("color-scheme", ""),
    )


def test_the_summary_counts_every_copy() -> None:
    compilation = _compile(
        _users("student01", 3),
        _users("trainer1"),
        _device("R1", "10.0.{pod}.1", zone="pod", count=2),
        _device("wiki", "10.0.0.9"),
        zones=[_zone("pod", pod="student")],
    )

    size = compilation.summary

    assert (size.users, size.devices, size.connections) == (4, 7, 3 * 3 + 7)
    assert size.connections == sum(map(len, _see(compilation).values()))


def test_adding_a_user_changes_no_other_password() -> None:
    few, many = (_compile(_users("student01", count)).lab.users[0] for count in (2, 3))

    assert list(many.iter_users(b"seed"))[:2] == list(few.iter_users(b"seed"))


@pytest.mark.parametrize(("rotated", "changed"), [({"rotation": 1}, ["a1", "a2"]), ({"rotations": {"a2": 1}}, ["a2"])])
def test_rotating_changes_the_passwords_it_is_for(rotated: dict[str, Any], changed: list[str]) -> None:
    before = _compile(_users("a1", 2)).lab.users[0]
    after = _compile(_users("a1", 2, password={"mode": "random"} | rotated)).lab.users[0]

    differing = [
        new.username
        for old, new in zip(before.iter_users(b"seed"), after.iter_users(b"seed"), strict=True)
        if old.password != new.password
    ]

    assert differing == changed


def test_what_has_not_changed_is_built_once_and_what_has_is_built_anew() -> None:
    drawing = _device("R1", kind="router")
    before = _compile(drawing).lab.devices[0]

    assert _compile(drawing | {"x": 7, "kind": "server"}).lab.devices[0] is before
    for changes in (
        {"id": "other"},
        {"label": "R2"},
        {"count": 2},
        {"connections": [{"host": "10.0.0.2"}]},
        {"connections": [{"protocol": "vnc", "host": "10.0.0.1"}]},
        {"connections": [{"host": "10.0.0.1", "label": "in"}]},
        {"connections": [{"host": "10.0.0.1", "port": "23"}]},
        {"connections": [{"host": "10.0.0.1", "parameters": {"username": "root"}}]},
        {"connections": [{"host": "10.0.0.1", "copies": {"hostname": "carries"}}]},
    ):
        assert _compile(drawing | changes).lab.devices[0] is not before
        assert _compile(drawing).lab.devices[0] is before


@pytest.mark.parametrize(
    "connection",
    [
        {"host": "10.0.0.1", "parameters": {"password": "top secret"}},
        {"host": "10.0.0.1", "copies": {"password": ["top secret"]}},
        {"host": "h" * 1_000},
        {"protocol": "p" * 1_000},
        {"label": "l" * 1_000},
        {"host": "{n}" * 50},
        {"label": "{n}" * 50},
    ],
)
def test_neither_secrets_nor_long_texts_are_kept_from_one_drawing_to_the_next(connection: dict[str, Any]) -> None:
    drawing = _device("R1", connections=[connection])

    one, other = (_compile(drawing).lab.devices[0] for _ in range(2))

    assert one == other
    assert one is not other
