"""Estimates how much work a request is, by its method, route and length: from its head, before its body is read."""

import sys
from collections.abc import Iterable
from enum import Enum, auto
from urllib.parse import unquote

from flask import Flask, request
from werkzeug.exceptions import HTTPException

# A body of so many bytes is heavy whatever it asks for: about a drawing of 400 nodes.
HEAVY_BODY = 256 * 1024
HEAVY = frozenset(
    {
        "api.arrangements.arrange_diagram",
        "api.diagrams.export_all",
        "api.exports.export_diagram",
        "api.exports.export_diagram_with_options",
        "api.imports.import_any_file",
        "api.imports.import_file",
        "api.mappings.compare_mapping",
        "api.mappings.create_mapping",
        "api.passwords.list_credentials",
        "api.passwords.list_mapping_credentials",
        "api.passwords.rotate_passwords",
        "api.previews.preview",
        "api.revisions.compare_diagrams",
        "api.revisions.compare_revision",
        "api.updates.update_from_file",
        "convert.download",
        "convert.export",
        "convert.open_in_editor",
        "convert.show",
        "convert.show_contents",
        "convert.upload",
        "diagrams.export_all",
        "diagrams.show_thumbnail",
        "hand_out.choose",
        "hand_out.make",
        "history.look",
        "history.show_mapping",
        "history.show_revision",
    }
)
# A form is read letter by letter, and no other that has as many letters comes from a page.
_HEAVY_FORM = 16 * 1024
# A body that is read and written in some hundredths of a second, during which nobody else has Python's lock: a drawing of 150 nodes.
LONG_BODY = 64 * 1024
# What hashes a password with a POST: some tenths of a second, on purpose.
HASHING = frozenset(
    {
        "account.change_password",
        "account.create_token",
        "account.delete_account",
        "logging_in.login",
        "logging_in.register",
        "api.account.change_password",
    }
)
FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}


class Weight(Enum):
    """How much work a request is: none to speak of, a long body to read, a password to hash, or one that computes."""

    LIGHT = auto()
    LONG = auto()
    HASHING = auto()
    HEAVY = auto()


def weigh(app: Flask, method: str, path: str, headers: Iterable[tuple[str, str]]) -> Weight:
    """Return how heavy a request to *app* is, by its *method*, its *path* as it was sent and its *headers*, whose names are capitals."""
    given = dict(headers)
    length = sys.maxsize if "TRANSFER-ENCODING" in given else int(given.get("CONTENT-LENGTH", 0))
    mimetype = given.get("CONTENT-TYPE", "").partition(";")[0].strip().lower()
    try:
        endpoint, _ = app.url_map.bind("", app.config["APPLICATION_ROOT"]).match(_strip(app, unquote(path)), method)
    except HTTPException:
        endpoint = None
    if _is_heavy(method, endpoint, length, mimetype):
        return Weight.HEAVY
    if method == "POST" and endpoint in HASHING:
        return Weight.HASHING
    return Weight.LONG if length >= LONG_BODY else Weight.LIGHT


def is_heavy() -> bool:
    """Return whether this request computes for long, or is long itself."""
    length = sys.maxsize if "Transfer-Encoding" in request.headers else request.content_length or 0
    return _is_heavy(request.method, request.endpoint, length, request.mimetype)


def _is_heavy(method: str, endpoint: str | None, length: int, mimetype: str) -> bool:
    has_long_body = length >= (_HEAVY_FORM if mimetype in FORMS else HEAVY_BODY)
    return method != "OPTIONS" and (endpoint in HEAVY or has_long_body)


def _strip(app: Flask, path: str) -> str:
    """Return *path* without that under which all pages of *app* lie."""
    root: str = app.config["APPLICATION_ROOT"].rstrip("/")
    return path.removeprefix(root) if path.startswith(f"{root}/") else path
