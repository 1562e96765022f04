"""The history of a diagram over HTTP: look at, name, compare and restore revisions; and compare any two drawings."""

from typing import Any

from flask import Blueprint, Response, jsonify

from labmapper.core.changes.drawing_changes import list_drawing_changes
from labmapper.persistence.revisions import MAX_NAME, RevisionInfo
from labmapper.web.accounts.identity import require_owner
from labmapper.web.api.answers import answer_saved, render_changes, render_info
from labmapper.web.api.bodies import read_diagram, read_json, read_revision, read_text
from labmapper.web.diagrams.changes import list_revision_changes
from labmapper.web.diagrams.documents import load_drawing
from labmapper.web.diagrams.queries import read_number
from labmapper.web.formatting import render_time
from labmapper.web.services import get_diagrams, get_revisions

api = Blueprint("revisions", __name__)


@api.get("/diagrams/<token:diagram_id>/revisions")
def list_revisions(diagram_id: str) -> Response:
    """List a page of revisions, the latest first."""
    page = get_revisions().list(require_owner(), diagram_id, before=read_number("cursor"))
    return jsonify(revisions=[render_revision(info) for info in page.items], next=page.next)


@api.get("/diagrams/<token:diagram_id>/revisions/<int(max=2147483647):number>")
def load_revision(diagram_id: str, number: int) -> Response:
    """Return a revision with its document."""
    owner, revisions = require_owner(), get_revisions()
    info = revisions.get(owner, diagram_id, number)
    return jsonify(render_revision(info) | {"diagram": revisions.load(owner, diagram_id, number)})


@api.put("/diagrams/<token:diagram_id>/revisions/<int(max=2147483647):number>")
def name_revision(diagram_id: str, number: int) -> Response:
    """Name a revision, which keeps it for good; null takes the name away."""
    owner, revisions = require_owner(), get_revisions()
    name = read_text(read_json("name"), "name", longest=MAX_NAME)
    revisions.set_name(owner, diagram_id, number, name)
    return jsonify(render_revision(revisions.get(owner, diagram_id, number)))


@api.get("/diagrams/<token:diagram_id>/revisions/<int(max=2147483647):number>/changes")
def compare_revision(diagram_id: str, number: int) -> Response:
    """Tell what changed in a revision since the one that *since* names, or else the one kept before it."""
    since, changes = list_revision_changes(require_owner(), diagram_id, number, read_number("since"))
    return jsonify(since=since, **render_changes(changes))


@api.post("/diagrams/<token:diagram_id>/revisions/<int(max=2147483647):number>/restore")
def restore_revision(diagram_id: str, number: int) -> Response:
    """Save a revision anew over the one that If-Match names; nothing in between is lost."""
    owner, current = require_owner(), read_revision()
    diagram = load_drawing(owner, diagram_id, number)
    info = get_diagrams().save(owner, diagram_id, diagram, revision=current)
    return answer_saved(render_info(info), info.revision)


def render_revision(info: RevisionInfo) -> dict[str, Any]:
    """Return a revision as lists show it."""
    return {
        "number": info.number,
        "name": info.name,
        "created_at": render_time(info.created_at),
        "is_current": info.is_current,
    }


@api.post("/compare")
def compare_diagrams() -> Response:
    """Tell what is added, removed and changed from the diagram *old* to the diagram *new*."""
    body = read_json("old", "new")
    changes = list_drawing_changes(read_diagram(body, "old"), read_diagram(body, "new"))
    return jsonify(render_changes(changes))
