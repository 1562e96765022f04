"""Credentials over HTTP: the plain passwords of a diagram's people, for whoever owns it to hand out."""

from flask import Blueprint, Response, stream_with_context

from labmapper.formats import credentials_csv
from labmapper.web.accounts.identity import require_owner
from labmapper.web.api.mappings import compile_saved
from labmapper.web.services import get_diagrams

api = Blueprint("credentials", __name__)


@api.get("/diagrams/<token:diagram_id>/credentials.csv")
def list_credentials(diagram_id: str) -> Response:
    """Download who logs in with what; the passwords are plain even where the mapping carries hashes."""
    saved = get_diagrams().load(require_owner(), diagram_id)
    lab = compile_saved(saved).lab
    response = Response(stream_with_context(credentials_csv.render(lab, saved.seed)), mimetype="text/csv")
    response.headers["Content-Disposition"] = 'attachment; filename="passwords.csv"'
    return response
