"""Streamed responses that a browser saves as a file, and pages of such files that it shows."""

import base64
import hashlib
from collections.abc import Iterator

from flask import Response, stream_with_context


def answer_download(pieces: Iterator[bytes], name: str, media_type: str) -> Response:
    """Return *pieces* as the download of a file called *name*, which has ASCII characters and no quotes."""
    response = Response(stream_with_context(pieces), mimetype=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def answer_page(pieces: Iterator[bytes], style: str) -> Response:
    """Return *pieces* as an HTML page to look at and to print, which may load nothing and has no other style than *style*."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    response = Response(stream_with_context(pieces), mimetype="text/html")
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return response
