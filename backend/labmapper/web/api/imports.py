"""Opening files: any format that is read, as a diagram. Nothing is stored."""

from flask import Blueprint, Response, jsonify, request

from labmapper.core.drawing.document import render_diagram
from labmapper.web.api.bodies import read_raw
from labmapper.web.file_import import draw_import, get_readable, read_import
from labmapper.web.language.text import get_catalogue, t
from labmapper.web.refusals import Refusal

api = Blueprint("imports", __name__)


@api.post("/imports")
def import_file() -> Response:
    """Return the diagram that a file holds or means, its format, and all problems of reading it."""
    data = read_raw()
    if not data:
        raise Refusal(400, "empty", t("The file is empty. Choose a diagram document or a config.yaml."))
    given = request.args.to_dict()
    imported = read_import(data, get_readable(given.pop("format", None), data), given)
    diagram, problems = draw_import(imported)
    return jsonify(
        format=imported.format.name,
        diagram=render_diagram(diagram),
        problems=[problem.as_json(get_catalogue().messages) for problem in problems],
    )


@api.post("/import")
def import_any_file() -> Response:
    """Do the same under the name that this had before."""
    return import_file()
