"""Bodies that come in chunks of a byte or two (Transfer-Encoding: chunked): each chunk is parsed by itself, so that megabytes take minutes.

What is sent to say how long the chunks are may be half as much again as what is in them, and a little more; beyond that the client is told
to send larger ones. Whoever says the length of a body at its beginning has no chunks.
"""

from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from labmapper.web.language.text import t
from labmapper.web.refusals import Refusal
from labmapper.web.server.slow_clients import PatientSocket

# Bytes that are parsed before anybody looks, and those that may be spent on chunks in any case.
_STEP = 16 * 1024
_SPARE = 64 * 1024


class LargeChunks:
    """An app to which nobody sends many small chunks."""

    def __init__(self, app: WSGIApplication) -> None:
        """Stand before *app*."""
        self._app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Any:  # noqa: ANN401 - whatever the app answers
        """Let the app answer, and watch what it reads."""
        connection = environ.get("gunicorn.socket")
        if "HTTP_TRANSFER_ENCODING" in environ and isinstance(connection, PatientSocket):
            environ["wsgi.input"] = _Watched(environ["wsgi.input"], connection)
        return self._app(environ, start_response)


class _Watched:
    """A body, read in steps."""

    def __init__(self, body: Any, connection: PatientSocket) -> None:  # noqa: ANN401 - gunicorn's
        self._body = body
        self._connection = connection
        self._read = 0

    def read(self, size: int) -> bytes:
        """Return at most *size* bytes of the body, nothing at its end."""
        data: bytes = self._body.read(min(size, _STEP))
        self._read += len(data)
        if self._connection.received > self._read * 3 // 2 + _SPARE:
            self._connection.refuse_more()
            raise Refusal(
                400, "small-chunks", t("The body comes in very small chunks. Send larger ones, or its length.")
            )
        return data
