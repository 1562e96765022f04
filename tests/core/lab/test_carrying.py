"""Addresses that carry: counted up as a whole, where somebody asked for it, and an error of the octet where nobody did."""

import ipaddress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labmapper.core.lab.copies import carry
from labmapper.core.lab.listed import CarriedAddresses
from labmapper.core.lab.numbering import parse_counted
from labmapper.core.pipeline import Compilation
from support.labs.hostile import alice, build, complain, draw, router


def compile_hosts(count: int, **connection: Any) -> Compilation:
    return build(draw(alice(), devices=[router("PC1", protocol="rdp", **connection) | {"count": count}]))


def test_five_hundred_machines_carry_into_the_next_octet_when_asked() -> None:
    compilation = compile_hosts(500, host="10.0.0.1", copies={"hostname": "carries"})

    assert compilation.is_sound
    hosts = compilation.lab.devices[0].find_parameter("hostname")
    assert hosts is not None
    assert [hosts.render(n) for n in (1, 255, 256, 500)] == ["10.0.0.1", "10.0.0.255", "10.0.1.0", "10.0.1.244"]


def test_without_asking_it_stays_an_error_that_says_where_it_would_carry_to() -> None:
    drawing = draw(alice(), devices=[router("PC1", host="10.0.0.1") | {"count": 500}])

    problem = complain(drawing)["address-out-of-range"]

    assert problem.is_error
    assert problem.facts == {"device": "PC500", "host": "10.0.0.500", "next": "10.0.1.244"}
    assert "PC500 then gets 10.0.1.244" in problem.hint


@pytest.mark.parametrize(
    "host", ["pc1", "10.0.0", "10.0.0.01", "10.0.{n}.1", "10.0.{pod}.1", "255.255.255.255", "fe80::1"]
)
def test_what_cannot_carry_counts_as_it_always_did(host: str) -> None:
    carried, counted = (compile_hosts(2, host=host, copies={"hostname": mode}) for mode in ("carries", "counts"))

    assert carried.lab.devices[0].parameters == counted.lab.devices[0].parameters


def test_other_hosts_carry_too() -> None:
    parameters = {"gateway-hostname": "10.0.0.255"}
    compilation = compile_hosts(2, host="a1", parameters=parameters, copies={"gateway-hostname": "carries"})

    gateway = compilation.lab.devices[0].find_parameter("gateway-hostname")
    assert gateway is not None
    assert [gateway.render(n) for n in (1, 2)] == ["10.0.0.255", "10.0.1.0"]


@given(st.integers(0, 2**32 - 1), st.integers(1, 100_000), st.integers(0, 99))
def test_each_address_is_one_more_than_the_one_before(start: int, count: int, first: int) -> None:
    address = ipaddress.IPv4Address(start)
    carried = carry(parse_counted(str(address), first), range(first, first + count))

    if start + count > 2**32:
        assert carried is None
    else:
        assert carried is not None
        assert {n: carried.render(first + n) for n in (0, count - 1)} == {n: str(address + n) for n in (0, count - 1)}


def test_a_list_of_addresses_takes_no_room() -> None:
    addresses = CarriedAddresses(ipaddress.IPv4Address("10.0.0.250"), 100_000)

    assert len(addresses) == len(list(addresses)) == 100_000
    assert addresses[4:8] == ("10.0.0.254", "10.0.0.255", "10.0.1.0", "10.0.1.1")
    assert addresses[-1] == "10.1.135.153"
