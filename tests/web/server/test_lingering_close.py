"""Who has been answered may send to its end what nobody reads any more, and reads the answer; but not for ever, and not without end."""

import selectors
import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest

from labmapper.config import MEBIBYTE
from labmapper.web.server import lingering_close
from labmapper.web.server.lingering_close import LingeringConnections
from support.browser.headless_client import Remote
from support.server.server import run_server

pytestmark = pytest.mark.usefixtures("clock")


class Answered:
    """A connection that was answered, as the worker has it."""

    def __init__(self, plain: socket.socket) -> None:
        self.plain = plain
        self.timeout = self.latest = 0.0
        self.discarded = 0

    @property
    def is_closed(self) -> bool:
        return self.plain.fileno() < 0

    def close(self) -> None:
        self.plain.close()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Return a clock that stands still, and whose *now* can be set."""
    clock = SimpleNamespace(now=100.0)
    clock.monotonic = lambda: clock.now
    monkeypatch.setattr(lingering_close, "time", clock)
    return clock


class Worker:
    """What begins to close connections, and looks after those that it has."""

    def __init__(self) -> None:
        self.poller = selectors.DefaultSelector()
        self.lingering = LingeringConnections()

    def answer(self, plain: socket.socket) -> Answered:
        conn = Answered(plain)
        self.lingering.begin(conn, self.poller)
        return conn

    def look(self) -> None:
        for key, _ in self.poller.select(0):
            key.data(key.fileobj)
        self.lingering.close_overdue(self.poller)


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    with worker.poller:
        yield worker


@pytest.fixture
def pairs() -> Iterator[list[tuple[socket.socket, socket.socket]]]:
    """Yield both ends of two connections: ours, and that of the client."""
    pairs = [socket.socketpair(), socket.socketpair()]
    yield pairs
    for ours, theirs in pairs:
        ours.close()
        theirs.close()


def test_who_closes_is_closed_at_once(worker: Worker, pairs: list[tuple[socket.socket, socket.socket]]) -> None:
    ours, theirs = pairs[0]
    conn = worker.answer(ours)
    worker.look()
    assert not conn.is_closed
    assert theirs.recv(1) == b""  # the answer has ended

    theirs.close()
    worker.look()

    assert conn.is_closed


def test_who_is_silent_is_closed_soon_and_who_goes_on_sending_later(
    worker: Worker, pairs: list[tuple[socket.socket, socket.socket]], clock: SimpleNamespace
) -> None:
    (silent, _), (busy, theirs) = pairs
    silent_one, busy_one = worker.answer(silent), worker.answer(busy)
    for _ in range(28):
        theirs.sendall(b"x")
        clock.now += 1
        worker.look()

    assert silent_one.is_closed
    assert not busy_one.is_closed

    theirs.sendall(b"x")
    clock.now += 3
    worker.look()

    assert busy_one.is_closed


def test_what_is_discarded_has_an_end(
    worker: Worker, pairs: list[tuple[socket.socket, socket.socket]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lingering_close, "_MOST_DISCARDED", 1000)
    ours, theirs = pairs[0]
    conn = worker.answer(ours)

    theirs.sendall(b"x" * 1000)
    worker.look()
    assert not conn.is_closed
    theirs.sendall(b"x")
    worker.look()

    assert conn.is_closed


def test_of_very_many_the_first_is_closed(
    worker: Worker, pairs: list[tuple[socket.socket, socket.socket]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lingering_close, "_MOST_LINGERING", 1)

    first, second = [worker.answer(ours) for ours, _ in pairs]

    assert first.is_closed
    assert not second.is_closed


def test_who_sends_all_before_they_read_are_told_that_it_was_too_much(tmp_path: Path) -> None:
    with run_server(tmp_path) as address:
        parts = urlsplit(address)
        headers = {"Content-Type": "application/octet-stream"} | Remote(address).build_headers()
        connection = HTTPConnection(parts.hostname or "", parts.port or 80, timeout=60)
        connection.request("POST", "/api/v1/imports", b"x" * (24 * MEBIBYTE), headers)
        with connection.getresponse() as answer:
            text = answer.read().decode()
        connection.close()

    assert answer.status == 413
    assert "This is larger than" in text
