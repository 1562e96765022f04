"""Where everything goes that was read from a file: at its own place, beside what it is cabled to, or below all else."""

import math
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from labmapper.core.arrangement.board import STEP_Y, TILE_HEIGHT, TILE_WIDTH, Board, Point
from labmapper.core.arrangement.drawn_sizes import count_columns
from labmapper.formats.topology.model import Device, Figure, Note, Topology
from labmapper.formats.topology.places import Scale, find_scale, is_place
from labmapper.formats.topology.zones import Box, draw_boxes, has_overlap, place_empty, pull_into

# Room for a note, in canvas units.
_CHARACTER, _LINE, _NOTE_HIGHEST = 6.8, 17.0, 2_000.0
_PADDING = 32.0
# Between zones and the notes below them.
_GAP = 32.0
# Zones have more room around what is in them here than in most files: as often as they overlap, all is drawn wider apart.
_WIDER = (1.0, 1.4, 2.0)
_MOST_COMPARED = 100


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
    if scale is None:
        nothing: list[Point | None] = [None] * len(topology.devices)
        return Layout(nothing, [None] * len(topology.notes), _draw_zones({}, nothing, members, parents))
    # Where that does not help, what stands on the border of its zone comes in.
    for wider, is_pulled in (*((each, False) for each in _WIDER), (1.0, True)):
        board = Board()
        stretched = scale.stretch(wider)
        own = _scale_boxes(topology, stretched)
        pulled = [own.get(zone or "") if is_pulled else None for zone in members]
        devices = _place_devices(topology.devices, stretched, board, cables, pulled)
        zones = _draw_zones(own, devices, members, parents)
        if len(zones) > _MOST_COMPARED or not has_overlap(zones, parents):
            break
    bottom = max((box[1] + box[3] for box in zones.values()), default=-math.inf)
    notes = _place_notes(topology.notes, stretched, board, bottom + _GAP)
    figures = [_place_figure(figure, stretched) for figure in topology.figures]
    return Layout(devices, notes, zones, figures, stretched)


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
    cables: Sequence[tuple[int, int]],
    pulled: Sequence[Box | None],
) -> list[Point | None]:
    """Return where *devices* are drawn; each that has a box in *pulled* is in it with all of its tile, if that has room."""
    places: list[Point | None] = [None] * len(devices)
    for number, device in enumerate(devices):
        if is_place(device.x, device.y):
            point = scale.apply((device.x or 0.0, device.y or 0.0))
            box = pulled[number]
            places[number] = board.put(*(pull_into(box, point) if box else point))
    for number, near in _list_beside(places, cables):
        places[number] = board.put(*(places[near] or (0.0, 0.0)))
    left = [number for number, place in enumerate(places) if place is None]
    for number, place in zip(left, board.put_below((TILE_WIDTH, TILE_HEIGHT) for _ in left), strict=True):
        places[number] = place
    return places


def _list_beside(places: Sequence[Point | None], cables: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what has no place, each with something before it or placed that a cable joins it to."""
    neighbours: dict[int, list[int]] = {}
    for one, other in cables:
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


def _place_notes(notes: Sequence[Note], scale: Scale, board: Board, lowest: float) -> list[Point | None]:
    """Return where *notes* are drawn, those without a place below all else, and below *lowest*."""
    sizes = [_measure(note) for note in notes]
    places = [
        board.put_close(*scale.apply((note.x or 0.0, note.y or 0.0)), *size) if is_place(note.x, note.y) else None
        for note, size in zip(notes, sizes, strict=True)
    ]
    left = [number for number, place in enumerate(places) if place is None]
    for number, place in zip(left, board.put_below((sizes[number] for number in left), lowest=lowest), strict=True):
        places[number] = place
    return places


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
