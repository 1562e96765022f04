"""Processes that take connections are never held up: neither by what computes, nor by clients that do not leave."""

import json
import os
import signal
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from labmapper.web.server.weights import LONG_BODY
from support.browser.headless_client import Remote
from support.labs.drawings import draw_lab
from support.server.people import PASSWORD
from support.server.server import find_workers, run_server


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
    guest = Remote(address)
    _, session = guest.ask("GET", "/api/v1/session")
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in guest.cookies)
    parts = urlsplit(address)
    body = b'{"diagram": {}}'
    head = (
        f"POST /api/v1/preview HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Length: {len(body)}\r\nCookie: {cookies}\r\n"
        f"Content-Type: application/json\r\nX-CSRFToken: {session['csrf_token']}\r\n\r\n"
    )
    text = head.encode() + body
    with socket.create_connection((parts.hostname or "", parts.port or 80), timeout=60) as connection:
        for start in range(0, len(text), 100):
            connection.sendall(text[start : start + 100])
            time.sleep(0.01)
        with connection.makefile("rb") as stream:
            answer = stream.read()

    assert answer.startswith(b"HTTP/1.1 200 ")
    assert b"Connection: close" in answer
    assert b'"summary"' in answer


def test_a_connection_goes_on_after_a_long_body_that_has_waited_for_its_turn(address: str) -> None:
    guest = Remote(address)
    _, session = guest.ask("GET", "/api/v1/session")
    headers = {
        "Content-Type": "application/json",
        "X-CSRFToken": session["csrf_token"],
        "Cookie": "; ".join(f"{cookie.name}={cookie.value}" for cookie in guest.cookies),
    }
    body = json.dumps({"diagram": draw_lab("x")}).encode().ljust(LONG_BODY)
    parts, told = urlsplit(address), []
    connection = HTTPConnection(parts.hostname or "", parts.port or 80, timeout=60)
    for method, path, sent in (("POST", "/api/v1/diagrams", body), ("GET", "/livez", None)) * 2:
        connection.request(method, path, sent, headers)
        place = connection.sock.getsockname()
        with connection.getresponse() as answer:
            answer.read()
            told.append((answer.status, place))
    connection.close()

    assert [status for status, _ in told] == [201, 200, 201, 200]
    assert len({place for _, place in told}) == 1


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
