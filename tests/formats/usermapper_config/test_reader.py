"""Reading config.yaml: every value as written, and a clear message with line and key for what is wrong."""

import pytest

from labmapper.core.lab.structure import FixedPassword, Lab, Person, RandomPassword
from labmapper.core.pipeline import compile_lab
from labmapper.core.problems import Problem
from labmapper.formats.usermapper_config.reader import parse_config

GOOD = """\
users:
  students:
    quantity: 3
    username_prefix: student
    username_suffix: '01'
    password: welcome
devices:
  routers:
    quantity: 2
    name_prefix: R
    name_suffix: '09'
    hostname_prefix: '10.0.10.'
    hostname_suffix: '1'
    parameters:
      protocol: ssh
      hostname: ~
      port: 22
"""


def _read(text: str) -> Lab:
    lab, problems = parse_config(text.encode())
    assert lab is not None, problems
    return lab


def _complain(text: str | bytes) -> dict[str, Problem]:
    """Return the problems of *text* by code; it has one of each at most."""
    _, problems = parse_config(text.encode() if isinstance(text, str) else text)
    assert len({problem.code for problem in problems}) == len(problems)
    return {problem.code: problem for problem in problems}


def test_usermappers_own_keys_are_read() -> None:
    lab = _read(GOOD)

    (students,), (routers,) = lab.users, lab.devices
    assert [person.username for person in students.iter_people()] == ["student01", "student02", "student03"]
    assert students.password == FixedPassword("welcome")
    assert students.reaches is None
    assert [routers.names.render(n) for n in routers.numbers] == ["R09", "R10"]
    assert [(name, value.render(10)) for name, value in routers.parameters] == [
        ("protocol", "ssh"),
        ("hostname", "10.0.10.2"),
        ("port", "22"),
    ]


def test_the_host_goes_where_the_parameters_name_it_and_else_to_the_end() -> None:
    without = GOOD.replace("      hostname: ~\n", "")

    assert [name for name, _ in _read(without).devices[0].parameters] == ["protocol", "port", "hostname"]


def test_labmappers_own_keys_are_read() -> None:
    lab = _read(
        """\
guacamole: {version: 1.5.5, hashing: sha256}
users:
  students: {quantity: 2, username_prefix: s, username_suffix: '1', password: random, rotation: 2, rotations: {s2: 5}}
  named:
    roster: [{username: ann, password: secret, pod: 7}, {username: bob, name: Bob Ray, email: bob@x.example, id: 007}]
    fixed_password: random
    reaches: [routers]
devices:
  routers:
    quantity: 1
    patterns: {name: 'R{pod:02}', hostname: '10.0.{pod}.1', port: '{pod+5000}'}
    parameters: {protocol: ssh, hostname: ~, port: ~}
    pod_of: named
"""
    )

    assert (lab.guacamole, lab.hashing) == ("1.5.5", "sha256")
    assert lab.users[0].password == RandomPassword(2, (("s2", 5),))
    assert lab.users[1].roster == (
        Person("ann", "secret", 7),
        Person("bob", name="Bob Ray", email="bob@x.example", id="007"),
    )
    assert lab.users[1].password == FixedPassword("random")
    assert lab.users[1].reaches == ("routers",)
    assert lab.devices[0].pod == "named"
    assert lab.devices[0].names.render(1, 7) == "R07"
    assert dict(lab.devices[0].parameters)["port"].render(1, 7) == "5007"


@pytest.mark.parametrize(
    ("wrong", "right", "code", "line", "field"),
    [
        ("quantity: many", "quantity: 3", "config-not-a-number", 3, "users.students.quantity"),
        ("username_sufix: '01'", "username_suffix: '01'", "config-unknown-key", 5, "users.students.username_sufix"),
        ("", "    username_prefix: student\n", "config-missing-key", 3, "users.students.username_prefix"),
        ("quantity: 100001", "quantity: 3", "config-too-many", 3, "users.students.quantity"),
        ("    name_suffix: 09", "    name_suffix: '09'", None, 11, None),
        ("    name_suffix: 010", "    name_suffix: '09'", "config-unquoted", 11, "devices.routers.name_suffix"),
        ("password: no", "password: welcome", "config-unquoted", 6, "users.students.password"),
        ("password: 1.5", "password: welcome", "config-unquoted", 6, "users.students.password"),
        ("password: 10022:22", "password: welcome", "config-unquoted", 6, "users.students.password"),
        ("password: 2026-11-20", "password: welcome", "config-unquoted", 6, "users.students.password"),
        ("name_suffix: '1e3'", "name_suffix: '09'", "config-not-a-number", 11, "devices.routers.name_suffix"),
        ("hostname: wrong", "hostname: ~", "config-hostname-unused", 16, "devices.routers.parameters.hostname"),
        ("port:\n", "port: 22\n", "config-empty-parameter", 17, "devices.routers.parameters.port"),
        ("parameters: ssh\n", "parameters:\n", "yaml-syntax", 15, None),
        ("password: [a]", "password: welcome", "config-shape", 6, "users.students.password"),
        ("name_suffix: '09'\n    name_suffix: '1'", "name_suffix: '09'", "yaml-duplicate-key", 12, "name_suffix"),
        ("\tname_suffix: '09'", "    name_suffix: '09'", "yaml-syntax", 11, None),
        ("   name_prefix: R", "    name_prefix: R", "yaml-syntax", 10, None),
        ("password: 'open", "password: welcome", "yaml-syntax", None, None),
    ],
)
def test_what_is_wrong_is_named_with_line_and_key(
    wrong: str, right: str, code: str | None, line: int | None, field: str | None
) -> None:
    assert right in GOOD

    problems = _complain(GOOD.replace(right, wrong, 1))

    assert (code in problems) if code else not problems
    if code and line:
        assert (problems[code].place.line, problems[code].place.field) == (line, field)
        assert problems[code].hint


def test_unquoted_values_are_taken_as_written() -> None:
    lab = _read(GOOD.replace("password: welcome", "password: no").replace("'09'", "010"))

    assert lab.users[0].password == FixedPassword("no")
    assert lab.devices[0].names.render(10) == "R010"


def test_yaml_booleans_become_the_words_guacd_knows_only_where_it_wants_them() -> None:
    text = GOOD.replace("      port: 22\n", "      enable-sftp: yes\n      read-only: Off\n      password: yes\n")

    parameters = {name: value.literal for name, value in _read(text).devices[0].parameters}

    assert (parameters["enable-sftp"], parameters["read-only"], parameters["password"]) == ("true", "false", "yes")


def test_a_section_that_is_missing_is_named() -> None:
    problems = parse_config(b"Users:\n  students: {}\n")[1]

    assert [(problem.code, problem.place.field) for problem in problems] == [
        ("config-unknown-key", "Users"),
        ("config-missing-key", None),
        ("config-missing-key", None),
    ]
    assert "users" in problems[0].hint


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "yaml-empty"),
        (b"# only a comment\n", "yaml-empty"),
        ("users: {}\ndevices: {a: Stra\xdfe}".encode("latin-1"), "yaml-not-utf8"),
        (b"just text", "config-shape"),
        (b"[1, 2]", "config-shape"),
        (b"a: &a [b]\n" + b"c: [" + b"*a, " * 1000 + b"*a]\n", "yaml-too-complex"),
        (b"a: " + b"[" * 40 + b"]" * 40, "yaml-too-complex"),
        (b"users: {}\n" * 10_000_000, "yaml-too-large"),
        (b"users: {}\x00", "yaml-syntax"),
        (b"a: 1\n---\nb: 2\n", "yaml-syntax"),
        (b"users: *missing\n", "yaml-sign"),
    ],
    ids=lambda value: value if isinstance(value, str) else "data",
)
def test_what_is_no_config_at_all_is_said_in_one_sentence(data: bytes, code: str) -> None:
    lab, problems = parse_config(data)

    assert lab is None
    assert code in {problem.code for problem in problems}
    assert all(problem.message.endswith(".") and problem.hint for problem in problems)


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter() -> None:
    data = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()

    lab, problems = parse_config(data)

    assert (lab, problems) == (_read(GOOD), ())


def test_anchors_and_merge_keys_are_followed() -> None:
    text = GOOD.replace("parameters:\n", "parameters: &common\n") + (
        "  servers:\n    quantity: 1\n    name_prefix: S\n    name_suffix: '1'\n    hostname_prefix: '10.0.11.'\n"
        "    hostname_suffix: '1'\n    parameters:\n      <<: *common\n      port: 2222\n"
    )

    parameters = {name: value.literal for name, value in _read(text).devices[1].parameters}

    assert (parameters["protocol"], parameters["port"]) == ("ssh", "2222")


def test_a_value_that_refers_to_itself_does_no_harm() -> None:
    lab, problems = parse_config(b"users: &a\n  students: *a\ndevices: {}\n")

    assert lab is None
    assert problems


def test_names_that_point_nowhere_get_the_nearest_as_a_hint() -> None:
    text = GOOD.replace("password: welcome", "password: welcome\n    reaches: [router]")

    problem = _complain(text)["config-unknown-type"]

    assert problem.hint == "Did you mean routers?"
    assert problem.place.line == 7


@pytest.mark.parametrize(
    ("right", "wrong", "code", "line"),
    [
        ("port: 22", "port: 99999", "port-invalid", 17),
        ("protocol: ssh", "protocol: shh", "protocol-unknown", 15),
        ("port: 22", "prot: 22", "parameter-unknown", 17),
        ("hostname_suffix: '1'", "hostname_suffix: '255'", "address-out-of-range", 13),
        ("name_suffix: '09'", "name_suffix: '9'", "name-outgrows-width", 11),
        ("username_prefix: student", "username_prefix: ' student'", "name-blanks", 5),
    ],
)
def test_what_the_checks_find_has_the_line_of_its_key(right: str, wrong: str, code: str, line: int) -> None:
    assert right in GOOD

    problems = compile_lab(_read(GOOD.replace(right, wrong, 1))).problems

    assert (code, line) in {(problem.code, problem.place.line) for problem in problems}


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("username_suffix: '01'", "username_suffix"),
        ("name_suffix: '1'", "name_suffix"),
        ("hostname_suffix: '1'", "hostname_suffix"),
        ("quantity: 2", "quantity"),
    ],
)
def test_an_empty_number_is_refused_and_never_counts_as_one(line: str, key: str) -> None:
    lab, problems = parse_config(PLAIN.replace(f" {line}", f" {key}: ''").encode())

    assert lab is None
    assert [(each.code, each.variant) for each in problems] == [("config-not-a-number", "empty")]


@pytest.mark.parametrize("keys", ["rotation: ''", "rotations: {student01: ''}"])
def test_an_empty_rotation_rotates_nobody(keys: str) -> None:
    lab, problems = parse_config(PLAIN.replace("password: random", f"password: random\n    {keys}").encode())

    assert lab is None
    assert [(each.code, each.variant) for each in problems] == [("config-not-a-number", "empty")]


PLAIN = """\
users:
  s:
    quantity: 2
    username_prefix: student
    username_suffix: '01'
    password: random
devices:
  r:
    quantity: 1
    name_prefix: R
    name_suffix: '1'
    hostname_prefix: '10.0.0.'
    hostname_suffix: '1'
    parameters: {protocol: ssh, hostname: ~}
"""
