"""The drawing that TopoViewer keeps beside a topology, in ``<file>.annotations.json``: places, icons, groups, texts and figures."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from labmapper.formats.topology.colors import find_color
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Figure, Note, Zone
from labmapper.formats.topology.syntax.safe_json import parse_json

_MOST = 20_000
_MOST_FIGURES = 500
_SHAPES: dict[str, Literal["rectangle", "ellipse"]] = {"rectangle": "rectangle", "circle": "ellipse"}


@dataclass(slots=True)
class Annotations:
    """What the drawing says: places, icons and groups of nodes by their names, groups as zones, texts and figures."""

    places: dict[str, tuple[float, float]] = field(default_factory=dict)
    geography: dict[str, tuple[float, float]] = field(default_factory=dict)
    icons: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    zones: list[Zone] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


def parse_annotations(text: str, findings: Findings) -> Annotations:
    """Return what *text* says, nothing where it is empty or cannot be read."""
    found = Annotations()
    if not text.strip():
        return found
    value = parse_json(text.encode("utf-8", "replace"), findings)
    if not isinstance(value, dict):
        if value is not None:
            findings.lose("value", "annotations")
        return found
    for each in _list(value, "nodeAnnotations"):
        _read_node(each, found)
    for each in (*_list(value, "networkNodeAnnotations"), *_list(value, "cloudNodeAnnotations")):
        place = _find_point(each.get("position"), "x", "y")
        if place is not None:
            found.places.setdefault(_text(each.get("id")), place)
    _read_groups(value, found)
    for each in _list(value, "freeTextAnnotations"):
        x, y = _find_point(each.get("position"), "x", "y") or (None, None)
        found.notes.append(Note(_text(each.get("text")), x, y))
    for each in _list(value, "freeShapeAnnotations"):
        figure = _read_figure(each)
        if figure is None or len(found.figures) == _MOST_FIGURES:
            findings.lose("shape", _text(each.get("id")) or "?")
        else:
            found.figures.append(figure)
    return found


def _read_figure(each: dict[str, Any]) -> Figure | None:
    """Return the figure that *each* is, None where it is of another kind, turned, or has no place."""
    place, size = _find_point(each.get("position"), "x", "y"), _find_point(each, "width", "height")
    color = find_color(_text(each.get("fillColor")), _text(each.get("borderColor")))
    shape = _text(each.get("shapeType"))
    if shape == "line":
        end = _find_point(each.get("endPosition"), "x", "y")
        if place is None or end is None:
            return None
        (x, y), (a, b) = place, end
        is_arrow = each.get("lineEndArrow") is True
        return Figure((x + a) / 2, (y + b) / 2, a - x, b - y, "arrow" if is_arrow else "line", "", color)
    if place is None or size is None or min(size) <= 0 or each.get("rotation") or shape not in _SHAPES:
        return None
    return Figure(*place, *size, _SHAPES[shape], "", color)


def _read_node(each: dict[str, Any], found: Annotations) -> None:
    name = _text(each.get("id"))
    place = _find_point(each.get("position"), "x", "y")
    if place is not None:
        found.places[name] = place
    globe = _find_point(each.get("geoCoordinates"), "lng", "lat")
    if globe is not None:
        found.geography[name] = (globe[0], -globe[1])
    icon, group = _text(each.get("icon")), _text(each.get("groupId")) or _text(each.get("group"))
    if icon:
        found.icons[name] = icon
    if group:
        found.groups[name] = group


def _read_groups(value: dict[str, Any], found: Annotations) -> None:
    """Take the groups as zones. Some versions write the middle of their box, some its corner: what holds the members is meant."""
    frames: dict[str, tuple[float, float, float, float]] = {}
    for each in _list(value, "groupStyleAnnotations"):
        id_ = _text(each.get("id"))
        place, size = _find_point(each.get("position"), "x", "y"), _find_point(each, "width", "height")
        if place is not None and size is not None and min(size) > 0:
            frames[id_] = (*place, *size)
        name = _text(each.get("name")) or id_.partition(":")[0]
        color = find_color(*(_text(each.get(key)) for key in ("backgroundColor", "color", "borderColor")))
        found.zones.append(Zone(id_, name, _text(each.get("parentId")) or None, color=color))
    members = [
        (frames[group], found.places[node])
        for node, group in found.groups.items()
        if group in frames and node in found.places
    ]
    is_middle = sum(_holds(frame, place, 0.5) for frame, place in members) >= sum(
        _holds(frame, place, 0.0) for frame, place in members
    )
    shift = 0.5 if is_middle else 0.0
    for zone in found.zones:
        if zone.key in frames:
            x, y, width, height = frames[zone.key]
            zone.box = (x - width * shift, y - height * shift, width, height)


def _holds(frame: tuple[float, float, float, float], place: tuple[float, float], shift: float) -> bool:
    left, top = frame[0] - frame[2] * shift, frame[1] - frame[3] * shift
    return left <= place[0] <= left + frame[2] and top <= place[1] <= top + frame[3]


def _list(value: dict[str, Any], key: str) -> Iterator[dict[str, Any]]:
    items = value.get(key)
    yield from (each for each in (items[:_MOST] if isinstance(items, list) else ()) if isinstance(each, dict))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _find_point(value: object, first: str, second: str) -> tuple[float, float] | None:
    if not isinstance(value, dict):
        return None
    x, y = _find_float(value.get(first)), _find_float(value.get(second))
    return None if x is None or y is None else (x, y)


def _find_float(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if abs(number) < float("inf") else None
