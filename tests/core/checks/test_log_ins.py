"""What nobody can type to log in is refused, and what a device would hardly take is told."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labmapper.core.guacamole.login_form import find_untypable, is_trimmed
from labmapper.core.problems import Problem
from support.labs.hostile import CONFIG, alice, build, complain, draw, read, router

UNSEEN = {
    "tab": "\t",
    "line feed": "\n",
    "carriage return": "\r",
    "delete": "\x7f",
    "next line": "\x85",
    "soft hyphen": "\xad",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "left-to-right mark": "\u200e",
    "right-to-left override": "\u202e",
    "line separator": "\u2028",
    "isolate": "\u2066",
    "byte order mark": "\ufeff",
    "no-break space": "\xa0",
    "thin space": "\u2009",
    "Hangul filler": "\u3164",
    "grapheme joiner": "\u034f",
    "variation selector": "\ufe0f",
    "tag": "\U000e0041",
}


def find(code: str, *people: dict[str, str], **connection: Any) -> list[Problem]:
    problems = build(draw(*people, devices=[router(**connection)])).problems
    return [problem for problem in problems if problem.code == code]


@pytest.mark.parametrize("character", UNSEEN.values(), ids=UNSEEN)
def test_a_name_or_password_that_nobody_can_type_is_refused_at_its_field(character: str) -> None:
    (name,) = find("log-in-untypable", alice(username=f"al{character}ice"))
    (password,) = find("log-in-untypable", alice(f"pa{character}ss"))

    assert name.is_error
    assert password.is_error
    assert (name.place.field, password.place.field) == ("roster.0.username", "roster.0.password")
    assert f"U+{ord(character):04X}" in name.message
    assert "pa" not in password.message.removeprefix("The password")
    assert f"U+{ord(character):04X}" in password.message


@pytest.mark.parametrize(
    "text",
    [
        "päß é",
        "иван",
        "日本",
        "👩‍💻",
        "می‌خواهم",
        "a b",
        "~!@#$%^&*()",
        "e\u0301",
        "\u2764\ufe0f",
        "1\ufe0f\u20e3",
        "\u5c71\u3000\u7530",
    ],
)
def test_what_keyboards_give_is_taken(text: str) -> None:
    assert complain(draw(alice(text, username=f"x{text}"), devices=[router()])) == {}


@pytest.mark.parametrize("name", [" ann", "ann ", "\xa0ann", "ann\u3000", "ann\u2009"])
def test_a_user_name_with_outer_blanks_is_refused(name: str) -> None:
    (problem,) = find("name-blanks", alice(username=name))

    assert problem.is_error
    assert problem.place.field == "roster.0.username"


def test_a_password_may_have_outer_blanks() -> None:
    assert complain(draw(alice(" pw "))) == {}


@given(st.text(st.characters(categories=["Cc", "Cf", "Zl", "Zp", "Zs", "Ll", "Nd", "So"])))
def test_what_is_taken_has_no_control_and_no_line_end_and_is_sent_as_it_is(text: str) -> None:
    if find_untypable(text) is None and not is_trimmed(text):
        assert len(text.splitlines()) <= 1
        assert text == text.strip()
        assert "Cc" not in {unicodedata.category(character) for character in text}


@pytest.mark.parametrize("name", ["username", "password", "domain", "gateway-username", "sftp-passphrase"])
def test_a_log_in_of_a_device_that_nobody_can_type_is_a_warning(name: str) -> None:
    given_too = {"enable-sftp": "true", "sftp-private-key": "${KEY}", "gateway-hostname": "gw", "username": "x"}
    (problem,) = find("device-log-in-untypable", alice(), protocol="rdp", parameters=given_too | {name: "a\tb"})

    assert not problem.is_error
    assert problem.place.field == f"connections.0.parameters.{name}"


def test_a_key_may_have_lines_and_a_command_tabs() -> None:
    assert find("device-log-in-untypable", alice(), parameters={"command": "a\tb", "private-key": "a\nb"}) == []


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ('username: "LAB\\teacher"', "'LAB\\teacher'"),
        ("password: |\n        secret", "Behind |"),
        ('username: "a\\u200bb"', "type the text again"),
    ],
)
def test_in_a_file_the_cure_is_that_of_yaml(line: str, cure: str) -> None:
    problems = read(f"{CONFIG}      {line}\n")
    assert not isinstance(problems, tuple)

    (problem,) = problems.problems

    assert problem.code == "device-log-in-untypable"
    assert problem.place.line == len(CONFIG.splitlines()) + 1
    assert cure in problem.hint


def test_a_password_behind_a_bar_is_refused_on_its_line() -> None:
    block = (
        "students:\n    quantity: 1\n    username_prefix: s\n    username_suffix: '1'\n    password: |\n      secret\n"
    )
    config = CONFIG.replace(CONFIG.splitlines()[1].strip(), block)

    compilation = read(config)
    assert not isinstance(compilation, tuple)
    (problem,) = compilation.problems

    assert (problem.code, problem.place.line) == ("log-in-untypable", 6)
    assert "in single quotes" in problem.hint
