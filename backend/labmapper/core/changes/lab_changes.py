"""What changed between the labs that two drawings mean, and so between their mappings. No secret is ever named."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from labmapper.core.changes.change import Change, build_change
from labmapper.core.guacamole.secrets import is_secret
from labmapper.core.lab.numbering import Field, Pattern, build_pattern
from labmapper.core.lab.passwords import Hashing
from labmapper.core.lab.spelling import render_pattern
from labmapper.core.lab.structure import DeviceType, FixedPassword, Lab, Person, UserType

# Facts by name; their order is that in the file.
_Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _OnePer:
    """That a device exists once for each user of *owner*."""

    owner: str


def list_lab_changes(old: Lab, new: Lab) -> tuple[Change, ...]:
    """Return who and what was added, removed and changed from *old* to *new*, as the mapping tells."""
    has_pods = _has_pods(old) or _has_pods(new)
    return (
        *tell_settings((old.guacamole, old.hashing, old.recipe), (new.guacamole, new.hashing, new.recipe)),
        *_compare(_list_people(old, has_pods=has_pods), _list_people(new, has_pods=has_pods), "users"),
        *_compare(_list_devices(old), _list_devices(new), "devices"),
    )


def tell_settings(old: tuple[str, Hashing, object], new: tuple[str, Hashing, object]) -> Iterator[Change]:
    """Yield what is new in the release of Guacamole, in how passwords are written and in how random ones are made."""
    if old[0] != new[0]:
        yield build_change("guacamole-changed", new=new[0], old=old[0])
    if old[1] != new[1]:
        yield build_change("hashing-changed", f"{old[1]}-to-{new[1]}")
    if old[2] != new[2]:
        yield build_change("recipe-changed")


def tell_defaults(old: Mapping[str, _Facts], new: Mapping[str, _Facts]) -> Iterator[Change]:
    """Yield what is new in the defaults, by protocol."""
    for protocol in dict.fromkeys((*new, *old)):
        told = tuple(tell_facts(old.get(protocol, {}), new.get(protocol, {})))
        if told:
            yield Change("defaults-changed", facts={"protocol": protocol}, details=told)


def tell_facts(old: _Facts, new: _Facts) -> Iterator[Change]:
    """Yield which of the facts *old* are new, and how, each a detail."""
    for key in [*new, *(key for key in old if key not in new)]:
        if old.get(key) != new.get(key):
            yield _tell_fact(key, new)
    if _is_reordered(old, new):
        yield build_change("parameters-reordered")


def _tell_fact(key: str, new: _Facts) -> Change:
    if key == "access" or is_secret(key):
        return build_change("field-changed", field=key)
    if key not in new:
        return build_change("field-removed", field=key)
    value = new[key]
    if isinstance(value, _OnePer):
        return build_change("copies-made", owner=value.owner)
    return build_change("field-set", field=key, value=str(value))


def _compare(old: Mapping[str, _Facts], new: Mapping[str, _Facts], many: str) -> Iterator[Change]:
    yield from (build_change("added", "item", name=name) for name in new if name not in old)
    yield from (build_change("removed", "item", name=name) for name in old if name not in new)
    for name, facts in new.items():
        told = tuple(tell_facts(old[name], facts)) if name in old else ()
        if told:
            yield Change("changed", "item", {"name": name}, told)
    if _is_reordered(old, new):
        yield build_change("order-changed", many)


def _is_reordered(old: Iterable[str], new: Iterable[str]) -> bool:
    """Return whether what is in both stands in another order."""
    before, after = dict.fromkeys(old), dict.fromkeys(new)
    return [key for key in before if key in after] != [key for key in after if key in before]


def _list_people(lab: Lab, *, has_pods: bool) -> dict[str, _Facts]:
    people: dict[str, _Facts] = {}
    for users in lab.users:
        reached = tuple(device.name for device in lab.list_reached(users))
        for person in users.iter_people():
            pod = {"pod": person.pod} if has_pods else {}
            people[person.username] = {"password": _find_password(users, person), "access": reached} | pod
    return people


def _find_password(users: UserType, person: Person) -> object:
    """Return what decides the password of *person*; somebody else's rotation does not."""
    if person.password is not None:
        return person.encoding, person.password
    if isinstance(users.password, FixedPassword):
        return users.password.value
    return users.password.rotation, dict(users.password.rotations).get(person.username, 0)


def _list_devices(lab: Lab) -> dict[str, _Facts]:
    return {name: facts for device in lab.devices for name, facts in _iter_devices(device)}


def _iter_devices(device: DeviceType) -> Iterator[tuple[str, _Facts]]:
    """Yield every device of the type with its parameters; the copies of a pod are told together."""
    copies = {"copies": _OnePer(device.pod)} if device.pod else {}
    for n in device.numbers:
        yield device.names.render(n, 1), {name: _render(value, n) for name, value in device.parameters} | copies


def _render(value: Pattern, n: int) -> str:
    """Return *value* for device number *n*, as it was typed where it differs from pod to pod."""
    if not value.mentions("pod"):
        return value.render(n)
    if value.listed:
        return ", ".join(value.listed.pick(n, pod) for pod in value.listed.list_given_pods())
    parts = (part.render(n) if isinstance(part, Field) and part.variable == "n" else part for part in value.parts)
    return render_pattern(build_pattern(parts))


def _has_pods(lab: Lab) -> bool:
    """Return whether the number of somebody's pod stands anywhere."""
    return any(
        device.pod or any(value.mentions("pod") for value in (device.names, *(each for _, each in device.parameters)))
        for device in lab.devices
    )
