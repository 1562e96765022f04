"""What a field says of the copies of its device: its number counts up, all have the same, or each has one of a list."""

from dataclasses import replace

from labmapper.core.lab.listed import Copies, Listed
from labmapper.core.lab.numbering import Pattern, parse_counted, parse_pattern
from labmapper.core.lab.structure import DeviceType, Lab


def parse_copies(text: str, copies: Copies, numbers: range) -> Pattern:
    """Return the pattern of *text* in the devices with *numbers*.

    Placeholders in it count in any case; a list stands in the place of the text.
    """
    if isinstance(copies, list):
        return build_listed(copies, numbers)
    return parse_counted(text, numbers.start) if copies == "counts" else parse_pattern(text)


def build_listed(values: list[str], numbers: range) -> Pattern:
    """Return the pattern of the list *values* for the devices with *numbers*."""
    return Pattern((Listed(tuple(values), numbers.start, len(numbers)),))


def share_out_lists(lab: Lab) -> Lab:
    """Return *lab* with the lists of its pods going on over all pods, in the order of the numbers of these."""
    pods = {
        users.name: tuple(sorted({person.pod or 0 for person in users.iter_people()}))
        for users in lab.users
        if any(device.pod == users.name and has_lists(device) for device in lab.devices)
    }
    if not pods:
        return lab
    return replace(lab, devices=tuple(_share_out(device, pods.get(device.pod or "", ())) for device in lab.devices))


def has_lists(device: DeviceType) -> bool:
    """Return whether any parameter of *device* has a list of values."""
    return any(value.listed for _, value in device.parameters)


def _share_out(device: DeviceType, pods: tuple[int, ...]) -> DeviceType:
    if not pods or not has_lists(device):
        return device
    parameters = tuple(
        (name, Pattern((replace(value.listed, pods=pods),)) if value.listed else value)
        for name, value in device.parameters
    )
    return replace(device, parameters=parameters)
