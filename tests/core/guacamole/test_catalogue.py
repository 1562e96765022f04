import json
import subprocess
import sys

import pytest

from labmapper.core.guacamole.catalogue import PROTOCOLS, SECTIONS, Parameter, as_json, help_as_json
from labmapper.core.guacamole.token_checks import check_tokens
from labmapper.core.guacamole.tokens import iter_tokens
from labmapper.core.guacamole.versions import RELEASES, has_since
from labmapper.core.problems import Place

EVERYTHING = [parameter for protocol in PROTOCOLS.values() for parameter in protocol.parameters.values()]
IDS = [f"{protocol.name}-{name}" for protocol in PROTOCOLS.values() for name in protocol.parameters]

# How many parameters guacd asks for in 1.5.5, 1.6.0, 1.6.1 and on its main branch, and how many of the last the web
# interface offers; counted in the sources of Guacamole.
COUNTS = {
    "ssh": (39, 43, 43, 46, 45),
    "rdp": (81, 88, 88, 90, 90),
    "vnc": (44, 51, 51, 53, 50),
    "telnet": (31, 34, 34, 37, 37),
    "kubernetes": (28, 30, 31, 34, 34),
}
SECRETS = {
    "ssh": {"password", "private-key", "passphrase"},
    "rdp": {"password", "gateway-password", "sftp-password", "sftp-private-key", "sftp-passphrase"},
    "vnc": {"password", "sftp-password", "sftp-private-key", "sftp-passphrase"},
    "telnet": {"password"},
    "kubernetes": {"client-key"},
}
REQUIRED = {
    "ssh": {"hostname"},
    "rdp": {"hostname"},
    "vnc": {"hostname", "port"},
    "telnet": {"hostname"},
    "kubernetes": {"hostname", "pod"},
}


def test_there_are_five_protocols_and_260_pairs() -> None:
    assert list(PROTOCOLS) == list(COUNTS)
    assert len(EVERYTHING) == 260


@pytest.mark.parametrize("protocol", COUNTS)
def test_every_release_has_as_many_parameters_as_its_guacd_asks_for(protocol: str) -> None:
    parameters = PROTOCOLS[protocol].parameters.values()

    asked = [
        sum(has_since(version, each.since) for each in parameters) for version in ("1.5.5", "1.6.0", "1.6.1", "main")
    ]
    offered = sum(each.section != "unlisted" for each in parameters)

    assert (*asked, offered) == COUNTS[protocol]


@pytest.mark.parametrize("protocol", COUNTS)
def test_secret_and_required_parameters_are_those_of_guacamole(protocol: str) -> None:
    parameters = PROTOCOLS[protocol].parameters.values()

    assert {each.name for each in parameters if each.secret} == SECRETS[protocol]
    assert {each.name for each in parameters if each.required} == REQUIRED[protocol]


def test_default_ports_are_those_of_guacd() -> None:
    ports = {protocol.name: protocol.port for protocol in PROTOCOLS.values()}

    assert ports == {"ssh": "22", "rdp": "3389", "vnc": "", "telnet": "23", "kubernetes": "8080"}
    for protocol in PROTOCOLS.values():
        assert (protocol.parameters["port"].default or "") == protocol.port


@pytest.mark.parametrize(
    ("protocol", "name", "since"),
    [
        ("ssh", "timeout", "1.6.0"),
        ("ssh", "terminal-type", "1.0.0"),
        ("kubernetes", "terminal-type", "1.6.1"),
        ("kubernetes", "font-size", "1.1.0"),
        ("kubernetes", "exec-command", "1.4.0"),
        ("vnc", "username", "1.2.0"),
        ("rdp", "username", "<=0.9.10"),
        ("telnet", "func-keys-and-keypad", "main"),
        ("rdp", "gateway-hostname", "0.9.13"),
    ],
)
def test_what_differs_between_protocols_is_kept_apart(protocol: str, name: str, since: str) -> None:
    assert PROTOCOLS[protocol].parameters[name].since == since


@pytest.mark.parametrize("parameter", EVERYTHING, ids=IDS)
def test_every_entry_makes_sense(parameter: Parameter) -> None:
    assert parameter.section in SECTIONS
    assert parameter.help.endswith(".")
    assert len(parameter.help) <= 110
    assert parameter.kind != "enum" or parameter.options
    assert set(parameter.options_since) <= set(parameter.options)
    assert parameter.kind != "enum" or parameter.default in {None, *parameter.options}
    assert parameter.kind != "boolean" or parameter.default is None


def test_offered_tokens_do_what_they_look_like_in_every_release() -> None:
    offering = [parameter for parameter in EVERYTHING if parameter.offers]

    assert {each.name for each in offering} >= {"username", "password", "gateway-username", "sftp-password"}
    for parameter in offering:
        for offer in parameter.offers:
            tokens = list(iter_tokens(offer))
            problems = [
                problem
                for version in RELEASES
                for problem in check_tokens(parameter, offer, version=version, place=Place())
            ]
            assert tokens
            assert all(token.is_replaced for token in tokens)
            assert problems == []


def test_the_password_of_a_person_is_offered_for_passwords_alone() -> None:
    passwords = {each.name for each in EVERYTHING if "${GUAC_PASSWORD}" in each.offers}

    assert passwords == {"password", "gateway-password", "sftp-password"}
    assert {each.offers for each in EVERYTHING if each.secret} <= {(), ("${GUAC_PASSWORD}",)}


def test_what_a_parameter_needs_is_a_parameter_of_the_same_protocol() -> None:
    for protocol in PROTOCOLS.values():
        assert {each.needs for each in protocol.parameters.values()} - {None} <= protocol.parameters.keys()


def test_sections_come_in_one_order_in_every_protocol() -> None:
    order = list(SECTIONS)

    for protocol in PROTOCOLS.values():
        seen = dict.fromkeys(each.section for each in protocol.parameters.values())
        assert [order.index(section) for section in seen] == sorted(order.index(section) for section in seen)


def test_host_and_port_are_shown_first() -> None:
    for protocol in PROTOCOLS.values():
        assert [each.name for each in protocol.parameters.values() if each.essential][:2] == ["hostname", "port"]


def test_the_editor_begins_with_names_and_with_what_is_secret() -> None:
    shown = as_json()

    assert len(json.dumps(shown, separators=(",", ":"))) < 6_000
    assert [len(protocol["parameters"]) for protocol in shown["protocols"].values()] == [46, 90, 53, 37, 34]
    for name, protocol in shown["protocols"].items():
        assert set(protocol["parameters"]) & set(shown["secrets"]) == SECRETS[name]
    assert shown["protocols"]["kubernetes"]["since"] == "1.1.0"
    assert "since" not in shown["protocols"]["ssh"]


def test_what_parameters_are_and_mean_is_apart_and_complete() -> None:
    told = help_as_json()

    for name, protocol in PROTOCOLS.items():
        assert set(told["own"][name]) <= set(protocol.parameters)
        for parameter in protocol.parameters.values():
            entry = told["parameters"][parameter.name] | told["own"][name].get(parameter.name, {})
            assert (entry["help"], entry["kind"]) == (parameter.help, parameter.kind)
            assert tuple(entry.get("offers", ())) == parameter.offers
            assert tuple(entry.get("options", ())) == parameter.options


def test_the_editor_hears_of_a_version_only_where_a_lab_can_be_for_an_older_one() -> None:
    parameters = help_as_json()["parameters"]

    told = {entry["since"] for entry in parameters.values() if "since" in entry}

    assert told <= {*RELEASES[1:], "main"}
    assert "since" not in parameters["sftp-root-directory"]
    assert parameters["timeout"]["since"] == "1.6.0"


def test_the_catalogue_needs_neither_pydantic_nor_networkx() -> None:
    code = "import sys, labmapper.core.guacamole.parameters; print(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert "labmapper.core.guacamole.catalogue" in loaded
    assert not {"pydantic", "networkx"}.intersection(loaded)
