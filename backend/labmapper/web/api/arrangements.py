"""Tidying up over HTTP: new places for what is drawn. Nothing is stored."""

from flask import Blueprint, Response, jsonify

from labmapper.core.arrangement.tidy import STYLES, arrange
from labmapper.web.api.bodies import read_choice, read_diagram, read_ids, read_json

api = Blueprint("arrangements", __name__)


@api.post("/arrange")
def arrange_diagram() -> Response:
    """Return where a style puts what was chosen, or everything; what is locked stays."""
    body = read_json("diagram", "style", "items")
    arrangement = arrange(read_diagram(body), read_choice(body, "style", STYLES), read_ids(body, "items"))
    return jsonify(
        nodes={id_: {"x": x, "y": y} for id_, (x, y) in arrangement.nodes.items()},
        zones={
            id_: {"x": x, "y": y, "width": width, "height": height}
            for id_, (x, y, width, height) in arrangement.zones.items()
        },
        shapes={
            id_: {"x": x, "y": y, "width": width, "height": height}
            for id_, (x, y, width, height) in arrangement.shapes.items()
        },
    )
