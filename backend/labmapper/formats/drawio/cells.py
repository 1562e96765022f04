"""The cells of a page of draw.io: vertices and edges with their labels, styles, places and properties."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from labmapper.core.problems import Place
from labmapper.formats.drawio.icons import find_icon, parse_style
from labmapper.formats.drawio.labels import fill_placeholders, list_lines
from labmapper.formats.drawio.pages import Page
from labmapper.formats.topology.bends import choose_bends
from labmapper.formats.topology.syntax.safe_xml import Element

# So many groups lie in each other at most; beyond, or in a circle, a cell stands where it says.
_DEEPEST = 20
# Attributes of a cell with properties that are draw.io's own.
_OWN = frozenset(
    {"id", "label", "placeholders", "tooltip", "link", "tags", "linkTarget", "enumerate", "enumerateValue"}
)

Point = tuple[float, float]


@dataclass(slots=True, eq=False)
class Cell:
    """A cell: *x* and *y* are its top left corner on the page, within its parent until ``list_cells`` has placed it."""

    id: str
    lines: list[str]
    style: dict[str, str]
    parent: str
    place: Place
    is_vertex: bool = False
    is_edge: bool = False
    source: str = ""
    target: str = ""
    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0
    is_relative: bool = False
    is_hidden: bool = False
    properties: dict[str, str] = field(default_factory=dict)
    ends: dict[str, Point] = field(default_factory=dict)
    bends: list[Point] = field(default_factory=list)
    children: "list[Cell]" = field(default_factory=list)

    @property
    def icon(self) -> str:
        """The name of the icon, empty for plain shapes."""
        return find_icon(self.style)

    @property
    def middle(self) -> Point:
        """The middle of the shape."""
        return self.x + self.width / 2, self.y + self.height / 2

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Return whether *point* lies in the shape, or within *margin* around it."""
        return (
            self.x - margin <= point[0] <= self.x + self.width + margin
            and self.y - margin <= point[1] <= self.y + self.height + margin
        )


def list_cells(page: Page) -> dict[str, Cell]:
    """Return the cells of *page* by their ids, each placed on the page and among the children of its parent."""
    root = page.model.find("root") or page.model
    cells: dict[str, Cell] = {}
    for element in root.children:
        cell = _read_cell(element, page)
        if cell is not None:
            cells.setdefault(cell.id, cell)
    offsets: dict[str, Point] = {}
    for cell in list(cells.values()):
        parent = cells.get(cell.parent)
        if parent is not None and parent is not cell:
            parent.children.append(cell)
    for cell in cells.values():
        if not cell.is_relative:
            offsets[cell.id] = _find_offset(cell, cells)
    for id_, (x, y) in offsets.items():
        cells[id_].x += x
        cells[id_].y += y
    return cells


def iter_parents(cell: Cell, cells: dict[str, Cell]) -> Iterator[Cell]:
    """Yield the cells that *cell* is in, the innermost first."""
    current = cell
    for _ in range(_DEEPEST):
        parent = cells.get(current.parent)
        if parent is None or parent is current or parent is cell:
            return
        yield parent
        current = parent


def _find_offset(cell: Cell, cells: dict[str, Cell]) -> Point:
    """Return where the parent of *cell* is; computed before any cell is moved."""
    parents = [parent for parent in iter_parents(cell, cells) if parent.is_vertex]
    return sum(parent.x for parent in parents), sum(parent.y for parent in parents)


def _read_cell(element: Element, page: Page) -> Cell | None:
    inner = element if element.name == "mxCell" else element.find("mxCell")
    if inner is None:
        return None
    label = inner.get("value") if inner is element else element.get("label", element.get("value"))
    known = {} if inner is element else element.attributes
    if known.get("placeholders") == "1":
        label = fill_placeholders(label, known)
    cell = Cell(
        id=element.get("id") or inner.get("id"),
        lines=list_lines(label),
        style=parse_style(inner.get("style")),
        parent=inner.get("parent"),
        place=Place(field=element.name, line=element.line if page.has_lines else None),
        is_vertex=inner.get("vertex") == "1",
        is_edge=inner.get("edge") == "1",
        source=inner.get("source"),
        target=inner.get("target"),
        is_hidden=inner.get("visible") == "0",
        properties={key: value for key, value in known.items() if key not in _OWN},
    )
    _read_geometry(cell, inner)
    return cell


def _read_geometry(cell: Cell, element: Element) -> None:
    geometry = element.find("mxGeometry")
    if geometry is None:
        return
    cell.x, cell.y = _read_number(geometry.get("x")), _read_number(geometry.get("y"))
    cell.width, cell.height = _read_number(geometry.get("width")), _read_number(geometry.get("height"))
    cell.is_relative = geometry.get("relative") == "1"
    for point in geometry.list("mxPoint"):
        if point.get("as") in ("sourcePoint", "targetPoint"):
            cell.ends[point.get("as")] = _read_point(point)
    points = next((each for each in geometry.list("Array") if each.get("as") == "points"), None)
    if points is not None and cell.is_edge:
        cell.bends = [_read_point(point) for point in choose_bends(points.list("mxPoint"))]


def _read_point(element: Element) -> Point:
    return _read_number(element.get("x")), _read_number(element.get("y"))


def _read_number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return 0.0
    return number if math.isfinite(number) and abs(number) < 1e7 else 0.0  # noqa: PLR2004
