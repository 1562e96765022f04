"""Counts requests that cost the server something, uploads and what computes, by address and by who asks."""

from flask import Flask, request

from labmapper.web.accounts.identity import find_owner
from labmapper.web.accounts.rates import get_rates
from labmapper.web.server.weights import is_heavy

UPLOADS = frozenset(
    {
        "api.imports.import_any_file",
        "api.imports.import_file",
        "api.updates.update_from_file",
        "convert.upload",
    }
)


def init_costly_requests(app: Flask) -> None:
    """Let *app* refuse what is too much. It looks at a request before that waits for a seat."""
    app.before_request(_count)


def _count() -> None:
    if not is_heavy():
        return
    rates, owner = get_rates(), find_owner()
    is_upload = request.endpoint in UPLOADS and request.method == "POST"
    rates.spend(rates.uploads if is_upload else rates.heavy, repr(owner) if owner else None)
