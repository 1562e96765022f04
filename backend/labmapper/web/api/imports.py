"""Opening files: a diagram document or any format that is read, as a diagram. Nothing is stored."""

from flask import Blueprint, Response, jsonify

from labmapper.core.drawing.document import render_diagram
from labmapper.web.api.bodies import read_raw
from labmapper.web.file_import import open_file
from labmapper.web.refusals import Refusal

api = Blueprint("imports", __name__)


@api.post("/import")
def import_file() -> Response:
    """Return the diagram that a file holds or means, and its problems."""
    data = read_raw()
    if not data:
        raise Refusal(400, "empty", "The file is empty. Choose a diagram document or a config.yaml.")
    diagram, problems = open_file(data)
    return jsonify(diagram=render_diagram(diagram), problems=[problem.as_json() for problem in problems])
