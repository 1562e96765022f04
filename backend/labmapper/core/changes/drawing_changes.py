"""What changed between two drawings, in words. No secret is ever named."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from labmapper.core.changes.lab_changes import tell_facts, tell_settings
from labmapper.core.drawing.document import Diagram

_Item = Mapping[str, Any]

# Where something stands on the canvas is no news beside anything else.
_PLACES = frozenset({"x", "y", "width", "height", "locked"})
_ORDER = "The order in which things were drawn changed."
# So many names stand in a sentence; more are counted.
_MOST_NAMES = 3


def list_drawing_changes(old: Diagram, new: Diagram) -> tuple[str, ...]:
    """Return what was added, removed and changed from *old* to *new*, a sentence each."""
    return tuple(_iter_changes(old, new))


def _iter_changes(old: Diagram, new: Diagram) -> Iterator[str]:
    if old.title != new.title:
        yield f"The title is now '{new.title}'."
    yield from tell_settings(
        (old.settings.guacamole, old.settings.hashing), (new.settings.guacamole, new.settings.hashing)
    )
    before, after = _name_items(old), _name_items(new)
    yield from (f"{name} added." for key, (name, _) in after.items() if key not in before)
    yield from (f"{name} removed." for key, (name, _) in before.items() if key not in after)
    labels = {key: name for key, (name, _) in (before | after).items()}
    for key, (name, item) in after.items():
        if key in before and before[key][1] != item:
            yield _tell_change(name, before[key], item, labels)
    if [key for key in before if key in after] != [key for key in after if key in before]:
        yield _ORDER


def _name_items(diagram: Diagram) -> dict[str, tuple[str, _Item]]:
    """Return every item of *diagram* by its id, with the name that people know it by."""
    labels = {item.id: item.label or item.id for item in (*diagram.nodes, *diagram.zones)}
    named: dict[str, tuple[str, _Item]] = {}
    for placed in (*diagram.nodes, *diagram.zones):
        named[placed.id] = (labels[placed.id], placed.model_dump())
    for link in diagram.links:
        ends = f"{labels[link.source.node]} and {labels[link.target.node]}"
        named[link.id] = (f"The cable between {ends}", link.model_dump())
    for edge in diagram.access:
        named[edge.id] = (f"The access of {labels[edge.users]} to {labels[edge.target]}", edge.model_dump())
    return named


def _tell_change(name: str, earlier: tuple[str, _Item], new: _Item, labels: Mapping[str, str]) -> str:
    old_name, old = earlier
    if old.keys() != new.keys():
        return f"{name} took the place of {old_name}."
    changed = [key for key in new if old[key] != new[key]]
    if changed == ["label"]:
        return f"{name} was called '{old['label']}'."
    told = [words for key in changed if key not in _PLACES for words in _tell(key, old[key], new[key], labels)]
    if told:
        return f"{name}: {', '.join(told)}."
    if "locked" in changed:
        return f"{name} {'' if new['locked'] else 'un'}locked."
    return f"{name} {'resized' if {'width', 'height'} & {*changed} else 'moved'}."


def _tell(key: str, old: Any, new: Any, labels: Mapping[str, str]) -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Yield what is new under *key* of an item."""
    match key:
        case "label":
            yield f"called '{old}' before"
        case "count":
            yield f"{new} of them, not {old}"
        case "zone":
            yield f"now in {labels[new]}" if new else f"no longer in {labels[old]}"
        case "pod":
            yield f"now one per {labels[new]}" if new else "no longer a pod"
        case "connections":
            yield from _tell_connections(old, new)
        case "roster":
            yield from _tell_roster(old, new)
        case "password":
            yield from _tell_password(old, new)
        case "source" | "target" if isinstance(new, Mapping):
            yield from _tell_end(old, new, labels)
        case "users" | "target":
            yield f"{key} now {labels[new]}"
        case _:
            yield f"{key} now {new}"


def _tell_connections(old: Sequence[_Item], new: Sequence[_Item]) -> Iterator[str]:
    """Yield what is new in the connections of a device; only where there are several, each is named."""
    before, after = _name_connections(old), _name_connections(new)
    if len(old) == len(new):  # none came or went: the same place is the same connection, whatever it is called
        before = dict(zip(after, before.values(), strict=True))
    yield from (f"{name} added" for name in after if name not in before)
    yield from (f"{name} removed" for name in before if name not in after)
    for name, facts in after.items():
        told = [*tell_facts(before[name], facts)] if name in before else []
        yield from told if len(new) == 1 else (f"{words} in the {name}" for words in told)


def _name_connections(connections: Sequence[_Item]) -> dict[str, dict[str, str]]:
    """Return the facts of each of *connections* by a name of its own."""
    named: dict[str, dict[str, str]] = {}
    seen: Counter[str] = Counter()
    for connection in connections:
        name = f"{connection['label'] or connection['protocol'] or 'unnamed'} connection"
        seen[name] += 1
        own = {key: connection[key] for key in ("protocol", "host", "port", "label") if connection[key]}
        unique = name if seen[name] == 1 else f"{name} {seen[name]}"
        named[unique] = own | {key: value for key, value in connection["parameters"].items() if key not in own}
    return named


def _tell_roster(old: Sequence[_Item], new: Sequence[_Item]) -> Iterator[str]:
    before, after = ({entry["username"]: entry for entry in roster} for roster in (old, new))
    both = [name for name in after if name in before]
    for words, names in (
        ("added to the list:", [name for name in after if name not in before]),
        ("removed from the list:", [name for name in before if name not in after]),
        ("password changed for", [name for name in both if before[name]["password"] != after[name]["password"]]),
        ("pod changed for", [name for name in both if before[name]["pod"] != after[name]["pod"]]),
    ):
        if names:
            yield f"{words} {_join(names)}"
    if both != [name for name in before if name in after]:
        yield "list in another order"


def _tell_password(old: _Item, new: _Item) -> Iterator[str]:
    if old["mode"] != new["mode"] or new["mode"] == "fixed":
        yield "password changed"
        return
    if old["rotation"] != new["rotation"]:
        yield "passwords rotated"
    before, after = old["rotations"], new["rotations"]
    names = [name for name in before | after if before.get(name, 0) != after.get(name, 0)]
    if names:
        yield f"password rotated for {_join(names)}"


def _tell_end(old: _Item, new: _Item, labels: Mapping[str, str]) -> Iterator[str]:
    if old["node"] != new["node"]:
        yield f"now at {labels[new['node']]}, not {labels[old['node']]}"
    if old["interface"] != new["interface"]:
        place = f"interface at {labels[new['node']]}"
        yield f"{place} now {new['interface']}" if new["interface"] else f"{place} removed"


def _join(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= _MOST_NAMES else f"{len(names)} people"
