"""One of the ``users`` of a config.yaml: names, passwords, and the roster."""

from labmapper.core.lab.numbering import build_literal
from labmapper.core.lab.passwords import HASH_DIGITS, Encoding
from labmapper.core.lab.structure import (
    MAX_COUNT,
    MAX_POD,
    MAX_ROTATION,
    FixedPassword,
    Person,
    RandomPassword,
    UserType,
)
from labmapper.core.problems import Place
from labmapper.core.yaml.nodes import Mapping, Scalar, Sequence
from labmapper.core.yaml.sections import Section
from labmapper.formats.usermapper_config.names import find_lines, read_names

_USER_KEYS = (
    *("quantity", "username_prefix", "username_suffix", "password"),
    *("fixed_password", "rotation", "rotations", "roster", "reaches", "patterns"),
)
_ROSTER_KEYS = ("username", "password", "encoding", "pod", "name", "email", "id")


def read_users(section: Section, name: str) -> UserType:
    """Return the user type *name* that *section* describes; what is wrong is reported there."""
    section.check_keys(_USER_KEYS)
    roster = _read_roster(section)
    patterns = section.enter("patterns")
    patterns.check_keys(("username",))
    usernames, first, quantity = build_literal(""), 1, 0
    if not section.has("roster"):
        quantity = section.get_number("quantity", MAX_COUNT)
        usernames, first = read_names(section, "username", patterns.find_text("username"))
    return UserType(
        name,
        usernames,
        first,
        quantity,
        _read_password(section),
        roster,
        _read_reaches(section),
        Place(None, section.path, section.mapping.line, section.mapping.column),
        _list_user_lines(section, patterns),
    )


def _list_user_lines(section: Section, patterns: Section) -> dict[str, int]:
    """Return where the user names, the password and what is known of each person of the roster are written."""
    names = ((section, "username_prefix"), (section, "username_suffix"), (patterns, "username"))
    passwords = ((section, "password"), (section, "fixed_password"))
    roster = section.mapping.entries.get("roster")
    written = {
        f"roster.{position}.{key}": scalar.line
        for position, person in enumerate(roster.items if isinstance(roster, Sequence) else ())
        for key, scalar in (person.keys.items() if isinstance(person, Mapping) else ())
    }
    return written | find_lines("names", *names) | find_lines("password", *passwords)


def _read_password(section: Section) -> FixedPassword | RandomPassword:
    fixed = section.find_text("fixed_password")
    if fixed is not None:
        return FixedPassword(fixed)
    password = section.get_text("password", "random")
    if password != "random":  # noqa: S105 - the word that asks for one
        return FixedPassword(password)
    rotations = section.enter("rotations")
    each = tuple((username, rotations.get_number(username, MAX_ROTATION)) for username in rotations.mapping.entries)
    return RandomPassword(section.get_number("rotation", MAX_ROTATION, 0), each)


def _read_roster(section: Section) -> tuple[Person, ...]:
    roster = section.mapping.entries.get("roster")
    if not section.has("roster"):
        return ()
    if not isinstance(roster, Sequence):
        section.error("config-shape", "roster", variant="people-list", key=section.name("roster"))
        return ()
    people = []
    for position, item in enumerate(roster.items):
        entry = Section.open(item, f"{section.path}.roster.{position}", section.problems)
        entry.check_keys(_ROSTER_KEYS)
        pod = entry.get_number("pod", MAX_POD) if entry.has("pod") else None
        about = {key: entry.find_text(key) or "" for key in ("name", "email", "id")}
        username, password = entry.get_text("username", "alice"), entry.find_text("password")
        people.append(Person(username, password, pod, **about, encoding=_read_encoding(entry)))
    return tuple(people)


def _read_encoding(entry: Section) -> Encoding | None:
    """Return of which kind the hash is that stands as the password, None where it is a password."""
    if not entry.has("encoding"):
        return None
    if not entry.has("password"):
        entry.error("config-missing-key", variant="inside", parent=entry.path, key="password", example="5f4dcc3b...")
    encoding = entry.find_choice("encoding", ("plain", *HASH_DIGITS), "plain")
    return next((each for each in HASH_DIGITS if each == encoding), None)


def _read_reaches(section: Section) -> tuple[str, ...] | None:
    reaches = section.mapping.entries.get("reaches")
    if reaches is None:
        return None
    items = reaches.items if isinstance(reaches, Sequence) else (reaches,)
    return tuple(item.text for item in items if isinstance(item, Scalar) and not item.is_null)
