"""Addresses: every number stays in its octet, and two devices share no address by accident."""

import ipaddress
import re
from collections.abc import Iterator

from labmapper.core.checks.targets import get_appearance
from labmapper.core.guacamole.hosts import HOST_PARAMETERS, HostParameter, Meant, is_three_octets
from labmapper.core.guacamole.tokens import find_tokens
from labmapper.core.lab.numbering import Field, Pattern, find_unknown_placeholders
from labmapper.core.lab.places import parameter_place
from labmapper.core.lab.structure import DeviceType, Lab
from labmapper.core.problems import Place, Problem

_OCTET = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})"
_IPV4 = re.compile(rf"0*{_OCTET}(?:\.0*{_OCTET}){{3}}\Z")
_LOOKS_LIKE_IPV4 = re.compile(r"-?[0-9]+(\.-?[0-9]+){3}\Z")
_LOOKS_LIKE_IPV6 = re.compile(r"[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*\Z")
_LEADING_ZERO = re.compile(r"(?:\A|\.)0[0-9]")
_BLANK = re.compile(r"\s")


def check_addresses(lab: Lab) -> Iterator[Problem]:
    """Yield what is wrong with the host names and addresses in *lab*."""
    sizes = {users.name: [person.pod or 0 for person in users.iter_people()] for users in lab.users}
    for device in lab.devices:
        pods = sizes.get(device.pod or "", [0]) or [0]
        for parameter in HOST_PARAMETERS:
            host = device.find_parameter(parameter.name)
            if host is not None:
                place = parameter_place(device, parameter.name)
                yield from _check_range(device, host, place, (min(pods), max(pods)))
                yield from _check_spelling(device, host, place)
                yield from _check_host(device, host, place, parameter)
    yield from _check_shared(lab)


def _check_range(device: DeviceType, hostname: Pattern, place: Place, pods: tuple[int, int]) -> Iterator[Problem]:
    """The first and the last number show whether any leaves its octet; the device that is named is one that has it."""
    if not device.quantity:
        return
    for n, pod in device.list_ends(pods):
        host = hostname.render(n, pod)
        if _is_broken_address(host):
            yield Problem.error("address-out-of-range", place, device=device.names.render(n, pod), host=host)
            return


def _is_broken_address(host: str) -> bool:
    """Return whether *host* is meant to be an address and is none; leading zeros are told apart below."""
    if _IPV4.match(host):
        return False
    return _LOOKS_LIKE_IPV4.match(host) is not None or (_LOOKS_LIKE_IPV6.match(host) is not None and not _is_ipv6(host))


def _is_ipv6(host: str) -> bool:
    try:
        ipaddress.IPv6Address(host)
    except ValueError:
        return False
    return True


def _check_spelling(device: DeviceType, hostname: Pattern, place: Place) -> Iterator[Problem]:
    host = hostname.render(device.first)
    if _LEADING_ZERO.search(host) and _LOOKS_LIKE_IPV4.match(host):
        yield Problem.warning("address-leading-zero", place, host=host)
    if _BLANK.search(host):
        yield Problem.error("address-blank", place, host=host)
    for part in hostname.parts:
        for unknown in find_unknown_placeholders(part) if not isinstance(part, Field) else ():
            yield Problem.error("placeholder-unknown", place, variant="host", placeholder=unknown)


def _check_host(device: DeviceType, hostname: Pattern, place: Place, parameter: HostParameter) -> Iterator[Problem]:
    """Yield a problem where more than a host is written; a host with a token is known only when somebody connects."""
    host = hostname.render(device.first, 1)
    if find_tokens(host):
        return
    meant = parameter.find_meant(host)
    if meant:
        yield _tell_meant(host, meant, place, parameter)
    elif is_three_octets(host):
        yield Problem.warning("address-of-three", place, host=host)


def _tell_meant(written: str, meant: Meant, place: Place, parameter: HostParameter) -> Problem:
    """Return the problem of a host that is none, with what belongs where; what has no field of its own is not told."""
    port, user = meant.port if parameter.port else "", meant.user if parameter.user else ""
    beside = "".join(part for part, value in (("-port", port), ("-user", user)) if value)
    facts = {"written": written, "host": meant.host, "port": port, "user": user}
    if parameter.name == "hostname":
        return Problem.error("host-is-none", place, variant=f"{meant.what}{beside}", **facts)
    facts |= {"name": parameter.name, "port_name": parameter.port, "user_name": parameter.user}
    return Problem.error("host-is-none", place, variant=f"{meant.what}-other{beside}", **facts)


def _check_shared(lab: Lab) -> Iterator[Problem]:
    """Copies of a pod are looked at by ``check_pods``; here each target is opened by one connection."""
    holders: dict[tuple[tuple[str, str], ...], tuple[DeviceType, str]] = {}
    told: set[tuple[str, str]] = set()
    for device in lab.devices:
        target = get_appearance(device)
        if device.find_parameter("hostname") is None or any(value.has("pod") for _, value in target):
            continue
        for n in device.numbers:
            key = tuple((name, value.render(n)) for name, value in target)
            name, host = device.names.render(n), dict(device.parameters)["hostname"].render(n)
            other, other_name = holders.get(key, (None, ""))
            holders[key] = (device, name)
            if other is None or (other.name, device.name) in told:
                continue
            told.add((other.name, device.name))
            if host:
                place = parameter_place(device, "hostname")
                yield Problem.warning("address-shared", place, first=other_name, second=name, host=host)
