"""Tokens for scripts over HTTP: list, make, revoke. A token may look after the others, but it makes no more of them."""

from typing import Any

from flask import Blueprint, Response, jsonify

from labmapper.persistence.tokens import MAX_TOKEN_NAME, TokenInfo
from labmapper.web.accounts.identity import is_script, require_person
from labmapper.web.api.answers import NO_CONTENT
from labmapper.web.api.bodies import read_json, require_text
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
    """Make a token, shown this once. Only who has logged in makes one: a token that leaked makes no others."""
    person = require_person()
    if is_script():
        raise Refusal(403, "no-token", "A token cannot make tokens. Make one on the account page.")
    name = require_text(read_json("name"), "name", longest=MAX_TOKEN_NAME)
    info, secret = get_tokens().create(person.id, name)
    return jsonify(_render_token(info) | {"token": secret}), 201


@api.delete("/tokens/<token:token_id>")
def revoke_token(token_id: str) -> tuple[str, int]:
    """Take a token back: whatever uses it stops working."""
    get_tokens().revoke(require_person().id, token_id)
    return NO_CONTENT


def _render_token(info: TokenInfo) -> dict[str, Any]:
    times = {"created_at": render_time(info.created_at), "used_at": render_time(info.used_at)}
    return {"id": info.id, "name": info.name} | times
