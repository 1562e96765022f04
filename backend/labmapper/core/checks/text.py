"""Text that no XML file can hold: Guacamole would refuse the whole file for one such character."""

from collections.abc import Callable, Iterator
from functools import partial

from labmapper.core.guacamole.xml_text import find_forbidden_character
from labmapper.core.lab.numbering import Pattern
from labmapper.core.lab.places import parameter_place, title_place
from labmapper.core.lab.structure import DeviceType, Lab, UserType
from labmapper.core.problems import Place, Problem


def check_text(lab: Lab) -> Iterator[Problem]:
    """Yield every text of *lab* that has a character XML 1.0 cannot hold."""
    for users in lab.users:
        yield from _check(_join(users.usernames), "The user name", partial(title_place, users))
        for what, text in _iter_secrets(users):
            yield from _check(text, what, partial(title_place, users))
    for device in lab.devices:
        yield from _check(_join(device.names), "The name", partial(title_place, device))
        yield from _check_parameters(device)


def _iter_secrets(users: UserType) -> Iterator[tuple[str, str]]:
    yield "The password", getattr(users.password, "value", "")
    for person in users.roster:
        yield "A user name of the roster", person.username
        yield f"The password of {person.username}", person.password or ""


def _check_parameters(device: DeviceType) -> Iterator[Problem]:
    for name, value in device.parameters:
        locate = partial(parameter_place, device, name)
        yield from _check(name, "A parameter name", locate)
        yield from _check(_join(value), f"The value of {name}", locate)


def _join(pattern: Pattern) -> str:
    return "".join(part for part in pattern.parts if isinstance(part, str))


def _check(text: str, what: str, locate: Callable[[], Place]) -> Iterator[Problem]:
    character = find_forbidden_character(text)
    if character:
        yield Problem(
            "text-not-xml",
            "error",
            f"{what} has the character {character}, which no XML file can hold.",
            "Delete the character and type the text again.",
            locate(),
        )
