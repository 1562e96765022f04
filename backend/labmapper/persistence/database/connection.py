"""The connection to the database: Postgres, or a SQLite file that is embedded in the installation."""

import select
import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any

from flask import Flask, has_request_context, request
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session as FlaskSession
from sqlalchemy import Connection, Engine, Row, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import InvalidatePoolError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.sql.expression import Executable

from labmapper.config import Config
from labmapper.persistence.database.tables import Base
from labmapper.persistence.total_space import AnySession

BUSY_SECONDS = 20
STATEMENT_MILLISECONDS = 60_000
# A connection that rested longer is asked whether it lives: what stands between may have forgotten it without a word.
REST_SECONDS = 30
_READS = frozenset({"GET", "HEAD"})
# Notes with a connection of SQLite that it does not wait for its disk.
_SPARES = "spares_disk"


class RequestSession(FlaskSession):
    """The session of a request. One that only reads has no transaction on Postgres: to begin and to end it are two journeys more.

    Each statement there sees what is committed when it begins, in a transaction too.
    """

    def get_bind(self, *arguments: Any, **options: Any) -> Engine | Connection:  # noqa: ANN401 - the extension's
        """Return what statements go to, as the extension finds it."""
        bind = super().get_bind(*arguments, **options)
        if isinstance(bind, Engine) and has_request_context() and request.method in _READS:
            return _find_autocommit(bind)
        return bind


db = SQLAlchemy(metadata=Base.metadata, session_options={"class_": RequestSession})


def init_database(app: Flask, config: Config) -> None:
    """Give *app* a session on the database of *config*."""
    app.config["SQLALCHEMY_DATABASE_URI"] = config.database_url
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = build_engine_options(config)
    if config.is_embedded:
        _make_file(config)
    db.init_app(app)
    app.teardown_appcontext(lambda _: abandon_session())  # before the extension does, which minds where it fails
    with app.app_context():
        if config.is_embedded:
            event.listen(db.engine, "connect", _prepare_sqlite)
            event.listen(db.engine, "checkin", _wait_again)
        else:
            event.listen(db.engine, "checkin", _note_rest)
            event.listen(db.engine, "checkout", _check_life)


def build_engine_options(config: Config) -> dict[str, Any]:
    """Return how the engine of *config* pools its connections and how long it waits."""
    pool = {
        "hide_parameters": True,  # in messages: they hold names and titles
        "pool_size": config.connections,  # no thread takes a second one
        "max_overflow": 0,
    }
    if config.is_embedded:
        return pool | {"connect_args": {"timeout": BUSY_SECONDS}}
    return pool | {
        "pool_timeout": 10,
        "connect_args": {"connect_timeout": 5, "options": f"-c statement_timeout={STATEMENT_MILLISECONDS}"},
    }


def abandon_session() -> None:
    """Take back what this request has not committed; a server that has gone away meanwhile has done so already."""
    if not db.session.registry.has():
        return
    try:
        db.session.rollback()
    except SQLAlchemyError:
        db.session().invalidate()


def give_connection_back(session: AnySession) -> None:
    """Commit what *session* has done, and let others have its connection until it asks something again."""
    if _has_begun(session):
        session.commit()


def dispose(app: Flask) -> None:
    """Close the pooled connections of *app*, so that a child process does not inherit them."""
    with app.app_context():
        engine: Engine = db.engine
        engine.dispose()


def name_dialect() -> str:
    """Return which database this is, as SQLAlchemy names it: ``postgresql`` or ``sqlite``."""
    engine: Engine = db.engine
    return engine.dialect.name


def _find_autocommit(engine: Engine) -> Engine:
    """Return *engine* for statements that are each committed by themselves; SQLite begins nothing before it writes."""
    return engine if engine.dialect.name == "sqlite" else _build_autocommit(engine)


def execute_alone(
    session: AnySession, statement: Executable, values: Mapping[str, object]
) -> Row[*tuple[Any, ...]] | None:
    """Execute *statement*, made of tables, with *values*, commit it, and return the first row of its answer.

    That is one journey to Postgres, where a transaction takes three. Where *session* has begun one already, it is executed in that,
    and the caller commits.
    """
    if _has_begun(session):
        return session.execute(statement, values).first()
    with _find_autocommit(db.engine).begin() as connection:
        return connection.execute(statement, values).first()


def _has_begun(session: AnySession) -> bool:
    return session.registry.has() and bool(session().in_transaction())


def spare_disk_of_sqlite(session: AnySession) -> None:
    """Let SQLite not wait for its disk with the next commit of *session*, where nothing that it has to wait for is in it.

    A crash of the machine then takes the last commits of this kind, and never one that waited. On Postgres a statement says so itself.
    """
    if name_dialect() != "sqlite":
        return
    pooled = session.connection().connection
    plain: Any = pooled.dbapi_connection
    if not plain.in_transaction:
        plain.execute("PRAGMA synchronous = NORMAL")
        pooled.info[_SPARES] = True


def _wait_again(connection: Any, entry: ConnectionPoolEntry) -> None:  # noqa: ANN401 - sqlite3's
    """Let SQLite wait for its disk again, for whoever has the *connection* next."""
    if entry.info.pop(_SPARES, False) and connection is not None:
        connection.execute("PRAGMA synchronous = FULL")


@cache
def _build_autocommit(engine: Engine) -> Engine:
    """Return *engine* with an event of its own. The library's option for this asks Postgres each time to set it and to take it back."""
    alone = engine.execution_options(commits_each=True)
    event.listen(alone, "engine_connect", _begin_nothing)
    return alone


def _begin_nothing(connection: Connection) -> None:
    """Let psycopg2 begin no transaction on *connection*; when that goes back to the pool, it does again."""
    plain: Any = connection.connection.dbapi_connection
    plain.autocommit = True


def _make_file(config: Config) -> None:
    """Make the database file and its directory for their owner only; SQLite gives its other files the same rights."""
    database = make_url(config.database_url).database
    if database and database != ":memory:":
        Path(database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        Path(database).touch(mode=0o600)


def _note_rest(connection: Any, entry: ConnectionPoolEntry) -> None:  # noqa: ANN401 - psycopg2's
    if connection is not None and not connection.closed:
        connection.autocommit = False
    entry.info["rests_since"] = time.monotonic()


def _check_life(connection: Any, entry: ConnectionPoolEntry, _fairy: object) -> None:  # noqa: ANN401 - psycopg2's
    """Let a pooled connection be replaced, with all others, where the server has gone away.

    A server that ends, or is ended, hangs up, and the socket says so at no cost; only what rested long is asked.
    """
    since = entry.info.get("rests_since")
    if since is None or (time.monotonic() - since < REST_SECONDS and _is_silent(connection)):
        return
    dialect = db.engine.dialect
    try:
        dialect.do_ping(connection)
    except dialect.loaded_dbapi.Error as error:
        raise InvalidatePoolError from error


def _is_silent(connection: Any) -> bool:  # noqa: ANN401 - psycopg2's
    """Return whether nothing waits to be read from *connection*: nobody has asked, so that it could only be an end."""
    if connection.closed:
        return False
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN)
    return not poll.poll(0)


def _prepare_sqlite(connection: SqliteConnection, _record: object) -> None:
    """Turn on what SQLite leaves off: foreign keys, readers beside a writer, and waiting for the other writer."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()
