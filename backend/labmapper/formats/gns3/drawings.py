"""Texts of GNS3's drawings as notes. Each drawing is a small SVG; of it only text and size are looked at, never parsed."""

import html
import re
from typing import Any

from labmapper.core.problems import Place, Problem
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.json_values import as_number, as_table
from labmapper.formats.topology.model import Note

_LONGEST_SVG = 20_000
_LONGEST_TEXT = 4_000
_MOST = 2_000
# Neither looks past the next "<", so that both take time by the length of the text alone.
_TEXT = re.compile(r"<text\b[^<>]*>([^<]*)")
_SIZE = re.compile(r"<svg\b[^<>]*>")
_EXTENT = re.compile(r"\b(width|height)=[\"']([0-9]{1,5})(?:\.[0-9]+)?(?:px)?[\"']")


def read_drawings(rows: list[Any], findings: Findings) -> list[Note]:
    """Return the notes that the drawings in *rows* are, and count those that are shapes or pictures as lost."""
    notes, shapes = [], 0
    for row in map(as_table, rows[:_MOST]):
        note = _read_drawing(row)
        notes += [note] if note else []
        shapes += note is None
    lost = shapes + max(0, len(rows) - _MOST)
    if lost:
        place = Place(field="topology.drawings")
        findings.add(Problem.warning("import-objects", place, variant="shapes", count=lost))
    return notes


def _read_drawing(row: dict[str, Any]) -> Note | None:
    svg = row.get("svg")
    svg = svg[:_LONGEST_SVG] if isinstance(svg, str) else ""
    lines = [html.unescape(found[1]).strip() for found in _TEXT.finditer(svg)]
    text = "\n".join(line for line in lines if line)[:_LONGEST_TEXT]
    if not text:
        return None
    start = _SIZE.search(svg)
    extents = {name: float(value) for name, value in _EXTENT.findall(start[0])} if start else {}
    x, y = as_number(row.get("x")), as_number(row.get("y"))
    if x is None or y is None:
        return Note(text)
    return Note(text, x + extents.get("width", 0) / 2, y + extents.get("height", 0) / 2)
