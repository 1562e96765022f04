"""A server is killed while people save: what it acknowledged is there afterwards."""

import os
import signal
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from labmapper.config import Config
from support.server.savers import run_savers
from support.server.server import find_workers, kill_server, name_settings, run_server
from support.server.soak import pick

pytestmark = pytest.mark.long

KILLS = pick(10, 50)
# So often the whole server dies and is started again; between that it replaces the processes that were killed.
STARTS = pick(2, 5)
PEOPLE = 3


def test_a_server_that_is_killed_while_saving_loses_no_acknowledged_save(tmp_path: Path, config: Config) -> None:
    settings = name_settings(config)
    with ExitStack() as servers:
        address = servers.enter_context(run_server(tmp_path, settings=settings))
        port = urlsplit(address).port or 0
        with run_savers(address, PEOPLE) as savers:
            for kill in range(1, KILLS + 1):
                savers.wait_for_saves(1)
                if kill % (KILLS // STARTS):
                    for worker in find_workers(tmp_path):
                        os.kill(worker, signal.SIGKILL)
                else:
                    kill_server(tmp_path)
                    servers.enter_context(run_server(tmp_path, port, settings=settings))

    with run_server(tmp_path, settings=settings) as address:
        for saver in savers.people:
            saver.guest.address = address
            saver.check()

    assert sum(saver.unanswered for saver in savers.people) >= KILLS
    assert not any(saver.refusals for saver in savers.people)
    assert all(saver.outdated <= saver.unanswered for saver in savers.people)
