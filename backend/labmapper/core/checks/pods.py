"""Pods: one copy for each user of the owning group, and no two copies the same thing."""

from collections.abc import Iterator

from labmapper.core.checks.addresses import TARGET_PARAMETERS
from labmapper.core.guacamole.tokens import find_tokens
from labmapper.core.lab import DeviceType, Lab, UserType
from labmapper.core.numbering import Pattern
from labmapper.core.places import parameter_place, title_place
from labmapper.core.problems import Place, Problem
from labmapper.core.templates import Part, build_template, resolve

_END = "\0"


def check_pods(lab: Lab) -> Iterator[Problem]:
    """Yield what is wrong with the pods of *lab*, and placeholders for a pod number where there is no pod."""
    for device in lab.devices:
        if device.pod is None:
            yield from _check_outside(device)
    for users in lab.users:
        yield from _check_group(lab, users)


def _check_outside(device: DeviceType) -> Iterator[Problem]:
    named: list[tuple[Pattern, Place]] = [(device.names, title_place(device))]
    named += [(value, parameter_place(device, name)) for name, value in device.parameters]
    for pattern, place in named:
        if pattern.mentions("pod"):
            yield Problem(
                "pod-outside",
                "error",
                f"{device.names.render(device.first)} uses {{pod}} but is in no pod.",
                "Put the device into a zone that is one per student, or take {pod} out.",
                place,
            )


def _check_group(lab: Lab, users: UserType) -> Iterator[Problem]:
    devices = tuple(device for device in lab.devices if device.pod == users.name)
    if not devices:
        return
    if users.usernames.mentions("pod"):
        yield Problem("pod-outside", "error", "A user name cannot use {pod}.", "Use {n}.", title_place(users))
    numbers = [person.pod or 0 for person in users.iter_people()]
    repeated = len(set(numbers)) < len(numbers)
    if repeated:
        yield Problem(
            "pod-number-taken",
            "error",
            "Two people of the roster have the same pod number.",
            "Give each their own number, or leave the numbers out.",
            users.place,
        )
        return
    yield from _check_copies(devices, numbers)


def _check_copies(devices: tuple[DeviceType, ...], numbers: list[int]) -> Iterator[Problem]:
    """Yield devices whose copies open the same thing as another copy."""
    alone = len(numbers) < 2  # noqa: PLR2004
    moving = [device for device in devices if _moves(device)]
    for device in devices:
        if not alone and device not in moving and not _differs_by_token(device):
            yield _build_problem(device)
    if alone or not moving:
        return
    targets = build_template(part for device in moving for n in device.numbers for part in _list_target(device, n))
    seen: set[bytes] = set()
    total = 0
    for number in numbers:
        found = targets.fill(number, "").split(_END.encode())[:-1]
        own = set(found)
        if not seen.isdisjoint(own):
            yield _build_problem(_find_holder(moving, number, seen & own))
            return
        total += len(own)
        seen |= own


def _moves(device: DeviceType) -> bool:
    return any(value.has("pod") for name, value in device.parameters if name in TARGET_PARAMETERS)


def _differs_by_token(device: DeviceType) -> bool:
    """Return whether Guacamole itself puts something of the user into what is opened."""
    return any(
        find_tokens(part)
        for name, value in device.parameters
        if name in TARGET_PARAMETERS
        for part in value.parts
        if isinstance(part, str)
    )


def _list_target(device: DeviceType, n: int) -> list[Part]:
    parts: list[Part] = []
    for name, value in device.parameters:
        if name in TARGET_PARAMETERS:
            parts += [*resolve(value, n, str), "\x01"]
    return [*parts, _END]


def _find_holder(devices: list[DeviceType], number: int, met: set[bytes]) -> DeviceType:
    for device in devices:
        for n in device.numbers:
            if build_template(_list_target(device, n)).fill(number, "")[:-1] in met:
                return device
    return devices[0]


def _build_problem(device: DeviceType) -> Problem:
    host = device.find_parameter("hostname")
    shown = host.render(device.first, 1) if host else "the same host"
    return Problem(
        "pod-copies-meet",
        "error",
        f"Copies of {device.names.render(device.first, 1)} in different pods open the same address, {shown} for one.",
        "Put {pod} into the host or the port, for example 10.0.{pod}.1 or {pod+5000}; or move the device out of the pod.",
        parameter_place(device, "hostname"),
    )
