"""A copy of the embedded database, made while the server runs."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import make_url

from labmapper.config import Config
from labmapper.filesystem.drafts import draft_beside, finish, place_new


class BackupError(Exception):
    """There is nothing that could be copied, or something in the way; the message says which."""


def copy_embedded(config: Config, target: Path) -> None:
    """Copy the embedded database of *config*, as it is at one moment, to the new file *target*.

    A copy that breaks off leaves nothing behind.

    Raises:
        BackupError: The database is not embedded, or the file exists.
        OSError: The file cannot be written.
    """
    if not config.is_embedded:
        raise BackupError("The database is Postgres: back it up with pg_dump.")
    if target.exists():
        raise BackupError(f"{target} exists already. Choose another name, or remove it first.")
    target = Path(os.path.realpath(target))
    source = make_url(config.database_url).database or ""
    with draft_beside(target, 0o600) as file:
        with (
            closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as database,
            closing(sqlite3.connect(file.name)) as copy,
        ):
            database.backup(copy)
        finish(file)
        place_new(file, target)
