"""Which automatic revisions are kept as they age: all of the last hour, one an hour for a day, one a day after that."""

from collections.abc import Iterable
from datetime import datetime, timedelta

_ALL = timedelta(hours=1)
_HOURLY = timedelta(days=1)


def find_superfluous(revisions: Iterable[tuple[int, datetime]], now: datetime) -> tuple[int, ...]:
    """Return the numbers of those *revisions*, with their times, that a later one of the same hour or day stands for."""
    superfluous, seen = [], set()
    for number, created_at in sorted(revisions, reverse=True):
        stretch = _find_stretch(created_at, now)
        if stretch is None:
            continue
        if stretch in seen:
            superfluous.append(number)
        seen.add(stretch)
    return tuple(superfluous)


def _find_stretch(moment: datetime, now: datetime) -> tuple[str, str] | None:
    """Return the hour or the day that *moment* is one of, or None where every revision is kept."""
    age = now - moment
    if age < _ALL:
        return None
    if age < _HOURLY:
        return ("hour", f"{moment:%Y-%m-%d %H}")
    return ("day", f"{moment:%Y-%m-%d}")
