"""A server is killed while people save: what it acknowledged is there afterwards."""

import os
import signal
from pathlib import Path

from labmapper.config import Config
from support.savers import run_savers
from support.server import find_workers, name_settings, run_server

KILLS = 50
PEOPLE = 3


def test_a_server_that_is_killed_while_saving_loses_no_acknowledged_save(tmp_path: Path, config: Config) -> None:
    settings = name_settings(config)
    with run_server(tmp_path, settings=settings) as address, run_savers(address, PEOPLE) as savers:
        for _ in range(KILLS):
            savers.wait_for_saves(1)
            for worker in find_workers(tmp_path):
                os.kill(worker, signal.SIGKILL)

    with run_server(tmp_path, settings=settings) as address:
        for saver in savers.people:
            saver.guest.address = address
            saver.check()

    assert sum(saver.unanswered for saver in savers.people) >= KILLS
    assert not any(saver.refusals for saver in savers.people)
