"""Connection names that come twice for one user: Guacamole would keep the last and lose the first silently."""

from collections.abc import Iterator

from labmapper.core.checks.ordinary import leave_out_ordinary
from labmapper.core.lab.connections import render_connection_name
from labmapper.core.lab.copy_templates import OWNER, Part, Template, build_fixed_list, build_list, drop_end, resolve
from labmapper.core.lab.places import title_place
from labmapper.core.lab.structure import Copies, DeviceType, Lab, Person, UserType, View
from labmapper.core.problems import Problem


def check_repeats(lab: Lab) -> Iterator[Problem]:
    """Yield every pair of device types that meet on one name for somebody who sees both."""
    if _are_told_apart(lab):
        return
    told: set[tuple[str, str]] = set()
    seen: set[View] = set()
    for users, view in lab.list_views():
        if view not in seen:
            seen.add(view)
            yield from _check_users(lab, users, told)


def _are_told_apart(lab: Lab) -> bool:
    """Return whether no name comes twice in all of *lab*, as in nearly every one, so that nobody can see one twice."""
    if any(device.pod is not None or device.has_names_by_pod for device in leave_out_ordinary(lab).devices):
        return False
    names = [drop_end(device.names.render(n)) for device in lab.devices for n in device.numbers]
    return len(set(names)) == len(names)


def _check_users(lab: Lab, users: UserType, told: set[tuple[str, str]]) -> Iterator[Problem]:
    person = _find_person_with_repeats(lab, users)
    if person is None:
        return
    holders: dict[str, DeviceType] = {}
    for copies in lab.list_copies(users):
        for owner in _list_owners(copies, person):
            for device, n in _list_devices(copies):
                name = render_connection_name(device, n, owner, apart=copies.owner is not None)
                other = holders.get(name)
                holders[name] = device
                if other is None or (other.name, device.name) in told or _is_told_elsewhere(other, device):
                    continue
                told.add((other.name, device.name))
                yield Problem.error("connection-name-taken", title_place(device), name=name)


def _is_told_elsewhere(other: DeviceType, device: DeviceType) -> bool:
    """Return whether ``check_names`` says of this stack that its name does not count."""
    return other is device and device.quantity > 1 and not device.names.has("n")


def _list_devices(copies: Copies) -> Iterator[tuple[DeviceType, int]]:
    return ((device, n) for device in copies.devices for n in device.numbers)


def _list_owners(copies: Copies, person: Person) -> Iterator[Person]:
    return copies.owner.iter_people() if copies.owner else iter((person,))


def _find_person_with_repeats(lab: Lab, users: UserType) -> Person | None:
    """Return somebody of *users* who would see a name twice; only names that hold their pod number differ."""
    parts = [(copies, _build_names(copies)) for copies in lab.list_copies(users)]
    fixed = [(copies, names) for copies, names in parts if copies.owner or not _differs(names)]
    own = [names for copies, names in parts if not copies.owner and _differs(names)]
    common: set[bytes] = set()
    for position, person in enumerate(users.iter_people()):
        if position == 0:
            total = 0
            for copies, names in fixed:
                for owner in _list_owners(copies, person):
                    found = _fill(names, owner)
                    common.update(found)
                    total += len(found)
            if len(common) < total:
                return person
        elif not own:
            return None
        mine = [name for names in own for name in _fill(names, person)]
        if len(set(mine)) < len(mine) or not common.isdisjoint(mine):
            return person
    return None


def _differs(names: Template) -> bool:
    return bool(names.slots)


def _fill(names: Template, owner: Person) -> list[bytes]:
    return names.fill_list(owner.pod or 0, owner.username)


def _build_names(copies: Copies) -> Template:
    """Return the template of all names in *copies*."""
    if copies.owner is None and not any(device.has_names_by_pod for device in copies.devices):
        return build_fixed_list(device.names.render(n) for device, n in _list_devices(copies))
    names: list[list[Part]] = []
    for device in copies.devices:
        apart = copies.owner is not None and not device.has_names_by_pod
        owner: tuple[Part, ...] = (" (", OWNER, ")") if apart else ()
        names.extend([*resolve(device.names, n, str), *owner] for n in device.numbers)
    return build_list(names)
