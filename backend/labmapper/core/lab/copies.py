"""What a field says of the copies of its device: its number counts up, all have the same, or each has one of a list."""

from dataclasses import replace
from ipaddress import AddressValueError, IPv4Address

from labmapper.core.lab.listed import CarriedAddresses, Copies, Listed
from labmapper.core.lab.numbering import Field, Pattern, parse_counted, parse_pattern
from labmapper.core.lab.structure import DeviceType, Lab


def parse_copies(text: str, copies: Copies, numbers: range) -> Pattern:
    """Return the pattern of *text* in the devices with *numbers*.

    Placeholders in it count in any case; a list stands in the place of the text.
    """
    if isinstance(copies, list):
        return build_listed(copies, numbers)
    if copies == "same":
        return parse_pattern(text)
    counted = parse_counted(text, numbers.start)
    return (copies == "carries" and carry(counted, numbers)) or counted


def carry(counted: Pattern, numbers: range) -> Pattern | None:
    """Return *counted*, an IPv4 address with its last number counting, going on in the octets before that one.

    None where it is no such address, or there are not as many.
    """
    *before, last = counted.parts or ("",)
    if not isinstance(last, Field) or (last.variable, last.factor) != ("n", 1):
        return None
    if any(not isinstance(part, str) for part in before):
        return None
    try:
        start = IPv4Address(counted.render(numbers.start))
        _ = start + max(len(numbers) - 1, 0)
    except AddressValueError:
        return None
    return Pattern((Listed(CarriedAddresses(start, len(numbers)), numbers.start, len(numbers)),))


def build_listed(values: list[str], numbers: range) -> Pattern:
    """Return the pattern of the list *values* for the devices with *numbers*."""
    return Pattern((Listed(tuple(values), numbers.start, len(numbers)),))


def share_out_lists(lab: Lab) -> Lab:
    """Return *lab* with the lists of its pods going on over all pods, in the order of the numbers of these."""
    owners = {device.pod for device in lab.devices if device.pod is not None and has_lists(device)}
    pods = {
        users.name: tuple(sorted({person.pod or 0 for person in users.iter_people()}))
        for users in lab.users
        if users.name in owners
    }
    if not pods:
        return lab
    return replace(lab, devices=tuple(_share_out(device, pods.get(device.pod or "", ())) for device in lab.devices))


def has_lists(device: DeviceType) -> bool:
    """Return whether any parameter of *device* has a list of values."""
    return any(value.listed for _, value in device.parameters)


def is_carried(value: Pattern) -> bool:
    """Return whether *value* is an address that carries; every pod has the same ones then."""
    return value.listed is not None and isinstance(value.listed.values, CarriedAddresses)


def _share_out(device: DeviceType, pods: tuple[int, ...]) -> DeviceType:
    if not pods or not has_lists(device):
        return device
    parameters = tuple(
        (name, Pattern((replace(value.listed, pods=pods),)) if value.listed and not is_carried(value) else value)
        for name, value in device.parameters
    )
    return replace(device, parameters=parameters)
