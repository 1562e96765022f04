"""Values of parameters: booleans, numbers, ports, what is offered, and how much fits into one connection."""

import pytest

from labmapper.core.guacamole.catalogue import PROTOCOLS
from labmapper.core.guacamole.limits import count_connect_bytes
from labmapper.core.guacamole.values import read_integer
from support.guacamole.parameters import ENOUGH, check, check_exactly, tell


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("True", "Write true."),
        ("TRUE", "Write true."),
        ("yes", "Write true."),
        ("1", "Write true."),
        ("on", "Write true."),
        (" true", "Write true."),
        ("False", "Write false."),
        ("off", "Write false."),
        ("maybe", "Write true or false."),
    ],
)
def test_a_boolean_is_true_or_false_and_nothing_else(value: str, hint: str) -> None:
    (problem,) = check("rdp", ignore_cert=value)

    assert tell([problem]) == [("error", "value-not-boolean", "ignore-cert")]
    assert problem.hint == hint


@pytest.mark.parametrize("value", ["true", "false"])
def test_the_two_booleans_are_fine(value: str) -> None:
    assert check("rdp", ignore_cert=value) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("22", 22),
        (" 22", 22),
        ("+22", 22),
        ("-1", -1),
        ("007", 7),
        ("22 ", None),
        ("22x", None),
        ("0x16", None),
        ("22.0", None),
        ("", None),
        ("2 2", None),
        ("٣", None),
        ("99999999999", None),
        ("9" * 5000, None),
    ],
)
def test_integers_are_read_as_strtol_does(text: str, number: int | None) -> None:
    assert read_integer(text) == number


@pytest.mark.parametrize(
    ("value", "hint"), [("12.0", "Write 12."), ("12 ", "Write 12."), ("big", "Write digits only, for example 12.")]
)
def test_what_is_no_integer_is_an_error(value: str, hint: str) -> None:
    (problem,) = check("ssh", font_size=value)

    assert tell([problem]) == [("error", "value-not-integer", "font-size")]
    assert problem.hint == hint


def test_a_number_that_is_not_proposed_is_fine_where_guacd_takes_any() -> None:
    assert check("ssh", font_size="13", terminal_type="screen", color_scheme="foreground:color7") == []


@pytest.mark.parametrize("value", ["1", "22", "65535", " 22", "+22"])
def test_a_port_is_a_number_that_ports_have(value: str) -> None:
    assert check("ssh", port=value) == []


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("0", "Write the number of the port."),
        ("70000", "Write the number of the port."),
        ("-1", "Write the number of the port."),
        ("22 ", "Write 22."),
        ("22.0", "Write 22."),
        ("22x", "Write the number of the port."),
    ],
)
def test_anything_else_is_no_port(value: str, hint: str) -> None:
    (problem,) = check("ssh", port=value)

    assert tell([problem]) == [("error", "port-invalid", "port")]
    assert problem.hint == hint


def test_the_name_of_a_service_is_a_port_only_up_to_1_6_0_and_where_guacd_looks_it_up() -> None:
    assert tell(check("ssh", port="ssh")) == [("warning", "port-by-name", "port")]
    assert tell(check("ssh", "1.6.1", port="ssh")) == [("error", "port-invalid", "port")]
    assert tell(check("rdp", port="ms-wbt-server")) == [("error", "port-invalid", "port")]


def test_a_value_that_guacamole_does_not_offer_is_a_warning() -> None:
    (problem,) = check("rdp", security="NLA")

    assert tell([problem]) == [("warning", "value-not-offered", "security")]
    assert problem.hint == "Did you mean nla?"


@pytest.mark.parametrize("value", ["any", "nla", "nla-ext", "vmconnect"])
def test_what_guacd_knows_is_offered(value: str) -> None:
    assert check("rdp", security=value) == []


def test_a_number_from_a_list_may_be_written_as_guacd_reads_it() -> None:
    assert check("vnc", color_depth=" 16") == []
    assert tell(check("vnc", color_depth="15")) == [("warning", "value-not-offered", "color-depth")]


@pytest.mark.parametrize(
    "value", ["s3cret ${GUAC_USERNAME:s3cret}", "s3cret${GUAC_DATE:s3cret}s3cret}", "s3cret\ns3cret${A:s3cret}"]
)
def test_no_message_tells_a_secret(value: str) -> None:
    problems = check("ssh", password=value)

    assert problems
    assert not any("s3cret" in problem.message + problem.hint for problem in problems)


def test_values_may_have_8192_characters_and_no_more() -> None:
    assert [problem.code for problem in check("ssh", command="😀" * 8192)] == ["connection-too-long"]
    assert check("ssh", command="x" * 8192) == []
    assert tell(check("ssh", command="x" * 8193)) == [("warning", "value-too-long", "command")]


def test_all_values_together_may_have_32768_bytes_and_no_more() -> None:
    protocol = PROTOCOLS["ssh"]
    values = ENOUGH["ssh"] | dict.fromkeys(("command", "host-key", "locale", "username"), "x" * 8000)
    room = 32_768 - count_connect_bytes(protocol, values, "1.6.0")

    fits = values | {"font-name": "y" * (room - len("600") + len("0"))}
    assert count_connect_bytes(protocol, fits, "1.6.0") == 32_768
    assert check_exactly("ssh", fits) == []
    assert tell(check_exactly("ssh", fits | {"font-name": fits["font-name"] + "y"})) == [
        ("warning", "connection-too-long", "command")
    ]


def test_the_connect_instruction_is_counted_as_guacamole_writes_it() -> None:
    values = {"hostname": "hé"}
    asked = [name for name, each in PROTOCOLS["telnet"].parameters.items() if each.since != "main"]
    written = "7.connect,13.VERSION_1_5_0,2.hé" + ",0." * (len(asked) - 1) + ";"

    assert count_connect_bytes(PROTOCOLS["telnet"], values, "1.6.0") == len(written.encode())
