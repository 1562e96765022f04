"""What the editor shows of a compilation: sizes, problems, how counts expand, and who reaches what."""

from typing import Any

from labmapper.core.lab import DeviceType, UserType
from labmapper.core.pipeline import Compilation

# So many of a stack are listed before its last one.
_LISTED = 5


def describe(compilation: Compilation) -> dict[str, Any]:
    """Return *compilation* as JSON for the editor.

    ``expansion``: by node id, how many there are and the first and last of them; of what is in a pod, these are in the
    first copy, and ``ends`` has the first and the last copy with whose they are. ``reach``: by users node, the device
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
    places = [*range(users.size)[:_LISTED], *range(users.size)[_LISTED:][-1:]]
    return {"count": users.size, "items": [{"name": users.get_person(place).username} for place in places]}


def _expand_device(device: DeviceType, owner: UserType | None) -> dict[str, Any]:
    if owner is None or owner.size == 0:
        return {"count": device.quantity, "copies": 1, "items": _list_items(device, 0)}
    people = [owner.get_person(place) for place in sorted({0, owner.size - 1})]
    ends = [{"user": person.username, "items": _list_items(device, person.pod or 0)} for person in people]
    return {"count": device.quantity, "copies": owner.size, "items": ends[0]["items"], "ends": ends}


def _list_items(device: DeviceType, pod: int) -> list[dict[str, str]]:
    numbers = [*device.numbers[:_LISTED], *device.numbers[_LISTED:][-1:]]
    host = device.find_parameter("hostname")
    return [{"name": device.names.render(n, pod), "host": host.render(n, pod) if host else ""} for n in numbers]
