"""The history of a diagram: its revisions and its mappings, what changed in each, and the way back."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from labmapper.core.changes import list_drawing_changes
from labmapper.core.diagram import Diagram
from labmapper.web.api.diagrams import require_owner
from labmapper.web.api.mappings import list_mapping_changes
from labmapper.web.api.revisions import MAX_NAME, get_drawing, read_before
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_diagrams, get_mappings, get_revisions

history = Blueprint("history", __name__, url_prefix="/diagrams/<token:diagram_id>")

_NUMBER = "<int(max=2147483647):number>"
_SHOWN = 500


@history.get("/history")
def show(diagram_id: str) -> ResponseReturnValue:
    """Show the revisions and the mappings of a diagram."""
    owner, before = require_owner(), read_before()
    return render_template(
        "history.html",
        info=get_diagrams().get(owner, diagram_id),
        page=get_revisions().list(owner, diagram_id, before=before),
        mappings=get_mappings().list(owner, diagram_id) if before is None else (),
        is_first=before is None,
    )


@history.get(f"/history/{_NUMBER}")
def show_revision(diagram_id: str, number: int) -> ResponseReturnValue:
    """Tell what changed in a revision."""
    owner, revisions = require_owner(), get_revisions()
    info, earlier = revisions.get(owner, diagram_id, number), revisions.find_before(owner, diagram_id, number)
    new = get_drawing(revisions.load(owner, diagram_id, number))
    old = get_drawing(revisions.load(owner, diagram_id, earlier)) if earlier else Diagram()
    since = f"revision {earlier}" if earlier else None
    return _render_changes(diagram_id, f"Revision {info.number}", since, list_drawing_changes(old, new))


@history.get("/mappings/<token:mapping_id>")
def show_mapping(diagram_id: str, mapping_id: str) -> ResponseReturnValue:
    """Tell what changed in a mapping."""
    earlier, changes = list_mapping_changes(require_owner(), diagram_id, mapping_id)
    since = f"the mapping of revision {earlier.facts.revision}" if earlier else None
    return _render_changes(diagram_id, "This mapping", since, changes)


@history.post(f"/history/{_NUMBER}/restore")
def restore(diagram_id: str, number: int) -> ResponseReturnValue:
    """Save a revision anew, as the latest one."""
    owner = require_owner()
    diagram = get_drawing(get_revisions().load(owner, diagram_id, number))
    current = get_diagrams().get(owner, diagram_id).revision
    info = get_diagrams().save(owner, diagram_id, diagram, revision=current)
    flash(f"Revision {number} is back, as revision {info.revision}.")
    return redirect(url_for("history.show", diagram_id=diagram_id), 303)


@history.post(f"/history/{_NUMBER}/name")
def set_name(diagram_id: str, number: int) -> ResponseReturnValue:
    """Name a revision, which keeps it for good; an empty name takes it away."""
    name = request.form.get("name", "").strip()
    if len(name) > MAX_NAME or not name.isprintable():
        raise Refusal(422, "bad-name", f"A name has 1 to {MAX_NAME} characters. Go back and type one.")
    get_revisions().set_name(require_owner(), diagram_id, number, name or None)
    return redirect(url_for("history.show", diagram_id=diagram_id), 303)


@history.post("/mappings/<token:mapping_id>/delete")
def delete_mapping(diagram_id: str, mapping_id: str) -> ResponseReturnValue:
    """Remove a mapping."""
    get_mappings().delete(require_owner(), diagram_id, mapping_id)
    flash("The mapping is deleted.")
    return redirect(url_for("history.show", diagram_id=diagram_id), 303)


def _render_changes(diagram_id: str, subject: str, since: str | None, changes: tuple[str, ...]) -> str:
    return render_template(
        "changes.html",
        diagram_id=diagram_id,
        heading=f"{subject} since {since}" if since else f"{subject}, the first",
        changes=changes[:_SHOWN],
        total=len(changes),
    )
