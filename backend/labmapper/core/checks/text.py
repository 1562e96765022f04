"""Text that no XML file can hold: Guacamole would refuse the whole file for one such character."""

from collections.abc import Callable, Iterator
from functools import partial

from labmapper.core.guacamole.xml_text import find_forbidden_character
from labmapper.core.lab.numbering import Pattern
from labmapper.core.lab.places import parameter_place, password_place, person_place, title_place
from labmapper.core.lab.structure import DeviceType, Lab, UserType
from labmapper.core.problems import Place, Problem


def check_text(lab: Lab) -> Iterator[Problem]:
    """Yield every text of *lab* that has a character XML 1.0 cannot hold."""
    for users in lab.users:
        locate = partial(title_place, users)
        yield from _check(_join(users.usernames), locate, "user-name")
        for position, password in users.iter_typed_passwords():
            yield from _check_password(users, position, password)
        for position, person in enumerate(users.roster):
            yield from _check(person.username, partial(person_place, users, position), "roster-name")
    for device in lab.devices:
        # All texts at once: hardly any device has such a character.
        texts = (text for name, value in device.parameters for text in (name, *value.iter_texts()))
        if not find_forbidden_character("".join([*device.names.iter_texts(), *texts])):
            continue
        yield from _check(_join(device.names), partial(title_place, device), "device-name")
        yield from _check_parameters(device)


def _check_password(users: UserType, position: int | None, password: str) -> Iterator[Problem]:
    locate = partial(password_place, users, position)
    if position is None:
        yield from _check(password, locate, "password")
    else:
        yield from _check(password, locate, "roster-password", user=users.roster[position].username)


def _check_parameters(device: DeviceType) -> Iterator[Problem]:
    for name, value in device.parameters:
        locate = partial(parameter_place, device, name)
        yield from _check(name, locate, "parameter-name")
        yield from _check(_join(value), locate, "parameter-value", parameter=name)


def _join(pattern: Pattern) -> str:
    return "".join(pattern.iter_texts())


def _check(text: str, locate: Callable[[], Place], what: str, **facts: str) -> Iterator[Problem]:
    """Yield a problem where *text*, which is *what*, has such a character; *facts* say more about what it is."""
    character = find_forbidden_character(text)
    if character:
        yield Problem.error("text-not-xml", locate(), variant=what, character=character, **facts)
