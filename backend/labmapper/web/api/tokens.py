"""Tokens for scripts over HTTP: list, make, revoke. A token may look after the others, but it makes no more of them."""

from typing import Any

from flask import Blueprint, Response, jsonify

from labmapper.persistence.accounts.tokens import ALL, DAYS, MAX_DAYS, MAX_TOKEN_NAME, SCOPES, TokenInfo
from labmapper.web.accounts.identity import is_script, require_person
from labmapper.web.api.answers import NO_CONTENT
from labmapper.web.api.bodies import read_choice, read_json, require_text
from labmapper.web.api.password_confirmation import confirm_password, read_password
from labmapper.web.formatting import render_time
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_tokens

api = Blueprint("tokens", __name__)


@api.get("/tokens")
def list_tokens() -> Response:
    """List the tokens of who has logged in, the newest first, without the tokens themselves."""
    return jsonify(tokens=[_render_token(info) for info in get_tokens().list(require_person().id)])


@api.post("/tokens")
def create_token() -> tuple[Response, int]:
    """Make a token, shown this once. Only who has logged in and knows the password makes one: a token that leaked makes none."""
    person = require_person()
    if is_script():
        raise Refusal(403, "no-token", "A token cannot make tokens. Make one on the account page.")
    body = read_json("name", "password", "scope", "days")
    name = require_text(body, "name", longest=MAX_TOKEN_NAME)
    scope = read_choice({"scope": ALL} | body, "scope", SCOPES)
    days = _read_days(body)
    opened = confirm_password(person, read_password(body, "password"))
    info, secret = get_tokens().create(opened, name, scope=scope, days=days)
    return jsonify(_render_token(info) | {"token": secret}), 201


@api.delete("/tokens/<token:token_id>")
def revoke_token(token_id: str) -> tuple[str, int]:
    """Take a token back: whatever uses it stops working."""
    get_tokens().revoke(require_person().id, token_id)
    return NO_CONTENT


def _render_token(info: TokenInfo) -> dict[str, Any]:
    times = {each: render_time(getattr(info, each)) for each in ("created_at", "expires_at", "used_at")}
    return {"id": info.id, "name": info.name, "scope": info.scope} | times


def _read_days(body: dict[str, Any]) -> int:
    """Return for how many days the token is wanted."""
    days = body.get("days", DAYS)
    if not isinstance(days, int) or isinstance(days, bool) or not 0 < days <= MAX_DAYS:
        raise Refusal(400, "wrong-type", f"'days' must be a whole number from 1 to {MAX_DAYS}.")
    return days
