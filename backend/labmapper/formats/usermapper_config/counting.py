"""Hosts that count beside their ports, though nobody has said so: often one host with many ports is meant."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from labmapper.core.lab.numbering import build_pattern
from labmapper.core.lab.places import parameter_place
from labmapper.core.lab.structure import DeviceType
from labmapper.core.problems import Problem
from labmapper.core.yaml.sections import Section

_NUMBER_AT_END = re.compile(r"[0-9]+\Z")
_NOTHING = build_pattern([])


def check_hosts(sections: Mapping[str, Section], devices: tuple[DeviceType, ...]) -> Iterator[Problem]:
    """Yield each stack whose host and port both count up, where no other has a host beside its.

    *sections* are those of all types, by path. A host counts unasked where it is a prefix and a suffix.
    """
    counting = [device for device in devices if device.quantity > 1 and _counts(device, "hostname")]
    suspects = [device for device in counting if _counts(device, "port")]
    neighbours = Counter(_find_kin(device) for device in devices) if suspects else Counter()
    for device in suspects:
        section = sections[f"devices.{device.name}"]
        is_said = section.enter("patterns").has("hostname") or section.enter("copies").has("hostname")
        if not is_said and neighbours[_find_kin(device)] == 1:
            first, last = (_render(device, n) for n in (device.numbers[0], device.numbers[-1]))
            place = parameter_place(device, "hostname")
            yield Problem.warning("host-counts-beside-port", place, variant="written", first=first, last=last)


def _counts(device: DeviceType, name: str) -> bool:
    value = device.find_parameter(name) or _NOTHING
    return value.has("n") and not value.listed


def _find_kin(device: DeviceType) -> str:
    """Return what the hosts beside that of *device* begin with: an address without its last number."""
    host = device.find_parameter("hostname") or _NOTHING
    return _NUMBER_AT_END.sub("", host.render(device.first))


def _render(device: DeviceType, n: int) -> str:
    return ":".join((device.find_parameter(name) or _NOTHING).render(n) for name in ("hostname", "port"))
