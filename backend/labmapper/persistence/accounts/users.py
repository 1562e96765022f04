"""People with an account. What is compared is the folded name, so that Alice and alice are one."""

import secrets
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import cache
from threading import BoundedSemaphore
from typing import Self, TypeAlias

from sqlalchemy import ColumnElement, Table, and_, delete, insert, literal, select, update
from sqlalchemy.exc import IntegrityError
from werkzeug.security import check_password_hash, generate_password_hash

from labmapper.persistence.accounts.attempts import Attempts
from labmapper.persistence.database.tables import USERS, ApiTokenRow, LogInRow, UserRow
from labmapper.persistence.store import NotFound, Store

MAX_USERNAME = 64
# What a guess costs who has stolen the hashes: 128 MiB and some tenths of a second, as OWASP asks.
HASH_METHOD = "scrypt:131072:8:1"
# So many passwords are hashed at a time in a process, for the memory that it takes.
_hashing = BoundedSemaphore(2)


@dataclass(frozen=True, slots=True)
class Account:
    """An account as each request knows it that comes by a log-in or a token: without its password."""

    id: int
    username: str
    username_key: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Opened(Account):
    """An account that a password has just opened, with the hash of that: what its owner does holds only while it is the account's."""

    password_hash: str

    @classmethod
    def of(cls, row: UserRow) -> Self:
        """Return *row* as it is now."""
        return cls(*(getattr(row, each.name) for each in fields(cls)))


# Whose account is changed: as its owner, who has proven it, or as whoever runs the server, who may in any case.
Changeable: TypeAlias = Opened | UserRow

# The columns of an Account, in this order.
ACCOUNT = tuple(USERS.c[each.name] for each in fields(Account))


class UsernameTaken(ValueError):
    """Somebody else bears this name."""


class PasswordChanged(Exception):
    """Since the password opened the account it was changed, or the account was shut or deleted."""


class Users:
    """The people in *store*."""

    def __init__(self, store: Store) -> None:
        """Work on *store*."""
        self._store = store

    def create(self, username: str, password: str) -> UserRow:
        """Make the account *username* with *password* and return it, or raise UsernameTaken."""
        row = UserRow(
            username=username,
            username_key=fold_username(username),
            password_hash=hash_password(password),
            is_disabled=False,
            created_at=self._store.clock(),
        )
        self._store.session.add(row)
        try:
            self._store.session.commit()
        except IntegrityError as error:
            self._store.session.rollback()
            raise UsernameTaken(username) from error
        return row

    def find(self, username: str) -> UserRow | None:
        """Return the account *username*, or None."""
        if not username.isprintable():
            return None
        query = select(UserRow).where(UserRow.username_key == fold_username(username))
        return self._store.session.scalars(query).first()

    def get(self, username: str) -> UserRow:
        """Return the account *username*, or raise NotFound."""
        row = self.find(username)
        if row is None:
            raise NotFound(username)
        return row

    def list(self) -> Sequence[UserRow]:
        """Return everybody, by name."""
        return self._store.session.scalars(select(UserRow).order_by(UserRow.username_key)).all()

    def check(self, username: str, password: str) -> Opened | None:
        """Return the account if *password* is right, else None, after the same time whether the name exists or not.

        A hash that was cheaper than they are today is made anew.
        """
        row = self.find(username)
        decoy = _make_decoy()
        kept = row.password_hash if row else decoy
        with _hashing:
            is_right = check_password_hash(kept, password)
            if not is_right and not _is_current(kept):
                check_password_hash(decoy, password)  # takes the time that a name without an account takes
        if row is None or not is_right or row.is_disabled:
            return None
        opened = replace(Opened.of(row), password_hash=kept)
        if not _is_current(kept):
            opened = self._hash_anew(opened, password)
            self._store.session.commit()
        return opened

    def set_password(self, account: Changeable, password: str) -> Opened:
        """Give *account* a new *password*, which ends every log-in and every token, and return it as that opens it.

        Raises:
            PasswordChanged: Its owner asks, and was not the first to change it.
        """
        opened = self._hash_anew(account, password)
        self._end_everything(account.id)
        return opened

    def set_disabled(self, row: UserRow, *, is_disabled: bool) -> None:
        """Shut *row* out, with every log-in and every token, or let them in again."""
        row.is_disabled = is_disabled
        self._end_everything(row.id)

    def delete(self, account: Changeable) -> None:
        """Remove *account* with everything that belongs to it, the failed log-ins too; or raise PasswordChanged."""
        Attempts(self._store).unlock(account.username_key)
        if not self._store.commit_change(delete(UserRow).where(_is_theirs(account))):
            raise PasswordChanged

    def _hash_anew(self, account: Changeable, password: str) -> Opened:
        """Give *account* another hash, of *password*, and return it, or raise PasswordChanged."""
        opened = account if isinstance(account, Opened) else Opened.of(account)
        changed = replace(opened, password_hash=hash_password(password))
        if not self._store.change(
            update(UserRow).where(_is_theirs(account)).values(password_hash=changed.password_hash)
        ):
            raise PasswordChanged
        return changed

    def _end_everything(self, user_id: int) -> None:
        """End every log-in and every token of the account *user_id*: somebody else may have them."""
        for table in (ApiTokenRow, LogInRow):
            self._store.session.execute(delete(table).where(table.user_id == user_id))
        self._store.session.commit()


def insert_for(store: Store, account: Changeable, table: Table, values: Mapping[str, object]) -> None:
    """Insert *values*, which are for *account*, into *table*, and commit; or raise PasswordChanged.

    The row of the account is locked until then: a change of the password either comes before, and nothing is inserted, or after,
    and takes what was inserted along.
    """
    row = select(*(literal(value, table.c[name].type) for name, value in values.items()))
    theirs = row.select_from(USERS).where(_is_theirs(account)).with_for_update()
    if not store.commit_change(insert(table).from_select(list(values), theirs)):
        raise PasswordChanged


def _is_theirs(account: Changeable) -> ColumnElement[bool]:
    """Return the condition by which *account* is found: for its owner, only while it has the same password and is not shut."""
    is_it = USERS.c.id == account.id
    if not isinstance(account, Opened):
        return is_it
    return and_(is_it, USERS.c.password_hash == account.password_hash, USERS.c.is_disabled.is_(False))


def fold_username(username: str) -> str:
    """Return what *username* is compared by; a name that is too long for one stays as it is, since folding it takes long."""
    return username if len(username) > MAX_USERNAME else unicodedata.normalize("NFKC", username).casefold()


def hash_password(password: str) -> str:
    """Return what is kept of *password*: a salted hash that is slow to compute."""
    with _hashing:
        return generate_password_hash(password, HASH_METHOD)


def _is_current(password_hash: str) -> bool:
    return password_hash.startswith(f"{HASH_METHOD}$")


@cache
def _make_decoy() -> str:
    """Return a hash that no password has: to compare with it takes as long as with any other, to make it takes nothing."""
    return f"{HASH_METHOD}${secrets.token_hex(8)}${'0' * 128}"
