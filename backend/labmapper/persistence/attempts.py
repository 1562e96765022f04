"""Failed log-ins, counted in the database, so that several server processes count together."""

import hashlib
from datetime import timedelta

from sqlalchemy import delete, func, insert, select

from labmapper.persistence.store import Store
from labmapper.persistence.tables import AttemptRow

WINDOW = timedelta(minutes=15)
PER_ACCOUNT = 10
PER_ADDRESS = 50


class Attempts:
    """The failed log-ins in *store*."""

    def __init__(self, store: Store) -> None:
        """Work on *store*."""
        self._store = store

    def is_exhausted(self, account: str, address: str) -> bool:
        """Return whether *account* or *address* has failed too often in the last quarter of an hour."""
        used = self._count(_key("account", account)), self._count(_key("address", address))
        return used[0] >= PER_ACCOUNT or used[1] >= PER_ADDRESS

    def add(self, account: str, address: str) -> None:
        """Note a failed log-in to *account* from *address*, and forget those that no longer count."""
        now = self._store.clock()
        self._store.session.execute(delete(AttemptRow).where(AttemptRow.at < now - WINDOW))
        keys = (_key("account", account), _key("address", address))
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
