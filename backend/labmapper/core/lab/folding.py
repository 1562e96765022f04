"""Folding: consecutive, alike devices become one type with a quantity, as a person would write them."""

from dataclasses import replace

from labmapper.core.lab.copies import has_lists
from labmapper.core.lab.copy_templates import Part, resolve
from labmapper.core.lab.numbering import Pattern
from labmapper.core.lab.structure import MAX_COUNT, DeviceType, Lab


def fold_devices(lab: Lab) -> Lab:
    """Return *lab* with consecutive, alike device types folded; everybody gets the same connections as before."""
    folded: list[DeviceType] = []
    kept: dict[str, str] = {}
    reaching = _list_reaching(lab)
    for device in lab.devices:
        last = folded[-1] if folded else None
        if last and reaching[last.name] == reaching[device.name] and _continues(last, device):
            # Each had a host of its own: nobody need be asked whether they are one host with many ports.
            folded[-1] = replace(last, quantity=last.quantity + device.quantity, is_host_counting_stated=True)
        else:
            folded.append(device)
        kept[device.name] = folded[-1].name
    users = tuple(
        replace(each, reaches=each.reaches and tuple(dict.fromkeys(kept[name] for name in each.reaches)))
        for each in lab.users
    )
    return replace(lab, users=users, devices=tuple(folded))


def _list_reaching(lab: Lab) -> dict[str, frozenset[str]]:
    """Return for every device type the user types that name it."""
    reaching: dict[str, set[str]] = {device.name: set() for device in lab.devices}
    for users in lab.users:
        for name in users.reaches or ():
            reaching[name].add(users.name)
    return {name: frozenset(users) for name, users in reaching.items()}


def _continues(last: DeviceType, device: DeviceType) -> bool:
    """Return whether *device* is what *last* would be with a larger quantity."""
    if has_lists(last) or has_lists(device):
        return False
    if device.first != last.first + last.quantity or device.pod != last.pod or not last.names.has("n"):
        return False
    if last.inherited.keys() != device.inherited.keys():
        return False
    if last.quantity + device.quantity > MAX_COUNT or [name for name, _ in device.parameters] != [
        name for name, _ in last.parameters
    ]:
        return False
    pairs = [(last.names, device.names)]
    pairs += [(mine, other) for (_, mine), (_, other) in zip(last.parameters, device.parameters, strict=True)]
    return all(_resolve(mine, n) == _resolve(other, n) for mine, other in pairs for n in device.numbers)


def _resolve(pattern: Pattern, n: int) -> list[Part]:
    return resolve(pattern, n, str)
