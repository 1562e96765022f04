"""What every repository works with: a database session, the cipher and a clock."""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Result, func
from sqlalchemy.engine import CursorResult
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.expression import Executable

from labmapper.persistence.sealing.encryption import Cipher
from labmapper.persistence.total_space import AnySession, TotalSpace

TOKEN_BYTES = 16
SEED_BYTES = 32


def read_clock() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def spare_disk(dialect: str) -> "tuple[ColumnElement[str], ...]":
    """Return what a statement answers too, so that Postgres does not wait for its disk with the transaction.

    What a crash of it takes is what was committed in the last half second. SQLite is told by ``spare_disk_of_sqlite``.
    """
    return (func.set_config("synchronous_commit", "off", True),) if dialect == "postgresql" else ()


def make_token() -> str:
    """Return a new id for use in addresses: nobody can guess it."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest_secret(secret: str) -> str:
    """Return what is kept of a *secret* that somebody shows again. It is long and random: a fast digest will do."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def make_seed() -> bytes:
    """Return a new secret seed, from which a diagram's random passwords are made."""
    return secrets.token_bytes(SEED_BYTES)


class NotFound(LookupError):
    """There is no such thing, or it is not the owner's: nobody learns which."""


class StaleRevision(Exception):
    """A save was based on an old revision; *current* is the one that the database has."""

    def __init__(self, current: int) -> None:
        """Say that the diagram is at revision *current*."""
        super().__init__(f"The diagram is at revision {current}.")
        self.current = current


@dataclass(frozen=True, slots=True)
class Limit:
    """How many diagrams one owner may keep, and how many bytes of anything."""

    diagrams: int
    space: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a guest may keep, and how much somebody with an account."""

    guest: Limit
    account: Limit

    def of(self, guest: str | None) -> Limit:
        """Return the limit of the *guest*, or of an account where there is none."""
        return self.account if guest is None else self.guest


@dataclass(frozen=True, slots=True)
class Store:
    """The session of this request, the cipher and the limits of this installation, its room and a clock."""

    session: AnySession
    cipher: Cipher
    limits: Limits
    total: TotalSpace
    clock: Callable[[], datetime] = read_clock

    def change(self, statement: Executable) -> int:
        """Execute *statement* and return how many rows it changed."""
        result: Result[Any] = self.session.execute(statement)
        return result.rowcount if isinstance(result, CursorResult) else 0

    def commit_change(self, statement: Executable) -> int:
        """Execute *statement*, commit, and return how many rows it changed."""
        changed = self.change(statement)
        self.session.commit()
        return changed

    def note(self, statement: Executable) -> None:
        """Execute *statement*, which only notes that something was used, and commit; where that cannot be written, reading goes on."""
        try:
            self.commit_change(statement)
        except DBAPIError:
            self.session.rollback()
