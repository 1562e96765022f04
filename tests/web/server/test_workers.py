"""Processes that take connections are never held up: neither by what computes, nor by clients that do not leave."""

import json
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from labmapper.web.server.weights import LONG_BODY
from support.browser.headless_client import Remote
from support.labs.drawings import draw_lab
from support.server.people import PASSWORD
from support.server.server import find_workers, run_server

# Requests one after the other.
_FOLLOWING = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the server."""
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Yield the address of a server with one process of each kind."""
    with run_server(folder) as address:
        yield address


def find_computing(folder: Path) -> int:
    """Return the process of the server in *folder* that computes: that of the lower priority."""
    return max(find_workers(folder), key=lambda process: os.getpriority(os.PRIO_PROCESS, process))


def test_log_in_saves_and_health_are_answered_while_nothing_can_be_computed(folder: Path, address: str) -> None:
    guest, alice = Remote(address), Remote(address)
    alice.submit("/register", username="Alice", password=PASSWORD)
    made = guest.ask("POST", "/api/v1/diagrams", {"diagram": draw_lab("Save 1")})[1]["id"]
    computing = find_computing(folder)
    with ThreadPoolExecutor(16) as pool:
        os.kill(computing, signal.SIGSTOP)
        try:
            asked = [pool.submit(guest.ask, "POST", "/api/v1/preview", {"diagram": draw_lab()}) for _ in range(16)]
            saved = guest.save(made, 1, draw_lab("Save 2"))[0]
            entered = Remote(address).submit("/login", username="Alice", password=PASSWORD)
            health = [Remote(address).ask("GET", path)[0] for path in ("/livez", "/healthz")]
            is_waiting = not any(each.done() for each in asked)
        finally:
            os.kill(computing, signal.SIGCONT)
        answers = {each.result()[0] for each in asked}

    assert (saved, health, is_waiting) == (200, [200, 200], True)
    assert "Alice" in entered
    assert 200 in answers <= {200, 503}


def test_a_head_in_pieces_is_computed_as_one_that_comes_at_once(address: str) -> None:
    headers = {"Content-Type": "application/json"} | Remote(address).build_headers()
    parts = urlsplit(address)
    body = b'{"diagram": {}}'
    head = (
        f"POST /api/v1/preview HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Length: {len(body)}\r\n"
        + "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        + "\r\n"
    )
    text = head.encode() + body
    answers = []
    with socket.create_connection((parts.hostname or "", parts.port or 80), timeout=60) as connection:
        for size in (100, len(text)):
            for start in range(0, len(text), size):
                connection.sendall(text[start : start + size])
                time.sleep(0.01)
            answers.append(read_answer(connection))

    assert [status for status, _ in answers] == [200, 200]
    assert '"summary"' in answers[0][1]
    assert answers[0] == answers[1]


def read_answer(connection: socket.socket) -> tuple[int, str]:
    """Return the status of the next answer on *connection*, and as much of what follows as its Content-Length says."""
    with closing(HTTPResponse(connection)) as answer:
        answer.begin()
        assert answer.length is not None
        return answer.status, answer.read().decode()


def test_a_connection_goes_on_whoever_answers_on_it(address: str) -> None:
    drawing = json.dumps({"diagram": draw_lab("x")}).encode()
    light, heavy = ("GET", "/livez", b""), ("POST", "/api/v1/preview", drawing)
    waits = ("POST", "/api/v1/diagrams", drawing.ljust(LONG_BODY))
    with connect_guest(address) as ask:
        told = [ask(*each) for each in (light, heavy, heavy, light, waits, heavy, waits, light, waits, light)]

    assert [status for status, _ in told] == [200, 200, 200, 200, 201, 200, 201, 200, 201, 200]
    assert len({place for _, place in told}) == 1


def test_a_connection_goes_back_with_what_is_light(folder: Path, address: str) -> None:
    computing = find_computing(folder)
    with connect_guest(address) as ask:
        ask("POST", "/api/v1/preview", json.dumps({"diagram": draw_lab()}).encode())
        ask("GET", "/livez")  # it comes to who has computed, as the connection does
        os.kill(computing, signal.SIGSTOP)
        try:
            status, _ = ask("GET", "/livez")
        finally:
            os.kill(computing, signal.SIGCONT)

    assert status == 200


def count_turns(process: int) -> int:
    """Return how often the first thread of *process* has waited for something."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("\nvoluntary_ctxt_switches:")[2].split()[0])


def test_what_follows_at_once_is_answered_by_the_thread_that_answered_before(folder: Path, address: str) -> None:
    drawing = json.dumps({"diagram": draw_lab()}).encode()
    with connect_guest(address) as ask:
        ask("POST", "/api/v1/preview", drawing)
        computing = find_computing(folder)
        before = count_turns(computing)
        answers = {ask("POST", "/api/v1/preview", drawing)[0] for _ in range(_FOLLOWING)}
        turns = count_turns(computing) - before

    assert answers == {200}
    assert turns < _FOLLOWING  # it was twice as many and more when the first thread gave each to another


@contextmanager
def connect_guest(address: str) -> Iterator[Callable[..., tuple[int, object]]]:
    """Yield what asks as a guest, always on one connection if that stays open; it returns the status, and from where it asked."""
    headers = {"Content-Type": "application/json"} | Remote(address).build_headers()
    parts = urlsplit(address)

    def ask(method: str, path: str, body: bytes = b"") -> tuple[int, object]:
        connection.request(method, path, body, headers)
        place = connection.sock.getsockname()
        with connection.getresponse() as answer:
            answer.read()
            return answer.status, place

    with closing(HTTPConnection(parts.hostname or "", parts.port or 80, timeout=60)) as connection:
        yield ask


def test_clients_that_do_not_close_what_was_answered_keep_nobody_waiting(address: str) -> None:
    parts = urlsplit(address)
    place = (parts.hostname or "", parts.port or 80)
    question = f"GET /livez HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n".encode()
    with ExitStack() as open_ones:
        began = time.monotonic()
        for _ in range(60):
            connection = open_ones.enter_context(socket.create_connection(place, timeout=120))
            connection.sendall(question)
            assert connection.recv(100).startswith(b"HTTP/1.1 200 ")

        assert time.monotonic() - began < 60  # to wait for each of them would take two minutes
