"""Log-ins that were tried, counted in the database, so that several server processes count together.

A guess is noted before the password is looked at, and counted afterwards: of guesses that come at once no more get through
than of those that come one by one. What opens the account takes its note back.

Who comes from an address at which the account was opened before is refused only for guesses at that same account there: at a school one
pupil who tries hundreds of passwords at many accounts shuts out nobody who has logged in at that school.

Where the clock was ahead and was set back, what was noted meanwhile does not count: it would shut people out until then.
"""

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select

from labmapper.persistence.database.tables import AttemptRow
from labmapper.persistence.rate_counters import RateCounters
from labmapper.persistence.store import Store

WINDOW = timedelta(minutes=15)
# From one place to one account; to one account from everywhere; from one address, behind which a school may be.
PER_PLACE = 10
PER_ACCOUNT = 100
PER_ADDRESS = 200
# How long an account is known at an address where it was opened.
_KNOWN = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Guess:
    """Somebody at *address* who wants into *account*, its folded name, or who registers where there is none.

    *browser* is the id of a browser in which the account has logged in before, or of who has logged in already. What
    strangers do, at the same address too, does not shut it out.
    """

    address: str
    account: str | None = None
    browser: str | None = None

    def list_keys(self) -> dict[str, int]:
        """Return what this counts towards, with how much is let through in a quarter of an hour."""
        if self.account is None:
            return {_key("", "address", self.address): PER_ADDRESS}
        if self.browser is not None:
            return {_key(self.account, "browser", self.browser): PER_PLACE}
        return {
            _key(self.account, "place", self.address): PER_PLACE,
            _key(self.account, "account", ""): PER_ACCOUNT,
            _key("", "address", self.address): PER_ADDRESS,
        }

    @property
    def own_key(self) -> str:
        """What it counts towards that is nobody else's."""
        return next(iter(self.list_keys()))

    @property
    def home_key(self) -> str:
        """By what it is known that the account was opened at this address."""
        return _key(self.account or "", "home", self.address)


class Attempts:
    """The guesses in *store*."""

    def __init__(self, store: Store) -> None:
        """Work on *store*."""
        self._store = store

    def admit(self, guess: Guess) -> Sequence[int] | None:
        """Note *guess* and return its notes; None, with none kept, where there were too many in the last quarter of an hour."""
        now, keys = self._store.clock(), guess.list_keys()
        session = self._store.session
        session.execute(delete(AttemptRow).where(~_is_recent(now)))
        if self._is_at_home(guess):
            keys = dict.fromkeys(keys, sys.maxsize) | {guess.own_key: PER_PLACE}
        rows = [AttemptRow(key=key, at=now) for key in keys]
        session.add_all(rows)
        session.commit()
        notes = [row.id for row in rows]
        if any(self._count(key) > most for key, most in keys.items()):
            self.withdraw(notes)
            return None
        return notes

    def withdraw(self, notes: Sequence[int]) -> None:
        """Take back *notes*: the guess was right, or never made."""
        self._store.session.execute(delete(AttemptRow).where(AttemptRow.id.in_(notes)))
        self._store.session.commit()

    def clear(self, guess: Guess) -> None:
        """Forget what failed before *guess* at the same place: it was right. Guesses from elsewhere still count."""
        self._store.session.execute(delete(AttemptRow).where(AttemptRow.key == guess.own_key))
        self._store.session.commit()
        self.note_home(guess)

    def note_home(self, guess: Guess) -> None:
        """Note that the account of *guess* was opened at its address, or made there."""
        RateCounters(self._store).add(guess.home_key, 1, _KNOWN)

    def unlock(self, account: str) -> int:
        """Forget all guesses at *account*, from everywhere, and return how many there were."""
        return self._store.commit_change(delete(AttemptRow).where(AttemptRow.key.startswith(_digest(account))))

    def _is_at_home(self, guess: Guess) -> bool:
        return guess.account is not None and RateCounters(self._store).find(guess.home_key) is not None

    def _count(self, key: str) -> int:
        query = select(func.count()).where(AttemptRow.key == key, _is_recent(self._store.clock()))
        return self._store.session.scalar(query) or 0


def _is_recent(now: datetime) -> ColumnElement[bool]:
    return AttemptRow.at.between(now - WINDOW, now + WINDOW)


def _key(account: str, kind: str, value: str) -> str:
    """Return what is counted by: its first half is the same for everything about *account*."""
    return _digest(account) + _digest(f"{kind}\0{value}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
