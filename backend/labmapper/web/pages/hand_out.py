"""What a class is handed: slips, the instructor's sheet and lists, chosen on one page and printed by the browser."""

from datetime import date

from flask import Blueprint, Response, render_template, request

from labmapper.formats import registry
from labmapper.formats.exporting import write_file
from labmapper.formats.format import Format
from labmapper.persistence.diagrams import SavedDiagram
from labmapper.persistence.permissions import Owner
from labmapper.web.accounts.identity import require_owner
from labmapper.web.diagrams.brought_pictures import bring_pictures
from labmapper.web.diagrams.documents import compile_saved
from labmapper.web.file_export import get_writable, show_export
from labmapper.web.language.text import t
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_diagrams

hand_out = Blueprint("hand_out", __name__, url_prefix="/diagrams/<token:diagram_id>/hand-out")


@hand_out.get("")
def choose(diagram_id: str) -> str:
    """Show what can be handed out, with what there is to choose for each, and what each lacks before anybody chooses."""
    saved = get_diagrams().load(require_owner(), diagram_id)
    drawing, compilation = compile_saved(saved, by_name=False)
    formats = [each for each in registry.list_writable() if each.writer and each.writer.is_handed_out]
    return render_template(
        "hand-out.html",
        info=saved.info,
        formats=formats,
        problems={each.name: write_file(each, drawing, compilation, saved.seed)[1] for each in formats},
        groups=[users.name for users in compilation.lab.users],
        today=date.today().isoformat(),  # noqa: DTZ011 - a day as the server's people write it
    )


@hand_out.post("/<token:format_name>")
def make(diagram_id: str, format_name: str) -> Response:
    """Show a page to print, or download a list, with the options of the form."""
    target = get_writable(format_name)
    owner = require_owner()
    return _answer(owner, get_diagrams().load(owner, diagram_id), target)


def _answer(owner: Owner, saved: SavedDiagram, target: Format) -> Response:
    given = {option.name: request.form.get(option.name, "").strip() for option in target.write_options}
    drawing, compilation = compile_saved(saved, by_name=False)
    if "groups" in given:
        groups = request.form.getlist("groups")
        if not groups:
            raise Refusal(422, "nobody-chosen", t("Choose at least one group."))
        # Of all of them none is named: many groups have longer names than an option takes.
        is_everybody = {users.name for users in compilation.lab.users} <= set(groups)
        given["groups"] = "" if is_everybody else "\n".join([*groups, ""])
    drawing = bring_pictures(owner, saved.info.id, drawing)
    return show_export(target, drawing, compilation, saved.seed, given)
