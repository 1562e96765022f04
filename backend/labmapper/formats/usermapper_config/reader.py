"""``config.yaml``: the file of ``usermapper`` 0.3, and Labmapper's optional keys beside its own.

Every value is taken as it is written. Where usermapper would read something else, a warning says so
(``docs/usermapper.md``).
"""

import re

from labmapper.core.guacamole.catalogue import PROTOCOLS
from labmapper.core.guacamole.versions import RELEASES
from labmapper.core.lab.copies import build_listed, carry, parse_copies, share_out_lists
from labmapper.core.lab.defaults import apply_defaults
from labmapper.core.lab.listed import Copies
from labmapper.core.lab.numbering import Field, Pattern, build_literal, build_pattern, count_up, parse_pattern
from labmapper.core.lab.passwords import HASH_DIGITS, LENGTH, LONGEST, SHORTEST, Encoding, Hashing, PasswordRecipe
from labmapper.core.lab.structure import (
    MAX_COUNT,
    MAX_POD,
    MAX_ROTATION,
    Defaults,
    DeviceType,
    FixedPassword,
    Lab,
    Person,
    RandomPassword,
    UserType,
)
from labmapper.core.problem_list import ProblemList
from labmapper.core.problems import Place, Problem, has_errors
from labmapper.core.suggestions import find_nearest, first_suggestions
from labmapper.core.yaml.comments import list_comments
from labmapper.core.yaml.nodes import Mapping, Scalar, Sequence, UnreadableYamlError, parse_yaml
from labmapper.core.yaml.sections import Section
from labmapper.core.yaml.top_keys import iter_top_keys
from labmapper.formats.usermapper_config.copies import read_copies

_TOP_KEYS = ("users", "devices", "guacamole", "passwords", "defaults")
_USER_KEYS = (
    *("quantity", "username_prefix", "username_suffix", "password"),
    *("fixed_password", "rotation", "rotations", "roster", "reaches", "patterns"),
)
_ROSTER_KEYS = ("username", "password", "encoding", "pod", "name", "email", "id")
_DEVICE_KEYS = (
    *("quantity", "name_prefix", "name_suffix", "hostname_prefix", "hostname_suffix", "parameters"),
    *("pod_of", "patterns", "copies"),
)
_HASHINGS: dict[str, Hashing] = {"plain": "plain", "sha256": "sha256", "md5": "md5"}
_FIRST_KEY = re.compile(rb"^([\"']?)(users|devices)\1[ \t]*:", re.IGNORECASE | re.MULTILINE)
_TRUE = frozenset({"true", "yes", "on"})


def parse_config(data: bytes) -> tuple[Lab | None, tuple[Problem, ...]]:
    """Return the lab that *data* describes, or None where an error keeps it from being read, and all problems."""
    try:
        root, problems = parse_yaml(data)
    except UnreadableYamlError as error:
        return None, (error.problem,)
    section = Section.open(root, "", ProblemList(problems))
    with first_suggestions():
        lab = _read_lab(section, list_comments(data.decode("utf-8-sig")))
    return (None if has_errors(section.problems) else lab), tuple(section.problems)


def recognises(data: bytes) -> bool:
    """Return whether *data* has a key of a ``config.yaml`` at its top, on a line of its own or in braces as in JSON."""
    return _FIRST_KEY.search(data) is not None or any(
        key.lower() in ("users", "devices") for key in iter_top_keys(data)
    )


def _read_lab(root: Section, comments: tuple[int, ...]) -> Lab:
    root.check_keys(_TOP_KEYS)
    for key in ("users", "devices"):
        if key not in root.mapping.entries:
            root.error("config-missing-key", variant="top", key=key)
    user_sections = dict(root.enter("users").enter_all())
    device_sections = dict(root.enter("devices").enter_all())
    users = tuple(_read_users(section, name) for name, section in user_sections.items())
    devices = tuple(_read_device(section, name) for name, section in device_sections.items())
    sections = {section.path: section for section in (*user_sections.values(), *device_sections.values())}
    _check_references(sections, users, devices)
    version, hashing = _read_guacamole(root.enter("guacamole"))
    recipe, defaults = _read_recipe(root), _read_defaults(root.enter("defaults"))
    return share_out_lists(apply_defaults(Lab(users, devices, version, hashing, recipe, comments, defaults)))


def _read_defaults(section: Section) -> tuple[Defaults, ...]:
    """Return the defaults by protocol; values have placeholders, as those of a drawing."""
    return tuple(_read_protocol(given, protocol) for protocol, given in section.enter_all())


def _read_protocol(given: Section, protocol: str) -> Defaults:
    written = [key for key in given.mapping.entries if given.has(key)]
    for key in given.mapping.entries.keys() - set(written):
        given.warn("config-empty-parameter", key, key=given.name(key))
    places = {key: Place(None, given.name(key), given.mapping.keys[key].line) for key in written}
    head = {"": Place(None, given.path, given.mapping.line)}
    return Defaults(protocol, tuple((key, _read_value(given, key, protocol)) for key in written), head | places)


def _read_guacamole(section: Section) -> tuple[str, Hashing]:
    section.check_keys(("version", "hashing"))
    version = section.find_choice("version", RELEASES, Lab().guacamole)
    hashing = section.find_choice("hashing", tuple(_HASHINGS), "plain")
    return version, _HASHINGS[hashing]


def _read_recipe(root: Section) -> PasswordRecipe | None:
    """Return how random passwords are made; a file that says nothing of it keeps those it always had."""
    section = root.enter("passwords")
    if section.find_choice("version", ("1", "2"), "2" if root.has("passwords") else "1") == "1":
        section.check_keys(("version",))
        return None
    section.check_keys(("version", "length", "symbol"))
    length = section.get_number("length", MAX_COUNT, LENGTH)
    if not SHORTEST <= length <= LONGEST:
        section.error("config-password-length", "length", length=length, least=SHORTEST, most=LONGEST)
    return PasswordRecipe(length, section.find_choice("symbol", ("true", "false"), "false") == "true")


def _read_users(section: Section, name: str) -> UserType:
    section.check_keys(_USER_KEYS)
    roster = _read_roster(section)
    patterns = section.enter("patterns")
    patterns.check_keys(("username",))
    usernames, first, quantity = build_literal(""), 1, 0
    if not section.has("roster"):
        quantity = section.get_number("quantity", MAX_COUNT)
        usernames, first = _read_names(section, "username", patterns.find_text("username"))
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
    return written | _find_lines("names", *names) | _find_lines("password", *passwords)


def _read_names(section: Section, stem: str, pattern: str | None) -> tuple[Pattern, int]:
    """Return the names that prefix and suffix spell, or *pattern* where there is one, and the first number."""
    if pattern is not None:
        return parse_pattern(pattern), 1
    prefix = section.get_text(f"{stem}_prefix", "R")
    suffix = section.get_digits(f"{stem}_suffix", "01")
    return build_pattern([prefix, Field("n", 1, 0, len(suffix))]), int(suffix)


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


def _read_device(section: Section, name: str) -> DeviceType:
    section.check_keys(_DEVICE_KEYS)
    patterns = section.enter("patterns")
    names, first = _read_names(section, "name", patterns.find_text("name"))
    quantity = section.get_number("quantity", MAX_COUNT)
    copies = read_copies(section, patterns)
    return DeviceType(
        name,
        names,
        first,
        quantity,
        _read_parameters(section, patterns, copies, range(first, first + quantity)),
        section.find_text("pod_of"),
        Place(None, section.path, section.mapping.line, section.mapping.column),
        _list_lines(section, patterns),
    )


def _list_lines(section: Section, patterns: Section) -> dict[str, int]:
    """Return where the name and the parameters are written; a host that counts is its suffix."""
    parameters = section.mapping.entries.get("parameters")
    keys = (*(parameters.keys.items() if isinstance(parameters, Mapping) else ()), *patterns.mapping.keys.items())
    copies = section.mapping.entries.get("copies")
    said = copies.keys if isinstance(copies, Mapping) else {}
    written = {f"parameters.{key}": scalar.line for key, scalar in (*keys, *said.items())}
    hostname = ((section, "hostname_prefix"), (section, "hostname_suffix"), (patterns, "hostname"))
    names = ((section, "name_prefix"), (section, "name_suffix"), (patterns, "name"))
    if "hostname" not in said:
        written |= _find_lines("parameters.hostname", *hostname)
    return written | _find_lines("names", *names)


def _find_lines(part: str, *keys: tuple[Section, str]) -> dict[str, int]:
    """Return the line of the last of *keys* that is written, as the place of *part*."""
    lines = [section.mapping.keys[key].line for section, key in keys if key in section.mapping.keys]
    return {part: lines[-1]} if lines else {}


def _read_hostname(section: Section, patterns: Section, copies: Copies | None, numbers: range) -> Pattern:
    if isinstance(copies, list):
        return build_listed(copies, numbers)
    pattern = patterns.find_text("hostname")
    if pattern is not None:
        return parse_copies(pattern, copies or "same", numbers)
    prefix = section.get_text("hostname_prefix", "'10.0.10.'")
    suffix = section.get_digits("hostname_suffix", "1")
    if copies == "same":
        return build_literal(prefix + suffix)
    counted = build_pattern([prefix, Field("n", 1, int(suffix) - numbers.start, len(suffix))])
    return (copies == "carries" and carry(counted, numbers)) or counted


def _read_parameters(
    section: Section, patterns: Section, copies: dict[str, Copies], numbers: range
) -> tuple[tuple[str, Pattern], ...]:
    """Return the parameters in the order of the file; as in usermapper, a hostname among them is only its place."""
    if not section.has("parameters"):
        section.error("config-missing-key", variant="parameters", parent=section.path)
    hostname = _read_hostname(section, patterns, copies.pop("hostname", None), numbers)
    written = section.enter("parameters")
    protocol = written.find_text("protocol") or ""
    spelled = {
        key: parse_copies(text, copies.get(key, "same"), numbers)
        for key in patterns.mapping.entries
        if key != "name" and (text := patterns.find_text(key)) is not None
    } | {key: build_listed(values, numbers) for key, values in copies.items() if isinstance(values, list)}
    parameters: dict[str, Pattern] = {}
    for key in written.mapping.entries:
        if key == "hostname":
            _check_hostname(written)
            parameters[key] = hostname
        elif key in spelled:
            parameters[key] = spelled[key]
        elif written.has(key):
            value = build_literal(_read_value(written, key, protocol))
            counted = value if copies.get(key, "same") == "same" else count_up(value, numbers.start)
            parameters[key] = (copies.get(key) == "carries" and carry(counted, numbers)) or counted
        else:
            written.warn("config-empty-parameter", key, key=written.name(key))
    return tuple(
        (
            parameters
            | ({} if "hostname" in parameters else {"hostname": hostname})
            | {key: value for key, value in spelled.items() if key not in parameters}
        ).items()
    )


def _check_hostname(written: Section) -> None:
    if written.has("hostname"):
        written.warn("config-hostname-unused", "hostname", key=written.name("hostname"))


def _read_value(written: Section, key: str, protocol: str) -> str:
    """Return the text under *key*; what YAML calls a boolean becomes the word that guacd knows."""
    value = written.mapping.entries[key]
    if isinstance(value, Scalar) and value.kind == "bool" and _is_boolean(protocol, key):
        return "true" if value.text.lower() in _TRUE else "false"
    return written.find_text(key) or ""


def _is_boolean(protocol: str, key: str) -> bool:
    known = PROTOCOLS[protocol].parameters if protocol in PROTOCOLS else {}
    return key in known and known[key].kind == "boolean"


def _check_references(
    sections: dict[str, Section], users: tuple[UserType, ...], devices: tuple[DeviceType, ...]
) -> None:
    """Report what ``reaches`` and ``pod_of`` name and is not there; *sections* are those of all types, by path."""
    user_names, device_names = [each.name for each in users], [each.name for each in devices]
    for each in users:
        for name in set(each.reaches or ()).difference(device_names):
            _report_unknown(sections[f"users.{each.name}"], "reaches", name, device_names)
    for device in devices:
        if device.pod is not None and device.pod not in user_names:
            _report_unknown(sections[f"devices.{device.name}"], "pod_of", device.pod, user_names)


def _report_unknown(section: Section, key: str, name: str, known: list[str]) -> None:
    near = find_nearest(name, known, at_least=0.6)
    facts = {"key": section.name(key), "name": name}
    if near:
        section.error("config-unknown-type", key, variant="near", near=near, **facts)
    elif known:
        section.error("config-unknown-type", key, variant="known", known=known, **facts)
    else:
        section.error("config-unknown-type", key, variant="none", **facts)
