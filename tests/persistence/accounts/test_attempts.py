from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from labmapper.persistence.accounts import attempts as counting
from labmapper.persistence.accounts.attempts import PER_PLACE, WINDOW, Attempts, Guess
from labmapper.persistence.database.connection import db
from labmapper.persistence.database.tables import AttemptRow
from labmapper.persistence.store import Store
from labmapper.web.services import get_attempts
from support.server.clocks import NOON, at

ALICE = Guess("10.0.0.1", "alice")
# So few that a test of them writes little.
PER_ACCOUNT, PER_ADDRESS = 30, 15


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "PER_ACCOUNT", PER_ACCOUNT)
    monkeypatch.setattr(counting, "PER_ADDRESS", PER_ADDRESS)


def fail(attempts: Attempts, times: int, guess: Guess = ALICE) -> None:
    for _ in range(times):
        assert attempts.admit(guess) is not None


def test_an_account_is_shut_for_a_place_after_so_many_failures_there_and_open_everywhere_else(store: Store) -> None:
    attempts = Attempts(at(store, NOON))
    fail(attempts, PER_PLACE)

    assert attempts.admit(ALICE) is None
    assert attempts.admit(Guess("10.0.0.2", "alice")) is not None
    assert attempts.admit(Guess("10.0.0.1", "bob")) is not None


def test_an_account_is_shut_after_many_failures_from_everywhere(store: Store) -> None:
    attempts = Attempts(at(store, NOON))
    for number in range(PER_ACCOUNT // PER_PLACE):
        fail(attempts, PER_PLACE, Guess(f"10.0.1.{number}", "alice"))

    assert attempts.admit(Guess("10.0.0.2", "alice")) is None


def test_an_address_is_shut_after_so_many_failures_on_any_account(store: Store) -> None:
    attempts = Attempts(at(store, NOON))

    for number in range(PER_ADDRESS):
        fail(attempts, 1, Guess("10.0.0.1", f"user{number}"))

    assert attempts.admit(Guess("10.0.0.1", "somebody")) is None
    assert attempts.admit(Guess("10.0.0.1")) is None
    assert attempts.admit(Guess("10.0.0.2", "somebody")) is not None


def test_what_failed_while_the_clock_was_years_ahead_shuts_nobody_out(store: Store) -> None:
    fail(Attempts(at(store, NOON + timedelta(days=3650))), PER_PLACE)

    assert Attempts(at(store, NOON)).admit(ALICE) is not None


def test_guesses_count_where_the_clock_was_set_back_by_minutes(store: Store) -> None:
    fail(Attempts(at(store, NOON)), PER_PLACE)

    assert Attempts(at(store, NOON - WINDOW / 2)).admit(ALICE) is None


def test_what_strangers_do_does_not_shut_out_a_browser_that_is_known(store: Store) -> None:
    attempts, known = Attempts(at(store, NOON)), Guess("10.0.0.1", "alice", "her browser")
    fail(attempts, PER_PLACE)

    fail(attempts, PER_PLACE, known)

    assert attempts.admit(known) is None


def test_nobody_is_shut_out_by_others_at_an_address_where_the_account_was_opened_before(store: Store) -> None:
    attempts = Attempts(at(store, NOON))
    attempts.clear(ALICE)
    for number in range(PER_ADDRESS):
        fail(attempts, 1, Guess("10.0.0.1", f"user{number}"))
    for number in range(PER_ACCOUNT // PER_PLACE):
        fail(attempts, PER_PLACE, Guess(f"10.0.1.{number}", "alice"))

    fail(attempts, PER_PLACE)

    assert attempts.admit(ALICE) is None
    assert attempts.admit(Guess("10.0.0.1", "bob")) is None
    assert attempts.admit(Guess("10.0.0.2", "alice")) is None


def test_guesses_where_the_account_is_known_count_for_who_is_not(store: Store) -> None:
    attempts = Attempts(at(store, NOON))
    attempts.note_home(ALICE)

    fail(attempts, PER_PLACE)
    fail(attempts, PER_ADDRESS - PER_PLACE, Guess("10.0.0.1"))

    assert attempts.admit(Guess("10.0.0.1", "bob")) is None


def test_an_address_is_not_known_for_good(store: Store) -> None:
    Attempts(at(store, NOON)).clear(ALICE)
    later = Attempts(at(store, NOON + timedelta(days=91)))
    for number in range(PER_ADDRESS):
        fail(later, 1, Guess("10.0.0.1", f"user{number}"))

    assert later.admit(ALICE) is None


def test_a_refusal_does_not_make_the_wait_longer(store: Store) -> None:
    fail(Attempts(at(store, NOON)), PER_PLACE)
    assert Attempts(at(store, NOON + WINDOW - timedelta(seconds=1))).admit(ALICE) is None

    assert Attempts(at(store, NOON + WINDOW + timedelta(seconds=1))).admit(ALICE) is not None


def test_failures_are_forgotten_after_the_window(store: Store) -> None:
    fail(Attempts(at(store, NOON)), PER_PLACE)

    fail(Attempts(at(store, NOON + WINDOW + timedelta(seconds=1))), 1)

    assert len(store.session.scalars(select(AttemptRow)).all()) == len(ALICE.list_keys())


def test_a_right_guess_leaves_nothing_behind(store: Store) -> None:
    attempts = Attempts(at(store, NOON))

    for _ in range(PER_ADDRESS + 1):
        notes = attempts.admit(ALICE)
        assert notes is not None
        attempts.withdraw(notes)

    assert store.session.scalars(select(AttemptRow)).all() == []


def test_a_log_in_clears_its_own_place_only(store: Store) -> None:
    attempts, elsewhere = Attempts(at(store, NOON)), Guess("10.0.0.2", "alice")
    fail(attempts, PER_PLACE)
    fail(attempts, PER_PLACE, elsewhere)

    attempts.clear(ALICE)

    assert attempts.admit(ALICE) is not None
    assert attempts.admit(elsewhere) is None


def test_an_account_is_unlocked_everywhere_and_no_other(store: Store) -> None:
    attempts, elsewhere, bob = Attempts(at(store, NOON)), Guess("10.0.0.2", "alice"), Guess("10.0.0.3", "bob")
    for guess in (ALICE, elsewhere, bob):
        fail(attempts, PER_PLACE, guess)

    attempts.unlock("alice")

    assert attempts.admit(ALICE) is not None
    assert attempts.admit(elsewhere) is not None
    assert attempts.admit(bob) is None


def test_what_was_typed_is_not_kept(store: Store) -> None:
    fail(Attempts(at(store, NOON)), 1, Guess("10.0.0.1", "a password in the wrong field"))

    assert all("password" not in key for key in store.session.scalars(select(AttemptRow.key)))


def test_of_guesses_that_come_at_once_no_more_get_through_than_of_those_that_come_one_by_one(app: Flask) -> None:
    def guess(_: int) -> bool:
        with app.app_context():
            try:
                return get_attempts().admit(ALICE) is not None
            finally:
                db.session.remove()

    with ThreadPoolExecutor(8) as pool:
        admitted = list(pool.map(guess, range(20)))

    assert 0 < sum(admitted) <= PER_PLACE
