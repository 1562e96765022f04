"""Lab files that are kept with a diagram, over HTTP: keep, list, download, delete."""

from flask import Blueprint, Response, jsonify

from labmapper.formats.options import WrongOptionError, parse_values
from labmapper.persistence.lab_files import MAX_NAME, LabFileInfo
from labmapper.web.accounts.identity import require_owner
from labmapper.web.api.answers import NO_CONTENT
from labmapper.web.api.file_parts import FILE, decode_parts, read_parts
from labmapper.web.downloads import answer_content
from labmapper.web.file_import import get_readable
from labmapper.web.formatting import render_time
from labmapper.web.language.text import t
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_lab_files

api = Blueprint("lab_files", __name__)


@api.post("/diagrams/<token:diagram_id>/files")
def keep_file(diagram_id: str) -> tuple[Response, int]:
    """Keep a lab file with a diagram, as it is, and the options that it was read with."""
    owner = require_owner()
    parts, given = read_parts()
    data = parts.pop(FILE, b"")
    given |= decode_parts(parts)
    name = given.pop("name", "").strip()
    if not data:
        raise Refusal(400, "empty", t("The file is empty. Choose the file of this lab."))
    if len(name) > MAX_NAME or not name.isprintable():
        raise Refusal(400, "wrong-type", f"'name' must be a text of 1 to {MAX_NAME} characters.")
    known = get_readable(given.pop("format", None), data)
    try:
        parse_values(known.read_options, given)
    except WrongOptionError as error:
        raise Refusal(400, "wrong-option", str(error), extra={"format": known.name}) from error
    info = get_lab_files().create(owner, diagram_id, name or known.file_name, known.name, data, given)
    return jsonify(_render_info(info)), 201


@api.get("/diagrams/<token:diagram_id>/files")
def list_files(diagram_id: str) -> Response:
    """List the lab files that are kept with a diagram, the latest first."""
    return jsonify(files=[_render_info(info) for info in get_lab_files().list(require_owner(), diagram_id)])


@api.get("/diagrams/<token:diagram_id>/files/<token:file_id>/content")
def download_file(diagram_id: str, file_id: str) -> Response:
    """Download a lab file, byte for byte as it came."""
    file = get_lab_files().load(require_owner(), diagram_id, file_id)
    return answer_content(file.content, file.info.name, file.info.sha256)


@api.delete("/diagrams/<token:diagram_id>/files/<token:file_id>")
def delete_file(diagram_id: str, file_id: str) -> tuple[str, int]:
    """Remove a lab file."""
    get_lab_files().delete(require_owner(), diagram_id, file_id)
    return NO_CONTENT


def _render_info(info: LabFileInfo) -> dict[str, object]:
    return {
        "id": info.id,
        "name": info.name,
        "format": info.format,
        "size": info.size,
        "sha256": info.sha256,
        "created_at": render_time(info.created_at),
    }
