"""Gives the devices of a file their addresses, as the options say: pasted, by a rule, or the host of the emulator."""

from collections.abc import Iterator
from itertools import accumulate

from labmapper.core.lab.numbering import (
    Field,
    Pattern,
    build_literal,
    build_pattern,
    find_unknown_placeholders,
    parse_pattern,
    rebase,
)
from labmapper.core.lab.spelling import render_pattern, spell_counted
from labmapper.core.problems import Problem
from labmapper.formats.options import Values
from labmapper.formats.topology.findings import Findings, shorten
from labmapper.formats.topology.model import Console, Device
from labmapper.formats.topology.options import LEAVE_OUT

_NAME = "{name}"
# No address is longer, however often a rule repeats a long name.
_LONGEST_ADDRESS = 1_000
_LOGIN = ("username", "password", "private-key", "passphrase")
# So many devices are named in one sentence.
_NAMED = 10


def apply_options(devices: list[Device], values: Values, findings: Findings) -> None:
    """Fill in the consoles of *devices* as *values* say, and tell what is missing still and what was assumed."""
    open_to = [device for device in devices if device.consoles and device.role != "network"]
    _set_addresses(open_to, values, findings)
    if values.get("missing") == LEAVE_OUT:
        for device in open_to:
            device.consoles = [console for console in device.consoles if console.host]
    _tell_missing(open_to, findings)
    for device in open_to:
        if values.get("logins") is False:
            _drop_logins(device)
    _tell_logins(open_to, findings)


def _set_addresses(devices: list[Device], values: Values, findings: Findings) -> None:
    host = str(values.get("host", "")).strip()
    pasted = _read_column(str(values.get("addresses", "")), devices, findings)
    ruled = dict(_apply_rule(str(values.get("rule", "")).strip(), devices, findings))
    for place, device in enumerate(devices):
        if host:
            _set_host(device, host)
        if place in pasted:
            _set_own(device, pasted[place], replaces=True)
        elif place in ruled:
            _set_own(device, ruled[place], replaces=False)


def _set_host(device: Device, host: str) -> None:
    """Let the consoles of *device* that are at the emulator's host be at *host*, which is one for all of a stack."""
    still = host if device.count == 1 else spell_counted(build_literal(host), range(1, device.count + 1))
    for console in device.consoles:
        if console.is_at_host and not console.host:
            console.host, console.is_typed = still, True


def _set_own(device: Device, address: str, *, replaces: bool) -> None:
    """Give *device* its own *address*; where it has consoles at the emulator's host only, it is reached by SSH instead."""
    own = [console for console in device.consoles if not console.is_at_host]
    for console in own:
        if replaces or not console.host:
            console.host, console.is_typed = address, True
    if not own and (replaces or any(not console.host for console in device.consoles)):
        known = [console for console in device.consoles if console.host]
        device.consoles = [Console("ssh", address, is_typed=True), *known]


def _read_column(text: str, devices: list[Device], findings: Findings) -> dict[int, str]:
    """Return the addresses in the column *text* by the places of the devices that they belong to."""
    rows = [line.replace(",", " ").replace(";", " ").replace("\t", " ").split() for line in text.splitlines()]
    places = {device.name.casefold(): place for place, device in reversed(list(enumerate(devices)))}
    if any(len(row) > 1 for row in rows):
        return dict(_match_names(rows, places, findings))
    given = [row[0] if row else "" for row in rows]
    if len(given) > len(devices):
        findings.add(Problem.warning("import-address", variant="too-many", given=len(given), devices=len(devices)))
    return {place: address for place, address in enumerate(given[: len(devices)]) if address}


def _match_names(rows: list[list[str]], places: dict[str, int], findings: Findings) -> Iterator[tuple[int, str]]:
    """Yield the places of devices with their addresses; names may have blanks in them, addresses have none."""
    for position, row in enumerate(rows, start=1):
        name = " ".join(row[:-1])
        if name and name.casefold() in places:
            yield places[name.casefold()], row[-1]
        elif row:
            shown = shorten(name or row[0])
            findings.add(Problem.warning("import-address", variant="unknown", position=position, name=shown))


def _apply_rule(rule: str, devices: list[Device], findings: Findings) -> Iterator[tuple[int, str]]:
    """Yield the address of each of *devices* by *rule*, in which ``n`` counts them and ``pod`` stays as it is."""
    if not rule:
        return
    for placeholder in find_unknown_placeholders(rule.replace(_NAME, "")):
        findings.add(Problem.warning("import-address", variant="rule", placeholder=placeholder))
    numbers = accumulate((device.count for device in devices), initial=1)
    pattern = parse_pattern(rule.replace(_NAME, "\0"))
    for place, (device, number) in enumerate(zip(devices, numbers, strict=False)):
        counted = rebase(pattern, number - 1) if device.count > 1 else _count(pattern, number)
        yield place, render_pattern(counted).replace("\0", _as_host(device))[:_LONGEST_ADDRESS]


def _count(pattern: Pattern, number: int) -> Pattern:
    """Return *pattern* for device *number*; what counts by pod stays open."""
    return build_pattern(
        part.render(number) if isinstance(part, Field) and part.variable == "n" else part for part in pattern.parts
    )


def _as_host(device: Device) -> str:
    """Return the name of *device* as a part of a host's name: what cannot stand there becomes a hyphen."""
    signs = "-._" if device.count == 1 else "-._{}+*:"
    return "".join(each if each.isalnum() or each in signs else "-" for each in device.name.strip().lower())


def _tell_missing(devices: list[Device], findings: Findings) -> None:
    lacking = [device for device in devices if any(not console.host for console in device.consoles)]
    at_host = [device for device in lacking if any(each.is_at_host and not each.host for each in device.consoles)]
    own = [device for device in lacking if any(not each.is_at_host and not each.host for each in device.consoles)]
    if at_host:
        names = _list_names(at_host)
        findings.add(Problem.warning("import-without-address", variant="host", count=len(at_host), devices=names))
    if own:
        names = _list_names(own)
        findings.add(Problem.warning("import-without-address", variant="device", count=len(own), devices=names))


def _drop_logins(device: Device) -> None:
    for console in device.consoles:
        if console.has_default_login:
            console.has_default_login = False
            console.parameters = {name: value for name, value in console.parameters.items() if name not in _LOGIN}


def _tell_logins(devices: list[Device], findings: Findings) -> None:
    """Tell which log-ins are documented defaults; passwords that everybody can look up are said as they are."""
    by_login: dict[str, list[Device]] = {}
    for device in devices:
        for console in device.consoles:
            if console.has_default_login:
                parameters = console.parameters
                login = f"{parameters.get('username', '')} / {parameters.get('password', '')}"
                known = by_login.setdefault(login, [])
                if not known or known[-1] is not device:
                    known.append(device)
    for login, found in by_login.items():
        names = _list_names(found)
        findings.add(Problem.warning("import-default-login", login=login, count=len(found), devices=names))


def _list_names(devices: list[Device]) -> str:
    shown = ", ".join(shorten(device.name) for device in devices[:_NAMED])
    return f"{shown}, …" if len(devices) > _NAMED else shown
