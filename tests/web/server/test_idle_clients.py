"""Clients that connect and say nothing keep nobody waiting, without a proxy before the server."""

import socket
import time
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

from support.browser.headless_client import Remote
from support.server.server import run_server

SETTINGS = {"LABMAPPER_THREADS": "4"}


def test_two_hundred_silent_connections_keep_nobody_waiting(tmp_path: Path) -> None:
    with run_server(tmp_path, settings=SETTINGS) as address, ExitStack() as connections:
        parts = urlsplit(address)
        place = (parts.hostname or "", parts.port or 80)
        for _ in range(200):
            connections.enter_context(socket.create_connection(place, timeout=60))
        began = time.monotonic()

        for _ in range(5):
            assert Remote(address).ask("GET", "/livez") == (200, {"status": "ok"})

        assert time.monotonic() - began < 60  # each of four threads would wait for fifty of them, five seconds each


def test_more_silent_connections_than_it_keeps_make_room_for_who_speaks(tmp_path: Path) -> None:
    with run_server(tmp_path, settings=SETTINGS) as address, ExitStack() as connections:
        parts = urlsplit(address)
        place = (parts.hostname or "", parts.port or 80)
        for _ in range(1100):
            connections.enter_context(socket.create_connection(place, timeout=60))

        assert Remote(address).ask("GET", "/livez") == (200, {"status": "ok"})


def test_silent_connections_do_not_hold_up_the_end(tmp_path: Path) -> None:
    with ExitStack() as connections:
        with run_server(tmp_path, settings=SETTINGS) as address:
            parts = urlsplit(address)
            for _ in range(20):
                connections.enter_context(
                    socket.create_connection((parts.hostname or "", parts.port or 80), timeout=60)
                )
            assert Remote(address).ask("GET", "/livez")[0] == 200
            began = time.monotonic()

        assert time.monotonic() - began < 25  # requests that have begun would have thirty
