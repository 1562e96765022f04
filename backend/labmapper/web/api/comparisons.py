"""Comparing two drawings over HTTP, in words. Nothing is stored."""

from flask import Response, jsonify

from labmapper.core.changes.drawing_changes import list_drawing_changes
from labmapper.web.api.blueprint import api
from labmapper.web.api.bodies import read_diagram, read_json


@api.post("/compare")
def compare_diagrams() -> Response:
    """Tell what is added, removed and changed from the diagram *old* to the diagram *new*."""
    body = read_json("old", "new")
    return jsonify(changes=list_drawing_changes(read_diagram(body, "old"), read_diagram(body, "new")))
