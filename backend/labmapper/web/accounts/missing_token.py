"""Refuses scripts that call the API without a token; browsers are known by their cookies and headers."""

from flask import request, session

from labmapper.web.accounts.identity import find_guest
from labmapper.web.language.text import t
from labmapper.web.refusals import Refusal

# What describes the API, and what gives a browser its first cookie.
_OPEN = frozenset({"api.openapi.show_openapi", "api.account.show_session"})


def refuse_missing_token() -> None:
    """Refuse a script with neither a token nor a cookie, which would be another guest with each request.

    A page has given its browser a cookie before it asks; one that takes none is known by the headers that browsers and
    our pages send. Such a request may have another scheme, for the sake of a proxy that asks for passwords itself.
    """
    if not request.path.startswith("/api/") or request.endpoint is None or request.endpoint in _OPEN:
        return
    if session or find_guest() or "Sec-Fetch-Site" in request.headers or "X-CSRFToken" in request.headers:
        return
    if "Authorization" in request.headers:
        message = t("Tokens are the only way to log in here. Send yours as 'Authorization: Bearer labmapper_...'.")
        raise Refusal(401, "token-scheme", message)
    message = t(
        "Send a token, as 'Authorization: Bearer labmapper_...'. You make one on the account page, an operator with 'labmapper token create'."
    )
    raise Refusal(401, "token-missing", message)
