"""gunicorn's worker with threads, of two kinds: one takes connections and answers what is light, the other one computes.

The first reads the head of each request, and hands the connection over where the request is heavy. The other has a
lower priority: whatever computes, for however many, leaves the processors and Python's lock to what is light. It keeps a
connection for a moment, since the next request is often as heavy, and then gives it back, before any of what is light has been read.

What is light and takes a moment all the same, long bodies and passwords, has threads of its own in the first kind: it waits for
those, and the others are there for what is answered at once.
"""

import errno
import os
import select
import selectors
import socket
import time
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from flask import Flask
from gunicorn.http import Request
from gunicorn.workers.gthread import TConn, ThreadWorker

from labmapper.config import count_threads_aside
from labmapper.web.server.handing_over import Channel
from labmapper.web.server.lingering_close import LingeringConnections
from labmapper.web.server.slow_clients import PatientSocket, WaitingThreads
from labmapper.web.server.weights import Weight, weigh

# So much lower is the priority of what computes: a quarter of a processor's time where others want it, all of it where nobody does.
_NICENESS = 5
# With so many workers there is one process of each kind.
_ONE_OF_EACH = 2
# Seconds for which a connection stays with what has computed, and how much of its next request is looked at there.
_STAY = 0.25
# Milliseconds for which the thread that has computed waits for it.
_MOMENT = 10
_LONGEST_HEAD = 8 * 1024
_NOBODY_WAITS = {errno.EAGAIN, errno.EWOULDBLOCK, errno.ECONNABORTED}


class Connection(TConn):  # type: ignore[misc] # gunicorn carries no types
    """A connection that knows how it ends: it lingers until its client has closed it, or belongs to another process by now."""

    def __init__(self, worker: "Worker", client: socket.socket, address: object) -> None:
        """Belong to *worker*, which has taken *client*."""
        super().__init__(worker.cfg, client, address, client.getsockname())
        self._worker = worker
        self.is_handed_over = False
        self.has_waited = False
        self.timeout = 0.0
        self.latest = 0.0
        self.discarded = 0

    @property
    def plain(self) -> socket.socket:
        """The socket itself."""
        plain: socket.socket = self.sock.plain if isinstance(self.sock, PatientSocket) else self.sock
        return plain

    def close(self, graceful: bool = False) -> None:
        """Close it; where that is *graceful*, in such a way that the client has read the answer before."""
        if graceful and not self.is_handed_over:
            self._worker.linger(self)
        else:
            self.sock.close()


class Worker(ThreadWorker):  # type: ignore[misc] # gunicorn carries no types
    """gunicorn's worker with threads, on patient sockets."""

    wsgi: Flask
    sockets: list[socket.socket]

    def __init__(self, *arguments: object) -> None:
        """Make the worker as gunicorn does."""
        super().__init__(*arguments)
        self._waiting_threads = WaitingThreads(self.cfg.threads)
        self._inbox: Channel | None = None
        self._outbox: Channel | None = None
        self._lingering = LingeringConnections()
        self._pools: dict[Weight, ThreadPoolExecutor] = {}
        self.computes = False

    def join(self, inbox: Channel, outbox: Channel, *, computes: bool) -> None:
        """Take connections out of *inbox*, and put those into *outbox* that are for the other kind."""
        self._inbox, self._outbox = inbox, outbox
        self.computes = computes
        self.sockets = [inbox.outlet] if computes else [*self.sockets, inbox.outlet]

    @property
    def worker_connections(self) -> int:
        """How many connections may be here. Of what computes, who finds no thread waits in the channel, for whoever has one first."""
        return self.cfg.threads + len(self.keepalived_conns) if self.computes else self._most_connections

    @worker_connections.setter
    def worker_connections(self, most: int) -> None:
        self._most_connections = most

    def init_process(self) -> None:
        """Begin, once this is a process of its own."""
        if self.computes:
            os.nice(_NICENESS)
        for weight in (Weight.LONG, Weight.HASHING):
            self._pools[weight] = ThreadPoolExecutor(count_threads_aside(self.cfg.threads))
        super().init_process()

    def accept(self, listener: socket.socket) -> bool:
        """Take a connection that waits at *listener*, and return whether there was one."""
        try:
            if self._inbox and listener is self._inbox.outlet:
                self._take_over(self._inbox)
            else:
                self._await_request(*listener.accept())
        except OSError as error:
            if error.errno not in _NOBODY_WAITS:
                raise
            return False
        return True

    def _take_over(self, inbox: Channel) -> None:
        """Take a connection from *inbox*: to what computes it comes with a request that has begun, to the others as if it were new."""
        taken = inbox.take()
        if taken is None:
            return
        if not self.computes:
            self._await_request(taken.client, taken.address)
            return
        self.nr_conns += 1
        self.enqueue_req(self._resume(taken.client, taken.address, taken.ahead))

    def _resume(self, client: socket.socket, address: object, ahead: bytes) -> Connection:
        """Return the connection to *client*, of which *ahead* was read already."""
        conn = Connection(self, client, address)
        conn.sock = PatientSocket(client, self._waiting_threads, ahead)
        conn.data_ready = True
        return conn

    def _await_request(self, client: socket.socket, address: object) -> None:
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
        if self.computes:  # where they were to stay for a moment only, their next requests are on the way
            for conn in self.keepalived_conns:
                conn.timeout = deadline
        for conn in self.pending_conns:
            conn.timeout = min(conn.timeout, deadline)

    def _make_room(self) -> None:
        """Close the connection that has been silent longest where no other could be taken."""
        if self.nr_conns + 1 >= self.worker_connections and self.pending_conns:
            self.pending_conns[0].timeout = 0
            self.murder_pending()

    def handle(self, conn: Connection) -> object:
        """Answer a request on *conn*, and what follows it at once where this computes: to change threads between them takes long."""
        answered = self._answer(conn)
        while answered is True and self.computes and self._follows_at_once(conn):
            answered = self._answer(conn)
        return answered

    def _answer(self, conn: Connection) -> object:
        if not isinstance(conn.sock, PatientSocket):
            conn.sock = PatientSocket(conn.sock, self._waiting_threads)
        conn.sock.begin(conn.parser.unreader.buf.getvalue() if conn.parser else b"")
        return super().handle(conn)

    def _follows_at_once(self, conn: Connection) -> bool:
        """Return whether the next request on *conn* is here in a moment and stays here; where others may wait for a thread, it does not."""
        busy = self.nr_conns - len(self.keepalived_conns)
        if not self.alive or busy >= self.cfg.threads or conn.parser.unreader.buf.getvalue():
            return False
        poll = select.poll()
        poll.register(conn.plain, select.POLLIN)
        return bool(poll.poll(_MOMENT)) and self._stays_here(conn, others=busy - 1)

    def handle_request(self, req: Request, conn: Connection) -> bool:
        """Let the app answer *req*, whose head has come, here and now, or hand it over."""
        if self._hand_over(req, conn):
            return False
        conn.sock.expect_body()
        is_kept: bool = super().handle_request(req, conn)
        return is_kept

    def _hand_over(self, req: Request, conn: Connection) -> bool:
        """Return whether *req* is answered by another process or thread. While the server ends nobody may be there any more."""
        if self.computes or self._outbox is None or not self.alive:
            return False
        weight = weigh(self.wsgi, req.method, req.path, req.headers)
        if weight is Weight.HEAVY:
            conn.is_handed_over = self._outbox.give(conn.plain, conn.sock.head)
        elif weight in self._pools and not conn.has_waited:
            conn.is_handed_over = self._let_wait(req, conn, self._pools[weight])
        conn.has_waited = False
        return conn.is_handed_over

    def _let_wait(self, req: Request, conn: Connection, pool: ThreadPoolExecutor) -> bool:
        """Let the threads of *pool* answer *req* as soon as one is free, and return whether they will: its body has come before."""
        given = dict(req.headers)
        if "EXPECT" in given:
            conn.sock.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        begun = len(conn.parser.unreader.buf.getvalue())
        body = conn.sock.receive_body(int(given.get("CONTENT-LENGTH", 0)) - begun)
        if body is None:
            return False
        waiting = self._resume(conn.plain.dup(), conn.client, conn.sock.head + body)
        waiting.has_waited = True
        self.method_queue.defer(self._answer_in, pool, waiting)
        return True

    def _answer_in(self, pool: ThreadPoolExecutor, conn: Connection) -> None:
        self.nr_conns += 1
        answering = pool.submit(self.handle, conn)
        answering.add_done_callback(lambda done: self.method_queue.defer(self.finish_request, conn, done))

    def finish_request(self, conn: Connection, done: "Future[object]") -> None:
        """Keep *conn* for its next request, or close it; where this computes, keep it for a moment only."""
        super().finish_request(conn, done)
        if self.computes and self.keepalived_conns and self.keepalived_conns[-1] is conn:
            conn.timeout = min(conn.timeout, time.monotonic() + _STAY)

    def on_client_socket_readable(self, conn: Connection, client: socket.socket) -> None:
        """Answer the next request on *conn*, or give it back unread where it is not for what computes."""
        others = self.nr_conns - len(self.keepalived_conns)
        if self.computes and not self._stays_here(conn, others) and self._give_back(conn):
            return
        super().on_client_socket_readable(conn, client)

    def murder_keepalived(self, force: bool = False) -> None:
        """Close what has been silent for too long, or give it back where this computes."""
        while self.computes and self.keepalived_conns and self.keepalived_conns[0].timeout <= time.monotonic():
            if not self._give_back(self.keepalived_conns[0]):
                break
        super().murder_keepalived(force)

    def _stays_here(self, conn: Connection, others: int) -> bool:
        """Return whether *conn* stays in this process: its next request computes, and has come as far as its body, or *conn* ends.

        For so many *others* something is computed here meanwhile.
        """
        if self.cfg.workers > _ONE_OF_EACH and others:
            return False  # something is computed here already, and another process may be free
        try:
            head = conn.plain.recv(_LONGEST_HEAD, socket.MSG_PEEK)
        except OSError:
            return True
        words = head.partition(b"\r\n")[0].decode("latin-1").split(" ")
        if not head or b"\r\n\r\n" not in head or len(words) != len(("GET", "/", "HTTP/1.1")):
            return not head
        return weigh(self.wsgi, words[0], words[1].partition("?")[0], ()) is Weight.HEAVY

    def _give_back(self, conn: Connection) -> bool:
        """Return whether those that take connections have *conn* again. At the end of the server, which is theirs first, it stays here."""
        if self._outbox is None or not self.alive or not self._outbox.give(conn.plain, b""):
            return False
        self.keepalived_conns.remove(conn)
        self.poller.unregister(conn.sock)
        self.nr_conns -= 1
        conn.close()
        return True

    def linger(self, conn: Connection) -> None:
        """Close *conn* once its client has, or soon; at the end of this process wait for that as gunicorn does."""
        if self.alive:
            self._lingering.begin(conn, self.poller)
        else:
            TConn.close(conn, graceful=True)

    def murder_pending(self) -> None:
        """Close what has been silent for too long, before its request or after the answer."""
        super().murder_pending()
        self._lingering.close_overdue(self.poller)
