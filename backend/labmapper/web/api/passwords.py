"""Passwords over HTTP: rotate those of a group or of one person, and list who logs in with what."""

from flask import Blueprint, Response

from labmapper.core.drawing.items import MAX_TEXT
from labmapper.core.drawing.rotation import RotationError, rotate
from labmapper.formats.format import Format
from labmapper.web.accounts.identity import require_owner
from labmapper.web.api.answers import answer_saved, render_info
from labmapper.web.api.bodies import read_json, read_text, require_text
from labmapper.web.diagrams.documents import compile_drawing, compile_saved, get_drawing, load_drawing
from labmapper.web.file_export import answer_export, get_writable
from labmapper.web.language.text import lazy
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_diagrams, get_mappings

api = Blueprint("passwords", __name__)

_REFUSALS = {
    "no-group": lazy("There is no such group in this diagram. Name a group by its id or by what is written under it."),
    "many-groups": lazy("Several groups are called so. Name the group by its id."),
    "no-person": lazy("Nobody in this group has that user name."),
    "own-password": lazy("This person has a password of their own in the list of the group. Change it there."),
    "fixed-password": lazy("This group has one password, which was typed. Change it in the drawing."),
}


@api.post("/diagrams/<token:diagram_id>/rotate")
def rotate_passwords(diagram_id: str) -> Response:
    """Give a group, or one person in it, new random passwords, as a new revision; the next mapping has them."""
    owner, body = require_owner(), read_json("group", "username")
    group, username = require_text(body, "group", longest=MAX_TEXT), read_text(body, "username", longest=MAX_TEXT)
    saved = get_diagrams().load(owner, diagram_id)
    try:
        diagram = rotate(get_drawing(saved), group, username)
    except RotationError as error:
        raise Refusal(422, error.reason, _REFUSALS[error.reason]) from error
    info = get_diagrams().save(owner, diagram_id, diagram, revision=saved.info.revision)
    return answer_saved(render_info(info), info.revision)


@api.get("/diagrams/<token:diagram_id>/credentials.csv")
def list_credentials(diagram_id: str) -> Response:
    """Download who logs in with what; the passwords are plain even where the mapping carries hashes."""
    saved = get_diagrams().load(require_owner(), diagram_id)
    drawing, compilation = compile_saved(saved, by_name=_get_format().is_by_name)
    return answer_export(_get_format(), drawing, compilation, saved.seed, {})


@api.get("/diagrams/<token:diagram_id>/mappings/<token:mapping_id>/credentials.csv")
def list_mapping_credentials(diagram_id: str, mapping_id: str) -> Response:
    """Download who logs in with what by a mapping, whatever has been drawn since."""
    owner = require_owner()
    info = get_mappings().get(owner, diagram_id, mapping_id)
    seed = get_diagrams().load(owner, diagram_id).seed
    drawing = load_drawing(owner, diagram_id, info.facts.revision)
    compilation = compile_drawing(drawing, by_name=_get_format().is_by_name)
    return answer_export(_get_format(), drawing, compilation, seed, {})


def _get_format() -> Format:
    return get_writable("credentials")
