"""Streamed responses that a browser saves as a file, and pages of such files that it shows."""

import base64
import hashlib
from collections.abc import Iterator
from urllib.parse import quote

from flask import Response, stream_with_context


def answer_download(pieces: Iterator[bytes], name: str, media_type: str) -> Response:
    """Return *pieces* as the download of a file called *name*, which has ASCII characters and no quotes."""
    response = Response(stream_with_context(pieces), mimetype=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def answer_content(content: bytes, name: str, digest: str) -> Response:
    """Return *content* as the download of a file called *name*, which may have any characters; *digest* is its entity tag."""
    response = Response(content, mimetype="application/octet-stream")
    plain = "".join(sign if sign.isascii() and sign.isprintable() and sign not in '"\\' else "_" for sign in name)
    spelt = f"; filename*=UTF-8''{quote(name, safe='')}" if plain != name else ""
    response.headers["Content-Disposition"] = f'attachment; filename="{plain}"{spelt}'
    response.set_etag(digest)
    return response


def answer_page(pieces: Iterator[bytes], style: str) -> Response:
    """Return *pieces* as an HTML page to look at and to print, which may load nothing and has no other style than *style*."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    response = Response(stream_with_context(pieces), mimetype="text/html")
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return response
