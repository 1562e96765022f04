"""Names and passwords that nobody can type: at Guacamole's log-in form, and those that guacd sends to devices."""

from collections.abc import Iterator

from labmapper.core.guacamole.login_form import find_untypable, name_character
from labmapper.core.guacamole.xml_text import find_forbidden_character
from labmapper.core.lab.numbering import Pattern
from labmapper.core.lab.places import parameter_place, password_place, person_place, title_place
from labmapper.core.lab.structure import DeviceType, Lab, UserType
from labmapper.core.problems import Place, Problem

# What a person would type at the device: ``username``, ``gateway-password``, ``domain`` and so on.
_TYPED = ("username", "password", "domain", "passphrase")


def check_log_ins(lab: Lab) -> Iterator[Problem]:
    """Yield an error for what locks somebody out of Guacamole, and a warning for what a device will hardly take."""
    for users in lab.users:
        yield from _check_users(users)
    for device in lab.devices:
        yield from _check_device(device)


def _check_users(users: UserType) -> Iterator[Problem]:
    yield from _check_log_in("user-name", _join(users.usernames), title_place(users), "")
    for line, person in enumerate(users.roster):
        yield from _check_log_in("roster-name", person.username, person_place(users, line), "")
    for position, password in users.iter_typed_passwords():
        what, user = ("password", "") if position is None else ("roster-password", users.roster[position].username)
        yield from _check_log_in(what, password, password_place(users, position), user)


def _check_log_in(what: str, text: str, place: Place, user: str) -> Iterator[Problem]:
    """Yield an error where *text*, which is *what* (of *user* in a roster), has a character that nobody can type."""
    character = _find(text)
    if character:
        variant = f"{what}-{_tell_cure(character, place)}"
        facts = {"character": name_character(character), "user": user}
        yield Problem.error("log-in-untypable", place, variant=variant, **facts)


def _check_device(device: DeviceType) -> Iterator[Problem]:
    for name, value in device.parameters if device.quantity else ():
        character = _find(_join(value)) if name.endswith(_TYPED) else None
        if character:
            place = parameter_place(device, name)
            facts = {"character": name_character(character), "parameter": name}
            yield Problem.warning("device-log-in-untypable", place, variant=_tell_cure(character, place), **facts)


def _find(text: str) -> str | None:
    """Return the first character of *text* that nobody can type; ``check_text`` tells of what no XML can hold."""
    return None if find_forbidden_character(text) else find_untypable(text)


def _join(pattern: Pattern) -> str:
    return "".join(pattern.iter_texts())


def _tell_cure(character: str, place: Place) -> str:
    """Return what helps: in a file, tabs come from escapes in double quotes and line ends from blocks."""
    if place.line is None:
        return "drawn"
    return {"\t": "tab", "\n": "line-end", "\r": "line-end"}.get(character, "written")
