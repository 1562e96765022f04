"""The history of a diagram over HTTP: look at, name, compare and restore revisions."""

from typing import Any

from flask import Response, jsonify, request

from labmapper.core.changes.drawing_changes import list_drawing_changes
from labmapper.core.drawing.document import Diagram
from labmapper.persistence.owner import Owner
from labmapper.persistence.revisions import RevisionInfo
from labmapper.web.api.answers import answer_saved, render_info, render_time
from labmapper.web.api.blueprint import api
from labmapper.web.api.bodies import read_json, read_revision, read_text
from labmapper.web.api.diagrams import require_owner
from labmapper.web.drawings import load_drawing
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_diagrams, get_revisions

MAX_NAME = 200
_MOST = 2_147_483_647


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
    since, changes = list_revision_changes(require_owner(), diagram_id, number)
    return jsonify(since=since, changes=changes)


@api.post("/diagrams/<token:diagram_id>/revisions/<int(max=2147483647):number>/restore")
def restore_revision(diagram_id: str, number: int) -> Response:
    """Save a revision anew over the one that If-Match names; nothing in between is lost."""
    owner, current = require_owner(), read_revision()
    diagram = load_drawing(owner, diagram_id, number)
    info = get_diagrams().save(owner, diagram_id, diagram, revision=current)
    return answer_saved(render_info(info), info.revision)


def list_revision_changes(owner: Owner, diagram_id: str, number: int) -> tuple[int | None, tuple[str, ...]]:
    """Return the revision that the request compares *number* with, None for an empty drawing, and what changed since."""
    since = read_number("since")
    if since is None:
        since = get_revisions().find_before(owner, diagram_id, number)
    old = Diagram() if since is None else load_drawing(owner, diagram_id, since)
    return since, list_drawing_changes(old, load_drawing(owner, diagram_id, number))


def render_revision(info: RevisionInfo) -> dict[str, Any]:
    """Return a revision as lists show it."""
    return {
        "number": info.number,
        "name": info.name,
        "created_at": render_time(info.created_at),
        "is_current": info.is_current,
    }


def read_number(name: str) -> int | None:
    """Return the number of a revision that stands under *name* in the query string, or None where it is missing."""
    given = request.args.get(name)
    if given is None:
        return None
    if not given.isascii() or not given.isdigit() or int(given[:11]) > _MOST:
        raise Refusal(400, f"bad-{name}", f"'{name}' must be the number of a revision, as the list names them.")
    return int(given)
