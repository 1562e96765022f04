"""How much all guests keep together, and how much room there is for everybody. New work is refused before a disk is full.

What is deleted needs room too: the database notes it before it gives any back.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import scoped_session

from labmapper.config import Config

# The session of whichever request asks.
AnySession = scoped_session[Any]

# For so many seconds what was measured is believed.
_BELIEVED = 10.0


class NoRoom(Exception):
    """Nobody can keep more, or no guest, until something is deleted."""

    def __init__(self, *, for_guests: bool) -> None:
        """Say whether there is no room *for guests* alone."""
        super().__init__("no room for guests" if for_guests else "no room")
        self.for_guests = for_guests


class TotalSpace:
    """What is measured of an installation, by each process and now and then."""

    def __init__(self, config: Config, measure_guests: Callable[[AnySession], int]) -> None:
        """Hold all that is kept against *config*; *measure_guests* tells what guests keep together."""
        self._config = config
        self._guests = _Gauge(measure_guests)
        self._database = _Gauge(_measure_database)

    def check(self, session: AnySession, *, is_guest: bool) -> None:
        """Raise NoRoom unless there is room for more of anybody, or of a guest; what *session* leads to is measured."""
        if self._is_disk_low() or self._is_database_large(session):
            raise NoRoom(for_guests=False)
        if is_guest and self._guests.read(session) >= self._config.all_guests_space:
            raise NoRoom(for_guests=True)

    def _is_disk_low(self) -> bool:
        directory = self._config.data_directory
        return _measure_free(directory) < self._config.free_space if directory.exists() else False

    def _is_database_large(self, session: AnySession) -> bool:
        """Return whether a database on a machine of its own, whose disk nobody sees from here, is as large as it may be."""
        most = self._config.database_space
        return bool(most) and not self._config.is_embedded and self._database.read(session) >= most


class _Gauge:
    """A measurement that costs a little, and is believed for a while."""

    def __init__(self, measure: Callable[[AnySession], int]) -> None:
        self._measure = measure
        self._value = 0
        self._until = 0.0

    def read(self, session: AnySession) -> int:
        if time.monotonic() >= self._until:
            self._value = self._measure(session)
            self._until = time.monotonic() + _BELIEVED
        return self._value


def _measure_free(directory: Path) -> int:
    """Return how many bytes may still be written beside *directory*."""
    state = os.statvfs(directory)
    return state.f_bavail * state.f_frsize


def _measure_database(session: AnySession) -> int:
    return int(session.scalar(select(func.pg_database_size(func.current_database()))) or 0)
