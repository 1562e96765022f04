"""Diagrams over HTTP: list, create, read, save, rename, duplicate, delete, restore, erase, and all of them as one file."""

from collections.abc import Callable

from flask import Blueprint, Response, jsonify, request, url_for

from labmapper.persistence.diagrams import DiagramInfo, RepeatedRequest
from labmapper.persistence.store import make_seed
from labmapper.web.accounts.identity import find_owner, get_owner, require_owner
from labmapper.web.api.answers import NO_CONTENT, answer_saved, render_info
from labmapper.web.api.bodies import read_drawing, read_json, read_request_key, read_revision, require_text
from labmapper.web.diagrams.account_archive import answer_archive
from labmapper.web.diagrams.documents import MAX_TITLE, save_copy, save_title
from labmapper.web.diagrams.queries import read_listing
from labmapper.web.services import get_diagrams

api = Blueprint("diagrams", __name__)


@api.get("/diagrams")
def list_diagrams() -> Response:
    """List a page of diagrams."""
    owner, listing = find_owner(), read_listing()
    if owner is None:
        return jsonify(diagrams=[], next=None)
    page = get_diagrams().list(owner, listing)
    return jsonify(diagrams=[render_info(info) for info in page.items], next=page.next)


@api.post("/diagrams")
def create_diagram() -> Response:
    """Save a new diagram, or answer 200 with what an earlier request with the same Idempotency-Key has made."""
    key, diagram = read_request_key(), read_drawing()
    return _answer_made(lambda: get_diagrams().create(get_owner(), diagram, make_seed(), request_key=key))


@api.get("/diagrams/<token:diagram_id>")
def load_diagram(diagram_id: str) -> Response:
    """Return a diagram with its document."""
    saved = get_diagrams().load(require_owner(), diagram_id)
    response = answer_saved(render_info(saved.info), saved.info.revision)
    # The document goes out as the text that was saved: to read it and write it again takes a third of an open.
    response.data = b'%b,"diagram":%b}' % (response.data.rstrip().removesuffix(b"}"), saved.text)
    response.make_conditional(request)
    return response


@api.put("/diagrams/<token:diagram_id>")
def save_diagram(diagram_id: str) -> Response:
    """Save a diagram over the revision that If-Match names."""
    owner, revision = require_owner(), read_revision()
    info = get_diagrams().save(owner, diagram_id, read_drawing(), revision=revision)
    return answer_saved(render_info(info), info.revision)


@api.patch("/diagrams/<token:diagram_id>")
def rename_diagram(diagram_id: str) -> Response:
    """Give a diagram another title, as a new revision."""
    owner, title = require_owner(), require_text(read_json("title"), "title", longest=MAX_TITLE)
    info = save_title(owner, diagram_id, title)
    return answer_saved(render_info(info), info.revision)


@api.post("/diagrams/<token:diagram_id>/duplicate")
def duplicate_diagram(diagram_id: str) -> Response:
    """Save a copy of a diagram, with passwords of its own; Idempotency-Key works as for a new one."""
    owner, key = require_owner(), read_request_key()
    return _answer_made(lambda: save_copy(owner, diagram_id, request_key=key))


@api.delete("/diagrams/<token:diagram_id>")
def delete_diagram(diagram_id: str) -> tuple[str, int]:
    """Put a diagram in the trash."""
    get_diagrams().delete(require_owner(), diagram_id)
    return NO_CONTENT


@api.post("/diagrams/<token:diagram_id>/restore")
def restore_diagram(diagram_id: str) -> tuple[str, int]:
    """Take a diagram out of the trash."""
    get_diagrams().restore(require_owner(), diagram_id)
    return NO_CONTENT


@api.post("/diagrams/<token:diagram_id>/erase")
def erase_diagram(diagram_id: str) -> tuple[str, int]:
    """Remove a diagram from the trash for good, with its revisions and its mappings."""
    get_diagrams().erase(require_owner(), diagram_id)
    return NO_CONTENT


@api.get("/export.zip")
def export_all() -> Response:
    """Download everything: each diagram with its revisions and its mappings, and the trash."""
    return answer_archive(require_owner())


def _answer_made(make: Callable[[], DiagramInfo]) -> Response:
    """Return the diagram that *make* saves, or with status 200 what an earlier request with the same key has made."""
    try:
        info, status = make(), 201
    except RepeatedRequest as repeated:
        info, status = repeated.info, 200
    response = answer_saved(render_info(info), info.revision, status)
    response.headers["Location"] = url_for("api.diagrams.load_diagram", diagram_id=info.id)
    return response
