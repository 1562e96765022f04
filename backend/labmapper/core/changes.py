"""What changed between two drawings, and between the labs they mean, in words. No secret is ever named."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from labmapper.core.diagram import Diagram
from labmapper.core.guacamole.secrets import is_secret
from labmapper.core.lab import DeviceType, Lab

# Where something stands on the canvas is no news.
_PLACES = frozenset({"x", "y", "width", "height", "locked"})


def list_drawing_changes(old: Diagram, new: Diagram) -> tuple[str, ...]:
    """Return what was added, removed and changed from *old* to *new*, a sentence each."""
    sentences = []
    if old.title != new.title:
        sentences.append(f"The title is now '{new.title}'.")
    if old.settings != new.settings:
        sentences.append("The settings changed.")
    before, after = _name_items(old), _name_items(new)
    sentences += [f"{name} added." for key, (name, _) in after.items() if key not in before]
    sentences += [f"{name} removed." for key, (name, _) in before.items() if key not in after]
    for key, (name, item) in after.items():
        if key in before and before[key][1] != item:
            sentences.append(_tell_change(name, before[key][1], item))
    return tuple(sentences)


def list_lab_changes(old: Lab, new: Lab) -> tuple[str, ...]:
    """Return who and what was added, removed and changed from *old* to *new*, as the mapping tells."""
    return (*_compare(_list_people(old), _list_people(new)), *_compare(_list_devices(old), _list_devices(new)))


def _name_items(diagram: Diagram) -> dict[str, tuple[str, Mapping[str, Any]]]:
    """Return every item of *diagram* by its id, with the name that people know it by."""
    labels = {item.id: item.label or item.id for item in (*diagram.nodes, *diagram.zones)}
    named: dict[str, tuple[str, Mapping[str, Any]]] = {}
    for placed in (*diagram.nodes, *diagram.zones):
        named[placed.id] = (labels[placed.id], placed.model_dump())
    for link in diagram.links:
        ends = f"{labels[link.source.node]} and {labels[link.target.node]}"
        named[link.id] = (f"The cable between {ends}", link.model_dump())
    for edge in diagram.access:
        named[edge.id] = (f"The access of {labels[edge.users]} to {labels[edge.target]}", edge.model_dump())
    return named


def _tell_change(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    changed = [key for key in new if old.get(key) != new[key]]
    told = [key for key in changed if key not in _PLACES]
    if not told:
        return f"{name} moved."
    if told == ["label"]:
        return f"{name} was called '{old['label']}'."
    if told == ["count"]:
        return f"{name}: {new['count']} of them, not {old['count']}."
    return f"{name}: {', '.join(told)} changed."


def _list_people(lab: Lab) -> dict[str, tuple[object, ...]]:
    people: dict[str, tuple[object, ...]] = {}
    for users in lab.users:
        reached = tuple(device.name for device in lab.list_reached(users))
        for person in users.iter_people():
            secret = person.password if person.password is not None else users.password
            people[person.username] = (("password", secret), ("access", reached))
    return people


def _list_devices(lab: Lab) -> dict[str, tuple[object, ...]]:
    return {name: facts for device in lab.devices for name, facts in _iter_devices(device)}


def _iter_devices(device: DeviceType) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield every device of the type with its parameters; the copies of a pod are told together."""
    for n in device.numbers:
        yield device.names.render(n, 1), tuple((name, value.render(n, 1)) for name, value in device.parameters)


def _compare(old: Mapping[str, Sequence[Any]], new: Mapping[str, Sequence[Any]]) -> Iterator[str]:
    yield from (f"{name} added." for name in new if name not in old)
    yield from (f"{name} removed." for name in old if name not in new)
    for name, facts in new.items():
        if name in old and old[name] != facts:
            yield f"{name}: {', '.join(_tell_facts(dict(old[name]), dict(facts)))}."


def _tell_facts(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for key in [*new, *(key for key in old if key not in new)]:
        if old.get(key) == new.get(key):
            continue
        if key == "access" or is_secret(key):
            yield f"{key} changed"
        else:
            yield f"{key} now {new[key]}" if key in new else f"{key} removed"
