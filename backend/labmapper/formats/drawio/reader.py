"""Reads a page of draw.io as a lab: icons become devices, edges cables, containers zones, and texts notes."""

from typing import TYPE_CHECKING

from labmapper.core.problems import Problem
from labmapper.formats.drawio.cables import Cables
from labmapper.formats.drawio.cells import Cell, iter_parents, list_cells
from labmapper.formats.drawio.consoles import list_consoles, read_properties
from labmapper.formats.drawio.figures import list_figures
from labmapper.formats.drawio.hidden import drop_hidden
from labmapper.formats.drawio.icons import find_icon_role
from labmapper.formats.drawio.labels import read_label
from labmapper.formats.drawio.loose_texts import tie_loose_texts
from labmapper.formats.drawio.pages import Page, find_page
from labmapper.formats.drawio.shapes import sort_shapes
from labmapper.formats.options import Values
from labmapper.formats.topology.colors import find_color
from labmapper.formats.topology.drawing import draw_topology
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Device, Note, Topology, Zone
from labmapper.formats.topology.sizes import is_drawable

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram

# More than a drawing can hold of nodes, cables and labels at their ends.
_MOST_CELLS = 60_000


def parse(data: bytes, values: Values) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    """Return the drawing of the page in *data* that the option ``page`` names, or None, and all problems."""
    findings = Findings()
    page = find_page(data, str(values.get("page", "")), findings)
    if page is None:
        return None, tuple(findings.collect())
    elements = (page.model.find("root") or page.model).children
    if len(elements) > _MOST_CELLS:
        findings.add(Problem.error("import-too-large", variant="values", most=_MOST_CELLS))
        return None, tuple(findings.collect())
    # Before any of them is read.
    is_small = is_drawable(0, sum(each.get("edge") == "1" for each in elements), findings)
    topology = _read_page(page, findings) if is_small else None
    if topology is None:
        return None, tuple(findings.collect())
    topology.problems = findings.collect()
    return draw_topology(topology, values)


def _read_page(page: Page, findings: Findings) -> Topology | None:
    """Return what is on *page*, None, and why in *findings*, where it is more than is drawn."""
    cells = drop_hidden(list_cells(page), findings)
    vertices = sum(cell.is_vertex and not cell.is_relative for cell in cells.values())
    if not is_drawable(vertices, sum(cell.is_edge for cell in cells.values()), findings):
        return None
    shapes = sort_shapes(cells, findings)
    tie_loose_texts(shapes)
    zones = {zone.id for zone in shapes.zones}
    return Topology(
        page.name,
        devices=[_read_device(cell, _find_zone(cell, cells, zones), findings) for cell in shapes.devices],
        cables=list(Cables(shapes, cells, findings).read()),
        zones=[
            Zone(
                zone.id,
                " ".join(zone.lines[:1]),
                _find_zone(zone, cells, zones),
                (zone.x, zone.y, max(1.0, zone.width), max(1.0, zone.height)),
                find_color(zone.style.get("fillColor", ""), zone.style.get("strokeColor", "")),
            )
            for zone in shapes.zones
        ],
        notes=[Note("\n".join(note.lines), *note.middle) for note in shapes.notes if note.lines],
        figures=list_figures(shapes.figures),
    )


def _find_zone(cell: Cell, cells: dict[str, Cell], zones: set[str]) -> str | None:
    return next((parent.id for parent in iter_parents(cell, cells) if parent.id in zones), None)


def _read_device(cell: Cell, zone: str | None, findings: Findings) -> Device:
    label = read_label(cell.lines)
    known = read_properties(cell, findings)
    name = label.name or known.get("name", "")
    icon = cell.icon
    role = find_icon_role(" ".join(filter(None, (icon if icon != "picture" else "", known.get("kind", "")))), name)
    if label.rest:
        findings.lose("text", " ".join(label.rest), cell.place)
    consoles = list_consoles(role, label, known, cell, findings)
    return Device(cell.id, name, role, *cell.middle, zone, consoles, place=cell.place)
