"""Counters of how often something was done in a stretch of time, in the database, so that all processes count together."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from labmapper.persistence.database.tables import RateRow
from labmapper.persistence.store import Store


class RateCounters:
    """The counters in *store*, by keys of up to 64 characters."""

    def __init__(self, store: Store) -> None:
        """Work on *store*."""
        self._store = store

    def add(self, key: str, amount: int, window: timedelta) -> int:
        """Count *amount* more under *key* and return how many that are since the *window* began, in one statement."""
        now = self._store.clock()
        insert: Any = (
            postgresql.insert if self._store.session.get_bind().dialect.name == "postgresql" else sqlite.insert
        )
        is_over = RateRow.ends_at <= now
        statement = (
            insert(RateRow)
            .values(key=key, count=amount, ends_at=now + window)
            .on_conflict_do_update(
                index_elements=["key"],
                set_={
                    "count": case((is_over, amount), else_=RateRow.count + amount),
                    "ends_at": case((is_over, now + window), else_=RateRow.ends_at),
                },
            )
            .returning(RateRow.count)
        )
        count: int = self._store.session.execute(statement).scalar_one()
        self._store.session.commit()
        return count

    def find(self, key: str) -> tuple[int, datetime] | None:
        """Return how many are counted under *key* and when they are forgotten, or None where none are."""
        query = select(RateRow.count, RateRow.ends_at).where(RateRow.key == key, RateRow.ends_at > self._store.clock())
        found = self._store.session.execute(query).first()
        return (found[0], found[1]) if found else None

    def forget(self, key: str) -> None:
        """Begin anew with *key*."""
        self._store.session.execute(delete(RateRow).where(RateRow.key == key))
        self._store.session.commit()

    def purge(self) -> int:
        """Remove what no longer counts."""
        gone = self._store.change(delete(RateRow).where(RateRow.ends_at <= self._store.clock()))
        self._store.session.commit()
        return gone
