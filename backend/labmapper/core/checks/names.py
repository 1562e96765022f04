"""Names: every user name once, and all of them usable."""

from collections.abc import Iterator

from labmapper.core.lab.numbering import Field, Pattern, find_unknown_placeholders
from labmapper.core.lab.places import title_place
from labmapper.core.lab.structure import DeviceType, Lab, UserType
from labmapper.core.problems import Place, Problem

_UNSAFE_IN_PATHS = ("/", "\\")


def check_names(lab: Lab) -> Iterator[Problem]:
    """Yield what is wrong with the names in *lab*."""
    for users in lab.users:
        yield from _check_roster(users) if users.roster else _check_counted(users, users.usernames, "user")
    for device in lab.devices:
        yield from _check_counted(device, device.names, "device")
        yield from _check_connection_name(device)
    yield from _check_usernames_once(lab)


def _check_counted(subject: UserType | DeviceType, names: Pattern, what: str) -> Iterator[Problem]:
    place = title_place(subject)
    first = names.render(subject.first)
    if not first:
        yield Problem("name-missing", "error", f"This {what} has no name.", "Type a name, for example R1.", place)
        return
    for unknown in (each for part in names.parts if isinstance(part, str) for each in find_unknown_placeholders(part)):
        yield Problem(
            "placeholder-unknown",
            "warning",
            f"{unknown} in {first} is taken as it stands.",
            "Placeholders are {n} and {pod}, with *factor, +offset and :02 for the width.",
            place,
        )
    if subject.quantity > 1 and not names.has("n"):
        yield Problem(
            "name-not-counting",
            "error",
            f"{subject.quantity} {what}s would all be called {first}.",
            f"End the name in a number, for example {first}1, or put {{n}} where the number goes.",
            place,
        )
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
            yield Problem(
                "name-outgrows-width",
                "warning",
                f"{first} to {last} outgrow their width: Guacamole sorts {last} before {first}.",
                f"Begin with more digits, for example {low.zfill(len(high))} instead of {low}.",
                place,
            )
        if low.startswith("-"):
            yield Problem(
                "number-negative",
                "error",
                f"The number in {names.render(subject.first)} is below zero.",
                "Make the offset in the placeholder larger.",
                place,
            )


def _check_blanks(name: str, what: str, place: Place) -> Iterator[Problem]:
    if name == name.strip():
        return
    effect = "the log-in form cuts them off, so nobody could log in" if what == "user" else "they are easy to overlook"
    yield Problem(
        "name-blanks",
        "warning",
        f"The name '{name}' begins or ends with a blank: {effect}.",
        "Delete the blank.",
        place,
    )


def _check_roster(users: UserType) -> Iterator[Problem]:
    for position, person in enumerate(users.roster, start=1):
        if not person.username:
            yield Problem(
                "name-missing",
                "error",
                f"Line {position} of the roster has no user name.",
                "Type the user name, or delete the line.",
                users.place,
            )
        yield from _check_blanks(person.username, "user", users.place)


def _check_connection_name(device: DeviceType) -> Iterator[Problem]:
    name = device.names.render(device.first)
    if name in (".", "..") or any(character in name for character in _UNSAFE_IN_PATHS):
        yield Problem(
            "name-unsafe-in-paths",
            "warning",
            f"The name {name} has a character that Guacamole's web server refuses in addresses.",
            "Use letters, digits, blanks, - and _ only.",
            title_place(device),
        )


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
            yield Problem(
                "user-name-taken",
                "error",
                f"The user name {person.username} comes twice; Guacamole would keep only the last.",
                "Give one of them another name.",
                title_place(users),
            )
