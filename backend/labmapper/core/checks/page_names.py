"""Names of connections with which Guacamole's start page would not open, where the output has connections by name."""

from collections.abc import Iterator

from labmapper.core.guacamole.page_names import find_beyond_page, spell_for_page
from labmapper.core.lab.connections import render_connection_name
from labmapper.core.lab.places import person_place, title_place
from labmapper.core.lab.structure import DeviceType, Lab, UserType
from labmapper.core.problems import Place, Problem


def check_page_names(lab: Lab) -> Iterator[Problem]:
    """Yield every name that the page could not encode: of devices, and of people after whom copies are called."""
    told: set[tuple[Place, str]] = set()
    for device in lab.devices:
        name = device.names.render(device.first, 1)
        character = find_beyond_page(name)
        if character and device.quantity and (title_place(device), name) not in told:
            told.add((title_place(device), name))
            yield _build(title_place(device), character, name)
    for owners in lab.users:
        seen = _find_called_after_people(lab, owners)
        if seen is not None:
            yield from _check_owners(owners, seen)


def _find_called_after_people(lab: Lab, owners: UserType) -> DeviceType | None:
    """Return a device whose copies others than *owners* see under the names of these."""
    others = [users for users in lab.users if users is not owners and users.size]
    pods = [device for device in lab.devices if device.pod == owners.name and not device.has_names_by_pod]
    reached = {device.name for users in others for device in lab.list_reached(users)} if pods else set()
    return next((device for device in pods if device.quantity and device.name in reached), None)


def _check_owners(owners: UserType, device: DeviceType) -> Iterator[Problem]:
    """Yield a problem for each of *owners* whose name does not do; counted names are alike, so for the first of them."""
    for position, person in enumerate(owners.iter_people()):
        character = find_beyond_page(person.username)
        if character:
            place = person_place(owners, position) if owners.roster else title_place(owners)
            name = render_connection_name(device, device.first, person, apart=True)
            yield _build_copy(place, character, name, person.username)
            if not owners.roster:
                return


def _build(place: Place, character: str, name: str) -> Problem:
    facts, spelling = {"character": _show(character), "name": name}, spell_for_page(name)
    if spelling is None:
        return Problem.error("name-shuts-page", place, variant="name", character=facts["character"], name=name)
    return Problem.error(
        "name-shuts-page", place, variant="name-spelt", character=facts["character"], name=name, spelling=spelling
    )


def _build_copy(place: Place, character: str, name: str, username: str) -> Problem:
    shown, spelling = _show(character), spell_for_page(username)
    if spelling is None:
        return Problem.error("name-shuts-page", place, variant="copy", character=shown, name=name)
    return Problem.error("name-shuts-page", place, variant="copy-spelt", character=shown, name=name, spelling=spelling)


def _show(character: str) -> str:
    """Return *character* as people can tell it: itself where it can be seen, and its number."""
    number = f"U+{ord(character):04X}"
    return f"'{character}' ({number})" if character.isprintable() else number
