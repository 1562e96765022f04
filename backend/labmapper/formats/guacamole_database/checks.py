"""What a database cannot hold of a lab: names and values that are too long, hashes, and different things of one name."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from labmapper.core.lab.places import person_place, title_place
from labmapper.core.lab.structure import DeviceType, UserType
from labmapper.core.problems import Place, Problem, has_errors
from labmapper.formats.format import Content
from labmapper.formats.guacamole_database.connection_groups import DeviceGroup, Layout, build_layout

MOST_NAME = 128
MOST_VALUE = 4_096
MOST_PERSON = 256
MOST_TIMEZONE = 64
_UNSAFE_IN_PATHS = ("/", "\\")
# Names of so many connections are compared one by one; of more, only those of the first and the last person.
_MOST_COMPARED = 200_000


def check_database(content: Content) -> Iterator[Problem]:
    """Yield what no database of Guacamole can hold of *content*, and what it loses."""
    yield from _check_days(content)
    if content.values.get("what") == "remove":
        return
    layout = build_layout(content)
    yield from _check_groups(layout)
    for users in content.lab.users:
        yield from _check_people(users)
    if content.values.get("what") != "people":
        for device in content.lab.devices:
            yield from _check_device(device) if device.quantity else ()
        yield from _check_names_once(layout)


def _check_days(content: Content) -> Iterator[Problem]:
    days = [(name, str(content.values.get(name, ""))) for name in ("valid_from", "valid_until")]
    wrong = [
        Problem.error("output-option", Place(field=name), variant="day", name=day)
        for name, day in days
        if day and not _is_day(day)
    ]
    yield from wrong
    (_, first), (_, last) = days
    if first and last and not has_errors(wrong) and first > last:
        yield Problem.error("output-option", Place(field="valid_until"), variant="days", name=first, other=last)
    zone = str(content.values.get("timezone", ""))
    yield from _check_length(zone, MOST_TIMEZONE, "timezone", Place(field="timezone"))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _check_groups(layout: Layout) -> Iterator[Problem]:
    yield from _check_length(layout.title, MOST_NAME, "group", Place(field="lab"))
    for users in layout.lab.users:
        group = layout.name_user_group(users.name)
        yield from _check_length(group, MOST_NAME, "user-group", title_place(users))
    for zones, _ in layout.iter_zones():
        yield from _check_length(zones[-1], MOST_NAME, "group", Place())


def _check_people(users: UserType) -> Iterator[Problem]:
    hashed: list[int] = []
    for position, person in enumerate(users.iter_people()):
        place = person_place(users, position) if users.roster else title_place(users)
        found = [*_check_length(person.username, MOST_NAME, "user", place)]
        for text in (person.name, person.email):
            found += _check_length(text, MOST_PERSON, "person", place, name=person.username)
        if any(each in person.username for each in _UNSAFE_IN_PATHS):
            found.append(Problem.warning("database-user-in-path", place, name=person.username))
        if person.encoding == "md5":
            found.append(Problem.error("database-password-hash", place, name=person.username))
        hashed += [position] if person.encoding == "sha256" else []
        yield from found
        if found and not users.roster:
            break  # counted names are alike
    if hashed:
        name = users.get_person(hashed[0]).username
        place = person_place(users, hashed[0])
        yield Problem.warning("database-password-unsalted", place, name=name, number=len(hashed))


def _check_device(device: DeviceType) -> Iterator[Problem]:
    place = title_place(device)
    ends = device.list_ends((1, 100_000) if device.pod else (0, 0))
    names = [device.names.render(*end) for end in ends]
    if not names[0].strip():
        yield Problem.error("database-name-blank", place)
    yield from _check_length(max(names, key=len), MOST_NAME, "connection", place)
    for parameter, value in device.parameters:
        yield from _check_length(parameter, MOST_NAME, "parameter", place)
        longest = max((value.render(*end) for end in ends), key=len)
        yield from _check_length(longest, MOST_VALUE, "value", place, name=parameter)


def _check_length(text: str, most: int, variant: str, place: Place, *, name: str | None = None) -> Iterator[Problem]:
    if len(text) > most:
        shown = name if name is not None else text
        yield Problem.error("database-too-long", place, variant=variant, name=shown, length=len(text), most=most)


def _check_names_once(layout: Layout) -> Iterator[Problem]:
    """Yield every name that two different connections would have in one group; in a mapping nobody sees both."""
    for names in iter_names_together(layout):
        seen: set[str] = set()
        for name, device in names:
            if name in seen:
                yield Problem.error("database-names-meet", title_place(device), variant="connection", name=name)
                break
            seen.add(name)


def iter_names_together(layout: Layout) -> Iterator[Iterator[tuple[str, DeviceType]]]:
    """Yield for every connection group the names of the connections in it, each with its device."""
    flat: dict[tuple[str, ...], list[DeviceGroup]] = {}
    for device_group in layout.device_groups:
        if device_group.owner is None or device_group.apart:
            flat.setdefault(device_group.zones, []).append(device_group)
    for device_groups in flat.values():
        yield (pair for device_group in device_groups for pair in _iter_names(device_group))
    for device_group in layout.device_groups:
        if device_group.owner is not None and not device_group.apart:
            yield from (_iter_copies(device_group, pod) for pod in _list_pods(device_group))
            yield from _iter_with_zones(device_group, device_group.owner, flat)


def _iter_with_zones(
    device_group: DeviceGroup, owner: UserType, flat: dict[tuple[str, ...], list[DeviceGroup]]
) -> Iterator[Iterator[tuple[str, DeviceType]]]:
    """Yield the names in the groups of people that are groups of zones, too: of zones that are called like somebody."""
    if not any(zones[:-1] == device_group.zones for zones in flat if zones):
        return
    for person in owner.iter_people():
        for beside in flat.get((*device_group.zones, person.username), ()):
            yield chain(_iter_copies(device_group, person.pod or 0), _iter_names(beside))


def _iter_names(device_group: DeviceGroup) -> Iterator[tuple[str, DeviceType]]:
    """Yield the names of all connections of *device_group* as they stand side by side."""
    if device_group.owner is None:
        yield from _iter_copies(device_group, 0)
        return
    for person in device_group.owner.iter_people():
        for name, device in _iter_copies(device_group, person.pod or 0):
            yield name if device.has_names_by_pod else f"{name} ({person.username})", device


def _iter_copies(device_group: DeviceGroup, pod: int) -> Iterator[tuple[str, DeviceType]]:
    return ((device.names.render(n, pod), device) for device in device_group.devices for n in device.numbers)


def _list_pods(device_group: DeviceGroup) -> list[int]:
    """Return the pods whose names must be compared: one where the names of all are alike."""
    people = [] if device_group.owner is None else [person.pod or 0 for person in device_group.owner.iter_people()]
    if not any(device.names.has("pod") for device in device_group.devices):
        return people[:1]
    is_small = len(people) * sum(device.quantity for device in device_group.devices) <= _MOST_COMPARED
    return people if is_small else [people[0], people[-1]]
