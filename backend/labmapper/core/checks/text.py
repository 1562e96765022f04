"""Text that no XML file can hold: Guacamole would refuse the whole file for one such character."""

from collections.abc import Callable, Iterator
from functools import partial

from labmapper.core.guacamole.xml_text import find_forbidden_character
from labmapper.core.lab.numbering import Pattern
from labmapper.core.lab.places import parameter_place, title_place
from labmapper.core.lab.structure import DeviceType, Lab
from labmapper.core.problems import Place, Problem


def check_text(lab: Lab) -> Iterator[Problem]:
    """Yield every text of *lab* that has a character XML 1.0 cannot hold."""
    for users in lab.users:
        locate = partial(title_place, users)
        yield from _check(_join(users.usernames), locate, "user-name")
        yield from _check(getattr(users.password, "value", ""), locate, "password")
        for person in users.roster:
            yield from _check(person.username, locate, "roster-name")
            yield from _check(person.password or "", locate, "roster-password", user=person.username)
    for device in lab.devices:
        yield from _check(_join(device.names), partial(title_place, device), "device-name")
        yield from _check_parameters(device)


def _check_parameters(device: DeviceType) -> Iterator[Problem]:
    for name, value in device.parameters:
        locate = partial(parameter_place, device, name)
        yield from _check(name, locate, "parameter-name")
        yield from _check(_join(value), locate, "parameter-value", parameter=name)


def _join(pattern: Pattern) -> str:
    return "".join(part for part in pattern.parts if isinstance(part, str))


def _check(text: str, locate: Callable[[], Place], what: str, **facts: str) -> Iterator[Problem]:
    """Yield a problem where *text*, which is *what*, has such a character; *facts* say more about what it is."""
    character = find_forbidden_character(text)
    if character:
        yield Problem.error("text-not-xml", locate(), variant=what, character=character, **facts)
