"""Names: every user name once, and all of them usable."""

import re
from collections.abc import Iterator
from typing import Literal

from labmapper.core.guacamole.login_form import is_trimmed
from labmapper.core.lab.numbering import Field, Pattern, find_unknown_placeholders
from labmapper.core.lab.places import person_place, title_place
from labmapper.core.lab.structure import DeviceType, Lab, UserType
from labmapper.core.problems import Place, Problem

_UNSAFE_IN_PATHS = ("/", "\\")
_PLAIN = re.compile("[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z][A-Za-z0-9_]*)*")

# Whose name it is: the variant of the problem.
_Named = Literal["user", "device"]


def check_names(lab: Lab) -> Iterator[Problem]:
    """Yield what is wrong with the names in *lab*."""
    for users in lab.users:
        yield from _check_roster(users) if users.roster else _check_counted(users, users.usernames, "user")
    told: set[tuple[str, Place]] = set()
    for device in lab.devices:
        # A drawn device with several connections is several types with one name.
        if is_plain(device):
            continue
        for problem in (*_check_counted(device, device.names, "device"), *_check_connection_name(device)):
            if (problem.code, problem.place) not in told:
                told.add((problem.code, problem.place))
                yield problem
    yield from _check_usernames_once(lab)


def is_plain(device: DeviceType) -> bool:
    """Return whether *device* is one with an ordinary name, with which nothing can be wrong."""
    return (
        device.quantity == 1 and device.first >= 0 and _PLAIN.fullmatch(device.names.render(device.first)) is not None
    )


def _check_counted(subject: UserType | DeviceType, names: Pattern, what: _Named) -> Iterator[Problem]:
    place = title_place(subject)
    first = names.render(subject.first)
    if not first:
        yield Problem.error("name-missing", place, variant=what)
        return
    for unknown in (each for part in names.parts if isinstance(part, str) for each in find_unknown_placeholders(part)):
        yield Problem.warning("placeholder-unknown", place, variant="name", placeholder=unknown, name=first)
    if subject.quantity > 1 and not names.has("n"):
        yield Problem.error("name-not-counting", place, variant=what, quantity=subject.quantity, name=first)
    yield from _check_width(subject, names, place)
    yield from _check_blanks(first, what, place)


def _check_width(subject: UserType | DeviceType, names: Pattern, place: Place) -> Iterator[Problem]:
    last_number = subject.first + subject.quantity - 1
    for part in names.parts:
        if not isinstance(part, Field) or part.variable != "n":
            continue
        low, high = part.render(subject.first), part.render(last_number)
        if len(high) > len(low) and isinstance(subject, DeviceType):
            first, last = names.render(subject.first), names.render(last_number)
            wide = low.zfill(len(high))
            yield Problem.warning("name-outgrows-width", place, first=first, last=last, narrow=low, wide=wide)
        if low.startswith("-"):
            yield Problem.error("number-negative", place, name=names.render(subject.first))


def _check_blanks(name: str, what: _Named, place: Place) -> Iterator[Problem]:
    if what == "user" and is_trimmed(name):
        yield Problem.error("name-blanks", place, variant="user", name=name)
    elif what == "device" and name != name.strip():
        yield Problem.warning("name-blanks", place, variant="device", name=name)


def _check_roster(users: UserType) -> Iterator[Problem]:
    for position, person in enumerate(users.roster, start=1):
        if not person.username:
            yield Problem.error(
                "name-missing", person_place(users, position - 1), variant="roster-line", position=position
            )
        yield from _check_blanks(person.username, "user", person_place(users, position - 1))


def _check_connection_name(device: DeviceType) -> Iterator[Problem]:
    name = device.names.render(device.first)
    if name in (".", "..") or any(character in name for character in _UNSAFE_IN_PATHS):
        yield Problem.warning("name-unsafe-in-paths", title_place(device), name=name)


def _check_usernames_once(lab: Lab) -> Iterator[Problem]:
    seen: dict[str, UserType] = {}
    told: set[tuple[str, str]] = set()
    for users in lab.users:
        for person in users.iter_people():
            other = seen.get(person.username)
            seen[person.username] = users
            counts = users.roster or users.usernames.has("n")
            if other is None or (other.name, users.name) in told or (other is users and not counts):
                continue
            told.add((other.name, users.name))
            yield Problem.error("user-name-taken", title_place(users), name=person.username)
