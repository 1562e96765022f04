"""Pictures that lie on a diagram, over HTTP: keep one, and show one.

What is sent is checked and cleaned before it is kept, and comes back as what it is and nothing else: no browser guesses
another type, and nothing in it runs or loads anything, opened by itself neither.
"""

from flask import Blueprint, Response, jsonify

from labmapper.core.pictures.checking import check_picture
from labmapper.web.accounts.identity import require_owner
from labmapper.web.api.bodies import read_raw
from labmapper.web.language.text import t
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_pictures

api = Blueprint("pictures", __name__)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"


@api.post("/diagrams/<token:diagram_id>/pictures")
def keep_picture(diagram_id: str) -> tuple[Response, int]:
    """Keep a picture with a diagram, cleaned, and tell by which id the drawing names it and how large it is."""
    owner, data = require_owner(), read_raw()
    if not data:
        raise Refusal(400, "empty", t("The file is empty. Choose a picture."))
    picture = check_picture(data)
    get_pictures().create(owner, diagram_id, picture)
    size = len(picture.content)
    told = {"id": picture.id, "media_type": picture.media_type, "width": picture.width, "height": picture.height}
    return jsonify(**told, size=size), 201


@api.get("/diagrams/<token:diagram_id>/pictures/<token:picture_id>")
def show_picture(diagram_id: str, picture_id: str) -> Response:
    """Return a picture that lies, or lay, on a diagram."""
    picture = get_pictures().load(require_owner(), diagram_id, picture_id)
    response = Response(picture.content, content_type=picture.media_type)
    response.headers["Content-Security-Policy"] = _POLICY
    response.set_etag(picture.id)
    return response
