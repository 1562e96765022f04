"""Updating a drawing from a newer file of its lab. Nothing is stored: the drawing comes and goes with the request."""

from flask import Blueprint, Response, jsonify

from labmapper.core.drawing.document import Diagram, render_diagram
from labmapper.core.merging.update import update_diagram
from labmapper.core.problems import Problem
from labmapper.formats.format import Format
from labmapper.persistence.lab_files import LabFile
from labmapper.web.accounts.identity import require_owner
from labmapper.web.api.answers import render_changes
from labmapper.web.api.bodies import read_diagram_part
from labmapper.web.api.file_parts import FILE, decode_parts, read_parts
from labmapper.web.file_import import draw_import, get_readable, read_import
from labmapper.web.language.text import get_catalogue, t
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_lab_files

api = Blueprint("updates", __name__)

_DIAGRAM, _BEFORE = "diagram", "before"
_PREFERS_FILE, _REMOVES_GONE = "prefer_file", "remove_gone"


@api.post("/updates")
def update_from_file() -> Response:
    """Return a drawing updated from a newer file of its lab, with what is new, gone and kept.

    The form has the parts ``file`` and ``diagram``, and where it is known the former file, ``before``. Without that, the
    former file is the one that was kept last with the saved diagram that ``kept_with`` names, read with the options that
    it was kept with; those count for the newer file too where nothing else is given.
    """
    files, given = read_parts()
    parts = {name: text.encode() for name, text in given.items()} | files
    drawing, data, before = (parts.pop(name, b"") for name in (_DIAGRAM, FILE, _BEFORE))
    values = decode_parts(parts)
    prefers_file, removes_gone = (_read_flag(values, name) for name in (_PREFERS_FILE, _REMOVES_GONE))
    if not data:
        raise Refusal(400, "empty", t("The file is empty. Choose a newer file of this lab."))
    kept = _find_kept(values.pop("kept_with", ""))
    current = read_diagram_part(drawing)
    known = get_readable(values.pop("format", None), data)
    if kept and kept.info.format == known.name:
        values = _list_options(kept, known) | values
    imported, problems = _draw(data, known, values)
    previous = _draw(before, known, values)[0] if before else _draw_kept(kept)
    updated = update_diagram(current, imported, previous, prefers_file=prefers_file, removes_gone=removes_gone)
    if updated.diagram is None:
        raise Refusal(422, "diagram-invalid", t("The drawing would hold more than it can."), problems=updated.problems)
    return jsonify(
        format=known.name,
        diagram=render_diagram(updated.diagram),
        problems=[problem.as_json(get_catalogue().messages) for problem in problems],
        options=[option.as_json(t) for option in known.read_options],
        given=values,
        former=kept.info.name if kept and previous and not before else None,
        known=updated.known,
        changes=render_changes(updated.changes),
        gone=render_changes(updated.gone),
        kept=render_changes(updated.kept),
    )


def _find_kept(diagram_id: str) -> LabFile | None:
    """Return the file that was kept last with the diagram, None without one; refuse a diagram of somebody else."""
    return get_lab_files().find_latest(require_owner(), diagram_id) if diagram_id else None


def _draw_kept(kept: LabFile | None) -> Diagram | None:
    """Return the drawing of the *kept* file, None where it can no longer be read."""
    try:
        known = get_readable(kept.info.format, kept.content) if kept else None
        return _draw(kept.content, known, _list_options(kept, known))[0] if kept and known else None
    except Refusal:
        return None


def _list_options(kept: LabFile, known: Format) -> dict[str, str]:
    """Return the options that *kept* was read with, as far as its format has them still: it may have been kept years ago."""
    names = {option.name for option in known.read_options}
    return {name: value for name, value in kept.options.items() if name in names}


def _draw(data: bytes, known: Format, values: dict[str, str]) -> tuple[Diagram, tuple[Problem, ...]]:
    return draw_import(read_import(data, known, values))


def _read_flag(values: dict[str, str], name: str) -> bool:
    value = values.pop(name, "false")
    if value not in {"true", "false"}:
        raise Refusal(400, "wrong-type", f"'{name}' must be true or false.")
    return value == "true"
