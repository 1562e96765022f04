"""gunicorn's worker with threads, of two kinds: one takes connections and answers what is light, the other one computes.

The first reads the head of each request, and hands the connection over where the request is heavy. The other has a
lower priority: whatever computes, for however many, leaves the processors and Python's lock to what is light. An answer to a heavy
request ends its connection, so that the next request comes to a process that is free.

What is light and takes a moment all the same, long bodies and passwords, has threads of its own in the first kind: it waits for
those, and the others are there for what is answered at once.
"""

import errno
import os
import selectors
import socket
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from flask import Flask
from gunicorn.http import Request
from gunicorn.workers.gthread import TConn, ThreadWorker

from labmapper.web.server.handing_over import Channel
from labmapper.web.server.slow_clients import Crowd, PatientSocket
from labmapper.web.server.weights import Weight, weigh

# So much lower is the priority of what computes: a quarter of a processor's time where others want it, all of it where nobody does.
_NICENESS = 5
_NOBODY_WAITS = {errno.EAGAIN, errno.EWOULDBLOCK, errno.ECONNABORTED}
# Seconds in which a client shall close what was answered, and how much of it is read and forgotten until then.
_FAREWELL = 2.0
_MOST_FORGOTTEN = 64 * 1024
# So many that were answered are kept open at most; then the first of them is closed whatever it does.
_MOST_LEAVING = 256


class Connection(TConn):  # type: ignore[misc] # gunicorn carries no types
    """A connection that knows how it ends: it takes leave of its client, or belongs to another process by now."""

    def __init__(self, worker: "Worker", client: socket.socket, address: object) -> None:
        """Belong to *worker*, which has taken *client*."""
        super().__init__(worker.cfg, client, address, client.getsockname())
        self._worker = worker
        self.is_handed_over = False
        self.has_waited = False
        self.forgotten = 0

    def close(self, graceful: bool = False) -> None:
        """Close it; where that is *graceful*, in such a way that the client has read the answer before."""
        if graceful and not self.is_handed_over:
            self._worker.take_leave(self)
        else:
            self.sock.close()


class Worker(ThreadWorker):  # type: ignore[misc] # gunicorn carries no types
    """gunicorn's worker with threads, on patient sockets."""

    wsgi: Flask

    def __init__(self, *arguments: object) -> None:
        """Make the worker as gunicorn does."""
        super().__init__(*arguments)
        self._crowd = Crowd(self.cfg.threads)
        self._channel: Channel | None = None
        self._leaving: deque[Connection] = deque()
        self._lanes: dict[Weight, ThreadPoolExecutor] = {}
        self.computes = False

    def join(self, channel: Channel, *, computes: bool) -> None:
        """Hand what is heavy over through *channel*, or compute what comes out of it."""
        self._channel = channel
        self.computes = computes
        if computes:
            self.sockets = [channel.outlet]
            # Who finds no thread waits in the channel, for whoever has one first.
            self.worker_connections = self.cfg.threads

    def init_process(self) -> None:
        """Begin, once this is a process of its own."""
        if self.computes:
            os.nice(_NICENESS)
            self.cfg.set("keepalive", 0)
        for weight in (Weight.LONG, Weight.HASHING):
            self._lanes[weight] = ThreadPoolExecutor(max(1, self.cfg.threads // 4))
        super().init_process()

    def accept(self, listener: socket.socket) -> bool:
        """Take a connection that waits at *listener*, and return whether there was one."""
        try:
            if self.computes:
                self._take_over()
            else:
                self._welcome(*listener.accept())
        except OSError as error:
            if error.errno not in _NOBODY_WAITS:
                raise
            return False
        return True

    def _take_over(self) -> None:
        """Take a connection from the channel; its request has begun."""
        taken = self._channel.take() if self._channel else None
        if taken is None:
            return
        self.nr_conns += 1
        self.enqueue_req(self._resume(taken.client, taken.address, taken.ahead))

    def _resume(self, client: socket.socket, address: object, ahead: bytes) -> Connection:
        """Return the connection to *client*, of which *ahead* was read already."""
        conn = Connection(self, client, address)
        conn.sock = PatientSocket(client, self._crowd, ahead)
        conn.data_ready = True
        return conn

    def _welcome(self, client: socket.socket, address: object) -> None:
        """Let *client* have a thread when the first of its request has come, not before."""
        self._make_room()
        conn = Connection(self, client, address)
        conn.set_timeout()
        self.nr_conns += 1
        self.pending_conns.append(conn)
        self.poller.register(client, selectors.EVENT_READ, partial(self.on_pending_socket_readable, conn))

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

    def handle(self, conn: Connection) -> object:
        """Answer a request on *conn*."""
        if not isinstance(conn.sock, PatientSocket):
            conn.sock = PatientSocket(conn.sock, self._crowd)
        conn.sock.begin(conn.parser.unreader.buf.getvalue() if conn.parser else b"")
        return super().handle(conn)

    def handle_request(self, req: Request, conn: Connection) -> bool:
        """Let the app answer *req*, whose head has come, here and now, or hand it over."""
        if self._hand_over(req, conn):
            return False
        conn.sock.expect_body()
        is_kept: bool = super().handle_request(req, conn)
        return is_kept

    def _hand_over(self, req: Request, conn: Connection) -> bool:
        """Return whether *req* is answered by another process or thread. While the server ends nobody may be there any more."""
        if self.computes or self._channel is None or not self.alive:
            return False
        weight = weigh(self.wsgi, req.method, req.path, req.headers)
        if weight is Weight.HEAVY:
            conn.is_handed_over = self._channel.give(conn.sock.plain, conn.sock.head)
        elif weight in self._lanes and not conn.has_waited:
            conn.is_handed_over = self._let_wait(req, conn, self._lanes[weight])
        conn.has_waited = False
        return conn.is_handed_over

    def _let_wait(self, req: Request, conn: Connection, lane: ThreadPoolExecutor) -> bool:
        """Let the threads of *lane* answer *req* as soon as one is free, and return whether they will: its body has come before."""
        given = dict(req.headers)
        if "EXPECT" in given:
            conn.sock.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        begun = len(conn.parser.unreader.buf.getvalue())
        body = conn.sock.receive_body(int(given.get("CONTENT-LENGTH", 0)) - begun)
        if body is None:
            return False
        waiting = self._resume(conn.sock.plain.dup(), conn.client, conn.sock.head + body)
        waiting.has_waited = True
        self.method_queue.defer(self._answer_in, lane, waiting)
        return True

    def _answer_in(self, lane: ThreadPoolExecutor, conn: Connection) -> None:
        self.nr_conns += 1
        answering = lane.submit(self.handle, conn)
        answering.add_done_callback(lambda done: self.method_queue.defer(self.finish_request, conn, done))

    def take_leave(self, conn: Connection) -> None:
        """Close *conn* once its client has, or soon; closed before, the client might not read the end of its answer.

        gunicorn would wait for that here, with nobody else being served meanwhile.
        """
        if not self.alive:
            TConn.close(conn, graceful=True)
            return
        try:
            conn.sock.shutdown(socket.SHUT_WR)
            conn.sock.setblocking(False)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._forget, conn))
        except OSError:
            conn.close()
            return
        conn.timeout = time.monotonic() + _FAREWELL
        self._leaving.append(conn)
        if len(self._leaving) > _MOST_LEAVING:
            self._part(self._leaving[0])

    def _forget(self, conn: Connection, _: object) -> None:
        """Read what still comes of *conn*, and close it at its end."""
        try:
            data = conn.sock.plain.recv(_MOST_FORGOTTEN)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        conn.forgotten += len(data)
        if not data or conn.forgotten > _MOST_FORGOTTEN:
            self._part(conn)

    def _part(self, conn: Connection) -> None:
        self._leaving.remove(conn)
        self.poller.unregister(conn.sock)
        conn.close()

    def murder_pending(self) -> None:
        """Close what has been silent for too long, before its request or after the answer."""
        super().murder_pending()
        while self._leaving and self._leaving[0].timeout < time.monotonic():
            self._part(self._leaving[0])
