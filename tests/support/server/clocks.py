"""Time in the tests stands still, at noon or some hours from it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from labmapper.persistence.store import Store

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def at(store: Store, moment: datetime) -> Store:
    """Return *store* with a clock that shows *moment*."""
    return replace(store, clock=lambda: moment)


def after(store: Store, **since_noon: float) -> Store:
    """Return *store* with a clock that shows so much after noon: ``hours=2``."""
    return at(store, NOON + timedelta(**since_noon))
