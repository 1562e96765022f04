"""Where everything goes that was read from a file: at its own place, beside what it is cabled to, or below all else."""

import math
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from labmapper.core.arrangement.board import STEP_Y, TILE_HEIGHT, TILE_WIDTH, Board, Point, Sides, find_sides
from labmapper.core.arrangement.drawn_sizes import count_columns
from labmapper.formats.topology.model import Device, Figure, Note, Topology
from labmapper.formats.topology.places import Scale, find_scale, is_place
from labmapper.formats.topology.zones import Box, draw_boxes, find_strangers, has_overlap, place_empty, pull_into

# Room for a note, in canvas units.
_CHARACTER, _LINE, _NOTE_HIGHEST = 6.8, 17.0, 2_000.0
_PADDING = 32.0
# Between zones and the notes below them.
_GAP = 32.0
# A zone that ends so far below all devices, more than a window is high, is none that notes stand below.
_FAR = 1_000.0
# Zones have more room around what is in them here than in most files: as often as they overlap or lie over what is in none
# of them, all is drawn wider apart.
_WIDER = (1.0, 1.4, 2.0)
_MOST_COMPARED, _MOST_COMPARISONS = 100, 200_000


@dataclass(slots=True)
class Layout:
    """Middles of devices and notes in their order, None where nothing in the file has a place; boxes of zones by key.

    *figures* have middle and size, none of them where devices and notes have no places; there is no *scale* then either.
    """

    devices: list[Point | None]
    notes: list[Point | None]
    zones: dict[str, Box]
    figures: list[Box] = field(default_factory=list)
    scale: Scale | None = None


def lay_out(
    topology: Topology,
    members: Sequence[str | None],
    parents: Mapping[str, str | None],
    cables: Sequence[tuple[int, int]],
) -> Layout:
    """Return where *topology* is drawn. *members* are the zones of its devices; *cables* join these by their numbers."""
    scale = _find_scale(topology)
    draft = None if scale is None else _choose_draft(topology, scale, members, parents, cables)
    if draft is None or (draft.is_overlapping and _has_few_places(topology)):
        nothing: list[Point | None] = [None] * len(topology.devices)
        return Layout(nothing, [None] * len(topology.notes), _draw_zones({}, nothing, members, parents))
    notes = _place_notes(topology.notes, draft)
    figures = [_place_figure(figure, draft.scale) for figure in topology.figures]
    return Layout(draft.devices, notes, draft.zones, figures, draft.scale)


@dataclass(slots=True)
class _Draft:
    """Devices and zones as they may be drawn; *own* boxes of zones, and the devices that are *strangers* where they lie."""

    scale: Scale
    board: Board
    own: Mapping[str, Box]
    devices: list[Point | None]
    zones: dict[str, Box]
    is_overlapping: bool = False
    strangers: Sequence[int] = ()


def _choose_draft(
    topology: Topology,
    scale: Scale,
    members: Sequence[str | None],
    parents: Mapping[str, str | None],
    cables: Sequence[tuple[int, int]],
) -> _Draft:
    """Return the first draft whose zones keep apart and hold no strangers, else the best one with its strangers moved out."""
    best: _Draft | None = None
    ties = cables, list(_join_members(members))
    # Where it does not help to draw wider, what stands on the border of its zone comes in.
    for wider, is_pulled in (*((each, False) for each in _WIDER), (1.0, True)):
        stretched, board = scale.stretch(wider), Board()
        own = _scale_boxes(topology, stretched)
        pulled = [own.get(zone or "") if is_pulled else None for zone in members]
        devices = _place_devices(topology.devices, stretched, board, ties, pulled)
        draft = _judge(_Draft(stretched, board, own, devices, {}), members, parents)
        if best is None or best.is_overlapping or (not draft.is_overlapping and _has_fewer(draft, best)):
            best = draft
        if not best.is_overlapping and not best.strangers:
            return best
    assert best is not None  # noqa: S101 - there is a first one
    return _move_out(best, members, parents)


def _judge(draft: _Draft, members: Sequence[str | None], parents: Mapping[str, str | None]) -> _Draft:
    """Draw the zones of *draft*, and find what is wrong with them."""
    draft.zones = _draw_zones(draft.own, draft.devices, members, parents)
    if len(draft.zones) <= _MOST_COMPARED:
        draft.is_overlapping = has_overlap(draft.zones, parents)
        if len(draft.zones) * len(draft.devices) <= _MOST_COMPARISONS:
            draft.strangers = find_strangers(draft.zones, draft.devices, members, parents)
    return draft


def _has_fewer(draft: _Draft, other: _Draft) -> bool:
    return len(draft.strangers) < len(other.strangers)


def _move_out(draft: _Draft, members: Sequence[str | None], parents: Mapping[str, str | None]) -> _Draft:
    """Return *draft* with its strangers at the free places nearest to them beside all zones, where that is any better."""
    board = Board()
    devices, strangers = list(draft.devices), frozenset(draft.strangers)
    for left, top, width, height in draft.zones.values():
        board.block((left, top, left + width, top + height))
    for number, place in enumerate(devices):
        if place and number not in strangers:
            board.block(find_sides(*place))
    for number in draft.strangers:
        devices[number] = board.put(*(devices[number] or (0.0, 0.0))) or devices[number]
    moved = _judge(_Draft(draft.scale, draft.board, draft.own, devices, {}), members, parents)
    if moved.is_overlapping > draft.is_overlapping or not _has_fewer(moved, draft):
        return draft
    for number in draft.strangers:
        draft.board.block(find_sides(*(devices[number] or (0.0, 0.0))))
    return moved


def _has_few_places(topology: Topology) -> bool:
    """Return whether nothing is drawn in the file but the places of less than half of its devices."""
    placed = sum(is_place(device.x, device.y) for device in topology.devices)
    boxed = any(zone.box is not None for zone in topology.zones)
    return 2 * placed < len(topology.devices) and not boxed and not topology.figures


def _find_scale(topology: Topology) -> Scale | None:
    """Return the scale of the places that devices have, those of notes where no device has one; None without any."""
    for items in (topology.devices, topology.notes):
        points = [(each.x or 0.0, each.y or 0.0) for each in items if is_place(each.x, each.y)]
        if points:
            return find_scale(points)
    return None


def _place_devices(
    devices: Sequence[Device],
    scale: Scale,
    board: Board,
    ties: Sequence[Sequence[tuple[int, int]]],
    pulled: Sequence[Box | None],
) -> list[Point | None]:
    """Return where *devices* are drawn; each that has a box in *pulled* is in it with all of its tile, if that has room.

    What has no place of its own is beside what the first of *ties* join it to, else the next.
    """
    places: list[Point | None] = [None] * len(devices)
    for number, device in enumerate(devices):
        if is_place(device.x, device.y):
            point = scale.apply((device.x or 0.0, device.y or 0.0))
            box = pulled[number]
            places[number] = board.put(*(pull_into(box, point) if box else point))
    for joined in ties:
        for number, near in _list_beside(places, joined):
            places[number] = board.put(*(places[near] or (0.0, 0.0)))
    left = [number for number, place in enumerate(places) if place is None]
    for number, place in zip(left, board.put_below((TILE_WIDTH, TILE_HEIGHT) for _ in left), strict=True):
        places[number] = place
    return places


def _list_beside(places: Sequence[Point | None], joined: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what has no place, each with something before it or placed that it is *joined* to."""
    neighbours: dict[int, list[int]] = {}
    for one, other in joined:
        neighbours.setdefault(one, []).append(other)
        neighbours.setdefault(other, []).append(one)
    waiting = deque(number for number, place in enumerate(places) if place is not None)
    seen = set(waiting)
    found = []
    while waiting:
        near = waiting.popleft()
        for number in neighbours.get(near, ()):
            if number not in seen:
                seen.add(number)
                waiting.append(number)
                found.append((number, near))
    return found


def _join_members(members: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """Yield each device with the one before it in its zone."""
    last: dict[str, int] = {}
    for number, zone in enumerate(members):
        if zone is not None:
            if zone in last:
                yield last[zone], number
            last[zone] = number


def _place_notes(notes: Sequence[Note], draft: _Draft) -> list[Point | None]:
    """Return where *notes* are drawn, those without a place below all else.

    A zone that ends far below all devices would take them out of sight: then they stand at the right of all, and where that
    is as far, below the devices.
    """
    sizes = [_measure(note) for note in notes]
    places = [
        draft.board.put_close(*draft.scale.apply((note.x or 0.0, note.y or 0.0)), *size)
        if is_place(note.x, note.y)
        else None
        for note, size in zip(notes, sizes, strict=True)
    ]
    left = [number for number, place in enumerate(places) if place is None]
    devices = [find_sides(*place) for place in draft.devices if place]
    right, bottom = (_find_end(draft.zones.values(), axis) for axis in (0, 1))
    if bottom - _find_last(devices, 3) > _FAR and right - _find_last(devices, 2) <= _FAR:
        start, top = max(right, _find_last(devices, 2)) + _GAP, min((each[1] for each in devices), default=0.0)
        for number in left:
            width, height = sizes[number]
            middle = start + width / 2, top + height / 2
            places[number], top = draft.board.put_close(*middle, width, height) or middle, top + height + _GAP
        return places
    lowest = bottom + _GAP if bottom - _find_last(devices, 3) <= _FAR else -math.inf
    below = draft.board.put_below((sizes[number] for number in left), lowest=lowest)
    for number, place in zip(left, below, strict=True):
        places[number] = place
    return places


def _find_end(boxes: Iterable[Box], axis: int) -> float:
    """Return where the last of *boxes* ends to the right (0) or downwards (1)."""
    return max((box[axis] + box[axis + 2] for box in boxes), default=-math.inf)


def _find_last(sides: Iterable[Sides], side: int) -> float:
    return max((each[side] for each in sides), default=0.0)


def _place_figure(figure: Figure, scale: Scale) -> Box:
    return (*scale.apply((figure.x, figure.y)), figure.width * scale.factor, figure.height * scale.factor)


def _measure(note: Note) -> tuple[float, float]:
    """Return how wide and high *note* is drawn."""
    lines, columns = note.text[:10_000].split("\n"), count_columns(note.text)
    width = min(columns, max(len(line) for line in lines)) * _CHARACTER + _PADDING
    height = sum(1 + len(line) // columns for line in lines) * _LINE + _PADDING
    return width, min(height, _NOTE_HIGHEST)


def _scale_boxes(topology: Topology, scale: Scale) -> dict[str, Box]:
    return {
        zone.key: (*scale.apply(zone.box[:2]), zone.box[2] * scale.factor, zone.box[3] * scale.factor)
        for zone in topology.zones
        if zone.box is not None and is_place(zone.box[0], zone.box[1]) and is_place(*zone.box[2:])
    }


def _draw_zones(
    own: Mapping[str, Box],
    places: Sequence[Point | None],
    members: Sequence[str | None],
    parents: Mapping[str, str | None],
) -> dict[str, Box]:
    inside: dict[str, list[Point]] = {}
    for place, zone in zip(places, members, strict=True):
        if zone is not None and place is not None:
            inside.setdefault(zone, []).append(place)
    boxes = draw_boxes(parents, own, inside)
    ends = [place[1] + STEP_Y for place in places if place] + [box[1] + box[3] for box in boxes.values()]
    bottom = max(ends, default=0.0)
    empty = [key for key in parents if key not in boxes]
    return boxes | {key: place_empty(number, bottom) for number, key in enumerate(empty)}
