"""Who leaves out what is ordinary finds what is found of all devices."""

from dataclasses import replace
from itertools import product

import pytest

from labmapper.core.checks import ordinary
from labmapper.core.checks.addresses import check_addresses
from labmapper.core.checks.class_safety import check_class_safety
from labmapper.core.checks.copies import check_copies
from labmapper.core.checks.log_ins import check_log_ins
from labmapper.core.checks.names import check_names
from labmapper.core.checks.page_names import check_page_names
from labmapper.core.checks.parameters import check_connections
from labmapper.core.checks.pods import check_outside_pods
from labmapper.core.checks.text import check_text
from labmapper.core.guacamole.versions import RELEASES
from labmapper.core.lab.numbering import parse_counted, parse_first, parse_pattern
from labmapper.core.lab.structure import DeviceType, FixedPassword, Lab, UserType

ALONE = (
    check_text,
    check_names,
    check_log_ins,
    check_page_names,
    check_copies,
    check_addresses,
    check_connections,
    check_outside_pods,
    check_class_safety,
)
NAMES = ("R1", "core-switch", "1", "-R", "R 1", "R{n}", "R{pod}", "..", "R\x01", "Ré", "")
HOSTS = (
    "10.0.0.1",
    "8.8.8.8",
    "010.0.0.1",
    "10.0.0.256",
    "10.0.{pod}.1",
    "pc1",
    "10.0.0",
    "http://pc1",
    "\u200b10.0.0.1",
    "",
)
PROTOCOLS = ("ssh", "telnet", "vnc", "no such protocol")
USERS = UserType("students", parse_pattern("s{n}"), 1, 3, FixedPassword("x"))


def build(name: str, host: str, protocol: str, quantity: int = 1) -> DeviceType:
    names, first = parse_first(name)
    parameters = (("protocol", parse_pattern(protocol)), ("hostname", parse_counted(host, first)))
    return DeviceType(f"{name} {host} {protocol} {quantity}", names, first, quantity, parameters)


@pytest.mark.parametrize("release", RELEASES)
def test_each_check_finds_the_same_without_the_ordinary(release: str) -> None:
    devices = tuple(build(*values) for values in product(NAMES, HOSTS, PROTOCOLS, (0, 1, 2)))
    lab = Lab((USERS,), devices, release)

    left = ordinary.leave_out_ordinary(lab)

    assert 0 < len(left.devices) < len(devices)
    for check in ALONE:
        assert list(check(left)) == list(check(lab)), check.__name__


def test_what_a_default_or_a_pod_changes_is_looked_at() -> None:
    plain = build("R1", "10.0.0.1", "ssh")
    more = DeviceType("more", plain.names, 1, 1, (*plain.parameters, ("port", parse_pattern("22"))))
    in_pod = DeviceType("pod", plain.names, 1, 1, plain.parameters, "students")

    assert ordinary.leave_out_ordinary(Lab((USERS,), (plain, more, in_pod))).devices == (more, in_pod)


def test_a_device_that_was_ordinary_is_looked_at_again_once_it_has_changed() -> None:
    plain = build("R1", "10.0.0.1", "ssh")
    assert ordinary.is_ordinary(plain)

    changed = replace(plain, names=parse_pattern("R 1"))

    assert not ordinary.is_ordinary(changed)
    assert ordinary.is_ordinary(plain)
