from typing import Any

import pytest

from labmapper.core.changes.lab_changes import list_lab_changes
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import compile_diagram
from support.labs.drawings import build_diagram, draw_lab, draw_other, draw_pods


def compare(old: Lab, new: Lab) -> tuple[str, ...]:
    return tuple(map(str, list_lab_changes(old, new)))


def compile_drawing(drawing: dict[str, Any]) -> Lab:
    return compile_diagram(build_diagram(drawing)).lab


@pytest.mark.parametrize(
    ("path", "value", "sentences"),
    [
        ("nodes.1.count", 3, ("student03 added.",)),
        ("nodes.1.count", 1, ("student02 removed.",)),
        ("nodes.0.connections.0.host", "10.0.10.7", ("R1: hostname now 10.0.10.7.",)),
        ("nodes.0.connections.0.port", "2222", ("R1: port now 2222.",)),
        ("nodes.0.connections.0.parameters", {"username": "cisco"}, ("R1: password changed.",)),
        (
            "nodes.0.connections.0.parameters",
            {"password": "router-secret", "username": "cisco"},
            ("R1: order of parameters changed.",),
        ),
        ("nodes.0.x", 7, ()),
        (
            "nodes.1.password",
            {"mode": "fixed", "value": "new-password"},
            ("student01: password changed.", "student02: password changed."),
        ),
        ("settings", {"hashing": "sha256"}, ("Passwords are written as SHA-256 hashes now, not as plain text.",)),
        ("settings", {"hashing": "md5"}, ("Passwords are written as MD5 hashes now, not as plain text.",)),
        ("settings", {"guacamole": "1.5.5"}, ("It is for Guacamole 1.5.5 now, not 1.6.0.",)),
    ],
)
def test_what_changed_in_a_mapping_is_told_in_words(path: str, value: object, sentences: tuple[str, ...]) -> None:
    drawings = draw_lab(password="old-password"), draw_other(path, value)

    assert compare(*map(compile_drawing, drawings)) == sentences


def test_only_those_whose_password_was_rotated_are_named() -> None:
    rotated = draw_lab()
    rotated["nodes"][1]["password"] = {"mode": "random", "rotations": {"student02": 1}}

    told = compare(compile_drawing(draw_lab()), compile_drawing(rotated))

    assert told == ("student02: password changed.",)


def test_another_order_is_told() -> None:
    ahead, behind = ({"id": f"n{n}", "type": "users", "label": name} for n, name in ((8, "anna"), (9, "ben")))
    old, new = draw_lab(), draw_lab()
    old["nodes"] += [ahead, behind]
    new["nodes"] += [behind, ahead]

    assert compare(compile_drawing(old), compile_drawing(new)) == ("The users stand in another order.",)


@pytest.mark.parametrize(
    ("host", "sentence"),
    [("10.0.{pod}.2", "R1: hostname now 10.0.{pod}.2."), ("10.0.1.1", "R1: hostname now 10.0.1.1.")],
)
def test_an_address_in_a_pod_is_told_for_all_copies(host: str, sentence: str) -> None:
    changed = draw_pods()
    changed["nodes"][0]["connections"][0]["host"] = host

    assert sentence in compare(compile_drawing(draw_pods()), compile_drawing(changed))


def test_a_pod_of_its_own_is_told() -> None:
    shared, pods = draw_pods(), draw_pods()
    shared["zones"][0]["pod"] = None
    labs = compile_drawing(shared), compile_drawing(pods)

    assert "R1: copies now one per student." in compare(*labs)
    assert "R1: copies removed." in compare(*reversed(labs))


def test_no_secret_is_told() -> None:
    lab = compile_drawing(draw_lab(password="old-password"))

    told = " ".join(compare(Lab(), lab) + compare(lab, Lab()))

    assert told == "student01 added. student02 added. R1 added. student01 removed. student02 removed. R1 removed."
