"""Clients that are slow on purpose keep nobody else waiting, and not for long what they hold."""

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from io import BytesIO
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
from werkzeug.exceptions import RequestTimeout

from labmapper.web.server import slow_clients
from labmapper.web.server.heavy_requests import Room
from labmapper.web.server.slow_clients import PatientSocket, WaitingThreads
from support.browser.headless_client import Remote
from support.labs.drawings import CONFIG, draw_lab
from support.server.people import Browser
from support.server.server import run_server


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Yield both ends of a connection."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody here wait for twenty seconds."""
    monkeypatch.setattr(slow_clients, "PATIENCE", 0.4)
    monkeypatch.setattr(slow_clients, "HURRY", 0.05)


def test_what_comes_is_received(pair: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = pair
    patient = PatientSocket(ours, WaitingThreads(8))
    theirs.sendall(b"GET")

    assert patient.recv(100) == b"GET"
    assert patient.fileno() == ours.fileno()
    assert ours.gettimeout() is None


@pytest.fixture
def _dripping(pair: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything that is received have been waited for, 0.15 seconds by a clock of its own."""
    pair[0].settimeout(5)
    monkeypatch.setattr(slow_clients, "time", SimpleNamespace(monotonic=count(0, 0.15).__next__))


@pytest.mark.usefixtures("_dripping")
def test_a_head_that_drips_ends_like_a_closed_connection(pair: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = pair
    patient = PatientSocket(ours, WaitingThreads(8))
    theirs.sendall(b"GET /")

    drops = [patient.recv(1) for _ in range(4)]

    assert drops == [b"G", b"E", b"T", b""]


def test_a_body_that_stalls_is_too_slow_once(pair: tuple[socket.socket, socket.socket]) -> None:
    ours, _theirs = pair
    patient = PatientSocket(ours, WaitingThreads(8))
    patient.expect_body()

    with pytest.raises(RequestTimeout):
        patient.recv(1)
    with pytest.raises(TimeoutError):
        patient.recv(1)


def test_a_body_that_is_received_beforehand_is_whole_or_too_slow_as_it_is_later(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    ours, theirs = pair
    patient = PatientSocket(ours, WaitingThreads(8))
    theirs.sendall(b"body")

    assert patient.receive_body(4) == b"body"
    assert patient.receive_body(1) is None
    with pytest.raises(RequestTimeout):
        patient.recv(1)


def test_what_another_has_read_comes_first(pair: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = pair
    theirs.sendall(b" HTTP/1.1")
    patient = PatientSocket(ours, WaitingThreads(8), b"GET /")

    assert [patient.recv(3), patient.recv(3), patient.recv(100)] == [b"GET", b" /", b" HTTP/1.1"]
    assert patient.head == b"GET / HTTP/1.1"


@pytest.mark.usefixtures("_dripping")
def test_much_that_comes_may_take_its_time(
    pair: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = pair
    monkeypatch.setattr(slow_clients, "BYTES_A_SECOND", 1000)
    patient = PatientSocket(ours, WaitingThreads(8))
    theirs.sendall(b"x" * 400)

    drops = [patient.recv(100) for _ in range(4)]

    assert drops == [b"x" * 100] * 4


def test_the_next_request_has_its_own_time(pair: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = pair
    patient = PatientSocket(ours, WaitingThreads(8))
    assert patient.recv(1) == b""

    patient.begin()
    theirs.sendall(b"x")

    assert patient.recv(1) == b"x"


def test_what_has_come_already_and_what_the_system_takes_is_not_waited_for(
    pair: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = pair
    waiting_threads = WaitingThreads(8)
    monkeypatch.setattr(waiting_threads, "join", lambda: pytest.fail("a thread waits"))
    patient = PatientSocket(ours, waiting_threads)
    theirs.sendall(b"GET /")

    received = patient.recv(100)
    patient.sendall(b"HTTP/1.1 200 OK")

    assert received == b"GET /"
    assert theirs.recv(100) == b"HTTP/1.1 200 OK"


def test_an_answer_that_the_system_does_not_take_at_once_arrives_whole(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    ours, theirs = pair
    patient = PatientSocket(ours, WaitingThreads(8))
    answer = bytes(range(256)) * 8192
    received = bytearray()

    def read() -> None:
        while len(received) < len(answer):
            received.extend(theirs.recv(65536))

    reader = threading.Thread(target=read)
    reader.start()
    patient.sendall(answer)
    reader.join()

    assert received == answer


def test_in_a_crowd_there_is_less_patience() -> None:
    waiting_threads = WaitingThreads(4)

    with waiting_threads.join() as first, waiting_threads.join() as second, waiting_threads.join() as third:
        pass
    with waiting_threads.join() as later:
        pass

    assert (first, second, third, later) == (0.4, 0.4, 0.05, 0.4)


def test_an_answer_that_nobody_reads_is_broken_off(
    pair: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, _theirs = pair
    monkeypatch.setattr(slow_clients, "BYTES_A_SECOND", 10_000_000)
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)

    with pytest.raises(ConnectionResetError):
        PatientSocket(ours, WaitingThreads(8)).sendall(bytes(200_000))


def begin_slowly(guest: Remote, *, is_head_whole: bool) -> socket.socket:
    """Return a connection of *guest* on which an upload has begun that never gets on."""
    parts = urlsplit(guest.address)
    head = f"POST /api/v1/import HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Length: 1000000\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in guest.build_headers().items())
    connection = socket.create_connection((parts.hostname or "", parts.port or 80), timeout=60)
    connection.sendall(f"{head}\r\nusers:".encode() if is_head_whole else head.encode())
    return connection


@pytest.mark.parametrize("is_head_whole", [True, False], ids=["bodies", "heads"])
def test_more_slow_clients_than_threads_keep_nobody_waiting(tmp_path: Path, *, is_head_whole: bool) -> None:
    with run_server(tmp_path) as address, ExitStack() as connections:
        guest = Remote(address)
        slow = [connections.enter_context(begin_slowly(guest, is_head_whole=is_head_whole)) for _ in range(12)]

        for title in ("First", "Second", "Third"):
            status, _ = guest.ask("POST", "/api/v1/diagrams", {"diagram": draw_lab(title)})
            assert status == 201

        ended = b"".join(iter(lambda: slow[-1].recv(65536), b""))
    assert ended.startswith(b"HTTP/1.1 408 ") if is_head_whole else ended == b""
    assert (b"The request took too long to arrive. Try again." in ended) == is_head_whole


class Watched(BytesIO):
    """A body that notes how many seats are free in *room* whenever something of it is read."""

    def __init__(self, data: bytes, room: Room) -> None:
        super().__init__(data)
        self.room = room
        self.free: list[int] = []

    def readinto(self, buffer: Any, /) -> int:
        self.free.append(self.room._free)
        return super().readinto(buffer)


# As the second, curl calls what it sends of a file with --data-binary.
@pytest.mark.parametrize(
    "content_type",
    ["application/octet-stream", "application/x-www-form-urlencoded", "APPLICATION/X-WWW-FORM-URLENCODED; charset=x"],
)
def test_a_file_that_comes_holds_no_seat_whatever_its_type(guest: Browser, content_type: str) -> None:
    room: Room = guest.client.application.extensions["labmapper_heavy"]
    body = Watched(CONFIG, room)

    answer = guest.post("/api/v1/import", input_stream=body, content_length=len(CONFIG), content_type=content_type)

    assert answer.get_json()["format"] == "config"
    assert set(body.free) == {room._free}
