"""Passwords of new diagrams have what a Guacamole with a password policy asks for; those of old ones stay as they were."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labmapper.core.drawing.document import Diagram, parse_diagram, start_diagram
from labmapper.core.lab.passwords import ALPHABET, SYMBOLS, PasswordRecipe, derive_password
from labmapper.core.pipeline import compile_diagram, compile_lab, render_mapping
from labmapper.formats.usermapper_config.reader import parse_config
from labmapper.formats.usermapper_config.writer import render_config

SEED = bytes(range(32))
recipes = st.builds(PasswordRecipe, st.integers(8, 32), st.booleans())
usernames = st.text(min_size=1)
rotations = st.tuples(st.integers(0, 9), st.integers(0, 9))


@given(st.binary(min_size=32, max_size=32), usernames, rotations, recipes)
def test_each_password_has_every_class_the_length_and_no_lookalike(
    seed: bytes, name: str, rotation: tuple[int, int], recipe: PasswordRecipe
) -> None:
    password = derive_password(seed, name, rotation, recipe)

    assert len(password) == recipe.length
    assert any(each.isdigit() for each in password)
    assert any(each.isupper() for each in password)
    assert any(each.islower() for each in password)
    assert recipe.symbol == any(each in SYMBOLS for each in password)
    assert set(password) <= set(ALPHABET + SYMBOLS)
    assert password == derive_password(seed, name, rotation, recipe)


@given(usernames, rotations, recipes)
def test_another_rotation_or_recipe_is_another_password(
    name: str, rotation: tuple[int, int], recipe: PasswordRecipe
) -> None:
    password = derive_password(SEED, name, rotation, recipe)

    assert password != derive_password(SEED, name, (rotation[0], rotation[1] + 1), recipe)
    assert password != derive_password(SEED, name, (rotation[0] + 1, rotation[1]), recipe)
    assert not password.startswith(derive_password(SEED, name, rotation)[:8])


def test_passwords_of_the_new_way_stay_for_ever() -> None:
    assert derive_password(SEED, "student01", recipe=PasswordRecipe()) == "Q7wkGfCaFqCF"
    assert derive_password(SEED, "student01", recipe=PasswordRecipe(16, symbol=True)) == "QaAM4wiwxdVyi!T%"


@pytest.mark.parametrize("recipe", [PasswordRecipe(), PasswordRecipe(8, symbol=True)])
def test_within_a_class_every_character_is_about_as_frequent_at_every_place(recipe: PasswordRecipe) -> None:
    passwords = [derive_password(SEED, f"student{number}", recipe=recipe) for number in range(6000)]

    for alike in (str.isdigit, str.isupper, str.islower):
        letters = Counter(letter for password in passwords for letter in password if alike(letter))
        expected = letters.total() / len(letters)
        assert all(0.85 * expected < count < 1.15 * expected for count in letters.values())
    digits = [sum(password[place].isdigit() for password in passwords) for place in range(recipe.length)]
    mean = sum(digits) / recipe.length
    assert all(0.85 * mean < count < 1.15 * mean for count in digits)


def draw(settings: dict[str, object], count: int) -> Diagram:
    node = {"id": "u", "type": "users", "label": "student01", "count": count}
    device = {"id": "d", "type": "device", "label": "PC", "connections": [{"host": "10.0.0.1"}]}
    diagram, problems = parse_diagram({"schema": 1, "settings": settings, "nodes": [node, device]})
    assert diagram is not None, problems
    return diagram


def write_passwords(diagram: Diagram) -> list[bytes]:
    lines = b"".join(render_mapping(compile_diagram(diagram).lab, SEED)).splitlines()
    return [line for line in lines if b"<authorize" in line]


@given(st.integers(1, 20), st.integers(8, 32), st.booleans())
def test_adding_a_student_changes_nobody(count: int, length: int, symbol: bool) -> None:
    settings: dict[str, object] = {"passwords": {"version": 2, "length": length, "symbol": symbol}}

    assert write_passwords(draw(settings, count + 1))[:count] == write_passwords(draw(settings, count))


def test_a_document_and_a_config_that_say_nothing_keep_the_passwords_they_always_had() -> None:
    old = draw({}, 3)
    config = render_config(compile_diagram(old).lab)

    assert "passwords:" not in config
    assert b'password="yHRAGq9yUXUw"' in write_passwords(old)[0]
    assert old.settings.passwords is None


@pytest.mark.parametrize("passwords", [None, {"version": 2}, {"version": 2, "length": 32, "symbol": True}])
def test_a_config_and_a_drawing_of_it_keep_how_passwords_are_made(passwords: object) -> None:
    diagram = draw({"passwords": passwords}, 3)
    lab, problems = parse_config(render_config(compile_diagram(diagram).lab).encode())

    assert not problems
    assert lab is not None
    assert b"".join(render_mapping(compile_lab(lab).lab, SEED)) == b"".join(
        render_mapping(compile_diagram(diagram).lab, SEED)
    )


def test_a_new_diagram_is_made_in_the_new_way() -> None:
    new = start_diagram().settings.passwords

    assert (new.length, new.symbol) == (12, False) if new else False


@pytest.mark.parametrize("passwords", [{"version": 3}, {"version": 2, "length": 7}, {"version": 2, "length": 33}])
def test_a_document_with_passwords_made_as_nobody_can_is_refused(passwords: object) -> None:
    assert parse_diagram({"schema": 1, "settings": {"passwords": passwords}})[0] is None


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{version: 2, length: 7}", "config-password-length"),
        ("{length: 33}", "config-password-length"),
        ("{version: 3}", "config-choice"),
        ("{symbol: some}", "config-choice"),
        ("{version: 1, length: 20}", "config-unknown-key"),
    ],
)
def test_a_config_says_at_its_line_how_passwords_cannot_be_made(written: str, code: str) -> None:
    _, problems = parse_config(f"users: {{}}\ndevices: {{}}\npasswords: {written}\n".encode())

    assert [(problem.code, problem.place.line) for problem in problems] == [(code, 3)]
