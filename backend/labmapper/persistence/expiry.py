"""Diagrams whose time is over: guests' that nobody touched for long, and what has been in the trash for long."""

from datetime import timedelta

from sqlalchemy import ColumnElement, delete, func, select, true

from labmapper.persistence.database.tables import DiagramRow
from labmapper.persistence.store import Store


class ExpiredDiagrams:
    """The diagrams of everybody that are older than they may get, by the clock of the store."""

    def __init__(self, store: Store) -> None:
        """Work on *store*."""
        self._store = store

    def purge_trash(self, age: timedelta) -> int:
        """Remove for good what has been in the trash for longer than *age*."""
        return self._purge(self._is_old_trash(age))

    def purge_guests(self, age: timedelta) -> int:
        """Remove what guests have not touched for longer than *age*."""
        return self._purge(self._is_old_guest(age))

    def count_trash(self, age: timedelta) -> int:
        """Return how many diagrams ``purge_trash`` would remove."""
        return self._count(self._is_old_trash(age))

    def count_guests(self, age: timedelta) -> int:
        """Return how many diagrams ``purge_guests`` would remove."""
        return self._count(self._is_old_guest(age))

    def count_all(self) -> int:
        """Return how many diagrams there are, old or not."""
        return self._count(true())

    def _is_old_trash(self, age: timedelta) -> ColumnElement[bool]:
        return DiagramRow.deleted_at < self._store.clock() - age

    def _is_old_guest(self, age: timedelta) -> ColumnElement[bool]:
        return DiagramRow.guest.is_not(None) & (DiagramRow.updated_at < self._store.clock() - age)

    def _count(self, condition: ColumnElement[bool]) -> int:
        return self._store.session.scalar(select(func.count()).select_from(DiagramRow).where(condition)) or 0

    def _purge(self, condition: ColumnElement[bool]) -> int:
        return self._store.commit_change(delete(DiagramRow).where(condition))
