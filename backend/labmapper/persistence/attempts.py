"""Failed log-ins, counted in the database, so that several server processes count together."""

import hashlib
from datetime import timedelta

from sqlalchemy import delete, func, insert, select

from labmapper.persistence.database.tables import AttemptRow
from labmapper.persistence.store import Store

WINDOW = timedelta(minutes=15)
PER_ACCOUNT = 10
PER_ADDRESS = 50


class Attempts:
    """The failed log-ins in *store*."""

    def __init__(self, store: Store) -> None:
        """Work on *store*."""
        self._store = store

    def is_exhausted(self, address: str, account: str | None = None) -> bool:
        """Return whether *address* or *account* has failed too often in the last quarter of an hour."""
        if self._count(_key("address", address)) >= PER_ADDRESS:
            return True
        return account is not None and self._count(_key("account", account)) >= PER_ACCOUNT

    def add(self, address: str, account: str | None = None) -> None:
        """Note a failure from *address*, and to *account*; forget those that no longer count."""
        now = self._store.clock()
        self._store.session.execute(delete(AttemptRow).where(AttemptRow.at < now - WINDOW))
        keys = [_key("address", address)]
        if account is not None:
            keys.append(_key("account", account))
        self._store.session.execute(insert(AttemptRow), [{"key": key, "at": now} for key in keys])
        self._store.session.commit()

    def clear(self, account: str) -> None:
        """Forget the failures of *account*: its owner has logged in."""
        self._store.session.execute(delete(AttemptRow).where(AttemptRow.key == _key("account", account)))
        self._store.session.commit()

    def _count(self, key: str) -> int:
        since = self._store.clock() - WINDOW
        query = select(func.count()).where(AttemptRow.key == key, AttemptRow.at >= since)
        return self._store.session.scalar(query) or 0


def _key(kind: str, value: str) -> str:
    return hashlib.sha256(f"{kind}\0{value}".encode()).hexdigest()
