"""The cables of a drawing: edges between devices, with the names of interfaces from the labels at their ends."""

from collections.abc import Iterator

from labmapper.formats.drawio.cells import Cell, Point, iter_parents
from labmapper.formats.drawio.edge_styles import read_look
from labmapper.formats.drawio.shapes import Shapes
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Cable, CableEnd

# The end of a loose edge belongs to the device that is so near.
_NEAR = 12.0
# A label beyond this, from -1 at the source to 1 at the target, stands at that end.
_AT_END = 0.25
_MOST_COMPARED = 500_000


class Cables:
    """Reads the edges of *shapes*, whose *cells* they join."""

    def __init__(self, shapes: Shapes, cells: dict[str, Cell], findings: Findings) -> None:
        self._shapes = shapes
        self._cells = cells
        self._findings = findings
        self._devices = {device.id for device in shapes.devices}
        self._compared = 0

    def read(self) -> Iterator[Cable]:
        """Yield a cable for each edge between two devices; others are told as lost."""
        for edge in self._shapes.edges:
            source = self._find_end(edge, edge.source, "sourcePoint")
            target = self._find_end(edge, edge.target, "targetPoint")
            # What only ends twice near one device is a part of a picture, not a loop.
            if source is None or target is None or (source == target and not (edge.source and edge.target)):
                self._findings.lose("cable", " ".join(edge.lines) or "A line without a device at both ends", edge.place)
                continue
            first, second, name = self._read_labels(edge)
            yield Cable(
                CableEnd(source, first),
                CableEnd(target, second),
                edge.place,
                name,
                read_look(edge.style),
                self._list_bends(edge),
            )

    def _find_end(self, edge: Cell, named: str, point: str) -> str | None:
        """Return the id of the device at one end of *edge*: the one that it names, else the one where it ends."""
        cell = self._cells.get(named)
        if cell is not None:
            for each in (cell, *iter_parents(cell, self._cells)):
                found = self._shapes.aliases.get(each.id, each.id)
                if found in self._devices:
                    return found
            return self._shapes.only.get(cell.id)
        self._compared += len(self._shapes.devices)
        if point not in edge.ends or self._compared > _MOST_COMPARED:
            return None
        at = self._place(edge, edge.ends[point])
        return next((device.id for device in self._shapes.devices if device.holds(at, _NEAR)), None)

    def _list_bends(self, edge: Cell) -> tuple[Point, ...]:
        """Return the points through which *edge* was led, on the page."""
        if not edge.bends:
            return ()
        left, top = self._place(edge, (0.0, 0.0))
        return tuple((x + left, y + top) for x, y in edge.bends)

    def _place(self, edge: Cell, point: Point) -> Point:
        """Return *point* of *edge* on the page."""
        parent = next((each for each in iter_parents(edge, self._cells) if each.is_vertex), None)
        return (point[0] + parent.x, point[1] + parent.y) if parent else point

    def _read_labels(self, edge: Cell) -> tuple[str, str, str]:
        """Return the names of the interfaces at both ends of *edge*, and its own of all other labels."""
        ends = {-1: "", 1: ""}
        rest = list(edge.lines)
        for label in self._shapes.ends.get(edge.id, ()):
            side = -1 if label.x < -_AT_END else 1 if label.x > _AT_END else 0
            text = " ".join(label.lines)
            if text and side and not ends[side]:
                ends[side] = text
            elif text:
                rest.append(text)
        return ends[-1], ends[1], " ".join(rest)
