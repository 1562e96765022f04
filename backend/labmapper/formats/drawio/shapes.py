"""Sorts the shapes of a page: which are devices, zones and notes, and which stand for nothing."""

from dataclasses import dataclass, field

from labmapper.formats.drawio.cells import Cell, iter_parents
from labmapper.formats.drawio.consoles import read_properties
from labmapper.formats.drawio.figures import is_figure, is_table, read_table
from labmapper.formats.drawio.icons import is_decoration, is_people
from labmapper.formats.drawio.labels import read_label
from labmapper.formats.topology.findings import Findings

# A text so far below or beside an icon without a label is its label.
_NEAR = 60.0
_MOST_COMPARED = 500_000


@dataclass(slots=True)
class Shapes:
    """The cells of a page by what they are; *figures* are plain and around or beside the others.

    *aliases* lead from cells that belong to a device to it, *only* from zones to the one device in them.
    """

    devices: list[Cell] = field(default_factory=list)
    zones: list[Cell] = field(default_factory=list)
    notes: list[Cell] = field(default_factory=list)
    figures: list[Cell] = field(default_factory=list)
    edges: list[Cell] = field(default_factory=list)
    ends: dict[str, list[Cell]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    only: dict[str, str] = field(default_factory=dict)


def sort_shapes(cells: dict[str, Cell], findings: Findings) -> Shapes:
    """Return *cells* by what they are; free shapes, people and pictures are told as lost in *findings*."""
    sorter = _Sorter(cells, findings)
    for cell in cells.values():
        if cell.is_vertex:
            sorter.sort(cell)
    shapes = sorter.shapes
    _sort_plain(sorter.plain, shapes, findings)
    _join_groups(shapes, cells)
    _name_by_texts(shapes)
    return shapes


class _Sorter:
    """Sorts vertices one by one; *plain* shapes can be judged only when all devices are known."""

    def __init__(self, cells: dict[str, Cell], findings: Findings) -> None:
        self.shapes = Shapes(edges=[cell for cell in cells.values() if cell.is_edge])
        self.plain: list[Cell] = []
        self._cells = cells
        self._findings = findings
        self._joined = {end for edge in self.shapes.edges for end in (edge.source, edge.target) if end}

    def sort(self, cell: Cell) -> None:
        """Put *cell* among what it is."""
        parent = self._cells.get(cell.parent)
        icon = cell.icon
        if parent is not None and parent.is_edge:
            self.shapes.ends.setdefault(parent.id, []).append(cell)
        elif is_table(cell):
            cell.lines = read_table(cell)
            self.shapes.notes.append(cell)
        elif not icon and any(map(is_table, iter_parents(cell, self._cells))):
            return
        elif icon and not _is_container(cell):
            self._sort_icon(cell, icon)
        elif "line" in cell.style and cell.id in self._joined:
            # A bus, which cables end at.
            cell.style["shape"] = "bus"
            self.shapes.devices.append(cell)
        elif _is_container(cell) or any(child.is_vertex for child in cell.children):
            self.shapes.zones.append(cell)
        elif _is_text(cell):
            self.shapes.notes.append(cell)
        elif cell.lines and (cell.id in self._joined or _has_address(cell)):
            self.shapes.devices.append(cell)
        else:
            self.plain.append(cell)

    def _sort_icon(self, cell: Cell, icon: str) -> None:
        if is_people(icon) or is_decoration(icon):
            self._findings.lose("shape", " ".join([*cell.lines[:1], f"({icon})"]), cell.place)
        else:
            self.shapes.devices.append(cell)


def _is_container(cell: Cell) -> bool:
    style = cell.style
    return "swimlane" in style or "group" in style or style.get("container") == "1" or style.get("shape") == "swimlane"


def _is_text(cell: Cell) -> bool:
    style = cell.style
    is_bare = style.get("strokeColor") == "none" and style.get("fillColor", "none") == "none"
    return bool(cell.lines) and (
        "text" in style or style.get("shape") in ("text", "note", "note2", "document") or is_bare
    )


def _has_address(cell: Cell) -> bool:
    return bool(read_label(cell.lines).host or (cell.properties and read_properties(cell, Findings()).get("host")))


def _sort_plain(plain: list[Cell], shapes: Shapes, findings: Findings) -> None:
    """Take plain shapes with a label around devices for zones, other rectangles and ellipses for figures."""
    middles = [device.middle for device in shapes.devices]
    compared = 0
    for cell in plain:
        compared += len(middles)
        holds = compared < _MOST_COMPARED and any(cell.holds(middle) for middle in middles)
        if holds and cell.lines:
            shapes.zones.append(cell)
        elif is_figure(cell):
            shapes.figures.append(cell)
        elif cell.lines or not holds:
            findings.lose("shape", cell.lines[0] if cell.lines else _name_shape(cell), cell.place)


def _name_shape(cell: Cell) -> str:
    return cell.style.get("shape") or next(iter(cell.style), "") or "without a name"


def _join_groups(shapes: Shapes, cells: dict[str, Cell]) -> None:
    """Take groups and cards of one icon and its texts for that device, and what lies in an icon for a part of it."""
    devices = {cell.id: cell for cell in shapes.devices}
    inside: dict[str, list[Cell]] = {}
    for cell in devices.values():
        in_rack = False
        for parent in iter_parents(cell, cells):
            in_rack = in_rack or parent.style.get("childLayout") == "rack"
            if parent.id in devices and not in_rack:
                shapes.aliases[cell.id] = parent.id
                break
            inside.setdefault(parent.id, []).append(cell)
    shapes.devices = [cell for cell in shapes.devices if cell.id not in shapes.aliases]
    zones = []
    for zone in shapes.zones:
        held = [cell for cell in inside.get(zone.id, ()) if cell.id not in shapes.aliases]
        if len(held) == 1:
            shapes.only[zone.id] = held[0].id
        if len(held) == 1 and _is_one(zone, held[0]):
            shapes.aliases[zone.id] = held[0].id
            held[0].lines = held[0].lines or zone.lines
        elif held or zone.lines:
            zones.append(zone)
    shapes.zones = zones


def _is_one(zone: Cell, device: Cell) -> bool:
    """Return whether *zone* and the *device* in it are one thing: a group, or a card that its icon is a part of."""
    is_card = device.parent == zone.id and device.style.get("part") == "1" and not (zone.lines and device.lines)
    return is_card or ("group" in zone.style and not zone.lines)


def _name_by_texts(shapes: Shapes) -> None:
    """Give icons without a label the text that stands beside them."""
    unnamed = [device for device in shapes.devices if not device.lines]
    if len(unnamed) * len(shapes.notes) > _MOST_COMPARED:
        return
    near = [
        (_measure(device, note), place, device, note)
        for device in unnamed
        for place, note in enumerate(shapes.notes)
        if device.holds(note.middle, _NEAR)
    ]
    taken: set[int] = set()
    for _, _, device, note in sorted(near, key=lambda each: each[:2]):
        if not device.lines and id(note) not in taken:
            device.lines = note.lines
            taken.add(id(note))
    shapes.notes = [note for note in shapes.notes if id(note) not in taken]


def _measure(device: Cell, note: Cell) -> float:
    (x, y), (a, b) = device.middle, note.middle
    return abs(x - a) + abs(y - b)
