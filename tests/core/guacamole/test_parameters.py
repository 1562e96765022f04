"""Parameters of connections: which there are, since when, and which need others."""

import pytest

from labmapper.core.guacamole.catalogue import PROTOCOLS
from labmapper.core.guacamole.parameters import check_parameters
from labmapper.core.guacamole.versions import RELEASES
from labmapper.core.problems import Place
from support.guacamole.parameters import ENOUGH, check, check_exactly, tell


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_the_least_that_a_protocol_needs_is_enough(protocol: str) -> None:
    assert check(protocol) == []


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_an_empty_value_means_the_standard(protocol: str) -> None:
    names = [name for name in PROTOCOLS[protocol].parameters if name not in ENOUGH[protocol]]

    problems = check_exactly(protocol, ENOUGH[protocol] | dict.fromkeys(names, ""))

    assert problems == []


@pytest.mark.parametrize(
    ("protocol", "hint"),
    [("SSH", "Write ssh."), (" ssh\n", "Write ssh."), ("telnt", "Write telnet."), ("$1", "Choose")],
)
def test_an_unknown_protocol_is_an_error_with_the_nearest_one(protocol: str, hint: str) -> None:
    (problem,) = check(protocol, hostname="h")

    assert tell([problem]) == [("error", "protocol-unknown", "protocol")]
    assert problem.hint.startswith(hint)


def test_a_missing_protocol_is_an_error() -> None:
    assert tell(check("", hostname="h")) == [("error", "protocol-missing", "protocol")]


def test_a_protocol_that_the_release_lacks_is_an_error() -> None:
    assert tell(check("kubernetes", "1.0.0"))[0] == ("error", "protocol-newer", "protocol")
    assert check("kubernetes", "1.1.0") == []


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("pasword", "Did you mean password?"),
        ("Port", "Did you mean port?"),
        ("private_key", "Did you mean private-key?"),
        (" username ", "Did you mean username?"),
        ("zzz", "Delete it"),
        ("", "Delete it"),
    ],
)
def test_an_unknown_parameter_is_a_warning_with_the_nearest_one(name: str, hint: str) -> None:
    (problem,) = check_exactly("ssh", ENOUGH["ssh"] | {name: "x"})

    assert tell([problem]) == [("warning", "parameter-unknown", name)]
    assert problem.hint.startswith(hint)


def test_a_parameter_of_another_protocol_is_named_as_such() -> None:
    (problem,) = check("ssh", domain="LAB")

    assert tell([problem]) == [("warning", "parameter-elsewhere", "domain")]
    assert "RDP" in problem.message


def test_a_parameter_that_comes_twice_is_an_error() -> None:
    pairs = [("hostname", "a"), ("username", "one"), ("username", "two")]

    problems = list(check_parameters("ssh", pairs, version="1.6.0", locate=lambda name: Place(field=name)))

    assert tell(problems) == [("error", "parameter-repeated", "username")]


def test_an_option_newer_than_the_release_is_a_warning() -> None:
    assert check("rdp", server_layout="cs-cz-qwertz") == []
    assert tell(check("rdp", "1.5.5", server_layout="cs-cz-qwertz")) == [
        ("warning", "parameter-newer", "server-layout")
    ]


@pytest.mark.parametrize(
    ("version", "name", "value"), [("1.5.5", "timeout", "10"), ("1.6.0", "func-keys-and-keypad", "esc")]
)
def test_a_parameter_newer_than_the_release_is_a_warning(version: str, name: str, value: str) -> None:
    assert tell(check("ssh", version, **{name: value})) == [("warning", "parameter-newer", name)]


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_protocol_needs_a_hostname(protocol: str) -> None:
    problems = check_exactly(protocol, ENOUGH[protocol] | {"hostname": ""})

    assert tell(problems) == [("error", "parameter-missing", "hostname")]


def test_vnc_needs_a_port_and_kubernetes_a_pod() -> None:
    assert tell(check_exactly("vnc", {"hostname": "h"})) == [("error", "parameter-missing", "port")]
    assert tell(check_exactly("kubernetes", {"hostname": "h"})) == [("error", "parameter-missing", "pod")]


def test_vnc_that_waits_to_be_called_needs_no_hostname() -> None:
    waiting = {"port": "5500", "reverse-connect": "true"}

    assert check_exactly("vnc", waiting) == []
    assert tell(check_exactly("vnc", waiting | {"reverse-connect": "false"})) == [
        ("error", "parameter-missing", "hostname")
    ]


def test_a_parameter_without_the_one_it_needs_is_a_warning() -> None:
    assert tell(check("ssh", recording_name="r")) == [("warning", "parameter-unused", "recording-name")]
    assert tell(check("kubernetes", client_cert="PEM")) == [("warning", "parameter-unused", "client-cert")]
    assert check("ssh", recording_name="r", recording_path="/rec") == []
    assert check("kubernetes", client_cert="PEM", use_ssl="true") == []


def test_who_has_switched_a_thing_off_hears_nothing_about_the_rest_of_it() -> None:
    assert check("ssh", wol_send_packet="false", wol_mac_addr="00:11:22:33:44:55") == []
    assert check("ssh", recording_include_keys="false") == []


def test_a_value_with_a_token_is_known_only_at_connect_time() -> None:
    assert check("rdp", port="${GUAC_USERNAME}", ignore_cert="${FROM_VAULT}", width="${A}0") == []
    assert tell(check("rdp", port="$${GUAC_USERNAME}")) == [("error", "port-invalid", "port")]


@pytest.mark.parametrize(
    ("value", "version", "expected"),
    [
        ("${GUAC_USERNAME}", "1.6.0", []),
        ("${GUAC_USERNAME}-${GUAC_DATE}", "1.6.0", []),
        ("${LDAP_PASSWORD} ${KEEPER_USER_LOGIN} ${x}", "1.6.0", []),
        ("$${GUAC_USERNAME} $${guac_username}", "1.6.0", []),
        ("${GUAC_USERNAME:UPPER}", "1.3.0", []),
        ("${GUAC_USERNAME:UPPER}", "1.2.0", [("warning", "parameter-newer")]),
        ("${GUAC_PASSWORD:OPTIONAL}", "1.6.1", [("warning", "parameter-newer")]),
        ("${GUAC_USERNAME:upper}", "1.6.0", [("warning", "token-modifier-unknown")]),
        ("${GUAC_USERNAME:UPPER}-${GUAC_DATE}", "1.6.0", [("error", "token-loses-text")]),
        ("${OTHER:UPPER}-${GUAC_DATE}", "1.6.0", []),
        ("${GUAC_USERNAME}${GUAC_DATE}", "1.6.0", [("warning", "token-not-replaced")]),
        ("x\n${GUAC_DATE}", "1.6.0", [("warning", "token-not-replaced")]),
        ("x\n ${GUAC_DATE}", "1.6.0", [("error", "token-loses-lines")]),
        ("x\n ${ANY}", "1.6.0", [("error", "token-loses-lines")]),
        ("x\n $${ANY}", "1.6.0", [("error", "token-loses-lines")]),
        ("${GUAC_USER}", "1.6.0", [("warning", "token-misspelt")]),
        ("${guac_username}", "1.6.0", [("warning", "token-misspelt")]),
        ("${USERNAME}", "1.6.0", [("warning", "token-misspelt")]),
        ("${GUAC_FOO}", "1.6.0", [("warning", "token-misspelt")]),
        ("$GUAC_USERNAME", "1.6.0", [("warning", "token-misspelt")]),
        ("{GUAC_USERNAME}", "1.6.0", [("warning", "token-misspelt")]),
        ("${ GUAC_USERNAME }", "1.6.0", [("warning", "token-misspelt")]),
        ("x ${GUAC_USERNAME", "1.6.0", [("warning", "token-misspelt")]),
        ("$(GUAC_DATE)", "1.6.0", [("warning", "token-misspelt")]),
        ("%GUAC_DATE%", "1.6.0", [("warning", "token-misspelt")]),
        ("the GUAC_DATE of $GUAC", "1.6.0", []),
    ],
)
def test_tokens_that_do_not_do_what_they_look_like_are_told(
    value: str, version: str, expected: list[tuple[str, str]]
) -> None:
    assert [(problem.severity, problem.code) for problem in check("ssh", version, command=value)] == expected


def test_a_misspelt_token_gets_the_nearest_name() -> None:
    (problem,) = check("ssh", command="${GUAC_USRNAME}")

    assert problem.hint == "Did you mean ${GUAC_USERNAME}?"


def test_a_secret_that_is_a_token_is_meant_and_one_that_holds_a_token_is_told() -> None:
    assert check("ssh", password="${GUAC_PASSWORD}") == []

    (problem,) = check("ssh", password="pa${GUAC_USERNAME}ss")

    assert tell([problem]) == [("warning", "token-in-secret", "password")]
    assert "$${GUAC_USERNAME}" in problem.hint
    assert check("ssh", password="pa$${GUAC_USERNAME}ss") == []


# When guacd got what it did not always have.
NEWER_OPTIONS = {
    ("security", "nla-ext"): "1.1.0",
    ("security", "vmconnect"): "1.2.0",
    ("server-layout", "da-dk-qwerty"): "1.1.0",
    ("server-layout", "de-ch-qwertz"): "1.1.0",
    ("server-layout", "es-latam-qwerty"): "1.2.0",
    ("server-layout", "fr-be-azerty"): "1.2.0",
    ("server-layout", "hu-hu-qwertz"): "1.2.0",
    ("server-layout", "no-no-qwerty"): "1.4.0",
    ("server-layout", "pl-pl-qwerty"): "1.5.5",
}


@pytest.mark.parametrize(("option", "since"), NEWER_OPTIONS.items(), ids=str)
def test_an_option_is_told_in_every_release_before_it_came(option: tuple[str, str], since: str) -> None:
    name, value = option

    told = {version for version in RELEASES if check("rdp", version, **{name: value})}

    assert told == set(RELEASES[: RELEASES.index(since)])


def test_the_standard_of_the_colour_depth_depends_on_the_release_so_none_is_shown() -> None:
    depth = PROTOCOLS["rdp"].parameters["color-depth"]

    assert depth.default is None
    assert all(word in depth.help for word in ("32", "16", "1.5.5", "disable-gfx"))


@pytest.mark.parametrize("token", ["${HISTORY_PATH}", "${HISTORY_UUID}", "${history_uuid}"])
def test_a_token_that_only_databases_have_is_a_warning(token: str) -> None:
    assert tell(check("ssh", recording_path=f"/rec/{token}")) == [("warning", "token-of-databases", "recording-path")]
    assert check("ssh", recording_path=f"/rec/${token}") == []


@pytest.mark.parametrize("version", ["1.0.0", "1.2.0"])
def test_before_there_were_modifiers_a_token_with_a_colon_is_plain_text(version: str) -> None:
    assert tell(check("ssh", version, command="${GUAC_USERNAME:LOWER}")) == [("warning", "parameter-newer", "command")]
    assert tell(check("ssh", "1.3.0", command="a ${GUAC_USERNAME:x} } b")) == [("error", "token-loses-text", "command")]
    assert check("ssh", version, command="a ${GUAC_USERNAME:x} } b") == []
