from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from labmapper.persistence.database.tables import AttemptRow
from labmapper.persistence.store import Store


def test_a_time_comes_back_in_utc(store: Store) -> None:
    local = datetime(2026, 11, 21, 13, 30, 0, 123456, timezone(timedelta(hours=1)))
    store.session.add(AttemptRow(key="k", at=local))
    store.session.commit()
    store.session.expire_all()

    read = store.session.scalars(select(AttemptRow.at)).one()

    assert read == local
    assert read.tzinfo is UTC


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    store.session.add(AttemptRow(key="k", at=datetime(2026, 11, 21)))  # noqa: DTZ001

    with pytest.raises(StatementError, match="has no time zone"):
        store.session.commit()
