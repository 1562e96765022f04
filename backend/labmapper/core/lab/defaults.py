"""Defaults: parameters that all connections by a protocol have, unless they say something else, be it nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from labmapper.core.lab.numbering import Pattern, parse_pattern
from labmapper.core.lab.structure import Defaults, DeviceType, Lab
from labmapper.core.problems import NOWHERE, Place, Problem

# What each device has for itself; a default of that name is refused, and left out.
REFUSED = frozenset({"protocol", "hostname", "port"})

# More cannot be set, nor be longer, and all devices together cannot inherit more characters: each is looked at.
MAX_PROTOCOLS = 20
MAX_PARAMETERS = 100
MAX_VALUE = 4_096
MAX_INHERITED = 8_000_000


def apply_defaults(lab: Lab) -> Lab:
    """Return *lab* with its defaults as parameters of each connection, after its own and in the order of the defaults."""
    if not lab.defaults:
        return lab
    sets = {each.protocol: _parse(each) for each in lab.defaults}
    places = {each.protocol: each.places for each in lab.defaults}
    devices = []
    for device in lab.devices:
        protocol = find_protocol(device)
        devices.append(_extend(device, sets[protocol], places[protocol]) if protocol in sets else device)
    return replace(lab, devices=tuple(devices))


def find_protocol(device: DeviceType) -> str | None:
    """Return by which protocol *device* is reached, None where its copies differ in that."""
    protocol = device.find_parameter("protocol")
    return protocol.literal if protocol else ""


def leave_out_inherited(defaults: tuple[Defaults, ...], device: DeviceType) -> DeviceType:
    """Return *device* with what it says itself, for a file that has *defaults*.

    Where its numbers are no longer those that a default counted by, it says all itself.
    """
    if not device.inherited:
        return device
    given = next((_parse(each) for each in defaults if each.protocol == find_protocol(device)), ())
    typed, values = dict(given), dict(device.parameters)
    is_as_typed = all(typed.get(name) == values[name] for name in device.inherited)
    own = (each for each in device.parameters if each[0] not in device.inherited)
    return replace(device, parameters=tuple(own) if is_as_typed else device.parameters, inherited={})


def count_inherited(lab: Lab) -> int:
    """Return how many characters all types of *lab* inherit together."""
    lengths = {each.protocol: {name: len(name) + len(text) for name, text in each.parameters} for each in lab.defaults}
    return sum(
        lengths.get(find_protocol(device) or "", {}).get(name, 0)
        for device in (lab.devices if lengths else ())
        for name in device.inherited
    )


def tell_once(lab: Lab, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield *problems*, and one of a kind at a default, however many devices inherit it."""
    defaults = {place for each in lab.defaults for place in each.places.values()}
    told = set()
    for problem in problems:
        if problem.place in defaults:
            if (problem.code, problem.place) in told:
                continue
            told.add((problem.code, problem.place))
        yield problem


def _parse(defaults: Defaults) -> tuple[tuple[str, Pattern], ...]:
    return tuple((name, parse_pattern(text)) for name, text in defaults.parameters if name not in REFUSED)


def _extend(device: DeviceType, given: tuple[tuple[str, Pattern], ...], places: Mapping[str, Place]) -> DeviceType:
    own = {name for name, _ in device.parameters}
    added = tuple(each for each in given if each[0] not in own)
    inherited = {name: places.get(name, NOWHERE) for name, _ in added}
    return replace(device, parameters=(*device.parameters, *added), inherited=inherited)
