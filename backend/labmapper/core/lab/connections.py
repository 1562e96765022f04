"""Lists the connections of each user one by one: for previews, for lists of passwords, and to verify the written file."""

from collections.abc import Iterator
from dataclasses import dataclass

from labmapper.core.lab.structure import DeviceType, Lab, Person, User, UserType


@dataclass(frozen=True, slots=True)
class Connection:
    """One connection as one user is meant to see it; *parameters* as in ``DeviceType``, all numbers filled in."""

    name: str
    parameters: tuple[tuple[str, str], ...]


def iter_connections(lab: Lab, users: UserType, person: Person | User) -> Iterator[Connection]:
    """Yield the connections of *person*, one of *users*, in the order of the file."""
    for copies in lab.list_copies(users):
        for owner in copies.owner.iter_people() if copies.owner else (person,):
            for device in copies.devices:
                for n in device.numbers:
                    yield _build_connection(device, n, owner, apart=copies.owner is not None)


def render_connection_name(device: DeviceType, n: int, owner: Person | User, *, apart: bool) -> str:
    """Return the name of device number *n* in the copy of *owner*, seen by somebody else where *apart*."""
    name = device.names.render(n, owner.pod or 0)
    return f"{name} ({owner.username})" if apart and not device.has_names_by_pod else name


def _build_connection(device: DeviceType, n: int, owner: Person | User, *, apart: bool) -> Connection:
    name = render_connection_name(device, n, owner, apart=apart)
    return Connection(name, tuple((key, value.render(n, owner.pod or 0)) for key, value in device.parameters))
