"""What stands on a page of draw.io beside the lab: plain rectangles and ellipses, and tables of texts."""

from labmapper.formats.drawio.cells import Cell
from labmapper.formats.topology.colors import find_color
from labmapper.formats.topology.model import Figure

_MOST_FIGURES = 500
# Outlines that are a rectangle or an ellipse; words without a value name an outline too.
_SHAPES = frozenset({"", "rectangle", "rounded", "label", "process", "ellipse", "doubleellipse"})
_OTHER_WORDS = frozenset({"rhombus", "triangle", "line", "arrow", "shape", "image", "icon"})


def is_figure(cell: Cell) -> bool:
    """Return whether *cell* is an upright rectangle or ellipse of some size."""
    style = cell.style
    is_upright = style.get("rotation", "0") in ("0", "180", "-180")
    is_plain = style.get("shape", "").lower() in _SHAPES and not _OTHER_WORDS & style.keys()
    return is_plain and is_upright and cell.width > 0 and cell.height > 0 and not cell.is_relative


def list_figures(cells: list[Cell]) -> list[Figure]:
    """Return the figures that *cells* are, the largest before what lies on it."""
    ordered = sorted(cells[:_MOST_FIGURES], key=lambda cell: -cell.width * cell.height)
    return [_read_figure(cell) for cell in ordered]


def _read_figure(cell: Cell) -> Figure:
    style = cell.style
    is_round = "ellipse" in style or style.get("shape", "").lower() in ("ellipse", "doubleellipse")
    color = find_color(style.get("fillColor", ""), style.get("strokeColor", ""))
    text = "\n".join(cell.lines)
    return Figure(*cell.middle, cell.width, cell.height, "ellipse" if is_round else "rectangle", text, color)


def is_table(cell: Cell) -> bool:
    """Return whether *cell* is a table, whose rows hold texts."""
    return cell.style.get("shape") == "table"


def read_table(table: Cell) -> list[str]:
    """Return a line for each row of *table*, after its title: the texts of its cells."""
    rows = [[" ".join(cell.lines) for cell in (row, *row.children) if cell.lines] for row in table.children]
    return [*table.lines, *(": ".join(texts) for texts in rows if texts)]
