"""Time limits for clients that send or read slowly, so that they cannot occupy all threads.

A connection has no thread before its first bytes have come. A request may let its thread wait for ``PATIENCE`` seconds
altogether, and longer the more of it has come; while more than half of the threads wait for clients, for ``HURRY`` seconds only.
"""

import errno
import select
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from werkzeug.exceptions import RequestTimeout

PATIENCE = 20.0
HURRY = 2.0
BYTES_A_SECOND = 64 * 1024
# By which a connection is known to be closed whose client has sent more than its request. Linux has it.
_CLOSED = getattr(select, "POLLRDHUP", 0)


class WaitingThreads:
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

    def __init__(self, connection: socket.socket, waiting_threads: WaitingThreads, ahead: bytes = b"") -> None:
        """Guard *connection*, whose threads are among *waiting_threads*; what another process has read of it *ahead* comes first."""
        self._connection = connection
        self._waiting_threads = waiting_threads
        self._ahead = ahead
        self.begin()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a socket has
        return getattr(self._connection, name)

    def fileno(self) -> int:
        """Return the number of the socket, which is asked for most."""
        return self._connection.fileno()

    @property
    def plain(self) -> socket.socket:
        """The socket that is guarded."""
        return self._connection

    @property
    def head(self) -> bytes:
        """What has come of the request so far: its head, and what was read of its body together with that."""
        return bytes(self._head)

    @property
    def received(self) -> int:
        """How many bytes have come of the request so far."""
        return self._received

    def refuse_more(self) -> None:
        """Take nothing more of the request; gunicorn closes the connection after the answer."""
        self._is_over = True

    def begin(self, kept: bytes = b"") -> None:
        """Expect the head of a request, of which *kept* has come together with the one before."""
        self._waited, self._received = 0.0, 0
        self._head = bytearray(kept)
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
        if self._is_head:
            self._head += data
        return data

    def receive_body(self, size: int) -> bytes | None:
        """Return the *size* bytes that are still to come of the body, or None where the client is too slow, which is said later, or gone."""
        self.expect_body()
        pieces: list[bytes] = []
        while size > 0:
            data = self._receive(size, 0)
            if not data:
                return None
            self._received += len(data)
            size -= len(data)
            pieces.append(data)
        return b"".join(pieces)

    def sendall(self, data: bytes, flags: int = 0) -> None:
        """Send all of *data*, or raise ConnectionResetError where the client reads it too slowly."""
        data = data[self._send_at_once(data, flags) :]
        if not data:
            return
        try:
            with self._waiting_threads.join() as patience, self._limit(patience + len(data) / BYTES_A_SECOND):
                self._connection.sendall(data, flags)
        except TimeoutError as error:
            raise ConnectionResetError(errno.ECONNRESET, "the client reads too slowly") from error

    def is_hung_up(self) -> bool:
        """Return whether the client has closed the connection; where the system does not tell, with nothing left on it to read."""
        poll = select.poll()
        poll.register(self._connection, select.POLLIN | _CLOSED)
        events = sum(found for _, found in poll.poll(0))  # of one connection
        if events & _CLOSED:
            return True
        if not events or self._ahead:
            return False
        try:
            return not self._connection.recv(1, socket.MSG_PEEK)
        except OSError:
            return True

    def _send_at_once(self, data: bytes, flags: int) -> int:
        """Send what of *data* the system takes without waiting, as it mostly does with all of it, and return how many bytes that were."""
        if self._connection.gettimeout() is not None:
            return 0
        try:
            return self._connection.send(data, flags | socket.MSG_DONTWAIT)
        except BlockingIOError:
            return 0

    def _receive(self, size: int, flags: int) -> bytes | None:
        """Return what comes, or None where the time for this request is up."""
        if self._ahead:
            data, self._ahead = self._ahead[:size], self._ahead[size:]
            return data
        if self._connection.gettimeout() is None:
            with suppress(BlockingIOError):
                return self._connection.recv(size, flags | socket.MSG_DONTWAIT)  # mostly it has come already
        started = time.monotonic()
        with self._waiting_threads.join() as patience:
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
