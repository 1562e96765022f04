"""``config.yaml``: the file of ``usermapper`` 0.3, and Labmapper's optional keys beside its own.

Every value is taken as it is written. Where usermapper would read something else, a warning says so
(``docs/usermapper.md``).
"""

import re

from labmapper.core.guacamole.versions import RELEASES
from labmapper.core.lab.copies import share_out_lists
from labmapper.core.lab.defaults import apply_defaults
from labmapper.core.lab.passwords import LENGTH, LONGEST, SHORTEST, Hashing, PasswordRecipe
from labmapper.core.lab.structure import (
    MAX_COUNT,
    Defaults,
    DeviceType,
    Lab,
    UserType,
)
from labmapper.core.problem_list import ProblemList
from labmapper.core.problems import Place, Problem, has_errors
from labmapper.core.suggestions import find_nearest, first_suggestions
from labmapper.core.yaml.comments import list_comments
from labmapper.core.yaml.nodes import UnreadableYamlError, parse_yaml
from labmapper.core.yaml.sections import Section
from labmapper.core.yaml.top_keys import iter_top_keys
from labmapper.formats.usermapper_config.counting import check_hosts
from labmapper.formats.usermapper_config.devices import read_device, read_value
from labmapper.formats.usermapper_config.users import read_users

_TOP_KEYS = ("users", "devices", "guacamole", "passwords", "defaults")
_HASHINGS: dict[str, Hashing] = {"plain": "plain", "sha256": "sha256", "md5": "md5"}
_FIRST_KEY = re.compile(rb"^([\"']?)(users|devices)\1[ \t]*:", re.IGNORECASE | re.MULTILINE)


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
    # A pattern that begins at each of millions of lines takes long; two words are found at once.
    lowered = data.lower()
    if b"users" not in lowered and b"devices" not in lowered:
        return False
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
    users = tuple(read_users(section, name) for name, section in user_sections.items())
    devices = tuple(read_device(section, name) for name, section in device_sections.items())
    sections = {section.path: section for section in (*user_sections.values(), *device_sections.values())}
    _check_references(sections, users, devices)
    root.problems.extend(check_hosts(sections, devices))
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
    return Defaults(protocol, tuple((key, read_value(given, key, protocol)) for key in written), head | places)


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
