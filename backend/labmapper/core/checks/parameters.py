"""Connection parameters, checked once a device type by the catalogue."""

import re
from collections.abc import Iterator
from functools import partial

from labmapper.core.guacamole.parameters import check_parameters
from labmapper.core.lab.places import parameter_place
from labmapper.core.lab.structure import DeviceType, Lab
from labmapper.core.problems import Problem

# The parameters of one copy, in their order.
Shape = tuple[tuple[str, str], ...]
_ADDRESS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}\Z")
_LONGEST_ADDRESS = "255.255.255.255"


def check_connections(lab: Lab) -> Iterator[Problem]:
    """Yield what is wrong with the parameters of the connections in *lab*."""
    sound: set[Shape] = set()
    pods = {users.name: [person.pod or 0 for person in users.iter_people()] or [0] for users in lab.users}
    for device in lab.devices:
        if device.quantity:
            own = pods.get(device.pod or "", [0])
            yield from _check_device(device, lab.guacamole, (min(own), max(own)), sound)


def _check_device(device: DeviceType, version: str, pods: tuple[int, int], sound: set[Shape]) -> Iterator[Problem]:
    """The first and the last copy show what any copy has; each problem comes once.

    *sound* has the shapes with which nothing is wrong: most devices differ in nothing but their addresses.
    """
    told = set()
    for parameters in _render_ends(device, pods):
        shape = tuple([(name, _find_shape(name, value)) for name, value in parameters])
        if shape in sound:
            continue
        is_sound = True
        for problem in _check_parameters(parameters, version, device):
            is_sound = False
            if _is_switched_off(device, problem):
                continue
            if (problem.code, problem.place.field) not in told:
                told.add((problem.code, problem.place.field))
                yield problem
        if is_sound:
            sound.add(shape)


def _find_shape(name: str, value: str) -> str:
    """Return *value*, or the longest address where it is one: nothing is wrong with one address that is not with all."""
    return _LONGEST_ADDRESS if name == "hostname" and _ADDRESS.match(value) else value


def _check_parameters(parameters: Shape, version: str, device: DeviceType) -> Iterator[Problem]:
    protocol = dict(parameters).get("protocol", "")
    others = [(name, value) for name, value in parameters if name != "protocol"]
    return check_parameters(protocol, others, version=version, locate=partial(parameter_place, device))


def _is_switched_off(device: DeviceType, problem: Problem) -> bool:
    """Return whether *problem* is that a default does nothing where *device* has emptied the one that it needs."""
    if problem.code != "parameter-unused" or problem.facts["parameter"] not in device.inherited:
        return False  # of what is unknown there may be a hundred thousand, which nobody looks through for each
    needed = device.find_parameter(str(problem.facts.get("needed", "")))
    return needed is not None and needed.literal == ""


def _render_ends(device: DeviceType, pods: tuple[int, int]) -> list[tuple[tuple[str, str], ...]]:
    rendered = [
        tuple([(name, value.render(n, pod)) for name, value in device.parameters]) for n, pod in device.list_ends(pods)
    ]
    return list(dict.fromkeys(rendered))
