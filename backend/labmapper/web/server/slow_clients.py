"""Clients that send or read slowly. Each request has a thread, and no client may keep one for longer than it is worth.

Who has sent nothing yet has no thread. A thread waits so long altogether for one request, and longer the more has come. While most threads wait for clients,
they wait less, so that the others are always answered.
"""

import errno
import select
import selectors
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from gunicorn.http import Request
from gunicorn.workers.gthread import TConn, ThreadWorker
from werkzeug.exceptions import RequestTimeout

PATIENCE = 20.0
HURRY = 2.0
BYTES_A_SECOND = 64 * 1024
_NOBODY_WAITS = {errno.EAGAIN, errno.EWOULDBLOCK, errno.ECONNABORTED}


class Crowd:
    """The threads of a worker that wait for clients."""

    def __init__(self, threads: int) -> None:
        """Begin with none of *threads* waiting."""
        self._most = max(1, threads // 2)
        self._waiting = 0
        self._lock = threading.Lock()

    @contextmanager
    def join(self) -> Iterator[float]:
        """Let this thread wait, and yield how many seconds it may."""
        with self._lock:
            self._waiting += 1
            patience = PATIENCE if self._waiting <= self._most else HURRY
        try:
            yield patience
        finally:
            with self._lock:
                self._waiting -= 1


class PatientSocket:
    """A connection that ends where its client is too slow; in everything else it is the socket that it is made of."""

    def __init__(self, connection: socket.socket, crowd: Crowd) -> None:
        """Guard *connection*, whose threads are among *crowd*."""
        self._connection = connection
        self._crowd = crowd
        self.begin()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a socket has
        return getattr(self._connection, name)

    def begin(self) -> None:
        """Expect the head of a request."""
        self._waited, self._received = 0.0, 0
        self._is_head, self._is_over = True, False

    def expect_body(self) -> None:
        """Expect the body of the request: from now on somebody can be told that it came too slowly."""
        self._is_head = False

    def recv(self, size: int, flags: int = 0) -> bytes:
        """Return what has come, at most *size* bytes; nothing, as at a connection's end, where a head is too slow.

        Raises:
            RequestTimeout: The client is too slow with a body. It is said once, to the app.
            TimeoutError: It was said before: gunicorn closes the connection.
        """
        if self._is_over:
            raise TimeoutError
        data = self._receive(size, flags)
        if data is None:
            self._is_over = True
            if not self._is_head:
                raise RequestTimeout
            return b""
        self._received += len(data)
        return data

    def sendall(self, data: bytes, flags: int = 0) -> None:
        """Send all of *data*, or raise ConnectionResetError where the client reads it too slowly."""
        try:
            with self._crowd.join() as patience, self._limit(patience + len(data) / BYTES_A_SECOND):
                self._connection.sendall(data, flags)
        except TimeoutError as error:
            raise ConnectionResetError(errno.ECONNRESET, "the client reads too slowly") from error

    def is_hung_up(self) -> bool:
        """Return whether the client has closed the connection, with nothing left on it to read."""
        poll = select.poll()
        poll.register(self._connection, select.POLLIN)
        if not poll.poll(0):
            return False
        try:
            return not self._connection.recv(1, socket.MSG_PEEK)
        except OSError:
            return True

    def _receive(self, size: int, flags: int) -> bytes | None:
        """Return what comes, or None where the time for this request is up."""
        started = time.monotonic()
        with self._crowd.join() as patience:
            left = patience + self._received / BYTES_A_SECOND - self._waited
            if left <= 0:
                return None
            try:
                with self._limit(left):
                    return self._connection.recv(size, flags)
            except TimeoutError:
                return None
            finally:
                self._waited += time.monotonic() - started

    @contextmanager
    def _limit(self, seconds: float) -> Iterator[None]:
        """Let the socket wait at most *seconds*, or less where it does so already."""
        before = self._connection.gettimeout()
        self._connection.settimeout(seconds if before is None else min(before, seconds))
        try:
            yield
        finally:
            self._connection.settimeout(before)


class Worker(ThreadWorker):  # type: ignore[misc] # gunicorn carries no types
    """gunicorn's worker with threads, on patient sockets."""

    def __init__(self, *arguments: object) -> None:
        """Make the worker as gunicorn does."""
        super().__init__(*arguments)
        self._crowd = Crowd(self.cfg.threads)

    def accept(self, listener: socket.socket) -> bool:
        """Take a connection that waits at *listener*, and return whether there was one.

        It gets a thread when the first of its request has come, not before.
        """
        try:
            client, address = listener.accept()
        except OSError as error:
            if error.errno not in _NOBODY_WAITS:
                raise
            return False
        self._make_room()
        conn = TConn(self.cfg, client, address, listener.getsockname())
        conn.set_timeout()
        self.nr_conns += 1
        self.pending_conns.append(conn)
        self.poller.register(client, selectors.EVENT_READ, partial(self.on_pending_socket_readable, conn))
        return True

    def set_accept_enabled(self, enabled: bool) -> None:
        """Take connections or not. At the end of the worker those that wait are taken still, and all others refused at once."""
        super().set_accept_enabled(enabled)
        if enabled or self.alive:
            return
        for listener in self.sockets:
            while listener.fileno() >= 0 and self.accept(listener):
                pass
            listener.close()

    def _cap_keepalive(self, deadline: float) -> None:
        """Let nobody who is silent hold up the end of the server beyond *deadline*."""
        super()._cap_keepalive(deadline)
        for conn in self.pending_conns:
            conn.timeout = min(conn.timeout, deadline)

    def _make_room(self) -> None:
        """Close the connection that has been silent longest where no other could be taken."""
        if self.nr_conns + 1 >= self.worker_connections and self.pending_conns:
            self.pending_conns[0].timeout = 0
            self.murder_pending()

    def handle(self, conn: TConn) -> object:
        """Answer a request on *conn*."""
        if not isinstance(conn.sock, PatientSocket):
            conn.sock = PatientSocket(conn.sock, self._crowd)
        conn.sock.begin()
        return super().handle(conn)

    def handle_request(self, req: Request, conn: TConn) -> bool:
        """Let the app answer *req*, whose head has come."""
        conn.sock.expect_body()
        is_kept: bool = super().handle_request(req, conn)
        return is_kept
