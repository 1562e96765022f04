"""Where problems of passwords are, and that a password nobody has is no problem."""

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.core.pipeline import compile_diagram, compile_lab
from labmapper.core.problems import Problem
from labmapper.formats.usermapper_config.reader import parse_config

DEVICE = {"id": "d", "type": "device", "label": "R1", "connections": [{"protocol": "ssh", "host": "10.0.0.1"}]}


def check(*roster: dict[str, str], password: str, **settings: str) -> list[tuple[str, str | None]]:
    fixed = {"mode": "fixed", "value": password}
    users = {"id": "u", "type": "users", "label": "ann", "roster": list(roster), "password": fixed}
    diagram = Diagram.model_validate({"nodes": [users, DEVICE], "settings": settings})
    return [(problem.code, problem.place.field) for problem in compile_diagram(diagram).problems]


@pytest.mark.parametrize("unused", ["", "a\x1bb", "a\tb"])
def test_a_fixed_password_that_everybody_has_another_for_is_not_judged(unused: str) -> None:
    assert check({"username": "bob", "password": "x"}, password=unused) == []


def test_a_problem_of_a_password_is_at_the_password() -> None:
    bob = {"username": "bob", "password": ""}

    assert check(password="") == [("password-empty", "password")]
    assert check({"username": "eve"}, bob, password="x") == [("password-empty", "roster.1.password")]
    assert check(password="x", hashing="md5") == [("hashing-guessable", "password")]
    assert check(password="\x1b") == [("text-not-xml", "password")]


CONFIG = """\
users:
  ann: {quantity: 1, username_prefix: a, username_suffix: '1',
    password: ''}
  bob:
    password: random
    roster:
    - {username: bob, password: x}
    - username: eve
      password: ''
devices: {r: {quantity: 1, name_prefix: R, name_suffix: '1', hostname_prefix: h, hostname_suffix: '1',
  parameters: {protocol: ssh}}}
"""


def test_a_problem_of_a_password_in_a_file_is_on_its_line() -> None:
    lab, problems = parse_config(CONFIG.encode())
    assert lab is not None

    found: tuple[Problem, ...] = compile_lab(lab, problems).problems

    assert [(each.code, str(each.place)) for each in found] == [
        ("password-empty", "line 3, users.ann.password"),
        ("password-empty", "line 9, users.bob.roster.1.password"),
    ]


def test_empty_passwords_of_a_list_are_told_once() -> None:
    roster = [{"username": name, "password": ""} for name in ("anna", "ben")]

    assert check(*roster, password="x") == [("password-empty", "roster.0.password")]
