"""The live preview over HTTP: what the drawing means, and the beginning of the files it becomes."""

from flask import Blueprint, Response, jsonify

from labmapper.core.description import PARTS, describe
from labmapper.core.drawing.quick_reading import find_diagram_quickly
from labmapper.core.pipeline import Compilation, compile_diagram
from labmapper.formats import registry
from labmapper.persistence.store import SEED_BYTES
from labmapper.web.accounts.identity import require_owner
from labmapper.web.api.bodies import read_choices, read_diagram, read_flag, read_json, read_number, read_text
from labmapper.web.language.text import get_catalogue, t
from labmapper.web.previews import MAX_LIMIT, build_preview
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_diagrams

api = Blueprint("previews", __name__)

_LIMIT = 65_536
_LONGEST_ID = 64


@api.post("/preview")
def preview() -> Response:
    """Return what a diagram, saved or not, means and becomes: everything, or the parts that are asked for."""
    body = read_json("diagram", "id", "reveal", "limit", "parts", find=find_diagram_quickly)
    parts = read_choices(body, "parts", (*PARTS, *registry.list_previewed()))
    compilation = compile_diagram(read_diagram(body), rehearses=False)
    reveal, limit = read_flag(body, "reveal"), read_number(body, "limit", _LIMIT, MAX_LIMIT)
    seed = _find_seed(read_text(body, "id", longest=_LONGEST_ID), compilation, reveal=reveal)
    files = build_preview(compilation, seed, limit=limit, reveal=reveal, files=parts)
    return jsonify(describe(compilation, parts, get_catalogue().messages) | files)


def _find_seed(diagram_id: str | None, compilation: Compilation, *, reveal: bool) -> bytes:
    """Return the seed of the saved diagram; a masked preview does without."""
    if not reveal or not compilation.lab.has_random_passwords:
        return bytes(SEED_BYTES)
    if diagram_id is None:
        message = t("Save the diagram first: its random passwords are made from a secret that is stored with it.")
        raise Refusal(409, "preview-unsaved", message)
    return get_diagrams().load(require_owner(), diagram_id).seed
