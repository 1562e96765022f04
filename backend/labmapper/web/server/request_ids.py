"""A name for each request, in its answer, in the log and on the page of an error, so that people can say which one failed."""

import re
import secrets

from flask import Flask, Response, g, has_request_context, request

from labmapper.config import Config

HEADER = "X-Request-Id"
_GIVEN = re.compile(r"[A-Za-z0-9._-]{8,64}")


def init_request_ids(app: Flask, config: Config) -> None:
    """Let *app* name each request. A name that comes from outside is kept only where a proxy stands before the server."""
    app.before_request(lambda: _name_request(is_proxied=config.proxies > 0))
    app.after_request(_tell_name)


def find_request_id() -> str | None:
    """Return the name of the request that is being answered, or None where there is none."""
    return g.get("request_id") if has_request_context() else None


def _name_request(*, is_proxied: bool) -> None:
    given = request.headers.get(HEADER, "") if is_proxied else ""
    g.request_id = given if _GIVEN.fullmatch(given) else secrets.token_hex(8)


def _tell_name(response: Response) -> Response:
    """Put the name into *response*, unless that is kept and the same for everybody."""
    name = find_request_id()
    if name and not response.cache_control.public:
        response.headers[HEADER] = name
    return response
