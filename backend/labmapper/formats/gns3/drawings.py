"""GNS3's drawings: texts as notes, rectangles and ellipses as zones around devices and as figures, lines as figures.

Each drawing is a small SVG; of it only text and size are looked at, never parsed.
"""

import html
import re
from typing import Any, Literal

from labmapper.core.drawing.styles import Color
from labmapper.core.problems import Place, Problem
from labmapper.formats.topology.colors import find_color
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.frames import Frame, take_frames
from labmapper.formats.topology.model import Figure, Note, Topology
from labmapper.formats.topology.syntax.json_values import as_number, as_table

_LONGEST_SVG = 20_000
_LONGEST_TEXT = 4_000
_MOST = 2_000
# Neither looks past the next "<", so that both take time by the length of the text alone.
_TEXT = re.compile(r"<text\b[^<>]*>([^<]*)")
_FRAME = re.compile(r"<(rect|ellipse|line)\b([^<>]*)")
_COLOR = re.compile(r"\b(fill|stroke)=[\"']([^\"'<>]{1,40})[\"']")
_END = re.compile(r"\b([xy][12])=[\"'](-?[0-9]{1,5})(?:\.[0-9]+)?[\"']")
_SIZE = re.compile(r"<svg\b[^<>]*>")
_EXTENT = re.compile(r"\b(width|height)=[\"']([0-9]{1,5})(?:\.[0-9]+)?(?:px)?[\"']")


def read_drawings(rows: list[Any], topology: Topology, findings: Findings) -> None:
    """Put the notes and zones that the drawings in *rows* are into *topology*, and count the others as lost."""
    shapes: list[Frame | None] = []
    for row in map(as_table, rows[:_MOST]):
        note = _read_drawing(row)
        if note:
            topology.notes.append(note)
        elif (line := _read_line(row)) is not None:
            topology.figures.append(line)
        else:
            shapes.append(_read_frame(row))
    frames = [shape for shape in shapes if shape]
    lost = len(shapes) - len(frames) + take_frames(topology, frames) + max(0, len(rows) - _MOST)
    if lost:
        place = Place(field="topology.drawings")
        findings.add(Problem.warning("import-objects", place, variant="shapes", count=lost))


def _read_frame(row: dict[str, Any]) -> Frame | None:
    """Return the rectangle or ellipse that a drawing is, None where it is something else, or turned."""
    svg, x, y = row.get("svg"), as_number(row.get("x")), as_number(row.get("y"))
    found = _FRAME.search(svg[:_LONGEST_SVG]) if isinstance(svg, str) else None
    if found is None or x is None or y is None or row.get("rotation"):
        return None
    extents = _read_extents(found.string)
    shape: Literal["rectangle", "ellipse"] = "ellipse" if found[1] == "ellipse" else "rectangle"
    return Frame((x, y, extents.get("width", 0.0), extents.get("height", 0.0)), "", shape, _read_color(found[2]))


def _read_line(row: dict[str, Any]) -> Figure | None:
    """Return the line that a drawing is, None where it is something else, or turned."""
    svg, x, y = row.get("svg"), as_number(row.get("x")), as_number(row.get("y"))
    found = _FRAME.search(svg[:_LONGEST_SVG]) if isinstance(svg, str) else None
    if found is None or found[1] != "line" or x is None or y is None or row.get("rotation"):
        return None
    ends = dict.fromkeys(("x1", "y1", "x2", "y2"), 0.0) | {key: float(value) for key, value in _END.findall(found[2])}
    across, down = ends["x2"] - ends["x1"], ends["y2"] - ends["y1"]
    middle = x + (ends["x1"] + ends["x2"]) / 2, y + (ends["y1"] + ends["y2"]) / 2
    return Figure(*middle, across, down, "line", "", _read_color(found[2]))


def _read_color(attributes: str) -> Color | None:
    colors = dict(_COLOR.findall(attributes))
    return find_color(colors.get("fill", ""), colors.get("stroke", ""))


def _read_extents(svg: str) -> dict[str, float]:
    start = _SIZE.search(svg)
    return {name: float(value) for name, value in _EXTENT.findall(start[0])} if start else {}


def _read_drawing(row: dict[str, Any]) -> Note | None:
    svg = row.get("svg")
    svg = svg[:_LONGEST_SVG] if isinstance(svg, str) else ""
    lines = [html.unescape(found[1]).strip() for found in _TEXT.finditer(svg)]
    text = "\n".join(line for line in lines if line)[:_LONGEST_TEXT]
    if not text:
        return None
    extents = _read_extents(svg)
    x, y = as_number(row.get("x")), as_number(row.get("y"))
    if x is None or y is None:
        return Note(text)
    return Note(text, x + extents.get("width", 0) / 2, y + extents.get("height", 0) / 2)
