"""What the editor shows of a compilation: sizes, problems, how counts expand, and who reaches what."""

from collections.abc import Collection
from typing import Any

from labmapper.core.drawing.graph import count_dependents
from labmapper.core.lab.numbering import Pattern
from labmapper.core.lab.structure import DeviceType, UserType
from labmapper.core.messages.catalogue import ENGLISH, Catalogue
from labmapper.core.pipeline import Compilation

PARTS = ("expansion", "reach", "dependents")

# So many of a stack are listed before its last one.
_LISTED = 5


def describe(
    compilation: Compilation, parts: Collection[str] = PARTS, catalogue: Catalogue = ENGLISH
) -> dict[str, Any]:
    """Return *compilation* as JSON for the editor: ``summary``, ``problems``, and which of *parts* are asked for. Problems are told in the words of *catalogue*.

    ``expansion``: by id, of users, of stacks and of what is in a pod, how many there are and the first and last of them;
    of what is in a pod, these are in the first copy, and ``ends`` has the first and the last copy with whose they are.
    ``reach``: by users node, the device nodes it reaches. ``dependents``, of a drawing with a gateway: by node, how many
    devices its failure would cut off.
    """
    summary = compilation.summary
    builders = {"expansion": _build_expansion, "reach": _build_reach, "dependents": _build_dependents}
    return {
        "summary": {"users": summary.users, "devices": summary.devices, "connections": summary.connections},
        "problems": [problem.as_json(catalogue) for problem in compilation.problems],
    } | {part: build(compilation) for part, build in builders.items() if part in parts}


def _build_expansion(compilation: Compilation) -> dict[str | None, Any]:
    lab = compilation.lab
    expansion = {users.place.item: _expand_users(users) for users in lab.users}
    owners = {users.name: users for users in lab.users}
    for device in lab.devices:
        if device.quantity > 1 or device.pod is not None:
            expansion.setdefault(device.place.item, _expand_device(device, owners.get(device.pod or "")))
    return expansion


def _build_reach(compilation: Compilation) -> dict[str | None, list[str | None]]:
    lab = compilation.lab
    return {
        users.place.item: list(dict.fromkeys(device.place.item for device in lab.list_reached(users)))
        for users in lab.users
    }


def _build_dependents(compilation: Compilation) -> dict[str, int]:
    return count_dependents(compilation.graph) if compilation.graph else {}


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
    port = device.find_parameter("port")
    return [
        {"name": device.names.render(n, pod), "host": _join(host.render(n, pod) if host else "", port, n, pod)}
        for n in numbers
    ]


def _join(host: str, port: Pattern | None, n: int, pod: int) -> str:
    """Return *host*, with its port where that differs from copy to copy."""
    if port is None or not host or not (port.has("n") or port.has("pod")):
        return host
    return f"[{host}]:{port.render(n, pod)}" if ":" in host else f"{host}:{port.render(n, pod)}"
