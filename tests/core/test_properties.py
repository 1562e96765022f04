"""What holds for every lab there can be."""

import json
import operator
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labmapper.core.drawing.document import Diagram, parse_diagram, render_diagram, render_json
from labmapper.core.guacamole.loader import load_user_mapping
from labmapper.core.lab.connections import iter_connections
from labmapper.core.lab.spelling import UnspellableError
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import Compilation, compile_diagram, compile_lab, render_mapping
from labmapper.core.problems import has_errors
from labmapper.formats.usermapper_config.checks import check_config
from labmapper.formats.usermapper_config.reader import parse_config
from labmapper.formats.usermapper_config.writer import render_config
from support.labs.strategies import PlainLab, drawings, find_pod, grow, plain_labs, wild_drawings

SEED = b"a seed for these tests"
Drawing = dict[str, Any]
Opened = tuple[str | None, str, str]

# The problems that are about no single item of a drawing.
ABOUT_ALL = {"hashing-too-new", "no-users", "no-connections"}

thorough = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])


def build(drawing: Drawing) -> Compilation:
    compilation = compile_diagram(Diagram.model_validate(drawing))
    assert compilation.is_sound, compilation.problems
    return compilation


def write(lab: Lab) -> bytes:
    return b"".join(render_mapping(lab, SEED))


def split_users(data: bytes) -> dict[bytes, list[bytes]]:
    """Return the lines of each user by the line that begins with the name."""
    blocks: dict[bytes, list[bytes]] = {}
    for line in data.splitlines():
        if line.startswith(b"    <authorize "):
            blocks[line] = lines = []
        elif blocks and line != b"</user-mapping>":
            lines.append(line)
    return blocks


@thorough
@given(plain_labs())
def test_guacamole_reads_exactly_what_the_lab_means(plain: PlainLab) -> None:
    loaded = load_user_mapping([write(plain.lab)])

    assert loaded.authorizations.keys() == plain.passwords.keys()
    assert not loaded.lost_users
    assert not loaded.lost_connections
    for username, authorization in loaded.authorizations.items():
        assert authorization.accepts(plain.passwords[str(username)])
        held = {name: (each.protocol, each.parameters) for name, each in authorization.connections.items()}
        assert held == {name: ("ssh", values) for name, values in plain.connections.items()}


@thorough
@given(plain_labs())
def test_checking_never_raises_and_agrees_with_itself(plain: PlainLab) -> None:
    assert compile_lab(plain.lab) == compile_lab(plain.lab)


@thorough
@given(wild_drawings())
def test_whatever_people_type_is_compiled_or_refused_and_never_a_crash(drawing: Drawing) -> None:
    diagram, problems = parse_diagram(drawing)
    assert diagram is not None, problems

    compilation = compile_diagram(diagram)

    assert compilation == compile_diagram(diagram)
    assert all(problem.place.item or problem.code in ABOUT_ALL for problem in compilation.problems)
    if compilation.is_sound:
        loaded = load_user_mapping([write(compilation.lab)])
        assert len(loaded.authorizations) == compilation.summary.users
        assert sum(len(each.connections) for each in loaded.authorizations.values()) == compilation.summary.connections


@thorough
@given(wild_drawings())
def test_a_lab_written_as_yaml_means_the_same(drawing: Drawing) -> None:
    lab = compile_diagram(Diagram.model_validate(drawing)).lab

    try:
        text = render_config(lab)
    except UnspellableError:
        assert has_errors(check_config(lab))
        return
    read, problems = parse_config(text.encode())

    assert read is not None, problems
    assert list_meaning(read) == list_meaning(lab)
    assert (read.guacamole, read.hashing) == (lab.guacamole, lab.hashing)


def list_meaning(lab: Lab) -> list[object]:
    """Return everybody with password and connections, in the order of the file."""
    return [
        (user.username, user.password, list(iter_connections(lab, users, user)))
        for users in lab.users
        for user in users.iter_users(SEED)
    ]


@thorough
@given(wild_drawings())
def test_a_drawing_written_as_json_is_the_same_drawing(drawing: Drawing) -> None:
    diagram = Diagram.model_validate(drawing)

    assert parse_diagram(json.loads(json.dumps(render_diagram(diagram)))) == (diagram, ())
    assert parse_diagram(json.loads(render_json(diagram))) == (diagram, ())


@thorough
@given(plain_labs())
def test_a_masked_mapping_shows_no_password(plain: PlainLab) -> None:
    secret = "the only secret of the whole lab"
    users = tuple(
        replace(group, roster=tuple(replace(person, password=secret) for person in group.roster))
        for group in plain.lab.users
    )

    masked = b"".join(render_mapping(replace(plain.lab, users=users), None))

    assert secret.encode() not in masked
    load_user_mapping([masked])


@thorough
@given(drawings())
def test_the_same_drawing_gives_the_same_bytes(drawing: Drawing) -> None:
    first, second = build(drawing), build(drawing)

    assert first == second
    assert write(first.lab) == write(second.lab)


@thorough
@given(drawings())
def test_everybody_reaches_what_is_drawn_and_nothing_else(drawing: Drawing) -> None:
    compilation = build(drawing)

    loaded = load_user_mapping([write(compilation.lab)])

    granted = {
        username: sorted(
            (each.protocol, each.parameters["hostname"], each.parameters["username"])
            for each in authorization.connections.values()
        )
        for username, authorization in loaded.authorizations.items()
    }
    assert granted == {username: sorted(opened) for username, opened in work_out(drawing).items()}
    assert compilation.summary.connections == sum(map(len, granted.values()))
    assert compilation.summary.users == len(granted)


def work_out(drawing: Drawing) -> dict[str, list[Opened]]:
    """Return what each user may open, worked out from the drawing one pair after another."""
    nodes = drawing["nodes"]
    people = {node["id"]: list(list_people(node)) for node in nodes if node["type"] == "users"}
    devices = [node for node in nodes if node["type"] == "device"]
    opened: dict[str, list[Opened]] = {}
    for group, members in people.items():
        for username, own in members:
            opened[username] = [
                (connection["protocol"], connection["host"].format(n=n, pod=pod), connection["parameters"]["username"])
                for device in devices
                if may_reach(drawing, group, device)
                for owner in [find_pod(device["zone"], drawing["zones"])]
                for pod in ([number for _, number in people[owner]] if owner not in (None, group) else [own])
                for n in range(1, device["count"] + 1)
                for connection in device["connections"]
            ]
    return opened


def list_people(group: Drawing) -> Iterator[tuple[str, int]]:
    if "roster" in group:
        yield from ((person["username"], person["pod"]) for person in group["roster"])
    else:
        yield from ((f"{group['id']}x{k:02}", k) for k in range(1, group["count"] + 1))


def may_reach(drawing: Drawing, group: str, device: Drawing) -> bool:
    zones = {zone["id"]: zone["zone"] for zone in drawing["zones"]}
    around, place = set(), device["zone"]
    while place is not None:
        around.add(place)
        place = zones[place]
    cabled = {link["source"]["node"] for link in drawing["links"] if link["target"]["node"] == device["id"]}
    targets = {edge["target"] for edge in drawing["access"] if edge["users"] == group}
    return (
        not targets
        or find_pod(device["zone"], drawing["zones"]) == group
        or bool(targets & (around | cabled | {device["id"]}))
    )


@thorough
@given(drawings(), st.data())
def test_one_more_user_changes_nobody_elses_lines(drawing: Drawing, data: st.DataObject) -> None:
    lab = build(drawing).lab
    users = data.draw(st.sampled_from(lab.users))
    grown = replace(lab, users=tuple(grow(each) if each is users else each for each in lab.users))

    before, after = split_users(write(lab)), split_users(write(grown))

    assert len(after) == len(before) + 1
    seen_by_others = any(device.pod == users.name for device in lab.devices)
    for head, lines in before.items():
        # Whoever sees the pods of the group sees one more, and all the lines that were there.
        assert is_contained(lines, after[head]) if seen_by_others else lines == after[head]


def is_contained(lines: list[bytes], longer: list[bytes]) -> bool:
    rest = iter(longer)
    return all(line in rest for line in lines)


@thorough
@given(drawings(), st.data())
def test_rotating_one_password_changes_one_line(drawing: Drawing, data: st.DataObject) -> None:
    drawing["nodes"] = [
        node | {"password": {"mode": "random"}} if node["type"] == "users" else node for node in drawing["nodes"]
    ]
    k = data.draw(st.sampled_from([k for k, node in enumerate(drawing["nodes"]) if node["type"] == "users"]))
    username = data.draw(st.sampled_from([name for name, _ in list_people(drawing["nodes"][k])]))

    before = write(build(drawing).lab)
    drawing["nodes"][k]["password"]["rotations"] = {username: 1}
    after = write(build(drawing).lab)

    assert sum(map(operator.ne, before.splitlines(), after.splitlines())) == 1
    old, new = (load_user_mapping([data]).authorizations for data in (before, after))
    assert [name for name in old if old[name].password != new[name].password] == [username]
