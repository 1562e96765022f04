"""Hosts that are none: what was meant is found in them, and nothing that resolves is refused."""

import ipaddress
import socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labmapper.core.guacamole.hosts import IntendedHost, find_intended_host
from support.labs.hostile import alice, complain, complain_about, draw, router

LABELS = st.from_regex(r"[A-Za-z0-9_]([A-Za-z0-9_-]{0,8}[A-Za-z0-9_])?", fullmatch=True) | st.just("bücher")
NAMES = st.lists(LABELS, min_size=1, max_size=3).map(".".join) | st.just("r1.lab.")
IPV4 = st.ip_addresses(v=4).map(str)
IPV6 = st.ip_addresses(v=6).map(str)
SHORT = st.sampled_from(["127.1", "10.0.1", "167772161", "0x7f000001", "0177.0.0.1", "fe80::1%eth0", "::ffff:10.0.0.1"])

MEANT = {
    "http://10.0.0.1": IntendedHost("scheme", "10.0.0.1"),
    "https://admin@[2001:db8::1]:8443/ui": IntendedHost("scheme", "2001:db8::1", "8443", "admin"),
    "ssh://root@r1.lab:22": IntendedHost("scheme", "r1.lab", "22", "root"),
    "10.0.0.1:22": IntendedHost("port", "10.0.0.1", "22"),
    "[2001:db8::1]:22": IntendedHost("port", "2001:db8::1", "22"),
    "root@10.0.0.1": IntendedHost("user", "10.0.0.1", user="root"),
    "10.0.0.1/24": IntendedHost("path", "10.0.0.1"),
    "[2001:db8::1]": IntendedHost("brackets", "2001:db8::1"),
    "10,0,0,1": IntendedHost("commas", "10.0.0.1"),
    "“10.0.0.1”": IntendedHost("quotes", "10.0.0.1"),
    "'10.0.0.1'": IntendedHost("quotes", "10.0.0.1"),
    "10.0.0.1 2001": IntendedHost("port", "10.0.0.1", "2001"),
    "telnet r1 23": IntendedHost("scheme", "r1", "23"),
    "tcp:10.0.0.1:22": IntendedHost("scheme", "10.0.0.1", "22"),
    "http:\\\\r1\\ui": IntendedHost("scheme", "r1"),
    "ssh -p 22 root@10.0.0.1": IntendedHost("scheme", "10.0.0.1", user="root"),
    "10.0.0.1\u200b": IntendedHost("unseen", "10.0.0.1"),
    "\ufeffr1.lab:22": IntendedHost("unseen", "r1.lab", "22"),
    "//r1": IntendedHost("scheme", "r1"),
    "\\\\r1\\files": IntendedHost("scheme", "r1"),
    "LAB\\pc1": IntendedHost("path", "pc1"),
    "r1:": IntendedHost("port", "r1"),
    "r1:ssh": IntendedHost("port", "r1", "22"),
    "10.0.0.1,": IntendedHost("ends", "10.0.0.1"),
    '"10.0.0.1";': IntendedHost("ends", "10.0.0.1"),
    "10.0.0.1, 10.0.0.2": IntendedHost("several", "10.0.0.1"),
    "10.0.0.1 10.0.0.2": IntendedHost("several", "10.0.0.1"),
    "\uff11\uff10\u30020\uff0e0.1": IntendedHost("wide", "10.0.0.1"),
}


@pytest.mark.parametrize(("written", "meant"), MEANT.items())
def test_what_was_meant_is_told_with_where_it_belongs(written: str, meant: IntendedHost) -> None:
    assert find_intended_host(written) == meant

    problem = complain(draw(alice(), devices=[router(host=written)]))["host-is-none"]
    assert problem.is_error
    assert problem.place.field == "connections.0.host"
    assert {name: problem.facts[name] for name in ("host", "port", "user")} == {
        "host": meant.host,
        "port": meant.port,
        "user": meant.user,
    }
    assert all(part in problem.hint for part in (meant.host, meant.port, meant.user))
    assert "address-blank" not in complain(draw(alice(), devices=[router(host=written)]))


@given(NAMES | IPV4 | IPV6 | SHORT)
def test_what_may_resolve_is_never_refused(host: str) -> None:
    assert find_intended_host(host) is None


@given(st.text("0123456789abx.:%[]/@,-_ \"'", max_size=20))
def test_what_the_resolver_takes_for_an_address_is_never_refused(text: str) -> None:
    try:
        socket.getaddrinfo(text, None, flags=socket.AI_NUMERICHOST)
    except (OSError, UnicodeError):
        return
    assert find_intended_host(text) is None


@given(
    host=NAMES | IPV4 | IPV6,
    port=st.just("") | st.integers(1, 65535).map(str),
    user=st.sampled_from(["", "root", "ann.b"]),
    around=st.tuples(
        st.sampled_from(["", "http://", "ssh://"]), st.sampled_from(["", "/", "/24"]), st.sampled_from(["", '""', "“”"])
    ),
)
def test_whatever_is_written_around_a_host_it_is_found_again(
    host: str, port: str, user: str, around: tuple[str, str, str]
) -> None:
    scheme, path, quotes = around
    inside = f"[{host}]" if ":" in host else host
    written = f"{quotes[:1]}{scheme}{user and f'{user}@'}{inside}{port and f':{port}'}{path}{quotes[-1:]}"

    meant = find_intended_host(written)

    assert (meant is None) == (written == host)
    if meant is not None:
        assert (meant.host, meant.port, meant.user) == (host, port, user)
        assert find_intended_host(meant.host) is None


def test_an_address_that_lacks_a_number_is_a_warning_because_resolvers_do_take_it() -> None:
    assert complain_about(host="10.0.1") == {"address-of-three": "warning"}
    assert ipaddress.IPv4Address(socket.inet_aton("10.0.1")) == ipaddress.IPv4Address("10.0.0.1")
    assert complain_about(host="10.0.0.1") == {}
    assert complain_about(host="127.1") == {}


def test_a_host_with_a_token_is_known_only_when_somebody_connects() -> None:
    assert "host-is-none" not in complain_about(host="${GUAC_USERNAME}:22")


OTHERS = {
    ("rdp", "gateway-hostname"): ("https://ann@gw.lab:443/x", "gateway-port", "gateway-username"),
    ("vnc", "sftp-hostname"): ("ssh://ann@files.lab:22", "sftp-port", "sftp-username"),
    ("vnc", "dest-host"): ("10.0.0.7:5900", "dest-port", ""),
    ("ssh", "wol-broadcast-addr"): ("10.0.0.255/24", "", ""),
}


@pytest.mark.parametrize(("where", "given"), OTHERS.items())
def test_the_other_hosts_of_a_connection_are_checked_as_its_own(
    where: tuple[str, str], given: tuple[str, str, str]
) -> None:
    (protocol, name), (written, port_name, user_name) = where, given

    problem = complain(draw(alice(), devices=[router(protocol=protocol, parameters={name: written})]))["host-is-none"]

    assert problem.is_error
    assert problem.place.field == f"connections.0.parameters.{name}"
    assert (problem.facts["port_name"], problem.facts["user_name"]) == (port_name, user_name)
    assert all(part in problem.hint for part in (f"as {name}", port_name, user_name))


@pytest.mark.parametrize("host", ["10.0.0.300", "10.0.0 .1", "10.0.0.01"])
def test_addresses_of_gateways_are_addresses(host: str) -> None:
    other: Any = {"protocol": "rdp", "parameters": {"gateway-hostname": host}}

    assert complain(draw(alice(), devices=[router(**other)])).keys() == complain_about(host=host).keys()


def test_a_repeater_may_know_its_machines_by_number() -> None:
    assert "host-is-none" not in complain_about(protocol="vnc", parameters={"dest-host": "ID:1234"})
