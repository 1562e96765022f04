"""Bringing the database up to date, and refusing to start on one that cannot be used."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import flask_migrate
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import insert, make_url, select

from labmapper import paths
from labmapper.config import Config
from labmapper.persistence.database.connection import db
from labmapper.persistence.database.tables import KeyRow
from labmapper.persistence.sealing.encryption import Cipher, EncryptionError, explain_missing_key
from labmapper.persistence.store import read_clock


class SchemaError(Exception):
    """The database is not the one that this version works with; the message says what to do."""


def upgrade(app: Flask, config: Config) -> None:
    """Bring the database of *app* up to date; processes that start together wait for each other."""
    with app.app_context(), _hold_lock(config):
        flask_migrate.upgrade(directory=str(paths.MIGRATIONS))


def check_schema(app: Flask) -> None:
    """Raise SchemaError unless the database of *app* is at the revision that this version works with."""
    head = ScriptDirectory(str(paths.MIGRATIONS)).get_current_head()
    with app.app_context(), db.engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current != head:
        state = f"at revision {current}" if current else "empty"
        raise SchemaError(
            f"The database is {state}; this version needs {head}. Make a backup, then run 'labmapper db upgrade'."
        )


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
            db.session.execute(insert(KeyRow).values(key_id=cipher.keys[0].name, created_at=read_clock()))
            db.session.commit()


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
