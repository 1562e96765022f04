"""What the editor shows of a compilation: sizes, problems, how counts expand, and who reaches what."""

from typing import Any

from labmapper.core.lab import DeviceType, UserType
from labmapper.core.pipeline import Compilation

# So many of a stack are listed before its last one.
_LISTED = 5


def describe(compilation: Compilation) -> dict[str, Any]:
    """Return *compilation* as JSON for the editor.

    ``expansion``: by node id, how many there are and the first and last of them. ``reach``: by users node, the device
    nodes it reaches. ``dependents``: by node, how many devices hang on it.
    """
    lab = compilation.lab
    summary = compilation.summary
    expansion = {users.place.item: _expand_users(users) for users in lab.users}
    owners = {users.name: users for users in lab.users}
    for device in lab.devices:
        expansion.setdefault(device.place.item, _expand_device(device, owners.get(device.pod or "")))
    return {
        "summary": {"users": summary.users, "devices": summary.devices, "connections": summary.connections},
        "problems": [problem.as_json() for problem in compilation.problems],
        "expansion": expansion,
        "reach": {
            users.place.item: list(dict.fromkeys(device.place.item for device in lab.list_reached(users)))
            for users in lab.users
        },
        "dependents": compilation.dependents,
    }


def _expand_users(users: UserType) -> dict[str, Any]:
    people = users.iter_people()
    names = [person.username for _, person in zip(range(_LISTED), people, strict=False)]
    last = users.roster[-1].username if users.roster else users.usernames.render(users.first + users.quantity - 1)
    if users.size > _LISTED:
        names.append(last)
    return {"count": users.size, "items": [{"name": name} for name in names]}


def _expand_device(device: DeviceType, owner: UserType | None) -> dict[str, Any]:
    person = next(owner.iter_people(), None) if owner else None
    pod = (person.pod if person else None) or 0
    numbers = [*device.numbers[:_LISTED], *device.numbers[_LISTED:][-1:]]
    host = device.find_parameter("hostname")
    items = [{"name": device.names.render(n, pod), "host": host.render(n, pod) if host else ""} for n in numbers]
    return {"count": device.quantity, "copies": owner.size if owner else 1, "items": items}
