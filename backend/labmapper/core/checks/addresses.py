"""Addresses: every number stays in its octet, and two devices share no address by accident."""

import ipaddress
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from labmapper.core.checks.targets import get_appearance
from labmapper.core.guacamole.hosts import (
    HOST_PARAMETERS,
    HostParameter,
    IntendedHost,
    find_intended_host,
    is_three_octets,
)
from labmapper.core.guacamole.tokens import find_tokens
from labmapper.core.lab.copies import carry
from labmapper.core.lab.numbering import Pattern, find_unknown_placeholders
from labmapper.core.lab.places import parameter_place
from labmapper.core.lab.structure import DeviceType, Lab
from labmapper.core.problems import Place, Problem

_OCTET = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})"
_IPV4 = re.compile(rf"0*{_OCTET}(?:\.0*{_OCTET}){{3}}\Z")
_USUAL_OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_ORDINARY = re.compile(rf"{_USUAL_OCTET}(?:\.{_USUAL_OCTET}){{3}}\Z")
_LOOKS_LIKE_IPV4 = re.compile(r"-?[0-9]+(\.-?[0-9]+){3}\Z")
_LOOKS_LIKE_IPV6 = re.compile(r"[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*\Z")
_LEADING_ZERO = re.compile(r"(?:\A|\.)0[0-9]")
_BLANK = re.compile(r"\s")
_BRACE = re.compile("[{}]")


def check_addresses(lab: Lab) -> Iterator[Problem]:
    """Yield what is wrong with the host names and addresses in *lab*, each by itself."""
    sizes = {users.name: [person.pod or 0 for person in users.iter_people()] for users in lab.users}
    for device in lab.devices:
        pods = sizes.get(device.pod or "", [0]) or [0]
        given = dict(device.parameters)
        for parameter in HOST_PARAMETERS:
            host = given.get(parameter.name)
            if host is not None and not has_ordinary_address(device, host):
                place = parameter_place(device, parameter.name)
                yield from _check_range(device, host, place, (min(pods), max(pods)))
                yield from _check_spelling(device, host, place)
                yield from _check_host(device, host, place, parameter)


def has_ordinary_address(device: DeviceType, host: Pattern) -> bool:
    """Return whether all devices have usual addresses, with which nothing can be wrong: the first and the last show it."""
    if host.listed or host.mentions("pod") or not device.quantity:
        return False
    if not _ORDINARY.match(host.render(device.first)):
        return False
    return device.quantity == 1 or _ORDINARY.match(host.render(device.numbers[-1])) is not None


def _check_range(device: DeviceType, hostname: Pattern, place: Place, pods: tuple[int, int]) -> Iterator[Problem]:
    """The first and the last number show whether any leaves its octet; the device that is named is one that has it."""
    if not device.quantity:
        return
    for n, pod in device.list_ends(pods):
        host = hostname.render(n, pod)
        if _is_broken_address(host):
            yield _tell_broken(device, hostname, place, (n, pod))
            return


def _tell_broken(device: DeviceType, hostname: Pattern, place: Place, copy: tuple[int, int]) -> Problem:
    """Return the problem of an address that leaves its octet, with the one it may carry to where that is possible."""
    facts = {"device": device.names.render(*copy), "host": hostname.render(*copy)}
    carried = carry(hostname, device.numbers)
    if carried is None:
        return Problem.error("address-out-of-range", place, **facts)
    return Problem.error("address-out-of-range", place, variant="carries", **facts, next=carried.render(*copy))


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
    hosts = _list_written(device, hostname)
    zero = next((host for host in hosts if _LEADING_ZERO.search(host) and _LOOKS_LIKE_IPV4.match(host)), None)
    if zero is not None:
        yield Problem.warning("address-leading-zero", place, host=zero)
    # Where something else stands behind the blank, such as a port, that is told: without the blank it would be another host.
    blank = next((host for host in hosts if _BLANK.search(host) and find_intended_host(host) is None), None)
    if blank is not None:
        yield Problem.error("address-blank", place, host=blank)
    yield from _check_braces(hostname, hosts, place)


def _check_braces(hostname: Pattern, hosts: Sequence[str], place: Place) -> Iterator[Problem]:
    """Yield what stands in braces and is no placeholder, and else a brace that is left over; no host has one."""
    unknown = [each for text in hostname.iter_texts() for each in find_unknown_placeholders(text)]
    for each in unknown:
        yield Problem.error("placeholder-unknown", place, variant="host", placeholder=each)
    left = next((host for host in hosts if _BRACE.search(host) and not find_tokens(host)), None)
    if left is None or unknown:
        return
    if hostname.listed:
        yield Problem.error("placeholder-unknown", place, variant="host-listed", host=left)
    else:
        yield Problem.error("placeholder-unknown", place, variant="host-brace", host=left)


def _check_host(device: DeviceType, hostname: Pattern, place: Place, parameter: HostParameter) -> Iterator[Problem]:
    """Yield a problem where more than a host is written; a host with a token is known only when somebody connects."""
    hosts = [host for host in _list_written(device, hostname, 1) if not find_tokens(host)]
    wrong = next(((host, meant) for host in hosts if (meant := parameter.find_intended_host(host))), None)
    if wrong is not None:
        yield _tell_meant(*wrong, place, parameter)
        return
    three = next((host for host in hosts if is_three_octets(host)), None)
    if three is not None:
        yield Problem.warning("address-of-three", place, host=three)


def _list_written(device: DeviceType, hostname: Pattern, pod: int = 0) -> Sequence[str]:
    """Return the host of the first device, or all of a list."""
    return hostname.listed.values if hostname.listed else (hostname.render(device.first, pod),)


def _tell_meant(written: str, meant: IntendedHost, place: Place, parameter: HostParameter) -> Problem:
    """Return the problem of a host that is none, with what belongs where; what has no field of its own is not told."""
    port, user = meant.port if parameter.port else "", meant.user if parameter.user else ""
    beside = "".join(part for part, value in (("-port", port), ("-user", user)) if value)
    facts = {"written": written, "host": meant.host, "port": port, "user": user}
    if parameter.name == "hostname":
        return Problem.error("host-is-none", place, variant=f"{meant.what}{beside}", **facts)
    facts |= {"name": parameter.name, "port_name": parameter.port, "user_name": parameter.user}
    return Problem.error("host-is-none", place, variant=f"{meant.what}-other{beside}", **facts)


def check_shared(lab: Lab) -> Iterator[Problem]:
    """Yield what two connections in *lab* open; copies of a pod are looked at by ``check_pods``."""
    holders: dict[tuple[tuple[str, str], ...], tuple[DeviceType, int]] = {}
    told: set[tuple[str, str]] = set()
    for device, hostname in _list_meeting(lab):
        target = get_appearance(device)
        if any(value.has("pod") for _, value in target):
            continue
        for n in device.numbers:
            key = tuple([(name, value.render(n)) for name, value in target])
            other, m = holders.get(key, (None, 0))
            holders[key] = (device, n)
            if other is None or (other.name, device.name) in told:
                continue
            told.add((other.name, device.name))
            host = hostname.render(n)
            if host:
                place, names = parameter_place(device, "hostname"), (other.names.render(m), device.names.render(n))
                yield Problem.warning("address-shared", place, first=names[0], second=names[1], host=host)


def _list_meeting(lab: Lab) -> list[tuple[DeviceType, Pattern]]:
    """Return the device types of which one has the host of another one, each with its hosts: hardly any has."""
    hosts = [
        (device, hostname) for device in lab.devices if (hostname := device.find_parameter("hostname")) is not None
    ]
    counts = Counter(hostname.render(n) for device, hostname in hosts for n in device.numbers)
    if len(counts) == counts.total():
        return []
    return [each for each in hosts if any(counts[each[1].render(n)] > 1 for n in each[0].numbers)]
