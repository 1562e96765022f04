import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from stat import S_IMODE
from typing import Any

import pytest
from flask import Flask
from psycopg2.extensions import TRANSACTION_STATUS_IDLE, TRANSACTION_STATUS_INTRANS
from sqlalchemy import Engine, event, text

from labmapper.app import create_app
from labmapper.config import Config
from labmapper.persistence.database import connection
from labmapper.persistence.database.connection import (
    build_engine_options,
    db,
    dispose,
    execute_alone,
    spare_disk_of_sqlite,
)
from labmapper.persistence.database.schema import upgrade
from support.server.databases import build_config, empty_postgres

NORMAL, FULL = 1, 2


def read_pragma(config: Config, name: str) -> object:
    app = create_app(config)
    with app.app_context():
        value = db.session.execute(text(f"PRAGMA {name}")).scalar()
    dispose(app)
    return value


def test_sqlite_lets_others_read_while_somebody_writes(tmp_path: Path) -> None:
    assert read_pragma(build_config(tmp_path, f"sqlite:///{tmp_path / 'new' / 'x.db'}"), "journal_mode") == "wal"


def test_sqlite_checks_references_and_waits_for_the_other_writer(tmp_path: Path) -> None:
    config = build_config(tmp_path, f"sqlite:///{tmp_path / 'x.db'}")

    assert read_pragma(config, "foreign_keys") == 1
    assert read_pragma(config, "busy_timeout") == 20_000
    assert read_pragma(config, "synchronous") == 2


def test_sqlite_spares_its_disk_for_one_commit_that_may_be_lost_and_for_none_that_has_more_in_it(
    tmp_path: Path,
) -> None:
    config = build_config(tmp_path, f"sqlite:///{tmp_path / 'x.db'}")
    app = create_app(config)
    upgrade(app, config)

    with app.app_context():
        spare_disk_of_sqlite(db.session)
        spared = [read_synchronous()]
        db.session.commit()
        spared.append(read_synchronous())
        db.session.execute(text("INSERT INTO attempt (key, at) VALUES ('x', '2026-11-21')"))
        spare_disk_of_sqlite(db.session)
        spared.append(read_synchronous())
    dispose(app)

    assert spared == [NORMAL, FULL, FULL]


def read_synchronous() -> object:
    return db.session.execute(text("PRAGMA synchronous")).scalar()


def test_postgres_answers_slowly_or_not_at_all(tmp_path: Path) -> None:
    options = build_engine_options(build_config(tmp_path, "postgresql+psycopg2://db/lab"))

    assert options["connect_args"] == {"connect_timeout": 5, "options": "-c statement_timeout=60000"}


@pytest.mark.parametrize("url", ["postgresql+psycopg2://db/lab", "sqlite:///x.db"])
@pytest.mark.parametrize(("threads", "most", "connections"), [(24, 0, 36), (24, 20, 20), (2, 20, 4)])
def test_there_is_a_connection_for_each_thread_unless_there_are_fewer(
    tmp_path: Path, url: str, threads: int, most: int, connections: int
) -> None:
    config = replace(build_config(tmp_path, url), threads=threads, most_connections=most)

    options = build_engine_options(config)

    assert (options["pool_size"], options["max_overflow"]) == (connections, 0)


def test_the_embedded_database_is_for_its_owner_only(tmp_path: Path) -> None:
    config = build_config(tmp_path, f"sqlite:///{tmp_path / 'data' / 'x.db'}")
    app = create_app(config)
    upgrade(app, config)

    with app.app_context():
        db.session.execute(text("INSERT INTO attempt (key, at) VALUES ('x', '2026-11-21')"))
        db.session.commit()
        modes = {file.name: S_IMODE(file.stat().st_mode) for file in (tmp_path / "data").glob("x.db*")}
        rights = S_IMODE((tmp_path / "data").stat().st_mode)
    dispose(app)

    assert modes == {"x.db": 0o600, "x.db-wal": 0o600, "x.db-shm": 0o600}
    assert rights == 0o700


def read_state(app: Flask, method: str) -> int:
    """Return whether Postgres has begun a transaction for a request with *method* that has asked something."""
    with app.test_request_context(method=method):
        db.session.execute(text("SELECT 1"))
        plain = db.session.connection().connection.dbapi_connection
        return int(plain.info.transaction_status)  # type: ignore[union-attr] # psycopg2's


def test_a_request_that_only_reads_begins_no_transaction(postgres: Flask) -> None:
    states = [read_state(postgres, method) for method in ("GET", "PUT", "HEAD", "POST")]

    assert states == [TRANSACTION_STATUS_IDLE, TRANSACTION_STATUS_INTRANS] * 2


ADD = text("INSERT INTO attempt (key, at) VALUES (:key, now()) RETURNING key")


def count_attempts(engine: Engine, key: str) -> int:
    """Return how many attempts with *key* somebody else sees."""
    with engine.connect() as other:
        return int(other.scalar(text("SELECT count(*) FROM attempt WHERE key = :key"), {"key": key}))


def test_a_statement_alone_is_committed_by_itself(postgres: Flask, migrated_postgres: Engine) -> None:
    with postgres.test_request_context(method="PUT"):
        row = execute_alone(db.session, ADD, {"key": "alone"})

        assert row is not None
        assert row.key == "alone"
        assert count_attempts(migrated_postgres, "alone") == 1
        assert not db.session().in_transaction()


@pytest.mark.usefixtures("postgres")
def test_a_statement_alone_is_one_journey_to_postgres_without_a_transaction_around_it() -> None:
    waits: list[bool] = []

    def note(_connection: object, cursor: Any, *_others: object) -> None:
        waits.append(not cursor.connection.autocommit)

    event.listen(Engine, "before_cursor_execute", note)
    execute_alone(db.session, ADD, {"key": "quick"})
    event.remove(Engine, "before_cursor_execute", note)

    assert waits == [False]


def test_a_statement_alone_is_committed_in_a_file_too(tmp_path: Path) -> None:
    config = build_config(tmp_path, f"sqlite:///{tmp_path / 'x.db'}")
    app = create_app(config)
    upgrade(app, config)

    with app.app_context():
        execute_alone(
            db.session, text("INSERT INTO attempt (key, at) VALUES (:key, 0) RETURNING key"), {"key": "alone"}
        )
        with closing(sqlite3.connect(tmp_path / "x.db")) as other:
            kept = other.execute("SELECT key FROM attempt").fetchall()
    dispose(app)

    assert kept == [("alone",)]


def test_a_statement_in_a_transaction_that_has_begun_waits_for_its_end(
    postgres: Flask, migrated_postgres: Engine
) -> None:
    with postgres.test_request_context(method="PUT"):
        db.session.execute(text("SELECT 1"))
        execute_alone(db.session, ADD, {"key": "begun"})
        seen = [count_attempts(migrated_postgres, "begun")]
        db.session.commit()
        seen.append(count_attempts(migrated_postgres, "begun"))

    assert seen == [0, 1]


@pytest.fixture
def postgres(migrated_postgres: Engine, tmp_path: Path) -> Iterator[Flask]:
    """Yield an app on Postgres."""
    app = create_app(build_config(tmp_path, migrated_postgres.url.render_as_string(hide_password=False)))
    with app.app_context():
        yield app
    dispose(app)
    empty_postgres(migrated_postgres)


def ask_number() -> int:
    """Return the number of the process of Postgres that answers, and give the connection back."""
    number: int = db.session.execute(text("SELECT pg_backend_pid()")).scalar_one()
    db.session.remove()
    return number


def end(engine: Engine, number: int) -> None:
    """End the process *number* of Postgres, as a restart does."""
    with engine.connect() as asking:
        asking.execute(text("SELECT pg_terminate_backend(:number, 60000)"), {"number": number})


@pytest.mark.usefixtures("postgres")
def test_a_connection_that_the_server_has_ended_is_replaced_before_it_is_used(migrated_postgres: Engine) -> None:
    before = ask_number()

    end(migrated_postgres, before)

    assert ask_number() != before


@pytest.mark.usefixtures("postgres")
def test_only_a_connection_that_rested_long_is_asked_whether_it_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(db.engine.dialect, "do_ping", asked.append)
    first = ask_number()
    ask_number()
    at_once = len(asked)

    monkeypatch.setattr(connection, "REST_SECONDS", 0)

    assert ask_number() == first
    assert (at_once, len(asked)) == (0, 1)
