"""Whom the hand-outs are for: everybody who was chosen, with log-in, seat and devices."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from labmapper.core.guacamole.secrets import MASK
from labmapper.core.lab.connections import iter_connections
from labmapper.core.lab.structure import Lab, Person, UserType
from labmapper.formats.format import Content
from labmapper.formats.options import Values

# So many devices are named on a slip; the others are counted.
MOST_DEVICES = 8


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who logs in. Without a *password* nobody here knows it: it was given as a hash, or there is none.

    *seat* is the number of their pod; *devices* are the first names of what they reach, *more* counts the others.
    """

    username: str
    password: str | None
    group: str
    name: str
    email: str
    seat: int
    devices: tuple[str, ...]
    more: int


def iter_groups(content: Content) -> Iterator[tuple[UserType, list[Recipient]]]:
    """Yield the chosen groups of *content*, each with those of its people who were chosen, in the order that was chosen."""
    groups, people = read_names(content.values, "groups"), read_names(content.values, "people")
    for users in content.lab.users:
        if groups and users.name not in groups:
            continue
        chosen = list(_iter_people(content, users, people))
        if content.values.get("order") == "name":
            chosen.sort(key=lambda each: ((each.name or each.username).casefold(), each.username))
        else:
            chosen.sort(key=lambda each: each.seat)
        if chosen:
            yield users, chosen


def read_names(values: Values, option: str) -> frozenset[str]:
    """Return the names that the *option* lists, a line each or with commas between them; none means all."""
    text = str(values.get(option, ""))
    return frozenset(name.strip() for name in text.split("\n" if "\n" in text else ",") if name.strip())


def _iter_people(content: Content, users: UserType, people: frozenset[str]) -> Iterator[Recipient]:
    lab, seed = content.lab, content.seed
    shared = None if _differs(lab, users) else _list_devices(lab, users, users.get_person(0)) if users.size else None
    for person, user in zip(users.iter_people(), users.iter_users(seed or b"", lab.recipe), strict=True):
        if people and person.username not in people:
            continue
        password = (
            None if user.encoding or content.values.get("sign_on") else user.password if seed is not None else MASK
        )
        devices, more = shared or _list_devices(lab, users, person)
        yield Recipient(user.username, password, users.name, person.name, person.email, user.pod, devices, more)


def _differs(lab: Lab, users: UserType) -> bool:
    """Return whether two of *users* may see devices of different names: those of their own pods."""
    return any(
        device.pod == users.name and device.has_names_by_pod
        for copies in lab.list_copies(users)
        for device in copies.devices
    )


def _list_devices(lab: Lab, users: UserType, person: Person) -> tuple[tuple[str, ...], int]:
    """Return the first names of what *person* reaches, and how many there are beyond."""
    count = sum(
        device.quantity * (copies.owner.size if copies.owner else 1)
        for copies in lab.list_copies(users)
        for device in copies.devices
    )
    first = tuple(each.name for each in islice(chain(iter_connections(lab, users, person)), MOST_DEVICES))
    return first, count - len(first)
