from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask import Flask

from labmapper.persistence.database.connection import db
from labmapper.persistence.rate_counters import RateCounters
from labmapper.persistence.store import Store
from labmapper.web.services import get_store
from support.server.clocks import NOON, after

HOUR = timedelta(hours=1)


def test_what_is_counted_adds_up_until_its_window_is_over(store: Store) -> None:
    assert [RateCounters(after(store, minutes=each)).add("a", 2, HOUR) for each in (0, 30, 59)] == [2, 4, 6]
    assert RateCounters(after(store, minutes=59)).find("a") == (6, NOON + HOUR)
    assert RateCounters(after(store, minutes=59)).find("b") is None

    assert RateCounters(after(store, minutes=60)).find("a") is None
    assert RateCounters(after(store, minutes=60)).add("a", 1, HOUR) == 1


def test_what_was_counted_while_the_clock_was_years_ahead_no_longer_counts(store: Store) -> None:
    RateCounters(after(store, days=3650)).add("a", 9, HOUR)
    RateCounters(after(store, minutes=50)).add("b", 9, HOUR)

    assert RateCounters(after(store)).add("a", 1, HOUR) == 1
    assert RateCounters(after(store)).find("a") == (1, NOON + HOUR)
    assert RateCounters(after(store)).add("b", 1, HOUR) == 10


def test_one_key_is_forgotten_by_itself(store: Store) -> None:
    counters = RateCounters(store)
    counters.add("a", 1, HOUR)
    counters.add("b", 1, HOUR)

    counters.forget("a")

    assert [counters.add(each, 1, HOUR) for each in ("a", "b")] == [1, 2]


def test_what_no_longer_counts_is_removed(store: Store) -> None:
    RateCounters(after(store)).add("a", 1, HOUR)
    RateCounters(after(store)).add("b", 1, 2 * HOUR)

    assert RateCounters(after(store, minutes=90)).purge() == 1


@pytest.mark.parametrize("number", [20])
def test_all_that_comes_at_once_is_counted(app: Flask, number: int) -> None:
    def count(_: int) -> int:
        with app.app_context():
            counted = RateCounters(get_store()).add("a", 1, HOUR)
            db.session.remove()
            return counted

    with ThreadPoolExecutor(5) as pool:
        counts = list(pool.map(count, range(number)))

    assert sorted(counts) == list(range(1, number + 1))
