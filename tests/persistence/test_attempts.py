from datetime import timedelta

from sqlalchemy import select

from labmapper.persistence.attempts import PER_ACCOUNT, PER_ADDRESS, WINDOW, Attempts
from labmapper.persistence.database.tables import AttemptRow
from labmapper.persistence.store import Store
from support.server.clocks import NOON, at


def fail(attempts: Attempts, times: int, address: str = "10.0.0.1", account: str | None = "alice") -> None:
    for _ in range(times):
        attempts.add(address, account)


def test_an_account_is_shut_after_so_many_failures_from_anywhere(store: Store) -> None:
    attempts = Attempts(at(store, NOON))
    fail(attempts, PER_ACCOUNT - 1)
    assert not attempts.is_exhausted("10.0.0.2", "alice")

    fail(attempts, 1, address="10.0.0.3")

    assert attempts.is_exhausted("10.0.0.2", "alice")
    assert not attempts.is_exhausted("10.0.0.1", "bob")


def test_an_address_is_shut_after_so_many_failures_on_any_account(store: Store) -> None:
    attempts = Attempts(at(store, NOON))

    for number in range(PER_ADDRESS):
        fail(attempts, 1, account=f"user{number}")

    assert attempts.is_exhausted("10.0.0.1", "somebody")
    assert attempts.is_exhausted("10.0.0.1")
    assert not attempts.is_exhausted("10.0.0.2", "somebody")


def test_failures_are_forgotten_after_the_window(store: Store) -> None:
    fail(Attempts(at(store, NOON)), PER_ACCOUNT)

    later = Attempts(at(store, NOON + WINDOW + timedelta(seconds=1)))

    assert not later.is_exhausted("10.0.0.1", "alice")
    fail(later, 1)
    assert len(store.session.scalars(select(AttemptRow)).all()) == 2


def test_a_log_in_clears_the_account(store: Store) -> None:
    attempts = Attempts(at(store, NOON))
    fail(attempts, PER_ACCOUNT)

    attempts.clear("alice")

    assert not attempts.is_exhausted("10.0.0.1", "alice")


def test_what_was_typed_is_not_kept(store: Store) -> None:
    fail(Attempts(at(store, NOON)), 1, account="a password in the wrong field")

    assert all("password" not in key for key in store.session.scalars(select(AttemptRow.key)))
