"""Bringing the database up to date, and refusing to start on one that cannot be used."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import flask_migrate
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import Connection, create_engine, insert, inspect, make_url, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import NullPool

from labmapper import __version__, paths
from labmapper.config import Config
from labmapper.persistence.database.connection import db
from labmapper.persistence.database.tables import KeyRow
from labmapper.persistence.sealing.encryption import Cipher, EncryptionError, explain_missing_key
from labmapper.persistence.sealing.keyring import ENCRYPTION_FILE
from labmapper.persistence.store import read_clock


class SchemaError(Exception):
    """The database is not the one that this version works with; the message says what to do."""


def upgrade(app: Flask, config: Config) -> None:
    """Bring the database of *app* up to date; processes that start together wait for each other.

    Raises:
        SchemaError: A newer version made the database; nothing was changed.
    """
    with app.app_context(), _hold_lock(config):
        with db.engine.connect() as connection:
            _refuse_newer(find_revision(connection))
        flask_migrate.upgrade(directory=str(paths.MIGRATIONS))


def check_schema(app: Flask) -> None:
    """Raise SchemaError unless the database of *app* is at the revision that this version works with."""
    with app.app_context(), db.engine.connect() as connection:
        current = find_revision(connection)
    _refuse_newer(current)
    if current != find_head():
        state = f"at revision {current}" if current else "empty"
        raise SchemaError(
            f"The database is {state}; this version needs {find_head()}. "
            "Make a backup with 'labmapper db backup FILE', then run 'labmapper db upgrade'."
        )


@cache
def find_head() -> str | None:
    """Return the revision that this version works with."""
    return _read_migrations().get_current_head()


def find_revision(connection: Connection) -> str | None:
    """Return the revision of the database behind *connection*, or None where it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


@cache
def _read_migrations() -> ScriptDirectory:
    return ScriptDirectory(str(paths.MIGRATIONS))


def _refuse_newer(current: str | None) -> None:
    """Raise SchemaError where no migration of this version leads to the revision *current*."""
    known = {script.revision for script in _read_migrations().walk_revisions()}
    if current is not None and current not in known:
        raise SchemaError(
            f"The database is at revision {current}, which a newer Labmapper made; this is {__version__}, which knows "
            f"revisions up to {find_head()}. Nothing was changed. Run the newer version again, or go back to the backup "
            "that was made before the update: 'labmapper db restore FILE'."
        )


def check_key_file(config: Config) -> None:
    """Refuse to go on where the file of the encryption keys is gone: a new one would open nothing of what is stored.

    The database is asked only where the settings name no keys and the file is missing.

    Raises:
        EncryptionError: The database holds what was sealed with a key of that file.
    """
    path = config.data_directory / ENCRYPTION_FILE
    if config.encryption_keys is not None or path.exists():
        return
    used = _list_used_keys(config)
    if used:
        raise EncryptionError(
            f"{path} is missing, and the database holds data that is encrypted with key {', '.join(used)}. Put the file back "
            "from your copy of the keys, or give the key in LABMAPPER_ENCRYPTION_KEYS. Nothing was changed. "
            "If the keys are lost for good, begin with an empty database."
        )


def _list_used_keys(config: Config) -> list[str]:
    """Return the ids of the keys that sealed something in the database of *config*; none where it is empty or not there."""
    url = make_url(config.database_url)
    if config.is_embedded and not (url.database and Path(url.database).exists()):
        return []
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True)
    with engine.connect() as connection:
        is_there = inspect(connection).has_table(KeyRow.__tablename__)
        return sorted(connection.scalars(select(KeyRow.key_id))) if is_there else []


def check_keys(app: Flask, cipher: Cipher) -> None:
    """Note the key that seals from now on.

    Raises:
        EncryptionError: The database holds data that none of the keys of *cipher* opens.
    """
    present = {key.name for key in cipher.keys}
    with app.app_context():
        used = set(db.session.scalars(select(KeyRow.key_id)))
        for missing in sorted(used - present):
            raise EncryptionError(explain_missing_key(missing, cipher.keys))
        if cipher.keys[0].name not in used:
            try:
                db.session.execute(insert(KeyRow).values(key_id=cipher.keys[0].name, created_at=read_clock()))
                db.session.commit()
            except IntegrityError:
                db.session.rollback()  # another server that starts at the same moment has noted it


@contextmanager
def _hold_lock(config: Config) -> Iterator[None]:
    """Hold a lock beside the embedded database; Postgres locks by itself, in ``migrations/env.py``."""
    if not config.is_embedded:
        yield
        return
    database = Path(make_url(config.database_url).database or config.data_directory)
    with database.with_name("migration.lock").open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
