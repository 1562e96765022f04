"""Copies of the database, made while the server runs, and the way back: SQLite by itself, Postgres by its own programs."""

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import create_engine, inspect, make_url, text
from sqlalchemy.pool import NullPool

from labmapper.config import Config
from labmapper.filesystem.temporary_files import finish, place_new, temporary_file_beside
from labmapper.persistence.database.postgres_tools import ToolError, run_tool

_SQLITE = b"SQLite format 3\0"
_DUMP = b"PGDMP"
_TABLES = {"alembic_version", "encryption_key", "diagram"}


class BackupError(Exception):
    """There is nothing that could be copied or put back, or something in the way; the message says which."""


class NoDatabase(BackupError):
    """There is no embedded database yet."""


def back_up(config: Config, target: Path) -> None:
    """Copy the database of *config*, as it is at one moment, to the new file *target*, for its owner only.

    A copy that breaks off leaves nothing behind.

    Raises:
        BackupError: The file exists, there is no database, or Postgres' programs are missing or fail.
        OSError: The file cannot be written.
        sqlite3.DatabaseError: The embedded database cannot be read.
    """
    if target.exists():
        raise BackupError(f"{target} exists already. Choose another name, or remove it first.")
    target = Path(os.path.realpath(target))
    with temporary_file_beside(target, 0o600) as file:
        if config.is_embedded:
            _copy(_find_embedded(config), Path(file.name))
        else:
            _run(config, "pg_dump", ["--format=custom", f"--file={file.name}"])
        finish(file)
        place_new(file, target)


def check_backup(config: Config, source: Path) -> None:
    """Make sure that *source* is a whole copy that ``back_up`` made of such a database as *config* has.

    Raises:
        BackupError: It is not; the message says why.
        OSError: It cannot be read.
    """
    with source.open("rb") as file:
        head = file.read(len(_SQLITE))
    is_dump = head.startswith(_DUMP)
    if not is_dump and head != _SQLITE:
        raise BackupError(f"{source} is no copy that 'labmapper db backup' made.")
    if is_dump == config.is_embedded:
        kind, other = ("Postgres", "an embedded database") if is_dump else ("an embedded database", "Postgres")
        raise BackupError(f"{source} is a copy of {kind}, and the settings name {other}. Nothing was changed.")
    tables = set(_list_dumped(config, source)) if is_dump else _check_copy(source)
    if not tables >= _TABLES:
        raise BackupError(f"{source} holds another database than Labmapper's. Nothing was changed.")


def restore(config: Config, source: Path) -> None:
    """Put the copy *source*, which was checked, in the place of the database of *config*, all of it or nothing.

    The database is Labmapper's alone: tables that the copy does not have are dropped.

    Raises:
        BackupError: Postgres' programs are missing, or fail.
        OSError: The database cannot be written.
        SQLAlchemyError: Postgres does not answer.
        sqlite3.DatabaseError: The embedded database cannot be written.
    """
    if config.is_embedded:
        target = _find_embedded(config, must_exist=False)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        target.touch(mode=0o600)
        _copy(source, target)
        return
    _drop_others(config, set(_list_dumped(config, source)))
    options = ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]
    _run(config, "pg_restore", [*options, f"--dbname={make_url(config.database_url).database}", str(source)])


def _list_dumped(config: Config, source: Path) -> list[str]:
    """Return the tables in the dump *source* of Postgres."""
    return re.findall(
        r"^\d+; \d+ \d+ TABLE \S+ (\S+) ", _run(config, "pg_restore", ["--list", str(source)]), re.MULTILINE
    )


def _drop_others(config: Config, kept: set[str]) -> None:
    """Drop the tables that are not among *kept*: those of a newer version, which would be in the way of its next start."""
    engine = create_engine(config.database_url, poolclass=NullPool)
    with engine.begin() as connection:
        quote = engine.dialect.identifier_preparer.quote
        for name in set(inspect(connection).get_table_names()) - kept:
            connection.execute(text(f"DROP TABLE {quote(name)} CASCADE"))


def _find_embedded(config: Config, *, must_exist: bool = True) -> Path:
    path = Path(make_url(config.database_url).database or "")
    if must_exist and not path.is_file():
        raise NoDatabase(f"There is no database at {path}. Do the settings name the right place?")
    return path


def _copy(source: Path, target: Path) -> None:
    """Copy the SQLite database *source* over *target* in one transaction; who works with either goes on."""
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as database,
        closing(sqlite3.connect(target, timeout=60)) as copy,
    ):
        database.backup(copy)


def _check_copy(source: Path) -> set[str]:
    """Return which tables of ours the SQLite database *source* has; raise BackupError where it is damaged."""
    with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        try:
            (state,) = database.execute("PRAGMA integrity_check(1)").fetchone()
            names = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        except sqlite3.DatabaseError as error:
            state, names = str(error), set()
    if state != "ok":
        raise BackupError(f"{source} is damaged ({state}). Nothing was changed.")
    return names


def _run(config: Config, name: str, options: list[str]) -> str:
    try:
        return run_tool(config, name, options)
    except ToolError as error:
        raise BackupError(str(error)) from error
