"""Streamed responses that a browser saves as a file."""

from collections.abc import Iterator

from flask import Response, stream_with_context


def answer_download(pieces: Iterator[bytes], name: str, media_type: str) -> Response:
    """Return *pieces* as the download of a file called *name*, which has ASCII characters and no quotes."""
    response = Response(stream_with_context(pieces), mimetype=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
