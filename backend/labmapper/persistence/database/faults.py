"""What a fault of the database is: what the log says of it, whether the database can still be read, and whether an owner is gone."""

import sqlite3

from psycopg2.errorcodes import DISK_FULL, FOREIGN_KEY_VIOLATION, READ_ONLY_SQL_TRANSACTION
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

# Drivers say what happened in their first line. What comes after it is the statement, or what somebody has stored.
_LONGEST_REASON = 300
_SQLITE_WRITES = (
    sqlite3.SQLITE_IOERR_WRITE,  # where a quota is used up, not the disk
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
)


def describe_fault(error: Exception) -> dict[str, str]:
    """Return what the log says of *error*: its kind, the reason in the words of the driver, and its SQLSTATE or SQLite's name for it.

    What counts in Valkey fails with errors of its own, which have a kind and a reason too.
    """
    cause = error.orig if isinstance(error, DBAPIError) else error
    reason = next(iter(str(cause).strip().splitlines()), "").rstrip()
    state = getattr(cause, "pgcode", None) or getattr(cause, "sqlite_errorname", None)
    said = {"error": type(error).__name__, "reason": reason[:_LONGEST_REASON]}
    return said | ({"sqlstate": state} if state else {})


def is_unwritable(error: SQLAlchemyError) -> bool:
    """Return whether *error*, of Postgres or of SQLite, says that the database can be read, not written."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", 0)  # not where Python itself complains
        return code in _SQLITE_WRITES or code & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY)
    return getattr(cause, "pgcode", None) in (DISK_FULL, READ_ONLY_SQL_TRANSACTION)


def is_orphan(error: SQLAlchemyError) -> bool:
    """Return whether *error* says that what should belong to something cannot, because that was deleted meanwhile."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", 0) == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY
    return getattr(cause, "pgcode", None) == FOREIGN_KEY_VIOLATION
