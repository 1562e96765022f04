"""What MySQL and MariaDB take for one where PostgreSQL does not, and the characters that Guacamole's tables there lack.

Their tables have characters of up to three bytes, and compare without capitals, accents and blanks at the end. Whether two
names are really one for a server depends on its collation; here everything that any of them takes for one is refused.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from labmapper.core.lab.listed import CarriedAddresses
from labmapper.core.lab.places import person_place, title_place
from labmapper.core.lab.structure import DeviceType, UserType
from labmapper.core.problems import Place, Problem
from labmapper.formats.format import Content
from labmapper.formats.guacamole_database.checks import MOST_NAME, check_database, iter_names_together
from labmapper.formats.guacamole_database.connection_groups import Layout, build_layout

_FOUR_BYTES = re.compile("[\U00010000-\U0010ffff]")
# What some collation takes for one beyond capitals and marks: letters with a stroke, and final forms in Hebrew.
_ALIKE = dict(zip(map(ord, "øØħĦðÐđĐłŁıґҐךםןףץ"), "oohhddddlli\u0433\u0433כמנפצ", strict=True)) | {ord("·"): ""}
Named = tuple[str, Place]


def check_mysql(content: Content) -> Iterator[Problem]:
    """Yield what no database can hold of *content*, and what only MySQL cannot."""
    yield from check_database(content)
    if content.values.get("what") == "remove":
        return
    layout = build_layout(content)
    groups = [(layout.name_user_group(users.name), title_place(users)) for users in content.lab.users]
    yield from _check_texts((*groups, (layout.title, Place(field="lab"))))
    yield from _check_alike(groups, "group-alike")
    people = [named for users in content.lab.users for named in _list_people(users)]
    yield from _check_texts(people)
    yield from _check_alike(people, "user")
    for users in content.lab.users:
        for person in users.roster:
            yield from _check_texts((text, title_place(users)) for text in (person.name, person.email))
    if content.values.get("what") != "people":
        yield from _check_connections(layout)


def _check_connections(layout: Layout) -> Iterator[Problem]:
    for device in layout.lab.devices:
        texts = (device.names.render(device.first, 1), *(name for name, _ in device.parameters))
        yield from _check_texts((text, title_place(device)) for text in texts)
        yield from _check_values(device)
        names = [(name, title_place(device)) for name, _ in device.parameters if name != "protocol"]
        yield from _check_alike(names, "parameter-alike")
    zones: dict[tuple[str, ...], list[Named]] = {}
    for path, _ in layout.iter_zones():
        zones.setdefault(path[:-1], []).append((path[-1], Place()))
    # Below the same zones the groups of people stand, too.
    for device_group in layout.device_groups:
        if device_group.owner is not None and device_group.zones in zones and not device_group.apart:
            zones[device_group.zones] += [(person.username, Place()) for person in device_group.owner.iter_people()]
    for beside in zones.values():
        yield from _check_texts(beside)
        yield from _check_alike(dict(beside).items(), "group-alike")
    for together in iter_names_together(layout):
        yield from _check_alike(((name, title_place(device)) for name, device in together), "connection-alike")


def _list_people(users: UserType) -> Iterator[Named]:
    for position, person in enumerate(users.iter_people()):
        yield person.username, person_place(users, position) if users.roster else title_place(users)


def _check_values(device: DeviceType) -> Iterator[Problem]:
    """Yield the first value that the tables cannot hold, by the name of its parameter: the value may be a secret."""
    place = title_place(device)
    for name, value in device.parameters:
        listed = value.listed.values if value.listed else ()
        # Addresses that carry may be very many, and none of them has such a character.
        for text in (value.render(device.first, 1), *(() if isinstance(listed, CarriedAddresses) else listed)):
            if _find_long(text):
                yield _tell_long(text, place, name)
                return


def _check_texts(texts: Iterable[Named]) -> Iterator[Problem]:
    for text, place in texts:
        if _find_long(text):
            yield _tell_long(text, place, text)
            return


def _find_long(text: str) -> str | None:
    """Return the first character of *text* that takes four bytes, None where it has none."""
    match = None if text.isascii() else _FOUR_BYTES.search(text)
    return match.group() if match else None


def _tell_long(text: str, place: Place, name: str) -> Problem:
    character = _find_long(text) or ""
    return Problem.error("database-character", place, character=f"{character} (U+{ord(character):X})", name=name)


def _check_alike(names: Iterable[Named], variant: str) -> Iterator[Problem]:
    """Yield the first two of *names* that differ, and that MySQL takes for one."""
    seen: dict[str, str] = {}
    for name, place in names:
        for folded in _fold(name):
            other = seen.setdefault(folded, name)
            if other != name:
                yield Problem.error("database-names-meet", place, variant=variant, name=other, other=name)
                return


def _fold(name: str) -> set[str]:
    """Return texts of which two names share one where any collation takes the names for equal; no database holds a longer one."""
    if name.isascii() or len(name) > MOST_NAME:
        return {name.lower().rstrip(" ")}
    # Guacamole's tables take a sharp s for one s, newer collations for two.
    return {_strip(name.replace("ß", sharp)) for sharp in ("s", "ss")}


def _strip(name: str) -> str:
    """Return *name* without capitals, marks, characters that are not shown, and blanks at its end."""
    for _ in range(2):
        apart = unicodedata.normalize("NFKD", name).translate(_ALIKE)
        name = "".join(each for each in apart if unicodedata.category(each) not in {"Mn", "Cf"}).casefold()
    return name.rstrip()
