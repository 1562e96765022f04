"""Opening files: a diagram document or any format that is read, as a diagram. Nothing is stored."""

from flask import Response, jsonify

from labmapper.core.diagram import Diagram, render_diagram
from labmapper.core.layout import build_diagram
from labmapper.registry import recognise
from labmapper.web.api.blueprint import api
from labmapper.web.api.bodies import read_raw
from labmapper.web.refusals import Refusal


@api.post("/import")
def import_file() -> Response:
    """Return the diagram that a file holds or means, and its problems."""
    data = read_raw()
    if not data:
        raise Refusal(400, "empty", "The file is empty. Choose a diagram document or a config.yaml.")
    source, problems = recognise(data).parse(data)
    if source is None:
        raise Refusal(422, "import-failed", "The file cannot be opened.", problems=problems)
    diagram = source if isinstance(source, Diagram) else build_diagram(source)
    return jsonify(diagram=render_diagram(diagram), problems=[problem.as_json() for problem in problems])
