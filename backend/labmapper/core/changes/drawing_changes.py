"""What changed between two drawings. No secret is ever named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from labmapper.core.changes.change import Change, build_change
from labmapper.core.changes.connection_changes import tell_connections
from labmapper.core.changes.lab_changes import tell_defaults, tell_settings
from labmapper.core.changes.people_changes import tell_password, tell_roster
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import StrictModel
from labmapper.core.messages.entries import DEFAULT

_Item = Mapping[str, Any]

# Where something stands on the canvas is no news beside anything else.
_PLACES = frozenset({"x", "y", "width", "height", "locked"})
# The look of a cable, which a document leaves out where nobody chose it.
_LOOK = ("name", "color", "width", "dash", "route", "bends")

# What is told of fields that are on or off: once they are off, and once they are on.
_SWITCHES = {"plain": ("paper-given", "paper-removed"), "scenery": ("scenery-ended", "scenery-made")}


def list_drawing_changes(old: Diagram, new: Diagram) -> tuple[Change, ...]:
    """Return what was added, removed and changed from *old* to *new*."""
    return tuple(_iter_changes(old, new))


@dataclass(frozen=True, slots=True)
class _Named:
    """An item with what it is called by: the *kind* of its name, a variant of its changes, and the facts in it."""

    kind: str
    name: Mapping[str, str]
    item: _Item

    @property
    def said(self) -> str:
        """The kind as the sentences have it, in which a cable to the device that it comes from is a loop."""
        return "loop" if self.kind == "cable" and self.name["first"] == self.name["second"] else self.kind


def _iter_changes(old: Diagram, new: Diagram) -> Iterator[Change]:
    if old.title != new.title:
        yield build_change("title-changed", title=new.title)
    yield from tell_settings(
        (old.settings.guacamole, old.settings.hashing, old.settings.passwords),
        (new.settings.guacamole, new.settings.hashing, new.settings.passwords),
    )
    yield from tell_defaults(old.settings.defaults, new.settings.defaults)
    if old.settings.cables != new.settings.cables:
        yield build_change("cables-run", new.settings.cables or "straight")
    yield from _tell_layers(set(old.settings.hidden), set(new.settings.hidden))
    labels = _list_labels(old) | _list_labels(new)
    before, after = _name_items(old), _name_items(new)
    yield from (Change("added", named.said, named.name) for key, named in after.items() if key not in before)
    yield from (Change("removed", named.said, named.name) for key, named in before.items() if key not in after)
    for key, named in after.items():
        if key in before and before[key].item != named.item:
            yield _tell_change(before[key], named, labels)
    if [key for key in before if key in after] != [key for key in after if key in before]:
        yield build_change("order-changed", "drawing")


def _tell_layers(old: set[str], new: set[str]) -> Iterator[Change]:
    yield from (build_change("layer-hidden", layer=layer) for layer in sorted(new - old))
    yield from (build_change("layer-shown", layer=layer) for layer in sorted(old - new))


def _list_labels(diagram: Diagram) -> dict[str, str]:
    return {item.id: item.label or item.id for item in (*diagram.nodes, *diagram.zones)}


def _name_items(diagram: Diagram) -> dict[str, _Named]:
    """Return every item of *diagram* by its id, with the name that people know it by."""
    labels = _list_labels(diagram)
    named: dict[str, _Named] = {}
    for placed in (*diagram.nodes, *diagram.zones):
        named[placed.id] = _Named("item", {"name": labels[placed.id]}, _list_fields(placed))
    for link in diagram.links:
        ends = {"first": labels[link.source.node], "second": labels[link.target.node]}
        named[link.id] = _Named("cable", ends, _list_fields(link))
    for edge in diagram.access:
        ends = {"users": labels[edge.users], "target": labels[edge.target]}
        named[edge.id] = _Named("access", ends, _list_fields(edge))
    return named


def _list_fields(item: StrictModel) -> _Item:
    """Return all fields of *item*, None for those that a document leaves out."""
    return dict.fromkeys(type(item).model_fields) | item.model_dump()


def _tell_change(earlier: _Named, later: _Named, labels: Mapping[str, str]) -> Change:
    old, new, name = earlier.item, later.item, later.name
    if old.keys() != new.keys():
        facts = {**name, **{f"old_{key}": value for key, value in earlier.name.items()}}
        return Change("replaced", f"{later.kind}-{earlier.kind}", facts)
    changed = [key for key in new if old[key] != new[key]]
    if changed == ["label"]:
        return Change("renamed", facts={**name, "old": old["label"]})
    if later.kind == "cable":
        return _tell_cable(later, changed, old, labels)
    told = [change for key in changed if key not in _PLACES for change in _tell(key, old[key], new[key], labels)]
    if told:
        return Change("changed", later.kind, name, tuple(told))
    if "locked" in changed:
        return Change("locked" if new["locked"] else "unlocked", facts=name)
    return Change("resized" if {"width", "height"} & {*changed} else "moved", facts=name)


def _tell_cable(later: _Named, changed: list[str], old: _Item, labels: Mapping[str, str]) -> Change:
    told = [change for key in changed if key in _LOOK and key != "bends" for change in _tell_look(key, later.item[key])]
    ends = [change for key in changed if key not in _LOOK for change in _tell(key, old[key], later.item[key], labels)]
    if told or ends:
        return Change("changed", later.said, later.name, (*ends, *told))
    return Change("cable-led", "loop" if later.said == "loop" else DEFAULT, later.name)


def _tell_look(key: str, value: str | None) -> Iterator[Change]:
    """Yield what is new about the look of a cable; where nothing is chosen any more, it looks as others do."""
    if value is None:
        yield build_change("cable-look-removed", key)
    elif key == "name":
        yield build_change("cable-named", value=value)
    else:
        yield build_change("cable-look-set", f"{key}-{value}")


def _tell(key: str, old: Any, new: Any, labels: Mapping[str, str]) -> Iterator[Change]:  # noqa: ANN401 - any JSON
    """Yield what is new under *key* of an item, each a detail."""
    match key:
        case "label":
            yield build_change("label-was", old=old)
        case "count":
            yield build_change("count-changed", new=new, old=old)
        case "zone":
            yield build_change("zone-entered", zone=labels[new]) if new else build_change("zone-left", zone=labels[old])
        case "pod":
            yield build_change("pod-made", owner=labels[new]) if new else build_change("pod-ended")
        case "connections":
            yield from tell_connections(old, new)
        case "roster":
            yield from tell_roster(old, new)
        case "password":
            yield from tell_password(old, new)
        case "source" | "target" if isinstance(new, Mapping):
            yield from _tell_end(old, new, labels)
        case "users" | "target":
            yield build_change("field-set", field=key, value=labels[new])
        case _:
            yield _tell_field(key, new)


def _tell_field(key: str, new: Any) -> Change:  # noqa: ANN401 - any JSON
    if key in _SWITCHES:
        return build_change(_SWITCHES[key][bool(new)])
    if key == "picture":
        return build_change("picture-replaced")
    if key == "opacity":
        return build_change("opacity-set", percent=new or 100)
    return build_change("field-set", field=key, value=str(new)) if new else build_change("field-removed", field=key)


def _tell_end(old: _Item, new: _Item, labels: Mapping[str, str]) -> Iterator[Change]:
    node = labels[new["node"]]
    if old["node"] != new["node"]:
        yield build_change("end-moved", new=node, old=labels[old["node"]])
    if old["interface"] != new["interface"] and new["interface"]:
        yield build_change("interface-set", node=node, interface=new["interface"])
    elif old["interface"] != new["interface"]:
        yield build_change("interface-removed", node=node)
