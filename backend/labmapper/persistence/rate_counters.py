"""Counters of how often something was done in a stretch of time, in the database, so that all processes count together."""

from datetime import datetime, timedelta
from functools import cache
from typing import Any, cast

from sqlalchemy import Row, bindparam, case, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert

from labmapper.persistence.database.connection import (
    execute_alone,
    give_connection_back,
    name_dialect,
    spare_disk_of_sqlite,
)
from labmapper.persistence.database.tables import RATES, RateRow
from labmapper.persistence.store import Store, spare_disk


class RateCounters:
    """The counters in *store*, by keys of up to 64 characters."""

    def __init__(self, store: Store) -> None:
        """Work on *store*."""
        self._store = store

    def add(self, key: str, amount: int, window: timedelta) -> int:
        """Count *amount* more under *key* and return how many that are since the *window* began, in one statement.

        What else the session has done is committed before, so that both need one connection. The database does not wait for its disk.
        """
        give_connection_back(self._store.session)
        spare_disk_of_sqlite(self._store.session)
        now = self._store.clock()
        statement = _build_add(name_dialect())
        values = {"key": key, "amount": amount, "now": now, "end": now + window, "latest": now + 2 * window}
        counted = cast("Row[int]", execute_alone(self._store.session, statement, values))  # it always answers
        give_connection_back(self._store.session)
        return counted[0]

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
        return self._store.commit_change(delete(RateRow).where(RateRow.ends_at <= self._store.clock()))


@cache
def _build_add(dialect: str) -> ReturningInsert[*tuple[Any, ...]]:
    """Return the statement that counts, for the ``amount``, the time ``now``, the ``end`` of a window that begins and the ``latest`` end of any."""
    insert: Any = postgresql.insert if dialect == "postgresql" else sqlite.insert
    amount = bindparam("amount", type_=RATES.c.count.type)
    now, end, latest = (bindparam(name, type_=RATES.c.ends_at.type) for name in ("now", "end", "latest"))
    # A clock that was ahead and was set back may have begun a window that would end in years.
    is_over = (RATES.c.ends_at <= now) | (RATES.c.ends_at > latest)
    statement: ReturningInsert[*tuple[Any, ...]] = (
        insert(RATES)
        .values(key=bindparam("key"), count=amount, ends_at=end)
        .on_conflict_do_update(
            index_elements=["key"],
            set_={
                "count": case((is_over, amount), else_=RATES.c.count + amount),
                "ends_at": case((is_over, end), else_=RATES.c.ends_at),
            },
        )
        .returning(RATES.c.count, *spare_disk(dialect))
    )
    return statement
