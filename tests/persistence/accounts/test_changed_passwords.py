"""What a password has opened is nobody's any more once the account has another one, however close together the two come."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import create_engine, delete, func, select, update
from sqlalchemy.pool import NullPool

from labmapper.config import Config
from labmapper.persistence.accounts.log_ins import LogIns, Place
from labmapper.persistence.accounts.tokens import Tokens
from labmapper.persistence.accounts.users import Opened, PasswordChanged, Users
from labmapper.persistence.database.connection import db
from labmapper.persistence.database.tables import API_TOKENS, LOG_INS, USERS
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import Store
from labmapper.web.services import get_store

Act = Callable[[Store, Config, Opened], object]

BEGINNING = {
    "a log-in": lambda store, config, opened: LogIns(store, config).begin(opened, Place("Firefox, Linux", "10.0.0.1")),
    "a token": lambda store, _, opened: Tokens(store).create(opened, "backup"),
}
ACTS = BEGINNING | {
    "a new password": lambda store, _, opened: Users(store).set_password(opened, "seven green ladders"),
    "the end of the account": lambda store, _, opened: Users(store).delete(opened),
}


@pytest.fixture
def opened(store: Store, alice: Owner) -> Opened:
    opened = Users(store).check("Alice", "quiet violet lantern")
    assert opened is not None
    assert opened.id == alice.user_id
    return opened


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_nothing_is_done_with_a_password_of_before(store: Store, config: Config, opened: Opened, act: Act) -> None:
    Users(store).set_password(Users(store).get("Alice"), "another violet lantern")

    with pytest.raises(PasswordChanged):
        act(store, config, opened)

    assert Users(store).check("Alice", "another violet lantern") is not None
    assert count_open(store) == 0


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_nothing_is_done_in_an_account_that_is_shut(store: Store, config: Config, opened: Opened, act: Act) -> None:
    Users(store).set_disabled(Users(store).get("Alice"), is_disabled=True)

    with pytest.raises(PasswordChanged):
        act(store, config, opened)

    assert count_open(store) == 0


@pytest.mark.parametrize("act", BEGINNING.values(), ids=BEGINNING)
def test_what_begins_while_the_password_is_being_changed_waits_and_does_not_begin(
    app: Flask, store: Store, config: Config, opened: Opened, act: Act
) -> None:
    store.session.remove()

    def begin() -> None:
        with app.app_context():
            try:
                act(get_store(), config, opened)
            finally:
                db.session.remove()

    change = create_engine(config.database_url, poolclass=NullPool)
    with change.connect() as connection, ThreadPoolExecutor(1) as pool:
        connection.execute(update(USERS).values(password_hash="another"))
        for table in (LOG_INS, API_TOKENS):
            connection.execute(delete(table))
        begun = pool.submit(begin)
        with pytest.raises(TimeoutError):
            begun.result(0.2)
        connection.commit()
        with pytest.raises(PasswordChanged):
            begun.result(30)

    assert count_open(store) == 0


def count_open(store: Store) -> int:
    """Return how many log-ins and tokens there are."""
    counts = (store.session.scalar(select(func.count()).select_from(table)) for table in (LOG_INS, API_TOKENS))
    return sum(each or 0 for each in counts)
