"""Streamed responses that a browser saves as a file, and pages of such files that it shows."""

import base64
import hashlib
import re
from collections.abc import Iterator
from urllib.parse import quote

from flask import Response, stream_with_context

# A proxy that keeps a file until it has all of it would fill its disk; nginx heeds this.
_UNBUFFERED = {"X-Accel-Buffering": "no"}
# So many bytes go out together: each piece that is sent costs a call of the system and a look at who else waits for a seat.
_TOGETHER = 64 * 1024
_UNFIT = re.compile(r"[^A-Za-z0-9._ -]+")


def answer_download(pieces: Iterator[bytes], name: str, media_type: str) -> Response:
    """Return *pieces* as the download of a file called *name*."""
    response = Response(stream_with_context(_gather(pieces)), mimetype=media_type, headers=_UNBUFFERED)
    return name_download(response, name)


def _gather(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield what is in *pieces*, small ones put together."""
    gathered = bytearray()
    for piece in pieces:
        gathered += piece
        if len(gathered) >= _TOGETHER:
            yield bytes(gathered)
            gathered.clear()
    if gathered:
        yield bytes(gathered)


def name_download(response: Response, name: str) -> Response:
    """Let a browser save *response* as a file called *name*, which may have any characters; in letters of ASCII to old programs."""
    plain = _UNFIT.sub("_", name)
    disposition = f'attachment; filename="{plain}"'
    if plain != name:
        disposition += f"; filename*=UTF-8''{quote(name.encode('utf-8', 'replace'), safe='')}"
    response.headers["Content-Disposition"] = disposition
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
    response = Response(stream_with_context(_gather(pieces)), mimetype="text/html", headers=_UNBUFFERED)
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return response
