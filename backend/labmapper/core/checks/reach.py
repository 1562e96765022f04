"""Who reaches what: groups that reach nothing, and groups that reach more than the author may have meant."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

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
    owners = lab.group_by_pod().keys()
    for users in lab.users:
        yield from _check_group(lab, users, owners)


def _check_group(lab: Lab, users: UserType, owners: AbstractSet[str]) -> Iterator[Problem]:
    first = next((person.username for person in users.iter_people()), users.name)
    if not lab.list_reached(users):
        yield Problem.warning("reach-nothing", title_place(users), user=first)
    others = owners - {users.name}
    if users.reaches is None and others and users.name in owners:
        yield Problem.warning("reach-other-pods", title_place(users), user=first, owners=sorted(others))
