"""The ends of connections: each is closed once its client has closed it, or soon. Closed before, the client might not read its answer.

gunicorn waits for that in the one thread that also takes connections, with nobody else being served meanwhile.
"""

import selectors
import socket
import time
from collections import deque
from functools import partial
from typing import Protocol

# Seconds in which a client shall close what was answered, and how much of it is read and forgotten until then.
_PATIENCE = 2.0
_MOST_FORGOTTEN = 64 * 1024
# So many that were answered are kept open at most; then the first of them is closed whatever it does.
_MOST_LEAVING = 256


class Leaving(Protocol):
    """A connection that ends: until when it may take, and how much of it was *forgotten*."""

    timeout: float
    forgotten: int

    @property
    def plain(self) -> socket.socket:
        """Its socket."""

    def close(self) -> None:
        """Close it now."""


class Farewells:
    """The connections of a worker that end."""

    def __init__(self) -> None:
        """Begin with none."""
        self._leaving: deque[Leaving] = deque()

    def begin(self, conn: Leaving, poller: selectors.BaseSelector) -> None:
        """Tell the client of *conn* that this was all, and close it once *poller* says that the client has."""
        try:
            conn.plain.shutdown(socket.SHUT_WR)
            conn.plain.setblocking(False)
            poller.register(conn.plain, selectors.EVENT_READ, partial(self._forget, conn, poller))
        except OSError:
            conn.close()
            return
        conn.timeout = time.monotonic() + _PATIENCE
        self._leaving.append(conn)
        if len(self._leaving) > _MOST_LEAVING:
            self._part(self._leaving[0], poller)

    def hurry(self, poller: selectors.BaseSelector) -> None:
        """Close those whose clients had time enough."""
        while self._leaving and self._leaving[0].timeout < time.monotonic():
            self._part(self._leaving[0], poller)

    def _forget(self, conn: Leaving, poller: selectors.BaseSelector, _: object) -> None:
        """Read what still comes of *conn*, and close it at its end."""
        try:
            data = conn.plain.recv(_MOST_FORGOTTEN)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        conn.forgotten += len(data)
        if not data or conn.forgotten > _MOST_FORGOTTEN:
            self._part(conn, poller)

    def _part(self, conn: Leaving, poller: selectors.BaseSelector) -> None:
        if conn not in self._leaving:
            return  # closed a moment ago, while what came of it was being told
        self._leaving.remove(conn)
        poller.unregister(conn.plain)
        conn.close()
