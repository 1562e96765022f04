"""Stored documents as drawings: load, copy, rename. One that this version cannot read is refused, and handed out as it is."""

import json
from functools import lru_cache

from flask import url_for

from labmapper.core.drawing.document import Diagram, parse_diagram, parse_document
from labmapper.core.drawing.shown_title import find_shown_title
from labmapper.core.pipeline import Compilation, compile_by_number, compile_diagram
from labmapper.core.problems import Problem
from labmapper.persistence.diagrams import DiagramInfo, SavedDiagram
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import make_seed
from labmapper.web.language.text import t
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_diagrams, get_revisions

MAX_TITLE = 200
_COPY = " (copy)"
# So many are kept compiled in each process, and none that is longer, for the memory that they take.
_KEPT = 8
_LONGEST = 64 * 1024


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


def compile_saved(saved: SavedDiagram, *, by_name: bool = True) -> tuple[Diagram, Compilation]:
    """Return the drawing of *saved* and what it means; refuse as ``get_drawing`` and ``compile_drawing`` do.

    *by_name* tells whether Guacamole will know connections by their names.
    Who generates asks next for the page to hand out, for slips and for other files of the same drawing: all that is a
    matter of the text alone is compiled once.
    """
    text = saved.text
    drawing, compilation = _compile(text) if len(text) <= _LONGEST else _compile.__wrapped__(text)
    if drawing is None or compilation is None:
        drawing = get_drawing(saved)  # refuses it
        compilation = compile_diagram(drawing)
    return drawing, _expect_sound(compilation if by_name else compile_by_number(drawing, compilation))


@lru_cache(maxsize=_KEPT)
def _compile(text: bytes) -> tuple[Diagram | None, Compilation | None]:
    drawing, _ = parse_document(text)
    return drawing, None if drawing is None else compile_diagram(drawing)


def compile_drawing(drawing: Diagram, *, by_name: bool) -> Compilation:
    """Return what *drawing* means, or refuse with the errors that keep files of it from being handed out."""
    return _expect_sound(compile_diagram(drawing, by_name=by_name))


def _expect_sound(compilation: Compilation) -> Compilation:
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
