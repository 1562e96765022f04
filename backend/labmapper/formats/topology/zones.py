"""The zones of what was read from a file: which are in which, what is in them, and boxes around that."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from labmapper.core.problems import Problem
from labmapper.formats.topology.findings import Findings, shorten
from labmapper.formats.topology.model import Device, Zone
from labmapper.formats.topology.places import is_place

Box = tuple[float, float, float, float]

# As many zones may lie in each other as every program can follow.
_DEEPEST = 20
# So many boxes are compared with each other and with all devices.
_MOST_COMPARED = 300
# Around the middle of a tile, and between a zone and what is in it.
_LEFT, _ABOVE, _BELOW, _PADDING, _TITLE = 72.0, 44.0, 84.0, 16.0, 24.0
_EMPTY = (240.0, 144.0)
# As far as a tile and the first line of its label reach from the middle of the tile.
_TILE, _NAME = 32.0, 52.0


def find_parents(zones: Sequence[Zone], findings: Findings) -> dict[str, str | None]:
    """Return for the key of each zone that of the zone around it; what is unknown, in itself or too deep stands alone."""
    known = {zone.key: zone for zone in zones}
    parents: dict[str, str | None] = {}
    depths: dict[str, int] = {}
    for zone in zones:
        path: list[str] = []
        current = zone.key
        while current not in depths:
            outer = known[current].zone
            path.append(current)
            if outer is None or outer == "":
                parents[current], depths[current] = None, 1
            elif outer not in known or outer in path or depths.get(outer, 0) >= _DEEPEST or len(path) > _DEEPEST:
                parents[current], depths[current] = None, 1
                name = shorten(known[current].name)
                findings.add(Problem.warning("import-zone", zone=name, outer=shorten(outer)))
            else:
                current = outer
        for inner in reversed(path):
            outer_key = parents.setdefault(inner, known[inner].zone)
            depths[inner] = depths[outer_key] + 1 if outer_key is not None else 1
    return parents


def find_members(devices: Sequence[Device], zones: Sequence[Zone], parents: dict[str, str | None]) -> list[str | None]:
    """Return the key of the zone of each of *devices*, by its own word or by the box that it lies in.

    Zones with a box that name no zone around them get it into *parents* by their boxes in the same way.
    """
    boxes = sorted(
        ((zone.box[2] * zone.box[3], zone.key, zone.box) for zone in zones if zone.box is not None),
        key=lambda each: each[0],
    )[:_MOST_COMPARED]
    for place, (area, key, box) in enumerate(boxes):
        if parents.get(key) is None:
            around = (other for size, other, frame in boxes[place + 1 :] if size > area and _holds(frame, box))
            outer = next(around, None)
            if outer is not None and not _is_within(outer, key, parents):
                parents[key] = outer
    members: list[str | None] = []
    for device in devices:
        zone = device.zone if device.zone in parents else None
        if zone is None and is_place(device.x, device.y):
            point = (device.x or 0.0, device.y or 0.0, 0.0, 0.0)
            zone = next((key for _, key, box in boxes if _holds(box, point)), None)
        members.append(zone)
    return members


def _holds(frame: Box, box: Box) -> bool:
    return (
        frame[0] <= box[0]
        and frame[1] <= box[1]
        and box[0] + box[2] <= frame[0] + frame[2]
        and box[1] + box[3] <= frame[1] + frame[3]
    )


def _is_within(zone: str | None, outer: str, parents: Mapping[str, str | None]) -> bool:
    while zone is not None and zone != outer:
        zone = parents.get(zone)
    return zone == outer


def draw_boxes(
    parents: Mapping[str, str | None],
    own: Mapping[str, Box],
    members: Mapping[str, Sequence[tuple[float, float]]],
) -> dict[str, Box]:
    """Return a box for each zone that has a box of its *own*, *members* placed in it, or a zone with such.

    *parents* name every zone. Boxes are left, top, width and height; *own* ones grow to hold what is in them.
    """
    content: dict[str, list[Box]] = {key: [] for key in parents}
    for key, places in members.items():
        content[key] = [(x - _LEFT, y - _ABOVE, 2 * _LEFT, _ABOVE + _BELOW) for x, y in places]
    boxes: dict[str, Box] = {}
    for key in _list_inner_first(parents):
        box = _wrap(content[key], own.get(key))
        if box is not None:
            boxes[key] = box
            outer = parents[key]
            if outer is not None:
                content[outer].append(box)
    return boxes


def pull_into(box: Box, place: tuple[float, float]) -> tuple[float, float]:
    """Return *place* moved so far that what stands there is in *box*, where that is large enough."""
    left, top, width, height = box
    across = (left + _LEFT + _PADDING, left + width - _LEFT - _PADDING)
    down = (top + _ABOVE + _PADDING + _TITLE, top + height - _BELOW - _PADDING)
    x, y = place
    return (
        min(max(x, across[0]), across[1]) if across[0] <= across[1] else x,
        min(max(y, down[0]), down[1]) if down[0] <= down[1] else y,
    )


def has_overlap(boxes: Mapping[str, Box], parents: Mapping[str, str | None]) -> bool:
    """Return whether two of *boxes* that lie side by side share any room."""
    by_parent: dict[str | None, list[Box]] = {}
    for key, box in boxes.items():
        by_parent.setdefault(parents[key], []).append(box)
    return any(
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
        for beside in by_parent.values()
        for one, other in combinations(beside, 2)
    )


def find_strangers(
    boxes: Mapping[str, Box],
    places: Sequence[tuple[float, float] | None],
    members: Sequence[str | None],
    parents: Mapping[str, str | None],
) -> list[int]:
    """Return the numbers of the devices of which *boxes* cover a part of the tile or its name, though they are not in that zone."""
    strangers = []
    for number, place in enumerate(places):
        if place is None:
            continue
        left, right = place[0] - _TILE, place[0] + _TILE
        top, bottom = place[1] - _TILE, place[1] + _NAME
        for key, (x, y, width, height) in boxes.items():
            if (
                left < x + width
                and x < right
                and top < y + height
                and y < bottom
                and not _is_within(members[number], key, parents)
            ):
                strangers.append(number)
                break
    return strangers


def place_empty(number: int, bottom: float) -> Box:
    """Return the box of an empty zone, the one with this *number*, below what is drawn down to *bottom*."""
    width, height = _EMPTY
    return number % 10 * (width + 32), bottom + 48 + number // 10 * (height + 24), width, height


def _list_inner_first(parents: Mapping[str, str | None]) -> list[str]:
    depths: dict[str, int] = {}
    for key in parents:
        depth, outer = 0, parents[key]
        while outer is not None:
            depth, outer = depth + 1, parents[outer]
        depths[key] = depth
    return sorted(parents, key=lambda key: -depths[key])


def _wrap(content: Sequence[Box], own: Box | None) -> Box | None:
    framed = [
        (x - _PADDING, y - _PADDING - _TITLE, w + 2 * _PADDING, h + 2 * _PADDING + _TITLE) for x, y, w, h in content
    ]
    if own is not None:
        framed.append(own)
    if not framed:
        return None
    left, top = min(box[0] for box in framed), min(box[1] for box in framed)
    right, bottom = max(box[0] + box[2] for box in framed), max(box[1] + box[3] for box in framed)
    return left, top, right - left, bottom - top
