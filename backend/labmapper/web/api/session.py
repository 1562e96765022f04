"""Who the browser is to the server. The editor asks this when its page has outlived a log-in."""

from flask import Response, jsonify
from flask_wtf.csrf import generate_csrf

from labmapper.web.accounts.identity import find_person
from labmapper.web.api.blueprint import api


@api.get("/session")
def show_session() -> Response:
    """Return who has logged in, and a fresh token for writes."""
    person = find_person()
    return jsonify(
        signed_in=person is not None, username=person.username if person else None, csrf_token=generate_csrf()
    )
