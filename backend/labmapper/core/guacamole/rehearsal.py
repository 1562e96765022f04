"""The rehearsal: a model of Guacamole's loader reads the file that would be handed out, and must find what was meant.

The writer renders the same template for every copy and fills in digits and user names only. So it is enough to read
each device type once in each role, with its first and last device, and every user name and password once: the cost
is that of the drawing, not of the file.
"""

from collections.abc import Iterator
from dataclasses import replace

from labmapper.core.guacamole.loader import Authorization, LoadedMapping, RejectedFileError, load_user_mapping
from labmapper.core.guacamole.writer import render_mapping
from labmapper.core.lab.connections import iter_connections
from labmapper.core.lab.structure import DeviceType, FixedPassword, Lab, User, UserType, View
from labmapper.core.problems import Problem

_SEED = bytes(32)


def check_rehearsal(lab: Lab) -> Iterator[Problem]:
    """Yield a problem where Guacamole would not see what *lab* means; the lab has no other error."""
    for part in (_pick_people(lab), _pick_devices(lab)):
        try:
            loaded = load_user_mapping(render_mapping(part, _SEED))
        except RejectedFileError as error:
            yield Problem.error("not-as-drawn", variant=f"refused-{error.what}", line=error.line, name=error.name)
            return
        yield from _compare(part, loaded)


def _pick_people(lab: Lab) -> Lab:
    """Return *lab* with everybody and no devices."""
    return replace(lab, users=tuple(replace(users, reaches=()) for users in lab.users), devices=())


def _pick_devices(lab: Lab) -> Lab:
    """Return *lab* with one person a group, the ends of each device type, and each type once in each role."""
    seen: set[tuple[str, bool, bool]] = set()
    views: set[View] = set()
    picked = []
    for users, view in lab.list_views():
        if users.size:
            reached = () if view in views else lab.list_reached(users)
            views.add(view)
            fresh = [device for device in reached if _name_role(device, users) not in seen]
            seen.update(_name_role(device, users) for device in fresh)
            picked.append(replace(_keep_one(users), reaches=tuple(device.name for device in fresh)))
    names = {users.name for users in picked}
    return replace(
        lab,
        users=tuple(picked),
        devices=tuple(end for device in lab.devices if device.pod in {None, *names} for end in _keep_ends(device)),
    )


def _name_role(device: DeviceType, users: UserType) -> tuple[str, bool, bool]:
    return device.name, device.pod == users.name, device.pod is None


def _keep_one(users: UserType) -> UserType:
    """Return the first of *users*, without the password: all of them are looked at apart, and to make one takes long."""
    roster = tuple(replace(person, password=None, encoding=None) for person in users.roster[:1])
    return replace(users, roster=roster, quantity=min(users.quantity, 1), password=FixedPassword("x"))


def _keep_ends(device: DeviceType) -> tuple[DeviceType, ...]:
    if device.quantity <= 2:  # noqa: PLR2004
        return (device,)
    return replace(device, quantity=1), replace(device, quantity=1, first=device.numbers[-1])


def _compare(lab: Lab, loaded: LoadedMapping) -> Iterator[Problem]:
    meant = 0
    for users in lab.users:
        for user in users.iter_users(_SEED, lab.recipe):
            meant += 1
            seen = loaded.authorizations.get(user.username)
            if seen is None or not _lets_in(seen, user):
                yield Problem.error("not-as-drawn", variant="log-in", user=user.username)
            elif _list_connections(seen) != {
                each.name: dict(each.parameters) for each in iter_connections(lab, users, user)
            }:
                yield Problem.error("not-as-drawn", variant="connections", user=user.username)
    if meant != len(loaded.authorizations):
        yield Problem.error("not-as-drawn", variant="people", found=len(loaded.authorizations), meant=meant)


def _lets_in(seen: Authorization, user: User) -> bool:
    """Return whether *user* logs in as meant: of a hash that is all there is, only that it came through can be said."""
    if user.encoding:
        return (seen.password, seen.encoding) == (user.password, user.encoding)
    return seen.accepts(user.password)


def _list_connections(authorization: Authorization) -> dict[str, dict[str, str]]:
    return {
        name: ({} if held.protocol is None else {"protocol": held.protocol}) | held.parameters
        for name, held in authorization.connections.items()
    }
