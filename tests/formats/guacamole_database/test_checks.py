"""What a database cannot hold is said before anything is written: a lab may be sound for files and not for MySQL."""

from typing import Any

import pytest

from labmapper.core.pipeline import compile_diagram
from labmapper.formats import registry
from labmapper.formats.exporting import write_file
from support.labs.drawings import build_diagram, draw_lab, draw_pods

SEED = bytes(range(32))


def check(drawing: dict[str, Any], target: str = "guacamole-postgresql", **values: str) -> list[tuple[str, str, str]]:
    diagram = build_diagram(drawing)
    compilation = compile_diagram(diagram)
    assert compilation.is_sound, compilation.problems
    found = registry.find_writable(target)
    assert found is not None
    chunks, problems = write_file(found, diagram, compilation, SEED, values)
    assert (chunks is None) == any(problem.is_error for problem in problems)
    return [(problem.severity, problem.code, problem.variant) for problem in problems]


def with_person(**person: str) -> dict[str, Any]:
    drawing = draw_lab()
    drawing["nodes"][1]["roster"] = [person]
    return drawing


def with_parameter(name: str, value: str) -> dict[str, Any]:
    drawing = draw_lab()
    drawing["nodes"][0]["connections"][0]["parameters"][name] = value
    return drawing


def with_device(**device: Any) -> dict[str, Any]:
    """Return the lab with a second router, which only the group beside the first one reaches."""
    drawing = draw_lab()
    connection = {"protocol": "ssh", "host": "10.0.0.2"}
    other = {"id": "n3", "type": "device", "kind": "router", "label": "R2", "connections": [connection], "y": 90}
    guests = {"id": "n4", "type": "users", "label": "guest01", "count": 1, "password": {"mode": "random"}, "y": 90}
    drawing["nodes"] += [other | device, guests]
    drawing["access"] = [
        {"id": "a1", "users": "n2", "target": "n1"},
        {"id": "a2", "users": "n4", "target": "n3"},
    ]
    return drawing


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        (draw_lab(), []),
        (draw_lab("x" * 129), [("error", "database-too-long", "user-group"), ("error", "database-too-long", "group")]),
        (with_person(username="x" * 129), [("error", "database-too-long", "user")]),
        (with_person(username="a/b"), [("warning", "database-user-in-path", "default")]),
        (with_person(username="a\\b"), [("warning", "database-user-in-path", "default")]),
        (with_person(username="ann", name="x" * 200, email="y" * 200), []),
        (
            with_person(username="ann", password="0" * 32, encoding="md5"),
            [("error", "database-password-hash", "default")],
        ),
        (
            with_person(username="ann", password="0" * 64, encoding="sha256"),
            [("warning", "database-password-unsalted", "default")],
        ),
        (with_parameter("private-key", "x" * 4097), [("error", "database-too-long", "value")]),
        (with_device(label="R1"), [("error", "database-names-meet", "connection")]),
        (with_device(label="r1"), []),
    ],
)
def test_every_database_says_what_it_cannot_hold(drawing: dict[str, Any], expected: list[tuple[str, str, str]]) -> None:
    assert sorted(check(drawing)) == sorted(expected)
    # MySQL says no less.
    assert set(expected) <= set(check(drawing, "guacamole-mysql"))


@pytest.mark.parametrize(
    ("drawing", "variant"),
    [
        (with_parameter("username", "\U0001f600"), "default"),
        (draw_lab("Class \U0001f600"), "default"),
        (with_device(label="r1"), "connection-alike"),
        (with_device(label="R1 "), "connection-alike"),
        (with_device(label="\u00dc1") | {"title": "x"}, None),
    ],
)
def test_mysql_refuses_characters_of_four_bytes_and_names_that_it_takes_for_one(
    drawing: dict[str, Any], variant: str | None
) -> None:
    assert not any(severity == "error" for severity, _, _ in check(drawing))
    found = [each for each in check(drawing, "guacamole-mysql") if each[0] == "error"]
    assert {each[2] for each in found} == ({variant} if variant else set())


def test_a_character_in_a_secret_of_one_copy_is_told_by_the_parameter_and_the_secret_is_not() -> None:
    drawing = draw_lab()
    drawing["nodes"][0]["count"] = 3
    drawing["nodes"][0]["connections"][0]["copies"] = {"password": ["one", "two-\U0001f600", "three"]}
    compilation = compile_diagram(build_diagram(drawing))
    found = registry.find_writable("guacamole-mysql")
    assert found is not None

    _, (problem,) = write_file(found, build_diagram(drawing), compilation, SEED)

    assert problem.code == "database-character"
    assert (problem.place.item, problem.facts["name"]) == ("n1", "password")
    assert "two-" not in problem.message


@pytest.mark.parametrize("names", [("ann", "Ann"), ("andre", "andr\u00e9"), ("strasse", "stra\u00dfe")])
def test_user_names_that_mysql_takes_for_one_are_refused_there_alone(names: tuple[str, str]) -> None:
    drawing = draw_lab()
    drawing["nodes"][1]["roster"] = [{"username": name} for name in names]

    assert check(drawing) == []
    assert check(drawing, "guacamole-mysql") == [("error", "database-names-meet", "user")]


def test_names_that_meet_in_one_group_part_by_zones() -> None:
    drawing = with_device(label="R1")
    drawing["zones"] = [{"id": "z1", "label": "Zone", "x": 0, "y": 0, "width": 9, "height": 9}]
    drawing["nodes"][2]["zone"] = "z1"

    assert check(drawing, groups="zones") == []


@pytest.mark.parametrize("target", ["guacamole-postgresql", "guacamole-mysql"])
def test_a_zone_that_is_called_like_somebody_is_the_group_of_that_person_too(target: str) -> None:
    drawing = draw_pods()
    device = {"id": "n9", "type": "device", "label": "R1", "zone": "z8", "connections": [{"host": "10.9.0.1"}]}
    guests = {"id": "n8", "type": "users", "label": "guest01"}
    drawing["nodes"] += [device, guests]
    around = drawing["zones"][0].get("label") or drawing["zones"][0]["id"]
    box = {"x": 900, "y": 0, "width": 9, "height": 9}
    drawing["zones"] += [
        {"id": "z7", "label": around, **box},
        {"id": "z8", "label": "student02", "zone": "z7", **box},
    ]
    drawing["access"] = [
        {"id": "a8", "users": "n2", "target": "z1"},
        {"id": "a9", "users": "n8", "target": "n9"},
    ]
    elsewhere = {**drawing, "zones": [*drawing["zones"][:-1], drawing["zones"][-1] | {"label": "student03"}]}

    assert ("error", "database-names-meet", "connection") in check(drawing, target, groups="zones")
    assert check(elsewhere, target, groups="zones") == []
    assert check(drawing, target, groups="pods") == []


def test_copies_in_pods_may_have_one_name() -> None:
    for target in ("guacamole-postgresql", "guacamole-mysql"):
        for groups in ("pods", "zones", "none"):
            assert check(draw_pods(), target, groups=groups) == []


@pytest.mark.parametrize(
    ("values", "variant"),
    [
        ({"valid_from": "tomorrow"}, "day"),
        ({"valid_until": "2026-13-01"}, "day"),
        ({"valid_until": "20261201"}, "day"),
        ({"valid_from": "2026-12-02", "valid_until": "2026-12-01"}, "days"),
    ],
)
def test_days_that_are_none_are_said(values: dict[str, str], variant: str) -> None:
    assert check(draw_lab(), **values) == [("error", "output-option", variant)]


def test_what_takes_a_lab_away_needs_no_name_of_it() -> None:
    assert check(with_device(label="R1"), what="remove") == []


def test_the_same_drawing_gives_the_same_bytes_and_a_look_at_it_no_secret() -> None:
    from labmapper.core.redaction import mask_lab
    from labmapper.formats.format import Content
    from labmapper.formats.options import parse_values

    diagram = build_diagram(draw_lab(password="people-secret"))
    compilation = compile_diagram(diagram)
    for name in ("guacamole-postgresql", "guacamole-mysql", "guacamole-import"):
        found = registry.find_writable(name)
        assert found is not None
        assert found.writer is not None
        first, second = (b"".join(write_file(found, diagram, compilation, SEED)[0] or ()) for _ in range(2))
        values = parse_values(found.write_options, {})
        looked = b"".join(found.writer.render(Content(mask_lab(compilation.lab), None, None, values)))

        assert first == second
        assert b"people-secret" not in first
        assert b"router-secret" in first
        assert b"secret" not in looked
