"""My diagrams: everything that somebody has saved, and the trash."""

from urllib.parse import urlencode

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from labmapper.core.drawing.document import Diagram, parse_diagram, render_diagram
from labmapper.persistence.diagrams import DiagramInfo
from labmapper.persistence.listing import Listing, Page
from labmapper.persistence.permissions import Owner
from labmapper.web.accounts.identity import find_owner, find_person, require_owner
from labmapper.web.diagrams.account_archive import answer_archive
from labmapper.web.diagrams.documents import MAX_TITLE, save_copy, save_title
from labmapper.web.diagrams.queries import read_listing
from labmapper.web.diagrams.thumbnails import render_thumbnail
from labmapper.web.language.text import t
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_config, get_diagrams

diagrams = Blueprint("diagrams", __name__)


@diagrams.get("/diagrams")
def list_diagrams() -> ResponseReturnValue:
    """Show a page of the diagrams, or of the trash."""
    owner, listing = find_owner(), read_listing()
    page: Page[DiagramInfo] = get_diagrams().list(owner, listing) if owner else Page((), None)
    return render_template(
        "diagrams.html",
        page=page,
        listing=listing,
        search=request.args.get("q", ""),
        deleted=_find_deleted(owner),
        is_guest=find_person() is None,
        config=get_config(),
    )


@diagrams.get("/diagrams/<token:diagram_id>/thumbnail.svg")
def show_thumbnail(diagram_id: str) -> ResponseReturnValue:
    """Show a small picture. Its address names the revision, so that a browser may keep it."""
    saved = get_diagrams().load(require_owner(), diagram_id)
    diagram, _ = parse_diagram(saved.document)
    picture = render_thumbnail(render_diagram(diagram or Diagram()))
    response = Response(picture, mimetype="image/svg+xml")
    if request.args.get("revision") == str(saved.info.revision):
        response.headers["Cache-Control"] = "private, max-age=2592000, immutable"
    return response


@diagrams.get("/diagrams/export.zip")
def export_all() -> ResponseReturnValue:
    """Download everything: each diagram with its revisions and its mappings, and the trash."""
    return answer_archive(require_owner())


@diagrams.post("/diagrams/<token:diagram_id>/delete")
def delete_diagram(diagram_id: str) -> ResponseReturnValue:
    """Put a diagram in the trash and offer to undo that."""
    get_diagrams().delete(require_owner(), diagram_id)
    return redirect(url_for("diagrams.list_diagrams", deleted=diagram_id), 303)


@diagrams.post("/diagrams/<token:diagram_id>/restore")
def restore_diagram(diagram_id: str) -> ResponseReturnValue:
    """Take a diagram out of the trash."""
    get_diagrams().restore(require_owner(), diagram_id)
    flash(t("The diagram is back."))
    return redirect(url_for("diagrams.list_diagrams"), 303)


@diagrams.post("/diagrams/<token:diagram_id>/erase")
def erase_diagram(diagram_id: str) -> ResponseReturnValue:
    """Remove a diagram from the trash for good."""
    get_diagrams().erase(require_owner(), diagram_id)
    flash(t("The diagram and its mappings are gone."))
    return redirect(url_for("diagrams.list_diagrams", trash="1"), 303)


@diagrams.post("/diagrams/<token:diagram_id>/duplicate")
def duplicate_diagram(diagram_id: str) -> ResponseReturnValue:
    """Save a copy, with passwords of its own."""
    made = save_copy(require_owner(), diagram_id)
    flash(t("Made '{title}'. Its random passwords are new.", title=made.title))
    return redirect(url_for("diagrams.list_diagrams"), 303)


@diagrams.post("/diagrams/<token:diagram_id>/rename")
def rename_diagram(diagram_id: str) -> ResponseReturnValue:
    """Give a diagram another title, as a new revision."""
    owner, title = require_owner(), request.form.get("title", "").strip()
    if not 0 < len(title) <= MAX_TITLE:
        message = t("A title has 1 to {most} characters. Go back and type one.", most=MAX_TITLE)
        raise Refusal(422, "bad-title", message)
    save_title(owner, diagram_id, title)
    return redirect(url_for("diagrams.list_diagrams"), 303)


@diagrams.app_template_global()
def build_page_url(listing: Listing, search: str, **changes: str | None) -> str:
    """Return the address of *listing* with *changes*."""
    asked = {"q": search or None, "sort": listing.sort, "trash": "1" if listing.is_trash else None} | changes
    query = urlencode({key: value for key, value in asked.items() if value})
    return f"{url_for('diagrams.list_diagrams')}?{query}"


def _find_deleted(owner: Owner | None) -> DiagramInfo | None:
    """Return the diagram that was put in the trash just now, so that it can be undone."""
    token = request.args.get("deleted", "")
    return get_diagrams().find_deleted(owner, token) if owner and token else None
