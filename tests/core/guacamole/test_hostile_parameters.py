"""Protocols and parameters that guacd would read otherwise than they were meant."""

import pytest

from support.labs.hostile import (
    CONFIG,
    alice,
    complain,
    complain_about,
    complain_config,
    draw,
    hold,
    hold_config,
    router,
)


@pytest.mark.parametrize("protocol", ["", "SSH", " ssh ", "ssh\n", "$token", "http"])
def test_a_protocol_that_guacd_does_not_have_is_refused(protocol: str) -> None:
    assert set(complain_about(protocol=protocol).values()) == {"error"}


@pytest.mark.parametrize(("name", "meant"), [("pasword", "password"), ("Port", "port")])
def test_an_unknown_parameter_is_told_with_the_nearest_one(name: str, meant: str) -> None:
    problems = complain(draw(alice(), devices=[router(parameters={name: "22"})]))

    assert problems["parameter-unknown"].hint == f"Did you mean {meant}?"


@pytest.mark.parametrize(
    ("written", "held"),
    [("True", "true"), ("yes", "true"), ("on", "true"), ("'true'", "true"), ("False", "false"), ("no", "false")],
)
def test_booleans_of_yaml_become_true_or_false(written: str, held: str) -> None:
    assert hold_config(f"ignore-cert: {written}")["ignore-cert"] == held


@pytest.mark.parametrize("written", ["'True'", "'yes'", "1", "'on'", "enabled"])
def test_other_spellings_are_refused(written: str) -> None:
    assert complain_config(f"{CONFIG}      ignore-cert: {written}\n")["value-not-boolean"] == "error"


def test_a_port_is_a_number_in_the_file() -> None:
    assert hold_config("port: 22")["port"] == "22"
    assert hold_config("port: '22'")["port"] == "22"
    assert hold(port="22")["port"] == "22"


@pytest.mark.parametrize("port", ["22.0", "22 ", "0", "70000", "22x", "-22", "1e3"])
def test_any_other_port_is_refused(port: str) -> None:
    assert complain_about(port=port) == {"port-invalid": "error"}
    assert complain_config(f"{CONFIG}      port: {port}\n").get("port-invalid") == ("error" if port != "22 " else None)


def test_the_name_of_a_service_is_told() -> None:
    assert complain_about(port="ssh") == {"port-by-name": "warning"}


def test_what_cannot_connect_is_refused() -> None:
    assert complain_about(protocol="vnc", parameters={"password": "w8-Xq2.7"}) == {"parameter-missing": "error"}
    assert complain_about(protocol="kubernetes") == {"parameter-missing": "error"}
    assert complain_about(host="")["parameter-missing"] == "error"


@pytest.mark.parametrize(
    ("version", "parameter"), [("1.5.5", {"timeout": "10"}), ("1.6.0", {"func-keys-and-keypad": "esc"})]
)
def test_a_parameter_newer_than_the_target_is_told(version: str, parameter: dict[str, str]) -> None:
    problems = complain(draw(alice(), devices=[router(parameters=parameter)], guacamole=version))

    assert problems.keys() == {"parameter-newer"}
    assert problems["parameter-newer"].severity == "warning"


def test_what_is_too_long_for_guacd_is_told() -> None:
    many = dict.fromkeys(("command", "locale", "host-key", "font-name", "username"), "x" * 7000)

    assert complain_about(parameters={"command": "x" * 9000}) == {"value-too-long": "warning"}
    assert complain_about(parameters=many) == {"connection-too-long": "warning"}
