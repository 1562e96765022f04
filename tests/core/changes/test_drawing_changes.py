from typing import Any

import pytest

from labmapper.core.changes.drawing_changes import list_drawing_changes
from support.labs.drawings import build_diagram, draw_lab, draw_other, draw_pods

SSH = {"protocol": "ssh", "host": "10.0.0.1", "parameters": {"username": "cisco", "password": "router-secret"}}
VNC = {"protocol": "vnc", "host": "10.0.0.1", "parameters": {"password": "screen-secret"}}


def compare(old: dict[str, Any], new: dict[str, Any]) -> tuple[str, ...]:
    return tuple(map(str, list_drawing_changes(build_diagram(old), build_diagram(new))))


@pytest.mark.parametrize(
    ("path", "value", "sentences"),
    [
        ("title", "New", ("The title is now 'New'.",)),
        ("settings", {"hashing": "sha256"}, ("Passwords are written as SHA-256 hashes now, not as plain text.",)),
        ("settings", {"guacamole": "1.4.0"}, ("It is for Guacamole 1.4.0 now, not 1.6.0.",)),
        ("nodes.0.x", 7, ("R1 moved.",)),
        ("nodes.0.locked", True, ("R1 locked.",)),
        ("nodes.0.layer", "Backbone", ("R1: layer now Backbone.",)),
        ("settings", {"hidden": ["Backbone"]}, ("The layer 'Backbone' is hidden now.",)),
        ("nodes.0.label", "R9", ("R9 was called 'R1'.",)),
        ("nodes.1.count", 8, ("student01: 8 of them, not 2.",)),
        ("nodes.0.kind", "switch", ("R1: kind now switch.",)),
        ("nodes.0.scenery", True, ("R1: now for the drawing only.",)),
        ("nodes.0.connections", [], ("R1: ssh connection removed.",)),
        ("nodes.0.connections", [SSH, VNC], ("R1: vnc connection added.",)),
        ("nodes.0.connections.0.protocol", "telnet", ("R1: protocol now telnet.",)),
        ("nodes.0.connections.0.host", "10.0.0.7", ("R1: host now 10.0.0.7.",)),
        ("nodes.0.connections.0.port", "2222", ("R1: port now 2222.",)),
        ("nodes.0.connections.0.parameters.font-size", "14", ("R1: font-size now 14.",)),
        ("nodes.0.connections.0.parameters.password", "new-secret", ("R1: password changed.",)),
        ("nodes.0.connections.0.parameters", {}, ("R1: username removed, password changed.",)),
        ("nodes.1.password", {"mode": "fixed", "value": "new-password"}, ("student01: password changed.",)),
        ("access", [{"id": "a1", "users": "n2", "target": "n1"}], ("The access of student01 to R1 added.",)),
        ("nodes", [], ("R1 removed.", "student01 removed.")),
        (
            "nodes.0",
            {"id": "n1", "type": "network", "label": "LAN"},
            ("LAN took the place of R1.",),
        ),
    ],
)
def test_what_changed_in_a_drawing_is_told_in_words(path: str, value: object, sentences: tuple[str, ...]) -> None:
    old, new = draw_lab(password="old-password"), draw_other(path, value)

    assert compare(old, new) == sentences
    assert compare(new, new) == ()


def test_each_of_several_connections_is_named() -> None:
    old, new = draw_other("nodes.0.connections", [SSH, VNC]), draw_other("nodes.0.connections", [SSH, VNC])
    new["nodes"][0]["connections"] = [
        SSH | {"port": "2222"},
        VNC | {"parameters": {"password": "x"}, "label": "screen"},
    ]

    (told,) = compare(old, new)

    assert told == (
        "R1: port now 2222 in the ssh connection, "
        "label now screen in the screen connection, password changed in the screen connection."
    )


def test_a_roster_is_told_by_its_names() -> None:
    old, new = draw_lab(), draw_lab()
    old["nodes"][1]["roster"] = [{"username": "anna"}, {"username": "ben"}, {"username": "carl", "password": "a"}]
    new["nodes"][1]["roster"] = [
        {"username": "carl", "password": "b"},
        {"username": "anna", "pod": 7, "email": "anna@x.example"},
        *({"username": name} for name in "defg"),
    ]

    (told,) = compare(old, new)

    assert told == (
        "student01: added to the list: 4 people, removed from the list: ben, "
        "password changed for carl, pod changed for anna, "
        "name, e-mail or id changed for anna, list in another order."
    )


def test_rotated_passwords_are_told() -> None:
    old, new = draw_lab(), draw_lab()
    new["nodes"][1]["password"] = {"mode": "random", "rotation": 1, "rotations": {"student02": 3}}

    assert compare(old, new) == ("student01: passwords rotated, password rotated for student02.",)


def test_how_annotations_look_is_told() -> None:
    note = {"id": "m", "type": "note", "label": "Rules"}
    zone = {"id": "z", "label": "Room", "x": 0, "y": 0, "width": 100, "height": 100}
    shape = {"id": "s", "type": "shape", "label": "DMZ"}
    old = {"schema": 1, "nodes": [note, shape | {"color": "red"}], "zones": [zone]}
    new = {
        "schema": 1,
        "nodes": [note | {"heading": "Read me", "plain": True}, shape | {"shape": "ellipse"}],
        "zones": [zone | {"color": "blue"}],
    }

    assert compare(old, new) == (
        "Rules: heading now Read me, no longer on paper.",
        "DMZ: shape now ellipse, color removed.",
        "Room: color now blue.",
    )


def test_zones_are_told_by_their_names() -> None:
    old, new = draw_pods(), draw_pods()
    new["zones"][0] |= {"pod": None, "width": 900}
    new["nodes"][0]["zone"] = None
    wider = draw_pods()
    wider["zones"][0]["width"] = 900

    assert compare(old, new) == ("R1: no longer in Pod.", "Pod: no longer a pod.")
    assert compare(new, old) == ("R1: now in Pod.", "Pod: now one per student01.")
    assert compare(old, wider) == ("Pod resized.",)


def test_the_ends_of_a_cable_are_told() -> None:
    old, new = draw_lab(), draw_lab()
    for drawing in (old, new):
        drawing["nodes"] += [{"id": f"n{n}", "type": "network", "label": f"LAN{n}"} for n in (3, 4)]
    old["links"] = [{"id": "l1", "source": {"node": "n1"}, "target": {"node": "n3", "interface": "Gi1"}}]
    new["links"] = [{"id": "l1", "source": {"node": "n1", "interface": "Gi0/1"}, "target": {"node": "n4"}}]

    assert compare(old, new) == (
        "The cable between R1 and LAN4: interface at R1 now Gi0/1, now at LAN4, not LAN3, interface at LAN4 removed.",
    )


def test_another_order_is_told() -> None:
    old, new = draw_lab(), draw_lab()
    new["nodes"].reverse()

    assert compare(old, new) == ("The order in which things were drawn changed.",)


def test_no_secret_is_told() -> None:
    old = draw_other("nodes.0.connections", [SSH, VNC])
    new = draw_other(
        "nodes.0.connections", [VNC, SSH | {"parameters": {"password": "other-secret", "private-key": "k3y"}}]
    )
    new["nodes"][1]["password"] = {"mode": "fixed", "value": "new-password"}

    told = " ".join(compare(old, new) + compare(new, old))

    assert "password changed" in told
    assert not any(secret in told for secret in ("-secret", "-password", "k3y"))


COPIES = "nodes.0.connections.0.copies"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({}, {"hostname": "same"}, "R1: hostname now the same for all copies."),
        ({"hostname": "same"}, {}, "R1: hostname now counts up."),
        ({}, {"port": "counts"}, "R1: port now counts up."),
        ({"password": ["geheim-1"]}, {}, "R1: password now the same for all copies."),
        ({}, {"password": ["geheim-1", "geheim-2"]}, "R1: password now a list of values, 2 of them."),
        (
            {"password": ["geheim-1", "geheim-2"]},
            {"password": ["geheim-1", "geheim-3", "geheim-4"]},
            "R1: list of values for password changed in 2 of them.",
        ),
    ],
)
def test_what_the_copies_have_is_told_without_any_value(old: dict[str, Any], new: dict[str, Any], told: str) -> None:
    assert compare(draw_other(COPIES, old), draw_other(COPIES, new)) == (told,)


def test_to_say_what_is_so_anyway_is_told_too() -> None:
    told = compare(draw_other(COPIES, {}), draw_other(COPIES, {"hostname": "counts", "port": "same"}))

    assert told == ("R1: hostname now counts up, port now the same for all copies.",)
