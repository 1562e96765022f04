"""Heavy requests: those that compute for long run a few at a time, so that log-in, save and health are answered meanwhile.

A process that takes connections hands heavy requests over (``workers.py``); those that it cannot hand over it refuses. In a
process that computes, each waits for a seat. How long it waits, and how many wait, is bounded, so that threads are left for what
is light; where the queue is full the client is asked to come again (503). A request whose client hung up while it waited is not run.

A body is read before its request takes a seat, and no seat is held while an answer is sent: no slow client keeps others waiting.
Answers that are made while they are sent hold a thread each, so the number of heavy requests in a process is bounded too.
"""

import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import cast

from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import ClientDisconnected

from labmapper.config import Config
from labmapper.persistence.database.connection import db, give_connection_back
from labmapper.web.language.text import t
from labmapper.web.refusals import Refusal
from labmapper.web.server.weights import FORMS, is_heavy

SEATS = 2
PATIENCE = 10.0
# Under which names a request has its body, read in one way or another.
_BODY = ("_cached_data", "form", "files", "values", "stream")
_COME_AGAIN = 5
_NAME = "labmapper_heavy"
_REFUSES = "labmapper_refuses_heavy"
# Seconds in which another request takes the seat that it is given.
_COURTESY = 0.05
# Seconds for which a thread that computes goes on while another wants its turn. What answers quickly takes many turns, one after
# each word with the database and the client, and waits so long for each. Beside what is heavy that is ten times less than Python
# lets it; without, a short turn only wakes every thread that waits, two thousand times a second.
_SHORT_TURN, _TURN = 0.0005, 0.005


class QueueFull(Exception):
    """Nobody else can wait, or the wait was too long."""


class Room:
    """The seats of a process for what is heavy, and the queue before them."""

    def __init__(self, seats: int, queue: int, most: int | None = None, connections: int | None = None) -> None:
        """Have *seats*, and let *queue* requests wait for one, but *most* altogether be here, those too whose answer is sent.

        Whoever has come in may hold one of so many *connections* to the database; who waits to come in holds none.
        """
        self._seats = self._free = seats
        self._most_inside = connections if connections is not None else sys.maxsize
        self._queue = queue
        self._most = most if most is not None else sys.maxsize
        self._inside = 0
        self._waiting = 0
        self._changed = threading.Condition()

    def enter(self) -> bool:
        """Take a seat where one is free, and return whether that is so. Whoever has taken one releases it, and leaves.

        Raises:
            QueueFull: Too many are here already.
        """
        with self._changed:
            if self._inside + self._waiting >= self._most:
                raise QueueFull
            if self._is_open():
                self._take_seat()
                self._inside += 1
                return True
            return False

    def acquire(self, patience: float) -> None:
        """Take a seat, or raise QueueFull where too many are here already, or none is free within *patience* seconds."""
        if self.enter():
            return
        with self._changed:
            if self._waiting >= self._queue:
                raise QueueFull
            self._waiting += 1
            try:
                if not self._changed.wait_for(self._is_open, patience):
                    raise QueueFull
                self._take_seat()
                self._inside += 1
            finally:
                self._waiting -= 1

    def release(self) -> None:
        """Give the seat back."""
        with self._changed:
            self._free += 1
            if self._free == self._seats:
                sys.setswitchinterval(_TURN)
            self._changed.notify_all()  # one of those who wait to come in may not be let in

    def leave(self) -> None:
        """Make room for another: this answer is sent."""
        with self._changed:
            self._inside -= 1
            self._changed.notify_all()

    def give_way(self) -> None:
        """Let those who wait have the seat, then take one again; where nobody waits, keep it."""
        with self._changed:
            if self._waiting and self._inside < self._most_inside:
                self._free += 1
                self._changed.notify()
                self._changed.wait(_COURTESY)
                self._changed.wait_for(lambda: self._free > 0)
                self._free -= 1

    @contextmanager
    def work(self) -> Iterator[None]:
        """Work on a seat, however long it takes until one is free: what has begun is not refused."""
        with self._changed:
            self._changed.wait_for(lambda: self._free > 0)
            self._take_seat()
        try:
            yield
        finally:
            self.release()

    def _is_open(self) -> bool:
        return self._free > 0 and self._inside < self._most_inside

    def _take_seat(self) -> None:
        self._free -= 1
        sys.setswitchinterval(_SHORT_TURN)


def init_heavy_requests(app: Flask, config: Config) -> None:
    """Let *app* answer a few heavy requests at a time. It looks at a request after everything that may refuse it."""
    # A quarter of the threads is left for what is light, whatever is sent.
    seats, queue = min(SEATS, config.threads), max(0, config.threads // 2 - SEATS)
    room = Room(seats, queue, max(seats, config.threads * 3 // 4), config.connections)
    app.extensions[_NAME] = room
    # What refuses heavy requests has done so before.
    app.before_request(lambda: _enter(room) if _REFUSES not in app.extensions and is_heavy() else None)
    app.after_request(_send_in_pieces)
    app.teardown_request(lambda _: _leave())
    app.teardown_request(lambda _: _forget())


def share_seat(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield *pieces*; between them those who wait have their turn, so that a large file holds up nobody."""
    room: Room = current_app.extensions[_NAME]
    for piece in pieces:
        yield piece
        room.give_way()


def init_refusals(app: Flask) -> None:
    """Let *app* look whether it refuses what is heavy before anything is read of it: to read a long form takes seconds."""
    app.before_request(_refuse_heavy)


def refuse_heavy_requests(app: Flask) -> None:
    """Let *app* answer no heavy request itself: where it could not be handed over, the client is asked to come again."""
    app.extensions[_REFUSES] = True


def _refuse_heavy() -> None:
    if _REFUSES in current_app.extensions and is_heavy():
        raise _refuse_busy()


def _enter(room: Room) -> None:
    _receive()
    _refuse_absent()
    try:
        if not room.enter():
            give_connection_back(db.session)  # or who has a seat may wait for a connection of those who wait for a seat
            room.acquire(PATIENCE)
    except QueueFull as error:
        raise _refuse_busy() from error
    g.heavy_room = room
    _refuse_absent()


def _receive() -> None:
    """Let the whole body come, and keep it for who works on it; what names itself a form and is read as a file comes as it is."""
    if request.mimetype in FORMS and request.want_form_data_parsed:
        request.form  # noqa: B018 - reads it
    else:
        request.get_data()


def _forget() -> None:
    """Let go of the body. The request itself may stay until Python looks for garbage: it is in its own environment, and in tracebacks."""
    request.close()
    request.environ.pop("werkzeug.request", None)
    for name in _BODY:
        vars(request).pop(name, None)


def _leave(*, is_sending: bool = False) -> None:
    room: Room | None = g.pop("heavy_room", None)
    if room:
        room.release()
        if not is_sending:
            room.leave()


def _send_in_pieces(response: Response) -> Response:
    """Let each piece of an answer that is made while it is sent be made on a seat, which its client's line does not hold."""
    room: Room | None = g.get("heavy_room")
    if room and response.is_streamed:
        response.response = cast("Iterable[bytes]", _Pieces(response.response, room))
    _leave(is_sending=response.is_streamed)
    return response


class _Pieces:
    """The pieces of an answer, each made on a seat; with the last, or once nobody wants more, it leaves the *room*."""

    def __init__(self, pieces: Iterable[bytes | str], room: Room) -> None:
        self._pieces = iter(pieces)
        self._close: Callable[[], None] = getattr(pieces, "close", lambda: None)
        self._room = room
        self._is_here = True

    def __iter__(self) -> "_Pieces":
        return self

    def __next__(self) -> bytes | str:
        try:
            with self._room.work():
                return next(self._pieces)
        except BaseException:  # the end, or a fault
            self._leave()
            raise

    def close(self) -> None:
        """End what makes the pieces."""
        self._leave()
        self._close()

    def _leave(self) -> None:
        if self._is_here:
            self._is_here = False
            self._room.leave()


def _refuse_absent() -> None:
    """Refuse a client that has hung up; nobody reads the answer."""
    connection = request.environ.get("gunicorn.socket")
    if connection is not None and connection.is_hung_up():
        raise ClientDisconnected


def _refuse_busy() -> Refusal:
    message = t("The server computes for others just now. Try again in a few seconds; nothing was changed.")
    return Refusal(503, "busy", message, retry_after=_COME_AGAIN)
