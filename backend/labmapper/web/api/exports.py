"""A saved diagram as a file of any format that is written, for whoever owns it."""

from collections.abc import Mapping
from dataclasses import replace

from flask import Blueprint, Response, request, url_for

from labmapper.core.pipeline import compile_diagram
from labmapper.formats.format import Format
from labmapper.web.accounts.identity import require_owner
from labmapper.web.api.answers import name_download
from labmapper.web.api.bodies import read_json
from labmapper.web.api.mappings import build_facts
from labmapper.web.diagrams.brought_pictures import bring_pictures
from labmapper.web.diagrams.documents import compile_saved, get_drawing
from labmapper.web.file_export import get_writable, write_export
from labmapper.web.refusals import Refusal
from labmapper.web.server.heavy_requests import share_seat
from labmapper.web.services import get_diagrams, get_mappings

api = Blueprint("exports", __name__)


@api.get("/diagrams/<token:diagram_id>/exports/<token:format_name>")
def export_diagram(diagram_id: str, format_name: str) -> Response:
    """Download a diagram in a format; its options stand in the query string."""
    target, given = get_writable(format_name), request.args.to_dict()
    for option in target.write_options:
        if option.is_secret and option.name in given:
            message = f"The option '{option.name}' is secret, and addresses are kept in logs. Send it by POST, as JSON."
            raise Refusal(400, "secret-in-address", message)
    return _export(diagram_id, target, given)


@api.post("/diagrams/<token:diagram_id>/exports/<token:format_name>")
def export_diagram_with_options(diagram_id: str, format_name: str) -> Response:
    """Download a diagram in a format; its options, secret ones too, are the keys of a JSON object.

    What goes to a Guacamole is kept beside the mappings, where ``Content-Location`` leads, and tells as they do what changed
    since the last one.
    """
    target = get_writable(format_name)
    body = read_json(*(option.name for option in target.write_options))
    return _export(diagram_id, target, {name: _spell(name, value) for name, value in body.items()}, is_kept=True)


def _export(diagram_id: str, target: Format, given: Mapping[str, str], *, is_kept: bool = False) -> Response:
    owner = require_owner()
    saved = get_diagrams().load(owner, diagram_id)
    if target.writer is not None and target.writer.takes_errors:
        drawing = get_drawing(saved)
        compilation = compile_diagram(drawing, rehearses=False)
    else:
        drawing, compilation = compile_saved(saved, by_name=target.is_by_name)
    drawing = bring_pictures(owner, diagram_id, drawing)
    written = write_export(target, drawing, compilation, saved.seed, given)
    if not is_kept or target.writer is None or target.writer.section != "gateway":
        return written.answer()
    facts = replace(build_facts(saved, compilation), format=target.name, file_name=written.name)
    info = get_mappings().create(owner, diagram_id, facts, share_seat(written.content))
    response = replace(written, content=get_mappings().read(owner, diagram_id, info.id)).answer()
    response.content_location = url_for(
        f"api.mappings.{name_download(info)}", diagram_id=diagram_id, mapping_id=info.id
    )
    return response


def _spell(name: str, value: object) -> str:
    """Return the JSON *value* of the option *name* as the text that means it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int):
        return str(value)
    raise Refusal(400, "wrong-type", f"'{name}' must be a text, a number, true or false.")
