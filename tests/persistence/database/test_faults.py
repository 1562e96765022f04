"""The log says why the database failed, in the words of its driver, and never what somebody has stored."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import NullPool

from labmapper.persistence.database.faults import describe_fault

SECRET = "router-secret"
RAISES = f"DO $$ BEGIN RAISE EXCEPTION 'no room is left' USING DETAIL = '{SECRET}', HINT = '{SECRET}', ERRCODE = '53100'; END $$"


def test_a_fault_of_postgres_has_its_reason_and_its_sqlstate_without_its_details(migrated_postgres: Engine) -> None:
    with migrated_postgres.connect() as connection, pytest.raises(DBAPIError) as caught:
        connection.execute(text(RAISES))

    assert SECRET in str(caught.value.orig)
    assert describe_fault(caught.value) == {
        "error": "OperationalError",
        "reason": "no room is left",
        "sqlstate": "53100",
    }


def test_who_is_not_let_in_learns_why() -> None:
    engine = create_engine("postgresql+psycopg2://nobody@127.0.0.1:1/none", poolclass=NullPool)

    with pytest.raises(OperationalError) as caught:
        engine.connect()

    assert describe_fault(caught.value)["reason"].endswith("Connection refused")


def test_a_fault_of_sqlite_has_its_reason_and_its_name(tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    engine = create_engine(f"sqlite:///{file}", poolclass=NullPool, connect_args={"timeout": 0})
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        with engine.connect() as connection, pytest.raises(OperationalError) as caught:
            connection.execute(text(f"CREATE TABLE x AS SELECT '{SECRET}'"))

    assert describe_fault(caught.value) == {
        "error": "OperationalError",
        "reason": "database is locked",
        "sqlstate": "SQLITE_BUSY",
    }


def test_waiting_in_vain_for_a_connection_of_the_pool_has_a_reason_too(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'x.db'}", pool_size=1, max_overflow=0, pool_timeout=0.01)

    with engine.connect(), pytest.raises(PoolTimeout) as caught:
        engine.connect()
    engine.dispose()

    assert describe_fault(caught.value)["reason"].startswith("QueuePool limit of size 1 overflow 0 reached")
