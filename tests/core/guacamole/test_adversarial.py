"""The inputs that break writers of ``user-mapping.xml``, each through the public road to what Guacamole would hold.

The numbers are those of our list of them; what it says is checked against Guacamole's own classes.
"""

import hashlib
import os
import stat
from collections.abc import Mapping
from itertools import starmap
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from labmapper.cli import main
from labmapper.core.diagram import parse_diagram
from labmapper.core.guacamole.loader import Authorization, LoadedMapping, load_user_mapping
from labmapper.core.guacamole.tokens import escape_literal, substitute
from labmapper.core.pipeline import Compilation, compile_diagram, compile_lab, render_mapping
from labmapper.core.problems import Problem
from labmapper.importers.usermapper_config import parse_config

SEED = bytes(32)
HOSTILE_VALUES = {
    "1 markup": "a&b<c>d\"e'f",
    "2 end of CDATA": "a]]>b",
    "3 tab": "a\tb",
    "3 line feed": "a\nb",
    "3 carriage return": "a\rb",
    "3 both": "a\r\nb\r\n",
    "5 outer blanks": " secret ",
    "5 blanks only": "   ",
    "8 delete": "a\x7fb",
    "8 next line": "a\x85b",
    "8 line separator": "a\u2028b",
    "8 byte order mark": "a\ufeffb",
    "8 last of a plane": "a\U0001fffeb",
    "8 emoji": "😀👩‍💻",
    "8 combining marks": "e\u0301\u0323x",
    "33 named references": "&amp;&lt;&#38;",
}


def draw(*people: Mapping[str, Any], devices: list[Mapping[str, Any]] | None = None, **settings: str) -> dict[str, Any]:
    """Return a drawing in which *people*, a roster, reach *devices*, or one router."""
    users = {"id": "u", "type": "users", "label": "alice", "roster": list(people)}
    nodes = [users, *([router()] if devices is None else devices)]
    return {"schema": 1, "settings": settings, "nodes": nodes}


def router(name: str = "R1", node: str = "r", **connection: Any) -> dict[str, Any]:
    return {
        "id": node,
        "type": "device",
        "label": name,
        "connections": [{"protocol": "ssh", "host": "10.0.0.1"} | connection],
    }


def alice(password: str = "pw", **fields: Any) -> dict[str, Any]:
    return {"username": "alice", "password": password} | fields


def build(drawing: dict[str, Any]) -> Compilation:
    diagram, problems = parse_diagram(drawing)
    assert diagram is not None, problems
    return compile_diagram(diagram)


def write(compilation: Compilation) -> bytes:
    assert compilation.is_sound, compilation.problems
    return b"".join(render_mapping(compilation.lab, SEED))


def load(drawing: dict[str, Any]) -> LoadedMapping:
    return load_user_mapping([write(build(drawing))])


def load_one(drawing: dict[str, Any]) -> Authorization:
    (authorization,) = load(drawing).authorizations.values()
    return authorization


def hold(**connection: Any) -> dict[str, str]:
    """Return the parameters that Guacamole holds for one router with *connection*."""
    (held,) = load_one(draw(alice(), devices=[router(**connection)])).connections.values()
    return held.parameters


def complain(drawing: dict[str, Any]) -> dict[str, Problem]:
    """Return what is wrong with *drawing*, by code."""
    diagram, problems = parse_diagram(drawing)
    found = problems if diagram is None else compile_diagram(diagram).problems
    return {problem.code: problem for problem in found}


def complain_about(**connection: Any) -> dict[str, str]:
    problems = complain(draw(alice(), devices=[router(**connection)]))
    return {code: problem.severity for code, problem in problems.items()}


CONFIG = """\
users:
  students: {quantity: 1, username_prefix: s, username_suffix: '1', password: welcome}
devices:
  routers:
    quantity: 1
    name_prefix: R
    name_suffix: '1'
    hostname_prefix: '10.0.0.'
    hostname_suffix: '1'
    parameters:
      protocol: rdp
      hostname: ~
"""


def read(config: str | bytes) -> Compilation | tuple[Problem, ...]:
    lab, problems = parse_config(config if isinstance(config, bytes) else config.encode())
    return problems if lab is None else compile_lab(lab, problems)


def hold_config(line: str) -> dict[str, str]:
    """Return the parameters that Guacamole holds for the router of the config with one more *line*."""
    compilation = read(f"{CONFIG}      {line}\n")
    assert isinstance(compilation, Compilation), compilation
    (user,) = load_user_mapping([write(compilation)]).authorizations.values()
    return user.connections["R1"].parameters


def complain_config(config: str | bytes) -> dict[str, str]:
    outcome = read(config)
    problems = outcome.problems if isinstance(outcome, Compilation) else outcome
    return {problem.code: problem.severity for problem in problems}


@pytest.mark.parametrize("value", HOSTILE_VALUES.values(), ids=HOSTILE_VALUES)
def test_1_2_3_5_8_hostile_text_is_held_unchanged_wherever_it_stands(value: str) -> None:
    person = {"username": f"x{value}", "password": value}
    device = router(f"y{value}", parameters={"username": value, "password": value})

    mapping = load(draw(person, devices=[device]))

    user = mapping.authorizations[f"x{value}"]
    assert user.accepts(value)
    assert user.connections[f"y{value}"].parameters == {"hostname": "10.0.0.1", "username": value, "password": value}


def test_1_markup_is_escaped_with_numeric_references() -> None:
    data = write(build(draw(alice('a&b<c"d'), devices=[router(parameters={"password": "a&b<c"})])))

    assert b'password="a&#38;b&#60;c&#34;d"' in data
    assert b"a&#38;b&#60;c</param>" in data


def test_3_line_ends_in_attributes_are_references() -> None:
    assert b'password="a&#9;b&#10;c&#13;d"' in write(build(draw(alice("a\tb\nc\rd"))))


def test_4_a_private_key_is_held_byte_for_byte() -> None:
    key = "-----BEGIN KEY-----\nabc=\r\ndef\r-----END KEY-----\n"
    device = router(parameters={"private-key": key})

    (held,) = load_one(draw(alice(), devices=[device])).connections.values()
    data = write(build(draw(alice(), devices=[device])))

    assert held.parameters["private-key"] == key
    assert b">-----BEGIN KEY-----\nabc=&#13;\ndef&#13;-----END KEY-----\n</param>" in data


def test_6_an_empty_value_is_held_and_an_empty_password_or_name_is_refused() -> None:
    assert hold(parameters={"username": ""})["username"] == ""
    assert complain(draw(alice("")))["password-empty"].is_error
    assert complain(draw(alice(), devices=[router("")]))["name-missing"].is_error


@pytest.mark.parametrize("character", ["\x01", "\x1b", "\0", "\ufffe", "\uffff", "\ud800"], ids=ascii)
@pytest.mark.parametrize(
    ("where", "item"),
    [("username", "u"), ("password", "u"), ("label", "r"), ("host", "r"), ("value", "r"), ("key", "r")],
)
def test_7_what_xml_cannot_hold_is_refused_with_its_place(character: str, where: str, item: str) -> None:
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


def test_9_names_that_look_alike_are_two_users_with_a_warning() -> None:
    for one, other in (("é", "e\u0301"), ("User", "user")):
        drawing = draw(alice(username=one), alice(username=other))

        assert set(load(drawing).authorizations) == {one, other}
        assert complain(drawing)["user-name-alike"].severity == "warning"


def test_10_one_user_name_twice_is_refused() -> None:
    assert complain(draw(alice("one"), alice("two")))["user-name-taken"].is_error


def test_11_one_connection_name_twice_is_refused() -> None:
    assert complain(draw(alice(), devices=[router(), router(node="r2", host="10.0.0.2")]))[
        "connection-name-taken"
    ].is_error


def test_12_one_parameter_twice_is_refused() -> None:
    assert complain_about(port="22", parameters={"port": "23"}) == {"parameter-repeated": "error"}
    assert "yaml-duplicate-key" in complain_config(f"{CONFIG}      port: 1\n      port: 2\n")


def test_13_a_connection_without_a_name_is_refused() -> None:
    assert complain(draw(alice(), devices=[router("")]))["name-missing"].is_error
    assert "config-missing-key" in complain_config(CONFIG.replace("    name_prefix: R\n", ""))


@pytest.mark.parametrize("protocol", ["", "SSH", " ssh ", "ssh\n", "$token", "http"])
def test_14_a_protocol_that_guacd_does_not_have_is_refused(protocol: str) -> None:
    assert set(complain_about(protocol=protocol).values()) == {"error"}


def test_15_a_connection_may_be_called_default() -> None:
    user = load_one(draw(alice(), devices=[router("DEFAULT"), router("R2", "r2", host="10.0.0.2")]))

    assert {name: held.parameters["hostname"] for name, held in user.connections.items()} == {
        "DEFAULT": "10.0.0.1",
        "R2": "10.0.0.2",
    }
    assert all(held.protocol == "ssh" for held in user.connections.values())


@pytest.mark.parametrize("hashing", ["SHA256", "sha-256", "MD5", "bcrypt", " md5", ""])
def test_16_only_the_encodings_of_guacamole_are_taken(hashing: str) -> None:
    assert complain(draw(alice(), hashing=hashing)).keys() == {"diagram-shape"}
    assert complain_config(f"guacamole: {{hashing: '{hashing}'}}\n{CONFIG}") == {"config-choice": "error"}


@pytest.mark.parametrize(("hashing", "attribute"), [("sha256", b' encoding="sha256">'), ("md5", b' encoding="md5">')])
def test_16_17_hashes_are_those_of_utf_8(hashing: str, attribute: bytes) -> None:
    drawing = draw(alice("pä😀"), hashing=hashing)

    user = load_one(drawing)

    assert attribute in write(build(drawing))
    assert user.password == hashlib.new(hashing, "pä😀".encode()).hexdigest()
    assert user.accepts("pä😀")
    assert not user.accepts("p")


def test_16_plain_passwords_have_no_encoding() -> None:
    assert b"encoding" not in write(build(draw(alice())))


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_18_the_line_end_is_no_part_of_a_password(line_end: str) -> None:
    config = CONFIG.replace("{quantity: 1, username_prefix: s, username_suffix: '1', password: welcome}", "")
    block = "    quantity: 1\n    username_prefix: s\n    username_suffix: '1'\n    password: secret\n"
    config = config.replace("students: \n", f"students:\n{block}").replace("\n", line_end)

    compilation = read(f"guacamole: {{hashing: sha256}}{line_end}{config}")

    assert isinstance(compilation, Compilation)
    (user,) = load_user_mapping([write(compilation)]).authorizations.values()
    assert user.accepts("secret")


def test_19_sha256_is_refused_where_guacamole_would_refuse_the_file() -> None:
    assert complain(draw(alice(), guacamole="1.3.0", hashing="sha256"))["hashing-too-new"].is_error
    assert "hashing-too-new" not in complain(draw(alice(), guacamole="1.4.0", hashing="sha256"))


def test_20_a_password_that_looks_like_a_hash_is_a_password() -> None:
    digest = hashlib.md5(b"pw").hexdigest().upper()

    user = load_one(draw(alice(digest)))

    assert user.accepts(digest)
    assert not user.accepts("pw")


def test_21_a_token_in_a_password_is_told_with_the_way_to_write_it_literally() -> None:
    problem = complain(draw(alice(), devices=[router(parameters={"password": "pa${GUAC_USERNAME}ss"})]))[
        "token-in-secret"
    ]
    assert problem.severity == "warning"
    assert "$${GUAC_USERNAME}" in problem.hint

    written = escape_literal("pa${GUAC_USERNAME}ss")
    assert complain_about(parameters={"password": written}) == {}
    assert connect(hold(parameters={"password": written})["password"]) == "pa${GUAC_USERNAME}ss"


def connect(value: str) -> str:
    return substitute(value, {"GUAC_USERNAME": "alice", "GUAC_PASSWORD": "pw", "GUAC_DATE": "20261121"})


@pytest.mark.parametrize(
    ("literal", "written"), [("$${X}", "$$${X}"), ("${not a token}", "${not a token}"), ("a$b${c", "a$b${c")]
)
def test_22_literal_dollars_and_braces_arrive_as_typed(literal: str, written: str) -> None:
    assert escape_literal(literal) == written

    held = hold(parameters={"command": written})["command"]

    assert held == written
    assert connect(held) == literal


def test_23_a_value_whose_first_lines_would_be_lost_is_refused() -> None:
    for value in ("line 1\nx ${Y}", "line 1\nx $${GUAC_USERNAME}"):
        assert escape_literal("line 1\nx ${Y}") is None
        assert complain_about(parameters={"command": value}) == {"token-loses-lines": "error"}


def test_24_a_token_directly_behind_another_is_told() -> None:
    assert complain_about(parameters={"command": "${GUAC_USERNAME}${GUAC_DATE}"}) == {"token-not-replaced": "warning"}
    assert complain_about(parameters={"command": "${GUAC_USERNAME}-${GUAC_DATE}"}) == {}


def test_25_a_modifier_that_no_release_has_is_told() -> None:
    assert complain_about(parameters={"password": "${GUAC_PASSWORD:OPTIONAL}"}) == {"parameter-newer": "warning"}


@pytest.mark.parametrize(("name", "meant"), [("pasword", "password"), ("Port", "port")])
def test_26_an_unknown_parameter_is_told_with_the_nearest_one(name: str, meant: str) -> None:
    problems = complain(draw(alice(), devices=[router(parameters={name: "22"})]))

    assert problems["parameter-unknown"].hint == f"Did you mean {meant}?"


@pytest.mark.parametrize(
    ("written", "held"),
    [("True", "true"), ("yes", "true"), ("on", "true"), ("'true'", "true"), ("False", "false"), ("no", "false")],
)
def test_27_booleans_of_yaml_become_true_or_false(written: str, held: str) -> None:
    assert hold_config(f"ignore-cert: {written}")["ignore-cert"] == held


@pytest.mark.parametrize("written", ["'True'", "'yes'", "1", "'on'", "enabled"])
def test_27_other_spellings_are_refused(written: str) -> None:
    assert complain_config(f"{CONFIG}      ignore-cert: {written}\n")["value-not-boolean"] == "error"


def test_28_a_port_is_a_number_in_the_file() -> None:
    assert hold_config("port: 22")["port"] == "22"
    assert hold_config("port: '22'")["port"] == "22"
    assert hold(port="22")["port"] == "22"


@pytest.mark.parametrize("port", ["22.0", "22 ", "0", "70000", "22x", "-22", "1e3"])
def test_28_any_other_port_is_refused(port: str) -> None:
    assert complain_about(port=port) == {"port-invalid": "error"}
    assert complain_config(f"{CONFIG}      port: {port}\n").get("port-invalid") == ("error" if port != "22 " else None)


def test_28_the_name_of_a_service_is_told() -> None:
    assert complain_about(port="ssh") == {"port-by-name": "warning"}


def test_29_what_cannot_connect_is_refused() -> None:
    assert complain_about(protocol="vnc") == {"parameter-missing": "error"}
    assert complain_about(protocol="kubernetes") == {"parameter-missing": "error"}
    assert complain_about(host="")["parameter-missing"] == "error"


@pytest.mark.parametrize(
    ("version", "parameter"), [("1.5.5", {"timeout": "10"}), ("1.6.0", {"func-keys-and-keypad": "esc"})]
)
def test_30_a_parameter_newer_than_the_target_is_told(version: str, parameter: dict[str, str]) -> None:
    problems = complain(draw(alice(), devices=[router(parameters=parameter)], guacamole=version))

    assert problems.keys() == {"parameter-newer"}
    assert problems["parameter-newer"].severity == "warning"


def test_31_there_are_no_comments_to_break() -> None:
    assert b"<!--" not in write(build(draw(alice(), devices=[router("R--1")])))


@pytest.mark.parametrize("name", ["a/b", "a\\b", ".", ".."])
def test_32_a_name_that_breaks_paths_is_written_and_told(name: str) -> None:
    drawing = draw(alice(), devices=[router(name)])

    assert list(load_one(drawing).connections) == [name]
    assert complain(drawing)["name-unsafe-in-paths"].severity == "warning"


def test_33_a_hundred_thousand_ampersands_are_no_named_references() -> None:
    people = [alice("&" * 1000, username=f"u{number}") for number in range(101)]

    data = write(build(draw(*people)))

    assert data.count(b"&#38;") == 101_000
    assert data.count(b"&") == data.count(b"&#")


def test_34_what_is_too_long_for_guacd_is_told() -> None:
    many = dict.fromkeys(("command", "locale", "host-key", "font-name", "username"), "x" * 7000)

    assert complain_about(parameters={"command": "x" * 9000}) == {"value-too-long": "warning"}
    assert complain_about(parameters=many) == {"connection-too-long": "warning"}


def test_35_a_file_written_again_is_strictly_newer_whole_and_private(tmp_path: Path) -> None:
    source, target = tmp_path / "config.yaml", tmp_path / "user-mapping.xml"
    source.write_text(CONFIG)
    arguments = ["convert", "-i", str(source), "-o", str(target)]

    def convert() -> os.stat_result:
        assert CliRunner().invoke(main, arguments).exit_code == 0
        return target.stat()

    # The second within the same second as the first, the third after a file from the future.
    first, second = convert(), convert()
    os.utime(target, (second.st_mtime + 3600, second.st_mtime + 3600))
    third = convert()

    assert int(first.st_mtime) < int(second.st_mtime)
    assert second.st_mtime + 3600 < third.st_mtime
    assert len({each.st_ino for each in (first, second)}) == 2
    assert stat.S_IMODE(third.st_mode) & ~0o640 == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["config.yaml", "user-mapping.xml"]


@pytest.mark.parametrize("value", ["=1+1", "+x", "007", "1e3", "NaN", "0x1F", "10:22", "2026-11-21", "1_000", "~x"])
def test_36_text_stays_text(value: str) -> None:
    assert hold_config(f"username: {value}")["username"] == value
    assert hold_config(f"username: '{value}'")["username"] == value


def test_37_a_byte_order_mark_and_windows_line_ends_are_no_part_of_anything() -> None:
    outcomes = list(starmap(read, [(CONFIG,), (b"\xef\xbb\xbf" + CONFIG.encode(),), (CONFIG.replace("\n", "\r\n"),)]))

    compilations = [outcome for outcome in outcomes if isinstance(outcome, Compilation)]
    assert len(compilations) == 3
    assert len({write(compilation) for compilation in compilations}) == 1


def test_37_latin_1_is_told_and_not_mangled() -> None:
    assert complain_config(CONFIG.replace("welcome", "wéll").encode("latin-1")) == {"yaml-not-utf8": "error"}


def test_38_a_lab_without_users_is_a_valid_file_with_a_warning() -> None:
    drawing = {"schema": 1, "nodes": [router()]}

    assert load(drawing).authorizations == {}
    assert complain(drawing)["no-users"].severity == "warning"


def test_39_the_same_drawing_gives_the_same_bytes() -> None:
    drawing = draw(
        alice(), devices=[router("R2", "a", host="10.0.0.2"), router("R1", "b"), router("r1", "c", host="h")]
    )

    data = write(build(drawing))

    assert data == write(build(drawing))
    assert [data.index(name) for name in (b'"R2"', b'"R1"', b'"r1"')] == sorted(
        data.index(name) for name in (b'"R2"', b'"R1"', b'"r1"')
    )


def test_40_a_user_name_with_outer_blanks_is_written_and_told() -> None:
    drawing = draw(alice(username=" alice "))

    assert list(load(drawing).authorizations) == [" alice "]
    assert complain(drawing)["name-blanks"].severity == "warning"
