"""The history of a diagram: its revisions and its mappings, what changed in each, and the way back."""

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from labmapper.core.changes.change import Change
from labmapper.core.drawing.document import render_diagram
from labmapper.core.redaction import strip_secrets
from labmapper.persistence.revisions import MAX_NAME
from labmapper.web.accounts.identity import require_owner
from labmapper.web.diagrams.account_archive import name_folder
from labmapper.web.diagrams.brought_pictures import complete_document
from labmapper.web.diagrams.changes import list_mapping_changes, list_revision_changes
from labmapper.web.diagrams.documents import load_drawing, render_document
from labmapper.web.diagrams.queries import read_number
from labmapper.web.downloads import name_download
from labmapper.web.language.text import get_catalogue, t
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_diagrams, get_lab_files, get_mappings, get_revisions

history = Blueprint("history", __name__, url_prefix="/diagrams/<token:diagram_id>")

_NUMBER = "<int(max=2147483647):number>"
_SHOWN = 500
_OFFERED = 500


@history.get("/history")
def show(diagram_id: str) -> ResponseReturnValue:
    """Show the first revisions, the mappings and the lab files of a diagram, or a further page of either."""
    owner, before, earlier = require_owner(), read_number("cursor"), request.args.get("mappings")
    return render_template(
        "history.html",
        info=get_diagrams().get(owner, diagram_id),
        page=get_revisions().list(owner, diagram_id, before=before) if earlier is None else None,
        files=get_lab_files().list(owner, diagram_id) if before is None and earlier is None else (),
        mappings=get_mappings().list(owner, diagram_id, cursor=earlier, kind=None) if before is None else None,
        is_first=before is None and earlier is None,
    )


@history.get(f"/history/{_NUMBER}")
def show_revision(diagram_id: str, number: int) -> ResponseReturnValue:
    """Tell what changed in a revision since another one, and offer to compare it with any."""
    owner = require_owner()
    since, changes = list_revision_changes(owner, diagram_id, number, read_number("since"))
    heading = (
        t("From revision {earlier} to {number}", earlier=since, number=number)
        if since is not None
        else t("Revision {number}, the first", number=number)
    )
    others = [info for info in get_revisions().list(owner, diagram_id, size=_OFFERED).items if info.number != number]
    return _render_changes(diagram_id, heading, changes, number=number, since=since, others=others)


@history.get(f"/history/{_NUMBER}/look")
def look(diagram_id: str, number: int) -> ResponseReturnValue:
    """Show what was drawn in a revision, without the secrets that no picture shows."""
    owner = require_owner()
    revision = get_revisions().get(owner, diagram_id, number)
    return render_template(
        "revision_picture.html",
        info=get_diagrams().get(owner, diagram_id),
        revision=revision,
        pictures=url_for("api.pictures.keep_picture", diagram_id=diagram_id),
        data=render_diagram(strip_secrets(load_drawing(owner, diagram_id, number))),
    )


@history.get(f"/history/{_NUMBER}/diagram.json")
def download(diagram_id: str, number: int) -> Response:
    """Download a revision as it is stored, also where this version cannot read it."""
    owner = require_owner()
    document = get_revisions().load(owner, diagram_id, number)
    name = f"{name_folder(get_diagrams().get(owner, diagram_id).title, diagram_id)}-revision-{number}.json"
    complete = complete_document(owner, diagram_id, document)
    return name_download(Response(render_document(complete), mimetype="application/json"), name)


@history.get("/mappings/<token:mapping_id>")
def show_mapping(diagram_id: str, mapping_id: str) -> ResponseReturnValue:
    """Tell what changed in a mapping."""
    earlier, changes = list_mapping_changes(require_owner(), diagram_id, mapping_id)
    heading = (
        t("Since the mapping of revision {number}", number=earlier.facts.revision)
        if earlier
        else t("The first mapping")
    )
    return _render_changes(diagram_id, heading, changes)


@history.post(f"/history/{_NUMBER}/restore")
def restore(diagram_id: str, number: int) -> ResponseReturnValue:
    """Save a revision anew, as the latest one."""
    owner = require_owner()
    diagram = load_drawing(owner, diagram_id, number)
    current = get_diagrams().get(owner, diagram_id).revision
    info = get_diagrams().save(owner, diagram_id, diagram, revision=current)
    flash(t("Revision {number} is back, as revision {latest}.", number=number, latest=info.revision))
    return redirect(url_for("history.show", diagram_id=diagram_id), 303)


@history.post(f"/history/{_NUMBER}/name")
def set_name(diagram_id: str, number: int) -> ResponseReturnValue:
    """Name a revision, which keeps it for good; an empty name takes it away."""
    name = request.form.get("name", "").strip()
    if len(name) > MAX_NAME or not name.isprintable():
        message = t("A name has 1 to {most} characters. Go back and type one.", most=MAX_NAME)
        raise Refusal(422, "bad-name", message)
    get_revisions().set_name(require_owner(), diagram_id, number, name or None)
    return redirect(url_for("history.show", diagram_id=diagram_id), 303)


@history.post("/mappings/<token:mapping_id>/delete")
def delete_mapping(diagram_id: str, mapping_id: str) -> ResponseReturnValue:
    """Remove a mapping."""
    get_mappings().delete(require_owner(), diagram_id, mapping_id)
    flash(t("The mapping is deleted."))
    return redirect(url_for("history.show", diagram_id=diagram_id), 303)


@history.post("/files/<token:file_id>/delete")
def delete_file(diagram_id: str, file_id: str) -> ResponseReturnValue:
    """Remove a lab file that is kept with a diagram."""
    get_lab_files().delete(require_owner(), diagram_id, file_id)
    flash(t("The file is deleted."))
    return redirect(url_for("history.show", diagram_id=diagram_id), 303)


def _render_changes(diagram_id: str, heading: str, changes: tuple[Change, ...], **compared: object) -> str:
    return render_template(
        "changes.html",
        diagram_id=diagram_id,
        heading=heading,
        changes=[change.render(get_catalogue().messages) for change in changes[:_SHOWN]],
        total=len(changes),
        **compared,
    )
