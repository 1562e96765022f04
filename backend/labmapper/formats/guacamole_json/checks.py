"""What encrypted JSON cannot do, and options that are none. No message has the key in it."""

from collections.abc import Iterator
from datetime import UTC, datetime

from labmapper.core.guacamole.page_names import find_beyond_page
from labmapper.core.guacamole.tokens import find_tokens
from labmapper.core.lab.connections import iter_connections
from labmapper.core.lab.places import parameter_place, title_place
from labmapper.core.lab.structure import DeviceType, Lab
from labmapper.core.problems import Place, Problem
from labmapper.formats.format import Content
from labmapper.formats.guacamole_json.documents import find_base, find_end, measure_link
from labmapper.formats.guacamole_json.encryption import parse_key

# Beyond this some mail programs break a link, and no code that is photographed holds it.
_LONG_LINK = 8_000


def check_json(content: Content) -> Iterator[Problem]:
    """Yield what is wrong with the options, and what of *content* would not work."""
    values = content.values
    if parse_key(str(values["key"])) is None:
        yield Problem.error("output-option", Place(field="key"), variant="key")
    if find_base(str(values["address"])) is None:
        yield Problem.error("output-option", Place(field="address"), variant="address", name=str(values["address"]))
    if find_end(values, datetime.now(UTC)) is None:
        yield Problem.error("output-option", Place(field="ends"), variant="ends", name=str(values["ends"]))
    for device in content.lab.devices:
        yield from _check_tokens(device)
    yield from _check_names(content.lab)
    length = max(
        (
            measure_link(content.lab, users, users.get_person(users.size - 1))
            for users in content.lab.users
            if users.size
        ),
        default=0,
    )
    if length > _LONG_LINK:
        yield Problem.warning("json-long", length=length)


def _check_tokens(device: DeviceType) -> Iterator[Problem]:
    for name, value in device.parameters:
        if any(token.name == "GUAC_PASSWORD" for token in find_tokens(value.render(device.first, 1))):
            shown = device.names.render(device.first, 1)
            yield Problem.error("json-password-token", parameter_place(device, name), parameter=name, name=shown)


def _check_names(lab: Lab) -> Iterator[Problem]:
    """Yield the first name of each group's connections that the page cannot put into an address."""
    for users in lab.users:
        for person in (users.get_person(place) for place in range(min(users.size, 1))):
            for connection in iter_connections(lab, users, person):
                character = find_beyond_page(connection.name)
                if character:
                    shown = f"{character} (U+{ord(character):04X})"
                    yield Problem.error("json-name", title_place(users), name=connection.name, character=shown)
                    break
