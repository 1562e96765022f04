"""What computes for long waits its turn; what is light is answered meanwhile."""

import select
import socket
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import Flask, Request, Response
from flask.globals import request_ctx
from werkzeug.exceptions import ClientDisconnected

from labmapper.web.server import heavy_requests
from labmapper.web.server.heavy_requests import QueueFull, Room, refuse_heavy_requests
from labmapper.web.server.slow_clients import PatientSocket, WaitingThreads
from support.browser.headless_client import Remote
from support.labs.drawings import CONFIG, draw_lab
from support.server.people import Browser
from support.server.server import run_server

_CLIENTS = 8
_PATIENCE = 300
# Two threads more than there are seats, and no queue: whoever comes while two compute is refused, which most of the waiting_threads do.
_NO_QUEUE = {"LABMAPPER_THREADS": "4"}


def test_where_nothing_is_computed_what_is_heavy_is_told_to_come_again(app: Flask, guest: Browser) -> None:
    refuse_heavy_requests(app)

    answer = guest.post("/api/v1/preview", json={"diagram": draw_lab()})

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert guest.post("/api/v1/diagrams", json={"diagram": draw_lab()}).status_code == 201


def test_what_is_refused_as_heavy_is_not_read(app: Flask, nobody: Browser) -> None:
    refuse_heavy_requests(app)
    body, form = BytesIO(b"a=" + b"%CC%81" * 10_000), "application/x-www-form-urlencoded"

    answer = nobody.client.post("/login", input_stream=body, content_length=60_002, content_type=form)

    assert (answer.status_code, body.tell()) == (503, 0)


def test_whoever_finds_the_queue_full_is_refused_at_once() -> None:
    room = Room(1, 0)
    room.acquire(60)

    with pytest.raises(QueueFull):
        room.acquire(60)
    room.release()
    room.acquire(60)


def test_turns_are_short_only_while_something_heavy_is_worked_on() -> None:
    room = Room(2, 0)

    room.acquire(60)
    room.acquire(60)
    room.release()
    with_one = sys.getswitchinterval()
    room.release()

    assert with_one < sys.getswitchinterval()


def test_only_so_many_are_inside_as_there_are_connections_and_others_wait_for_who_leaves() -> None:
    room = Room(2, 1, connections=1)
    room.acquire(60)
    room.release()  # its answer is sent still

    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(room.acquire, _PATIENCE)
        with pytest.raises(TimeoutError):
            waiting.result(0.05)
        room.give_way()  # does not wait for who may not come in
        room.leave()

        assert waiting.result(_PATIENCE) is None


def test_nobody_waits_for_longer_than_the_patience() -> None:
    room = Room(1, 1)
    room.acquire(60)

    with pytest.raises(QueueFull):
        room.acquire(0.01)


def test_a_seat_that_is_given_back_goes_to_who_waits() -> None:
    room = Room(1, 1)
    room.acquire(60)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(room.acquire, _PATIENCE)
        room.release()

        assert waiting.result(_PATIENCE) is None


def test_answers_that_are_being_sent_count_until_they_are() -> None:
    room = Room(1, 1, 2)
    for _ in range(2):
        room.acquire(60)
        room.release()

    with pytest.raises(QueueFull):
        room.acquire(60)
    room.leave()
    room.acquire(60)


def test_who_has_long_work_gives_way_between_its_pieces() -> None:
    room, order = Room(1, 1), []
    room.acquire(60)

    def wait() -> None:
        room.acquire(_PATIENCE)
        order.append("the one who waited")
        room.release()

    other = threading.Thread(target=wait)
    other.start()
    while not order:
        room.give_way()
    order.append("the one with long work")
    other.join()

    assert order == ["the one who waited", "the one with long work"]


def test_a_full_queue_is_told_with_a_time_to_come_again(guest: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    room: Room = guest.client.application.extensions["labmapper_heavy"]
    monkeypatch.setattr(heavy_requests, "PATIENCE", 0.01)
    with room.work(), room.work():
        answer = guest.post("/api/v1/preview", json={"diagram": draw_lab()})
        saved = guest.post("/api/v1/diagrams", json={"diagram": draw_lab()})

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (503, "busy")
    assert answer.headers["Retry-After"] == "5"
    assert saved.status_code == 201
    assert guest.post("/api/v1/preview", json={"diagram": draw_lab()}).status_code == 200


def test_a_request_that_was_refused_keeps_no_body(app: Flask, guest: Browser) -> None:
    seen: list[Request] = []

    @app.after_request
    def see(response: Response) -> Response:
        seen.append(request_ctx.request)
        return response

    guest.post("/api/v1/preview", data=b"{" * 1000, content_type="application/json")
    guest.post("/convert", data={"text": "x" * 1000})

    assert len(seen) >= 2
    for each in seen:
        assert not {"_cached_data", "form", "files", "values", "stream"} & vars(each).keys()


def test_a_file_leaves_once_it_is_sent_or_nobody_wants_more_of_it(guest: Browser) -> None:
    room: Room = guest.client.application.extensions["labmapper_heavy"]
    page = guest.post("/convert", data={"text": CONFIG.decode()}).location

    sent = guest.get(f"{page}/user-mapping.xml").data
    after_the_whole = room._inside
    guest.get(f"{page}/user-mapping.xml").close()
    guest.get(f"{page}/nothing")

    assert sent.endswith(b"</user-mapping>\n")
    assert (after_the_whole, room._inside) == (0, 0)


@pytest.mark.parametrize("path", ["/api/v1/preview", "/api/v1/arrange"])
def test_a_request_that_fails_gives_its_seat_back(guest: Browser, path: str) -> None:
    for _ in range(heavy_requests.SEATS + 1):
        assert guest.post(path, json={"diagram": 1}).status_code in {400, 422}


def test_a_file_that_is_sent_holds_no_seat(guest: Browser) -> None:
    diagram = guest.create_diagram(draw_lab())
    path = f"/api/v1/diagrams/{diagram}/exports/config"
    with ExitStack() as answers:
        files = [answers.enter_context(guest.get(path, buffered=False)) for _ in range(heavy_requests.SEATS + 2)]

        assert {file.status_code for file in files} == {200}


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Yield both ends of a connection."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def test_a_closed_connection_is_told_from_a_quiet_one_and_from_one_with_more_to_read(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    ours, theirs = pair
    patient = PatientSocket(ours, WaitingThreads(8))
    told = [patient.is_hung_up()]
    theirs.sendall(b"GET")
    told.append(patient.is_hung_up())
    patient.recv(3)
    theirs.close()
    told.append(patient.is_hung_up())

    assert told == [False, False, True]


@pytest.mark.skipif(not hasattr(select, "POLLRDHUP"), reason="the system does not tell")
@pytest.mark.parametrize("ahead", [b"", b"GET"])
def test_who_has_hung_up_is_told_whatever_was_sent_before(
    pair: tuple[socket.socket, socket.socket], ahead: bytes
) -> None:
    ours, theirs = pair
    patient = PatientSocket(ours, WaitingThreads(8), ahead)
    assert not patient.is_hung_up()

    theirs.sendall(b"GET")
    theirs.close()

    assert patient.is_hung_up()


def test_who_has_hung_up_is_not_worked_for(guest: Browser, pair: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = pair
    theirs.close()
    token = guest.read_token()

    answer = guest.client.post(
        "/api/v1/preview",
        json={"diagram": draw_lab()},
        headers={"X-CSRFToken": token},
        environ_overrides={"gunicorn.socket": PatientSocket(ours, WaitingThreads(8))},
    )

    assert answer.status_code == ClientDisconnected.code


def draw_dear() -> dict[str, Any]:
    """Return a drawing whose preview takes its time."""
    diagram = draw_lab("Dear", students=100)
    diagram["nodes"][0] |= {"count": 50}
    return diagram


def test_saves_and_health_are_answered_while_many_send_what_is_heavy(tmp_path: Path) -> None:
    with run_server(tmp_path, settings=_NO_QUEUE) as address, ThreadPoolExecutor(_CLIENTS) as pool:
        guest, end, is_full = Remote(address), threading.Event(), threading.Event()
        made = guest.ask("POST", "/api/v1/diagrams", {"diagram": draw_lab("Save 1")})[1]["id"]

        def insist() -> set[int]:
            client, told = Remote(address), set()
            while not end.is_set():
                told.add(client.ask("POST", "/api/v1/preview", {"diagram": draw_dear()})[0])
                if 503 in told:
                    is_full.set()
            return told

        waiting_threads = [pool.submit(insist) for _ in range(_CLIENTS)]
        try:
            for revision in range(1, 6):
                assert guest.save(made, revision, draw_lab(f"Save {revision + 1}"))[0] == 200
                assert ask_health(address) == 200
            assert is_full.wait(_PATIENCE)
        finally:
            end.set()
        told = set().union(*(each.result(_PATIENCE) for each in waiting_threads))

    assert told == {200, 503}


def ask_health(address: str) -> int:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=_PATIENCE)
    connection.request("GET", "/healthz")
    status = connection.getresponse().status
    connection.close()
    return status
