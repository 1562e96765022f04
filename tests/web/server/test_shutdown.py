"""A server that is stopped says so first, ends what it has begun, and loses nothing of anybody."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from labmapper.config import Config
from support.browser.headless_client import Remote
from support.labs.drawings import CONFIG, draw_lab
from support.server.proxy import find_free_port, run_proxy
from support.server.server import name_settings, run_server

pytestmark = pytest.mark.long

# Between two requests of somebody who is busy: servers that start need the machine, too.
PAUSE = 0.02
DRAIN = {"LABMAPPER_DRAIN_SECONDS": "2"}


def test_a_request_that_has_begun_is_answered_after_sigterm_and_nobody_else(tmp_path: Path) -> None:
    with ExitStack() as server:
        address = server.enter_context(run_server(tmp_path))
        assert Remote(address).ask("GET", "/livez")[0] == 200
        parts = urlsplit(address)
        place = (parts.hostname or "", parts.port or 80)
        connection = socket.create_connection(place, timeout=60)
        head = f"POST /api/v1/diagrams HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Length: {len(CONFIG)}\r\n\r\n"
        connection.sendall(head.encode() + CONFIG[:10])

        ending = threading.Thread(target=server.close)
        ending.start()
        wait_until_refused(place)
        connection.sendall(CONFIG[10:])

        with connection, connection.makefile("rb") as stream:
            answer = stream.read()  # all of it: head and body may come one after the other
        ending.join()

    assert answer.startswith(b"HTTP/1.1 401 ")  # in words: it has no token
    assert b"labmapper token create" in answer


def wait_until_refused(place: tuple[str, int]) -> None:
    """Wait until nobody listens at *place*."""
    for _ in range(2400):
        try:
            socket.create_connection(place, timeout=60).close()
        except ConnectionError:
            return
        time.sleep(0.05)
    raise AssertionError("it still listens")


def test_readiness_ends_before_the_server_does(tmp_path: Path) -> None:
    with ExitStack() as server:
        address = server.enter_context(run_server(tmp_path, settings=DRAIN))
        guest = Remote(address)
        assert guest.download("/readyz").startswith(b'{"check": "server", "status": "ok"}')

        ending = threading.Thread(target=server.close)
        ending.start()
        while b"shutting down" not in guest.download("/readyz"):
            time.sleep(0.05)
        status, _ = guest.ask("POST", "/api/v1/diagrams", {"diagram": draw_lab("In time")})
        ending.join()

    assert status == 201
    with pytest.raises(OSError, match="refused"):
        guest.download("/livez")


class Server:
    """A server at a port that it keeps over its restarts."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        folder.mkdir()
        self._folder, self._settings, self._port = folder, settings, find_free_port()
        self._running = ExitStack()
        self.address = f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        self._running.enter_context(run_server(self._folder, self._port, self._settings))

    def stop(self) -> None:
        self._running.close()


@pytest.fixture
def servers(tmp_path: Path, config: Config) -> Iterator[list[Server]]:
    """Yield two servers on one database."""
    settings = name_settings(config) | DRAIN | {"LABMAPPER_PROXIES": "1"}
    pair = [Server(tmp_path / name, settings) for name in ("one", "two")]
    for server in pair:
        server.start()
    yield pair
    for server in pair:
        server.stop()


def test_two_servers_behind_a_proxy_are_restarted_one_after_the_other_and_lose_nothing(servers: list[Server]) -> None:
    with run_proxy([server.address for server in servers]) as (address, backends):
        for server in servers:
            backends.wait_until(server.address, is_ready=True)
        guest = Remote(address)
        _, made = guest.ask("POST", "/api/v1/diagrams", {"diagram": draw_lab("Save 1")})
        saved, end, statuses = [1], threading.Event(), []

        def save_on() -> None:
            while not end.is_set():
                status, _ = guest.save(made["id"], saved[0], draw_lab(f"Save {saved[0] + 1}"))
                statuses.append(status)
                saved[0] += status == 200
                time.sleep(PAUSE)

        def look_on() -> None:
            other = Remote(address)
            while not end.is_set():
                statuses.append(other.ask("GET", "/api/v1/session")[0])
                time.sleep(PAUSE)

        busy = [threading.Thread(target=work) for work in (save_on, look_on, look_on)]
        for thread in busy:
            thread.start()
        for server in servers:
            server.stop()
            server.start()
            backends.wait_until(server.address, is_ready=True)
        end.set()
        for thread in busy:
            thread.join()

        assert set(statuses) == {200}
        assert guest.ask("GET", f"/api/v1/diagrams/{made['id']}")[1]["revision"] == saved[0] > 3
