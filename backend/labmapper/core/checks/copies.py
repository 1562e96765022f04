"""Copies: a list has a value for each of them, and no more."""

from collections.abc import Iterator
from itertools import islice

from labmapper.core.lab.listed import Listed
from labmapper.core.lab.places import parameter_place
from labmapper.core.lab.structure import DeviceType, Lab, UserType
from labmapper.core.problems import Problem

# So many copies are named in a sentence; more are counted.
_MOST_NAMES = 3


def check_copies(lab: Lab) -> Iterator[Problem]:
    """Yield the lists of *lab* that have fewer or more values than their device has copies."""
    owners = {users.name: users for users in lab.users}
    for device in lab.devices:
        for name, value in device.parameters:
            if value.listed:
                yield from _check_list(device, name, value.listed, owners.get(device.pod or ""))


def _check_list(device: DeviceType, name: str, listed: Listed, owner: UserType | None) -> Iterator[Problem]:
    place, wanted, given = parameter_place(device, name), listed.size, listed.count_given()
    if given < wanted:
        missing = list(islice(listed.iter_missing(), _MOST_NAMES))
        more = wanted - given - len(missing)
        names = _name_copies(device, missing, owner)
        if more:
            yield Problem.error(
                "copies-lack-values",
                place,
                variant="many",
                parameter=name,
                given=given,
                wanted=wanted,
                names=names,
                more=more,
            )
        else:
            yield Problem.error(
                "copies-lack-values", place, variant="few", parameter=name, given=given, wanted=wanted, names=names
            )
    elif any(listed.values[wanted:]):
        yield Problem.warning(
            "copies-have-too-many", place, parameter=name, given=sum(map(bool, listed.values)), wanted=wanted
        )


def _name_copies(device: DeviceType, copies: list[tuple[int, int]], owner: UserType | None) -> list[str]:
    """Return what the *copies*, given by their numbers of device and pod, are called; in a pod with whose they are."""
    wanted = {pod for _, pod in copies}
    people = owner.iter_people() if owner and not device.has_names_by_pod else ()
    usernames = {person.pod: f" ({person.username})" for person in people if person.pod in wanted}
    return [device.names.render(n, pod) + usernames.get(pod, "") for n, pod in copies]
