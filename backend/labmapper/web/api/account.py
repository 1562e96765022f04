"""The account over HTTP: who has logged in, the password, the log-ins and the end. What cannot be taken back needs the password."""

from flask import Blueprint, Response, jsonify
from flask_wtf.csrf import generate_csrf

from labmapper.web.accounts.credential_rules import find_weakness
from labmapper.web.accounts.identity import find_person, is_script, require_person
from labmapper.web.accounts.log_ins import log_out, renew_log_in
from labmapper.web.api.answers import NO_CONTENT
from labmapper.web.api.bodies import read_json
from labmapper.web.api.password_confirmation import confirm_password, read_password
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_log_ins, get_users

api = Blueprint("account", __name__)


@api.get("/session")
def show_session() -> Response:
    """Return who has logged in, and a fresh token for writes: the editor asks when its page has outlived a log-in."""
    person = find_person()
    return jsonify(
        signed_in=person is not None, username=person.username if person else None, csrf_token=generate_csrf()
    )


@api.put("/account/password")
def change_password() -> tuple[str, int]:
    """Change the password, which ends every other log-in and every token, this one too."""
    person, body = require_person(), read_json("current", "new")
    new = read_password(body, "new")
    opened = confirm_password(person, read_password(body, "current"))
    weakness = find_weakness(new, person.username)
    if weakness is not None:
        raise Refusal(422, "weak-password", weakness)
    renewed = get_users().set_password(opened, new)
    if not is_script():
        renew_log_in(renewed)
    return NO_CONTENT


@api.post("/account/end-sessions")
def end_sessions() -> tuple[str, int]:
    """Log out everywhere. Tokens are no log-ins: scripts go on."""
    get_log_ins().end_all(require_person().id)
    if not is_script():
        log_out()
    return NO_CONTENT


@api.delete("/account")
def delete_account() -> tuple[str, int]:
    """Delete the account with all data; the password says that it is meant."""
    person, body = require_person(), read_json("password")
    get_users().delete(confirm_password(person, read_password(body, "password")))
    if not is_script():
        log_out()
    return NO_CONTENT
