"""Log-ins: one row for each browser in which an account has logged in. What its cookie holds is kept as a digest only.

A log-in ends when somebody ends it, when it was not used for long, and at last after so long that it does not matter
how much it was used. Where the clock was ahead and was set back, what lies as far in the future has ended too: else that would
come after years only. Its place is the address of its last use.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, bindparam, delete, or_, select, update

from labmapper.config import Config
from labmapper.persistence.accounts.users import ACCOUNT, Account, Changeable, insert_for
from labmapper.persistence.database.connection import execute_alone
from labmapper.persistence.database.tables import LOG_INS, USERS, LogInRow
from labmapper.persistence.store import NotFound, Store, digest_secret, make_token

_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody logs in: the name of the browser, which may be empty, and the address."""

    browser: str
    address: str


@dataclass(frozen=True, slots=True)
class Lifetime:
    """How long a log-in lasts: *idle* without use, and *longest* in all."""

    idle: timedelta
    longest: timedelta


@dataclass(frozen=True, slots=True)
class LogIn:
    """A log-in as each request knows it that comes by it; *token* names it in addresses."""

    id: int
    token: str
    is_remembered: bool
    created_at: datetime
    used_at: datetime


# Every request of somebody who has logged in asks this.
_FIND = (
    select(*ACCOUNT, *(LOG_INS.c[each.name].label(f"log_in_{each.name}") for each in fields(LogIn)))
    .join_from(USERS, LOG_INS, LOG_INS.c.user_id == USERS.c.id)
    .where(LOG_INS.c.digest == bindparam("secret"), USERS.c.is_disabled.is_(False))
)


class LogIns:
    """The log-ins in *store*."""

    def __init__(self, store: Store, config: Config) -> None:
        """Work on *store*; *config* says how long log-ins last."""
        self._store = store
        self._lifetimes = {
            False: Lifetime(timedelta(hours=config.login_idle_hours), timedelta(hours=config.login_hours)),
            True: Lifetime(timedelta(days=config.remember_idle_days), timedelta(days=config.remember_days)),
        }

    def begin(self, account: Changeable, place: Place, *, is_remembered: bool = False) -> str:
        """Begin a log-in of *account* and return its secret, which nobody sees again; or raise PasswordChanged."""
        secret, now = secrets.token_urlsafe(32), self._store.clock()
        values = {
            "token": make_token(),
            "user_id": account.id,
            "digest": digest_secret(secret),
            "browser": place.browser,
            "address": place.address,
            "is_remembered": is_remembered,
            "created_at": now,
            "used_at": now,
        }
        insert_for(self._store, account, LOG_INS, values)
        return secret

    def find(self, secret: str, address: str) -> tuple[Account, LogIn] | None:
        """Return whose log-in *secret* is, and note that it is used from *address*; None once it has ended."""
        found = execute_alone(self._store.session, _FIND, {"secret": digest_secret(secret)})
        if found is None:
            return None
        account, log_in = Account(*found[: len(ACCOUNT)]), LogIn(*found[len(ACCOUNT) :])
        if self._is_over(log_in):
            return None
        self._note_use(log_in, address)
        return account, log_in

    def list(self, user_id: int) -> Sequence[LogInRow]:
        """Return the log-ins of the account *user_id*, the last used first."""
        query = select(LogInRow).where(LogInRow.user_id == user_id, ~self._has_ended())
        return self._store.session.scalars(query.order_by(LogInRow.used_at.desc(), LogInRow.id.desc())).all()

    def end(self, user_id: int, token: str) -> None:
        """End the log-in *token* of the account *user_id*, or raise NotFound."""
        own = (LogInRow.token == token, LogInRow.user_id == user_id)
        if not self._store.commit_change(delete(LogInRow).where(*own)):
            raise NotFound(token)

    def end_all(self, user_id: int, *, but: str | None = None) -> int:
        """End every log-in of the account *user_id*, *but* the one with this token, and return how many that were."""
        condition = and_(LogInRow.user_id == user_id, LogInRow.token != (but or ""))
        return self._store.commit_change(delete(LogInRow).where(condition))

    def end_secret(self, secret: str) -> None:
        """End the log-in that *secret* stands for, if it has not ended."""
        self._store.session.execute(delete(LogInRow).where(LogInRow.digest == digest_secret(secret)))
        self._store.session.commit()

    def purge(self) -> int:
        """Remove what has ended by itself."""
        return self._store.commit_change(delete(LogInRow).where(self._has_ended()))

    def _has_ended(self) -> ColumnElement[bool]:
        now = self._store.clock()
        return or_(
            *(
                and_(
                    LogInRow.is_remembered.is_(is_remembered),
                    or_(
                        ~LogInRow.used_at.between(now - lifetime.idle, now + lifetime.idle),
                        ~LogInRow.created_at.between(now - lifetime.longest, now + lifetime.longest),
                    ),
                )
                for is_remembered, lifetime in self._lifetimes.items()
            )
        )

    def _is_over(self, log_in: LogIn) -> bool:
        now, lifetime = self._store.clock(), self._lifetimes[log_in.is_remembered]
        return abs(now - log_in.used_at) > lifetime.idle or abs(now - log_in.created_at) > lifetime.longest

    def _note_use(self, log_in: LogIn, address: str) -> None:
        """Note the use of *log_in*, once a minute."""
        now = self._store.clock()
        if abs(now - log_in.used_at) > _NOTED_EVERY:
            self._store.note(update(LogInRow).where(LogInRow.id == log_in.id).values(used_at=now, address=address))
