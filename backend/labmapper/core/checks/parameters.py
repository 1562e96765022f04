"""Connection parameters, checked once a device type by the catalogue."""

from collections.abc import Iterator
from functools import partial

from labmapper.core.guacamole.parameters import check_parameters
from labmapper.core.lab.places import parameter_place
from labmapper.core.lab.structure import DeviceType, Lab
from labmapper.core.problems import Problem


def check_connections(lab: Lab) -> Iterator[Problem]:
    """Yield what is wrong with the parameters of the connections in *lab*."""
    pods = {users.name: [person.pod or 0 for person in users.iter_people()] or [0] for users in lab.users}
    for device in lab.devices:
        if device.quantity:
            own = pods.get(device.pod or "", [0])
            yield from _check_device(device, lab.guacamole, (min(own), max(own)))


def _check_device(device: DeviceType, version: str, pods: tuple[int, int]) -> Iterator[Problem]:
    """The first and the last copy show what any copy has; each problem comes once."""
    told = set()
    for parameters in _render_ends(device, pods):
        protocol = dict(parameters).get("protocol", "")
        others = [(name, value) for name, value in parameters if name != "protocol"]
        locate = partial(parameter_place, device)
        for problem in check_parameters(protocol, others, version=version, locate=locate):
            if _is_switched_off(device, problem):
                continue
            if (problem.code, problem.place.field) not in told:
                told.add((problem.code, problem.place.field))
                yield problem


def _is_switched_off(device: DeviceType, problem: Problem) -> bool:
    """Return whether *problem* is that a default does nothing where *device* has emptied the one that it needs."""
    needed = device.find_parameter(str(problem.facts.get("needed", "")))
    return (
        problem.code == "parameter-unused"
        and needed is not None
        and needed.literal == ""
        and problem.facts["parameter"] in device.inherited
    )


def _render_ends(device: DeviceType, pods: tuple[int, int]) -> list[tuple[tuple[str, str], ...]]:
    rendered = [
        tuple([(name, value.render(n, pod)) for name, value in device.parameters]) for n, pod in device.list_ends(pods)
    ]
    return list(dict.fromkeys(rendered))
