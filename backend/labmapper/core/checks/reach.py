"""Who reaches what: groups that reach nothing, and groups that reach more than the author may have meant."""

from collections.abc import Iterator

from labmapper.core.lab.places import title_place
from labmapper.core.lab.structure import Lab, UserType
from labmapper.core.problems import Problem


def check_reach(lab: Lab) -> Iterator[Problem]:
    """Yield what is odd about who reaches what in *lab*."""
    if not any(users.size for users in lab.users):
        yield Problem.warning("no-users")
    if not any(device.quantity for device in lab.devices):
        yield Problem.warning("no-connections")
        return
    for users in lab.users:
        yield from _check_group(lab, users)


def _check_group(lab: Lab, users: UserType) -> Iterator[Problem]:
    first = next((person.username for person in users.iter_people()), users.name)
    if not lab.list_reached(users):
        yield Problem.warning("reach-nothing", title_place(users), user=first)
    others = {device.pod for device in lab.devices} - {users.name, None}
    if users.reaches is None and others and any(device.pod == users.name for device in lab.devices):
        owners = sorted(map(str, others))
        yield Problem.warning("reach-other-pods", title_place(users), user=first, owners=owners)
