"""Stored documents as drawings. One that this version cannot read is refused, and handed out as it is."""

from typing import Any

from flask import url_for

from labmapper.core.diagram import Diagram, parse_diagram
from labmapper.persistence.diagrams import SavedDiagram
from labmapper.persistence.owner import Owner
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_revisions

_UNREADABLE = "This Labmapper cannot read this diagram as it is stored. Nothing of it is lost: download the document."


def get_drawing(saved: SavedDiagram) -> Diagram:
    """Return the drawing of *saved*, or refuse with the way to its document."""
    return _parse(saved.document, saved.info.id, saved.info.revision)


def load_drawing(owner: Owner, diagram_id: str, number: int) -> Diagram:
    """Return the drawing of revision *number* of a diagram of *owner*, or refuse with the way to its document."""
    return _parse(get_revisions().load(owner, diagram_id, number), diagram_id, number)


def _parse(document: dict[str, Any], diagram_id: str, number: int) -> Diagram:
    diagram, problems = parse_diagram(document)
    if diagram is None:
        place = url_for("history.download", diagram_id=diagram_id, number=number)
        raise Refusal(422, "diagram-unreadable", _UNREADABLE, problems=problems, extra={"document": place})
    return diagram
