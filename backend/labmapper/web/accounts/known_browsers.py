"""Browsers in which an account has logged in before. A signed cookie says so; it opens nothing.

Guesses of strangers, from other addresses or from the same school, do not keep such a browser from its account.
"""

import hashlib
import secrets

from flask import Response, current_app, request
from itsdangerous import BadData, URLSafeSerializer

from labmapper.persistence.database.tables import UserRow

COOKIE = "labmapper-known"
_AGE = 365 * 24 * 3600


def find_browser(account: str) -> str | None:
    """Return the id of the browser that asks, if *account*, a folded name, has logged in there before, or None."""
    try:
        known, browser = _signer().loads(request.cookies.get(COOKIE, ""))
    except (BadData, TypeError, ValueError):
        return None
    return browser if known == _digest(account) and isinstance(browser, str) else None


def remember_browser(response: Response, row: UserRow) -> None:
    """Let *response* tell the browser that *row* has logged in there."""
    response.set_cookie(
        COOKIE,
        _signer().dumps([_digest(row.username_key), secrets.token_urlsafe(16)]),
        max_age=_AGE,
        path=current_app.config["APPLICATION_ROOT"],
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=COOKIE)


def _digest(account: str) -> str:
    return hashlib.sha256(account.encode("utf-8", "surrogatepass")).hexdigest()
