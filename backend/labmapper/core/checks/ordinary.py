"""Ordinary devices, which are nearly all of a large drawing: none of the checks of single devices could find anything, so they skip them."""

from dataclasses import replace

from labmapper.core.checks.addresses import has_ordinary_address
from labmapper.core.checks.names import is_plain
from labmapper.core.lab.structure import DeviceType, Lab

_ORDINARY = "ordinary"


def leave_out_ordinary(lab: Lab) -> Lab:
    """Return *lab* without its ordinary devices, for checks that look at each device by itself."""
    return replace(lab, devices=tuple([device for device in lab.devices if not is_ordinary(device)]))


def is_ordinary(device: DeviceType) -> bool:
    """Return whether nothing can be wrong with *device* by itself; who asks again is told what was found out first."""
    found = device.found.get(_ORDINARY)
    if found is None:
        found = device.found[_ORDINARY] = _looks_ordinary(device)
    return found


def _looks_ordinary(device: DeviceType) -> bool:
    """Return whether *device* is one with a plain name, opened by SSH at a usual address, and nothing else is said of it."""
    if device.pod is not None or device.inherited or len(device.parameters) != len(("protocol", "hostname")):
        return False
    (first, protocol), (second, host) = device.parameters
    if (first, second, protocol.parts) != ("protocol", "hostname", ("ssh",)):
        return False
    return is_plain(device) and not device.names.mentions("pod") and has_ordinary_address(device, host)
