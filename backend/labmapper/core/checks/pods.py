"""Pods: one copy for each user of the owning group, and no two copies the same thing."""

import re
from collections.abc import Iterator

from labmapper.core.checks.targets import get_target, has_tokens
from labmapper.core.lab.copy_templates import Part, PodValues, build_list, resolve
from labmapper.core.lab.numbering import Field, Pattern
from labmapper.core.lab.places import parameter_place, title_place
from labmapper.core.lab.structure import DeviceType, Lab, UserType
from labmapper.core.problems import Place, Problem

_NUMBER = re.compile(r"[0-9]+")


def check_outside_pods(lab: Lab) -> Iterator[Problem]:
    """Yield the placeholders for a pod number of those devices in *lab* that are in no pod."""
    for device in lab.devices:
        if device.pod is None:
            yield from _check_outside(device)


def check_pods(lab: Lab) -> Iterator[Problem]:
    """Yield what is wrong with the pods of *lab*, and placeholders for a pod number where there is none."""
    pods = lab.group_by_pod()
    for users in lab.users:
        yield from _check_group(lab, users, tuple(pods.get(users.name, ())))


def _check_outside(device: DeviceType) -> Iterator[Problem]:
    if device.names.mentions("pod"):
        yield _build_outside(device, title_place(device))
    for name, value in device.parameters:
        if value.mentions("pod"):
            yield _build_outside(device, parameter_place(device, name))


def _build_outside(device: DeviceType, place: Place) -> Problem:
    return Problem.error("pod-outside", place, variant="device", device=device.names.render(device.first))


def _check_group(lab: Lab, users: UserType, devices: tuple[DeviceType, ...]) -> Iterator[Problem]:
    if not users.roster and users.usernames.mentions("pod"):
        yield Problem.error("pod-outside", title_place(users), variant="user-name")
    if not devices:
        return
    numbers = [person.pod or 0 for person in users.iter_people()]
    if len(set(numbers)) < len(numbers):
        yield Problem.error("pod-number-taken", users.place)
        return
    yield from _check_copies(devices, numbers)
    yield from _check_viewers(lab, users, devices)


def _check_viewers(lab: Lab, owners: UserType, devices: tuple[DeviceType, ...]) -> Iterator[Problem]:
    """Yield devices whose copies only a token tells apart, where others than *owners* see them: it is their name then."""
    if owners.size < 2:  # noqa: PLR2004 - one copy meets no other
        return
    by_token = [device for device in devices if has_tokens(device) and not _moves(device)]
    for viewers in lab.users if by_token else ():
        reached = {device.name for device in lab.list_reached(viewers)} if viewers is not owners else set()
        seen = [device for device in by_token if device.name in reached]
        for device in seen if viewers.size else ():
            viewer, name = viewers.get_person(0).username, device.names.render(device.first, 1)
            yield Problem.warning(
                "pod-token-of-viewer", parameter_place(device, "hostname"), device=name, viewer=viewer
            )
        by_token = [device for device in by_token if device not in seen]


def _moves(device: DeviceType) -> bool:
    """Return whether what *device* opens changes with the pod number."""
    return any(value.has("pod") for _, value in get_target(device))


def _check_copies(devices: tuple[DeviceType, ...], numbers: list[int]) -> Iterator[Problem]:
    """Yield devices whose copies open the same thing as another copy."""
    if len(numbers) < 2:  # noqa: PLR2004 - one copy meets no other
        return
    moving = [device for device in devices if _moves(device)]
    for device in devices:
        if device not in moving and not has_tokens(device) and _has_address(device):
            yield _build_problem(device)
    targets = [(device, _list_parts(device, n)) for device in moving for n in device.numbers]
    if not _are_told_apart([parts for _, parts in targets]):
        yield from _compare_copies(targets, numbers)


def _list_parts(device: DeviceType, n: int) -> list[Part]:
    parts: list[Part] = []
    for name, value in get_target(device):
        parts += [f"{name}=", *resolve(value, n, str), "\x01"]
    return parts


def _are_told_apart(targets: list[list[Part]]) -> bool:
    """Return whether the pod number alone keeps all copies apart, without looking at each.

    It does where the first field that moves is the same everywhere, is the same of all numbers in the text, and touches no other
    digit: then equal texts have equal pod numbers.
    """
    kinds = set()
    for parts in targets:
        if any(isinstance(part, PodValues) for part in parts):
            return False
        place = next(position for position, part in enumerate(parts) if isinstance(part, Field) and part.factor)
        before = "".join(part if isinstance(part, str) else "?" for part in parts[:place])
        after = parts[place + 1]
        if before[-1:].isdigit() or not isinstance(after, str) or after[:1].isdigit():
            return False
        kinds.add((parts[place], len(_NUMBER.findall(before))))
    return len(kinds) <= 1


def _compare_copies(targets: list[tuple[DeviceType, list[Part]]], numbers: list[int]) -> Iterator[Problem]:
    """Yield the first device that opens what a copy with another pod number opens."""
    template = build_list(parts for _, parts in targets)
    seen: set[bytes] = set()
    for number in numbers:
        own = template.fill_list(number, "")
        met = next((device for (device, _), text in zip(targets, own, strict=True) if text in seen), None)
        if met is not None:
            yield _build_problem(met)
            return
        seen.update(own)


def _has_address(device: DeviceType) -> bool:
    """Return whether *device* has a host, or at least a port; that it lacks both is a problem of its own."""
    return _find_host(device) is not None or device.find_parameter("port") is not None


def _find_host(device: DeviceType) -> Pattern | None:
    host = device.find_parameter("hostname")
    return host if host is not None and host.literal != "" else None


def _build_problem(device: DeviceType) -> Problem:
    host, place, name = _find_host(device), parameter_place(device, "hostname"), device.names.render(device.first, 1)
    if host is None:
        return Problem.error("pod-copies-meet", place, device=name)
    example = host.render(device.first, 1)
    return Problem.error("pod-copies-meet", place, variant="with-example", device=name, host=example)
