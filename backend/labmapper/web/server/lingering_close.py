"""Lingering close: a connection is closed once its client has closed it, or soon. Closed before, the client might not read its answer.

gunicorn waits for that in the one thread that also takes connections, with nobody else being served meanwhile.
"""

import selectors
import socket
import time
from collections import deque
from functools import partial
from typing import Protocol

from labmapper.config import MEBIBYTE

# For so many seconds a client that was answered may be silent, and for so many go on sending. Of what it sends so many bytes are
# discarded, by default twice the largest body: many programs send all of one before they read that it was refused.
_PATIENCE = 2.0
_LONGEST = 30.0
_MOST_DISCARDED = 32 * MEBIBYTE
_MOST_AT_ONCE = 64 * 1024
# So many that were answered are kept open at most; then the first of them is closed whatever it does.
_MOST_LINGERING = 256


class Lingering(Protocol):
    """A connection that ends: closed at *timeout* if it is silent until then, and at *latest* in any case.

    Both are seconds of ``time.monotonic``; *discarded* counts the bytes that were read and thrown away.
    """

    timeout: float
    latest: float
    discarded: int

    @property
    def plain(self) -> socket.socket:
        """Its socket."""

    def close(self) -> None:
        """Close it now."""


class LingeringConnections:
    """The connections of a worker that end."""

    def __init__(self) -> None:
        """Begin with none."""
        self._open: deque[Lingering] = deque()

    def begin(self, conn: Lingering, poller: selectors.BaseSelector) -> None:
        """Tell the client of *conn* that this was all, and close it once *poller* says that the client has."""
        try:
            conn.plain.shutdown(socket.SHUT_WR)
            conn.plain.setblocking(False)
            poller.register(conn.plain, selectors.EVENT_READ, partial(self._discard, conn, poller))
        except OSError:
            conn.close()
            return
        now = time.monotonic()
        conn.timeout, conn.latest = now + _PATIENCE, now + _LONGEST
        self._open.append(conn)
        if len(self._open) > _MOST_LINGERING:
            self._close(self._open[0], poller)

    def close_overdue(self, poller: selectors.BaseSelector) -> None:
        """Close those whose clients had time enough."""
        now = time.monotonic()
        for conn in [each for each in self._open if each.timeout < now]:
            self._close(conn, poller)

    def _discard(self, conn: Lingering, poller: selectors.BaseSelector, _: object) -> None:
        """Read what still comes of *conn*, and close it at its end."""
        try:
            data = conn.plain.recv(_MOST_AT_ONCE)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        conn.discarded += len(data)
        conn.timeout = min(time.monotonic() + _PATIENCE, conn.latest)
        if not data or conn.discarded > _MOST_DISCARDED:
            self._close(conn, poller)

    def _close(self, conn: Lingering, poller: selectors.BaseSelector) -> None:
        if conn not in self._open:
            return  # closed a moment ago, while what came of it was being told
        self._open.remove(conn)
        poller.unregister(conn.plain)
        conn.close()
