"""Opening files: any format that is read, as a diagram. Nothing is stored."""

from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, jsonify, request

from labmapper.core.drawing.contents import count_contents
from labmapper.core.drawing.document import Diagram, render_diagram
from labmapper.web.api.bodies import read_raw
from labmapper.web.file_import import draw_import, get_readable, read_import
from labmapper.web.language.text import get_catalogue, t
from labmapper.web.refusals import Refusal

api = Blueprint("imports", __name__)

_FILE = "file"
# So many devices without an address are named.
_MOST_NAMED = 200


@api.post("/imports")
def import_file() -> Response:
    """Return the diagram that a file holds or means, what is in it, its format with options, and all problems of reading it."""
    data, given = _read_request()
    if not data:
        raise Refusal(400, "empty", t("The file is empty. Choose a diagram document or a config.yaml."))
    imported = read_import(data, get_readable(given.pop("format", None), data), given)
    diagram, problems = draw_import(imported)
    return jsonify(
        format=imported.format.name,
        diagram=render_diagram(diagram),
        problems=[problem.as_json(get_catalogue().messages) for problem in problems],
        summary=_summarise(diagram),
        options=[option.as_json(t) for option in imported.format.read_options],
    )


@api.post("/import")
def import_any_file() -> Response:
    """Do the same under the name that this had before."""
    return import_file()


def _read_request() -> tuple[bytes, dict[str, str]]:
    """Return the file, which is the body or the part ``file`` of a form, and the options.

    These stand in the address, or where they are too long for that, as further parts of the form.
    """
    given = request.args.to_dict()
    if request.mimetype != "multipart/form-data":
        return read_raw(), given
    parts = {name: part.read() for name, part in request.files.items()}
    data = parts.pop(_FILE, b"")
    texts = {name: text.decode("utf-8", "replace") for name, text in parts.items()}
    return data, given | request.form.to_dict() | texts


def _summarise(diagram: Diagram) -> dict[str, Any]:
    contents = asdict(count_contents(diagram))
    lacking = contents["without_address"]
    return contents | {"without_address": lacking[:_MOST_NAMED], "lacking": len(lacking)}
