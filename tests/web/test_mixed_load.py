"""People save and generate while processes are killed, the database goes away and hostile clients send what they can.

``make soak`` lets it go on for half an hour on each database, or for as many minutes as LABMAPPER_TEST_MINUTES says.
"""

import itertools
import os
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from functools import partial
from http.client import HTTPException
from pathlib import Path

import pytest

from support.browser.headless_client import Remote
from support.server.databases import build_config, migrate
from support.server.fragile_postgres import crash, get_url, run_fragile_postgres
from support.server.hostile_clients import run_hostile
from support.server.savers import Savers, run_savers
from support.server.server import find_workers, name_settings, run_server
from support.server.soak import pick

# Takes the database away for as long as it is entered.
Outage = Callable[[], AbstractContextManager[None]]

SECONDS = 60 * int(os.environ.get("LABMAPPER_TEST_MINUTES", "") or pick(0, 30))
# A short run is made on the one that can crash.
DATABASES = ("postgres", "sqlite") if SECONDS else ("postgres",)
PEOPLE, HOSTILE = 3, 4
SETTINGS = {"LABMAPPER_WORKERS": "2", "LABMAPPER_GUEST_MIB": "100000", "LABMAPPER_LOG_LEVEL": "ERROR"}
# How often a cut connection is tried again: a process that is killed takes with it whom it had let in.
TRIES = 600


@pytest.mark.parametrize("kind", DATABASES)
def test_a_mixed_load_with_kills_crashes_and_hostile_clients_loses_nothing(tmp_path: Path, kind: str) -> None:
    with run_database(kind, tmp_path) as (url, outage):
        config = build_config(tmp_path, url)
        migrate(config)
        settings = name_settings(config) | SETTINGS
        with run_server(tmp_path, settings=settings) as address:
            with run_savers(address, PEOPLE, generates=10) as savers, run_hostile(address, HOSTILE) as hostile:
                befall(savers, outage, tmp_path, address)
            assert is_alive(address)
            for saver in savers.people:
                saver.check()

    assert hostile.acts
    assert 500 not in hostile.statuses
    assert {status for saver in savers.people for status, _ in saver.refusals} <= {503}
    assert all(saver.outdated <= saver.unanswered for saver in savers.people)


@contextmanager
def run_database(kind: str, folder: Path) -> Iterator[tuple[str, Outage]]:
    """Yield the address of a database of that *kind*, a file in *folder* or a server, and what takes it away."""
    if kind == "sqlite":
        file = folder / "labmapper.db"
        yield f"sqlite:///{file}", partial(hold, file)
        return
    with run_fragile_postgres() as server:
        yield get_url(server), partial(crash, server)


@contextmanager
def hold(file: Path) -> Iterator[None]:
    """Let nobody else write into the SQLite *file* for a second at least: nothing worse befalls a file."""
    with closing(sqlite3.connect(file, timeout=60, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        time.sleep(1)
        yield


def befall(savers: Savers, outage: Outage, folder: Path, address: str) -> None:
    """Let one thing after the other happen, each once at least, until the time is over; ``/livez`` answers through all of it."""
    end = time.monotonic() + SECONDS
    for number in itertools.count():
        savers.wait_for_saves(1)
        if number % 2:
            with outage():
                assert is_alive(address)
        else:
            workers = find_workers(folder)
            os.kill(workers[number // 2 % len(workers)], signal.SIGKILL)
            assert is_alive(address)
        if number and time.monotonic() >= end:
            break
    savers.wait_for_saves(1)


def is_alive(address: str) -> bool:
    """Return whether ``/livez`` answers."""
    for _ in range(TRIES):
        with suppress(OSError, HTTPException):
            return Remote(address).fetch("GET", "/livez")[0] == 200
        time.sleep(0.1)
    return False
