"""A database that can be read and not written says so, in every way in which that happens, and loses nothing."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from resource import RLIM_INFINITY, RLIMIT_FSIZE, prlimit
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import create_engine, event, text
from sqlalchemy.pool import NullPool

from labmapper.config import Config
from labmapper.persistence.database.connection import db
from labmapper.persistence.store import read_clock
from labmapper.web.accounts.rates import BATCH
from labmapper.web.services import get_services
from support.browser.headless_client import Remote
from support.labs.drawings import draw_lab
from support.server.people import PASSWORD, Browser
from support.server.server import find_workers, name_settings, run_server

pytestmark = pytest.mark.long

UNWRITABLE = "The database cannot be written: its disk is full or read-only. Nothing was changed."
SHUT = {"sqlite": "PRAGMA query_only = ON", "postgres": "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"}
FULL = "CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE disk_full; END'"


def run_on_connect(app: Flask, statement: str) -> None:
    """Let every new connection of *app* begin with *statement*."""

    def begin(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute(statement)
        cursor.close()
        connection.commit()

    with app.app_context():
        db.session.remove()
        db.engine.dispose()
        event.listen(db.engine, "connect", begin)


def draw_large(title: str) -> dict[str, Any]:
    """Return a drawing that does not pack well."""
    return draw_lab(title, password=secrets.token_hex(20_000))


def test_a_read_only_database_is_said_and_nothing_is_lost(app: Flask, guest: Browser, config: Config) -> None:
    token = guest.create_diagram(draw_lab("Kept"))
    run_on_connect(app, SHUT["sqlite" if config.is_embedded else "postgres"])

    answer = guest.save(token, 1, draw_lab("Lost"))

    assert (answer.status_code, answer.get_json()["error"]["message"]) == (503, UNWRITABLE)
    assert guest.list_titles() == ["Kept"]


def test_who_has_logged_in_reads_and_so_does_a_script_where_not_even_that_can_be_noted(
    app: Flask, alice: Browser, config: Config
) -> None:
    alice.create_diagram(draw_lab("Kept"))
    made = alice.post("/api/v1/tokens", json={"name": "backup", "password": PASSWORD}).get_json()
    services = get_services(app)
    services.clock = lambda: read_clock() + timedelta(minutes=5)
    run_on_connect(app, SHUT["sqlite" if config.is_embedded else "postgres"])

    assert alice.list_titles() == ["Kept"]
    script = app.test_client().get("/api/v1/diagrams", headers={"Authorization": f"Bearer {made['token']}"})
    assert [each["title"] for each in script.get_json()["diagrams"]] == ["Kept"]


def test_what_computes_goes_on_where_not_even_that_can_be_counted(app: Flask, alice: Browser, config: Config) -> None:
    alice.read_token()
    run_on_connect(app, SHUT["sqlite" if config.is_embedded else "postgres"])

    answers = [alice.post("/api/v1/preview", json={"diagram": draw_lab()}) for _ in range(2 * BATCH)]

    assert {answer.status_code for answer in answers} == {200}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_sqlite_file_that_cannot_grow_is_said_and_nothing_is_lost(app: Flask, guest: Browser) -> None:
    token = guest.create_diagram(draw_lab("Kept"))
    run_on_connect(app, "PRAGMA max_page_count = 1")

    answer = guest.save(token, 1, draw_large("Lost"))

    assert (answer.status_code, answer.get_json()["error"]["message"]) == (503, UNWRITABLE)
    assert guest.list_titles() == ["Kept"]


@contextmanager
def fill_postgres(url: str) -> Iterator[None]:
    """Let the Postgres at *url* answer each save meanwhile as it does on a full disk."""

    def run(statements: str) -> None:
        with create_engine(url, poolclass=NullPool).begin() as connection:
            connection.execute(text(statements))

    run(f"{FULL}; CREATE TRIGGER full_disk BEFORE INSERT ON revision FOR EACH ROW EXECUTE FUNCTION fill()")
    try:
        yield
    finally:
        run("DROP FUNCTION fill CASCADE")


@contextmanager
def limit_files(directory: Path) -> Iterator[None]:
    """Let the journal of the server in *directory* not grow meanwhile; a small disk would need privileges, this does not."""
    size = (directory / "labmapper.db-wal").stat().st_size
    workers = find_workers(directory)
    for worker in workers:
        prlimit(worker, RLIMIT_FSIZE, (size, RLIM_INFINITY))
    yield
    for worker in workers:
        prlimit(worker, RLIMIT_FSIZE, (RLIM_INFINITY, RLIM_INFINITY))


def test_a_server_whose_disk_is_full_says_so_and_goes_on_when_there_is_room(tmp_path: Path, config: Config) -> None:
    full = limit_files(tmp_path) if config.is_embedded else fill_postgres(config.database_url)
    with run_server(tmp_path, settings=name_settings(config)) as address:
        guest = Remote(address)
        _, made = guest.ask("POST", "/api/v1/diagrams", {"diagram": draw_large("Kept")})
        path = f"/api/v1/diagrams/{made['id']}"

        with full:
            failed = [guest.save(made["id"], 1, draw_large("Lost")) for _ in range(3)]
            _, meanwhile = guest.ask("GET", path)
        saved, _ = guest.save(made["id"], 1, draw_large("Saved"))
        _, afterwards = guest.ask("GET", path)

    assert {(status, body["error"]["message"]) for status, body in failed} == {(503, UNWRITABLE)}
    assert (meanwhile["revision"], meanwhile["title"]) == (1, "Kept")
    assert saved == 200
    assert (afterwards["revision"], afterwards["title"]) == (2, "Saved")
