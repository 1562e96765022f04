"""Stored documents as drawings: load, copy, rename. One that this version cannot read is refused, and handed out as it is."""

import json

from flask import url_for

from labmapper.core.drawing.document import Diagram, parse_diagram, parse_document
from labmapper.core.drawing.shown_title import find_shown_title
from labmapper.core.pipeline import Compilation, compile_diagram
from labmapper.core.problems import Problem
from labmapper.persistence.diagrams import DiagramInfo, SavedDiagram
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import make_seed
from labmapper.web.language.text import t
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_diagrams, get_revisions

MAX_TITLE = 200
_COPY = " (copy)"


def get_drawing(saved: SavedDiagram) -> Diagram:
    """Return the drawing of *saved*, or refuse with the way to its document."""
    return _accept(parse_document(saved.text), saved.info.id, saved.info.revision)


def load_drawing(owner: Owner, diagram_id: str, number: int) -> Diagram:
    """Return the drawing of revision *number* of a diagram of *owner*, or refuse with the way to its document."""
    return _accept(parse_diagram(get_revisions().load(owner, diagram_id, number)), diagram_id, number)


def save_copy(owner: Owner, diagram_id: str, *, request_key: str | None = None) -> DiagramInfo:
    """Save a copy of a diagram of *owner*, with passwords of its own; *request_key* as in ``Diagrams.create``."""
    diagram = get_drawing(get_diagrams().load(owner, diagram_id))
    title = f"{find_shown_title(diagram)[: MAX_TITLE - len(_COPY)]}{_COPY}"
    copy = diagram.model_copy(update={"title": title})
    return get_diagrams().create(owner, copy, make_seed(), request_key=request_key)


def save_title(owner: Owner, diagram_id: str, title: str) -> DiagramInfo:
    """Give a diagram of *owner* another *title*, as a new revision."""
    saved = get_diagrams().load(owner, diagram_id)
    diagram = get_drawing(saved).model_copy(update={"title": title})
    return get_diagrams().save(owner, diagram_id, diagram, revision=saved.info.revision)


def render_document(document: dict[str, object]) -> bytes:
    """Return a diagram as the file that Labmapper opens."""
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


def compile_drawing(drawing: Diagram) -> Compilation:
    """Return what *drawing* means, or refuse with the errors that keep its mapping from being handed out."""
    compilation = compile_diagram(drawing)
    if not compilation.is_sound:
        message = t("The mapping cannot be generated while there are errors. Mend them, then try again.")
        raise Refusal(422, "diagram-unsound", message, problems=compilation.problems)
    return compilation


def _accept(parsed: tuple[Diagram | None, tuple[Problem, ...]], diagram_id: str, number: int) -> Diagram:
    """Return the drawing that was *parsed*, or refuse with the way to its document."""
    diagram, problems = parsed
    if diagram is None:
        place = url_for("history.download", diagram_id=diagram_id, number=number)
        message = t(
            "This Labmapper cannot read this diagram as it is stored. Nothing of it is lost: download the document."
        )
        raise Refusal(422, "diagram-unreadable", message, problems=problems, extra={"document": place})
    return diagram
