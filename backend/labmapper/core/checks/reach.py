"""Who reaches what: groups that reach nothing, and groups that reach more than the author may have meant."""

from collections.abc import Iterator

from labmapper.core.lab.places import title_place
from labmapper.core.lab.structure import Lab, UserType
from labmapper.core.problems import Problem


def check_reach(lab: Lab) -> Iterator[Problem]:
    """Yield what is odd about who reaches what in *lab*."""
    if not any(users.size for users in lab.users):
        yield Problem(
            "no-users",
            "warning",
            "There are no users: nobody could log in.",
            "Add a group of users.",
        )
    if not any(device.quantity for device in lab.devices):
        yield Problem(
            "no-connections",
            "warning",
            "There is nothing to connect to.",
            "Add a device, and give it a connection with a host.",
        )
        return
    for users in lab.users:
        yield from _check_group(lab, users)


def _check_group(lab: Lab, users: UserType) -> Iterator[Problem]:
    first = next((person.username for person in users.iter_people()), users.name)
    if not lab.list_reached(users):
        yield Problem(
            "reach-nothing",
            "warning",
            f"{first} and the rest of the group reach no connection at all.",
            "Give access to a device, or to a zone or network with devices in it.",
            title_place(users),
        )
    others = {device.pod for device in lab.devices} - {users.name, None}
    if users.reaches is None and others and any(device.pod == users.name for device in lab.devices):
        yield Problem(
            "reach-other-pods",
            "warning",
            f"{first} and the rest of the group reach all devices, also the pods of {', '.join(sorted(map(str, others)))}.",
            "Give access to what they need, then they reach only that and their own pods.",
            title_place(users),
        )
