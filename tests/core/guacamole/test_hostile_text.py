"""Text that breaks writers of ``user-mapping.xml``: it arrives unchanged, or is refused with its place."""

import pytest

from labmapper.core.drawing.document import parse_diagram
from labmapper.core.pipeline import compile_diagram, render_mapping
from support.labs.hostile import (
    SEED,
    alice,
    build,
    complain,
    draw,
    hold,
    hold_config,
    load_one,
    load_unchecked,
    router,
    write,
)

VALUES = {
    "markup": "a&b<c>d\"e'f",
    "end of CDATA": "a]]>b",
    "tab": "a\tb",
    "line feed": "a\nb",
    "carriage return": "a\rb",
    "both": "a\r\nb\r\n",
    "outer blanks": " secret ",
    "blanks only": "   ",
    "delete": "a\x7fb",
    "next line": "a\x85b",
    "line separator": "a\u2028b",
    "byte order mark": "a\ufeffb",
    "last of a plane": "a\U0001fffeb",
    "emoji": "😀👩‍💻",
    "combining marks": "e\u0301\u0323x",
    "named references": "&amp;&lt;&#38;",
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_hostile_text_is_held_unchanged_wherever_it_stands(value: str) -> None:
    person = {"username": f"x{value}", "password": value}
    device = router(f"y{value}", parameters={"username": value, "password": value})

    mapping = load_unchecked(draw(person, devices=[device]))

    user = mapping.authorizations[f"x{value}"]
    assert user.accepts(value)
    assert user.connections[f"y{value}"].parameters == {"hostname": "10.0.0.1", "username": value, "password": value}


def test_markup_is_escaped_with_numeric_references() -> None:
    data = write(build(draw(alice('a&b<c"d'), devices=[router(parameters={"password": "a&b<c"})])))

    assert b'password="a&#38;b&#60;c&#34;d"' in data
    assert b"a&#38;b&#60;c</param>" in data


def test_line_ends_in_attributes_are_references() -> None:
    lab = build(draw(alice("a\tb\nc\rd"))).lab

    assert b'password="a&#9;b&#10;c&#13;d"' in b"".join(render_mapping(lab, SEED))


def test_a_private_key_is_held_byte_for_byte() -> None:
    key = "-----BEGIN KEY-----\nabc=\r\ndef\r-----END KEY-----\n"
    device = router(parameters={"private-key": key})

    (held,) = load_one(draw(alice(), devices=[device])).connections.values()
    data = write(build(draw(alice(), devices=[device])))

    assert held.parameters["private-key"] == key
    assert b">-----BEGIN KEY-----\nabc=&#13;\ndef&#13;-----END KEY-----\n</param>" in data


def test_an_empty_value_is_held_and_an_empty_password_or_name_is_refused() -> None:
    assert hold(parameters={"username": ""})["username"] == ""
    assert complain(draw(alice("")))["password-empty"].is_error
    assert complain(draw(alice(), devices=[router("")]))["name-missing"].is_error


@pytest.mark.parametrize("character", ["\x01", "\x1b", "\0", "\ufffe", "\uffff", "\ud800"], ids=ascii)
@pytest.mark.parametrize(
    ("where", "item"),
    [("username", "u"), ("password", "u"), ("label", "r"), ("host", "r"), ("value", "r"), ("key", "r")],
)
def test_what_xml_cannot_hold_is_refused_with_its_place(character: str, where: str, item: str) -> None:
    def spoil(text: str, at: str) -> str:
        return f"{text[0]}{character}{text[1:]}" if at == where else text

    person = {"username": spoil("alice", "username"), "password": spoil("pw", "password")}
    parameters = {spoil("command", "key"): spoil("ls", "value")}
    device = router(spoil("R1", "label"), host=spoil("10.0.0.1", "host"), parameters=parameters)

    diagram, problems = parse_diagram(draw(person, devices=[device]))
    found = compile_diagram(diagram).problems if diagram else problems

    errors = [problem for problem in found if problem.is_error]
    assert errors
    # A lone surrogate is not even text, so the document itself is refused, with the path in it.
    assert all(problem.place.field if diagram is None else problem.place.item == item for problem in errors)


def test_there_are_no_comments_to_break() -> None:
    assert b"<!--" not in write(build(draw(alice(), devices=[router("R--1")])))


def test_a_hundred_thousand_ampersands_are_no_named_references() -> None:
    people = [alice("&" * 1000, username=f"u{number}") for number in range(101)]

    data = write(build(draw(*people)))

    assert data.count(b"&#38;") == 101_000
    assert data.count(b"&") == data.count(b"&#")


@pytest.mark.parametrize("value", ["=1+1", "+x", "007", "1e3", "NaN", "0x1F", "10:22", "2026-11-21", "1_000", "~x"])
def test_text_stays_text(value: str) -> None:
    assert hold_config(f"username: {value}")["username"] == value
    assert hold_config(f"username: '{value}'")["username"] == value
