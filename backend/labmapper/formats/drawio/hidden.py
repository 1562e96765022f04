"""What draw.io does not show: layers that are switched off, and cells that are hidden, with all that is in them."""

from collections import Counter

from labmapper.formats.drawio.cells import Cell, iter_parents
from labmapper.formats.topology.findings import Findings


def drop_hidden(cells: dict[str, Cell], findings: Findings) -> dict[str, Cell]:
    """Return *cells* without those that are hidden, or lie in something that is; how many of each is told in *findings*."""
    hidden = {cell.id for cell in cells.values() if cell.is_hidden}
    if not hidden:
        return cells
    lost: Counter[str] = Counter()
    shown = {}
    for cell in cells.values():
        around = next((each.id for each in (cell, *iter_parents(cell, cells)) if each.id in hidden), None)
        if around is None:
            shown[cell.id] = cell
        elif cell.is_vertex or cell.is_edge:
            lost[around] += 1
    for id_, count in lost.items():
        name = " ".join(cells[id_].lines) or "A layer or shape"
        findings.lose("hidden", f"{name}, with {count} shapes and lines", cells[id_].place)
    for cell in shown.values():
        cell.children = [child for child in cell.children if child.id in shown]
    return shown
