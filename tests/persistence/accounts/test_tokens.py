from datetime import timedelta

import pytest
from sqlalchemy import select, update

from labmapper.config import Config
from labmapper.persistence.accounts.log_ins import LogIns
from labmapper.persistence.accounts.tokens import PREFIX, SCOPES, Tokens
from labmapper.persistence.accounts.users import Account, Users
from labmapper.persistence.database.tables import ApiTokenRow, UserRow
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import NotFound, Store
from support.server.clocks import NOON, after


@pytest.fixture
def user(store: Store, alice: Owner) -> UserRow:
    return Users(store).get("Alice")


def find_account(store: Store, secret: str) -> Account | None:
    found = Tokens(store).find(secret)
    return found[0] if found else None


def test_a_token_stands_for_its_owner(store: Store, user: UserRow) -> None:
    _, secret = Tokens(store).create(user, "backup")

    assert secret.startswith(PREFIX)
    assert find_account(store, secret) == Account(user.id, "Alice", "alice", user.created_at)


@pytest.mark.parametrize("secret", ["", "labmapper_", "x" * 100, "\udcff"])
def test_anything_else_is_nobodys(store: Store, user: UserRow, secret: str) -> None:
    Tokens(store).create(user, "backup")

    assert find_account(store, secret) is None


def test_only_a_digest_is_kept(store: Store, user: UserRow) -> None:
    _, secret = Tokens(store).create(user, "backup")

    row = store.session.scalars(select(ApiTokenRow)).one()
    assert secret not in (row.digest, row.token, row.name)


def test_a_revoked_token_is_nobodys(store: Store, user: UserRow, bob: Owner) -> None:
    _, secret = Tokens(store).create(user, "backup")
    (info,) = Tokens(store).list(user.id)
    with pytest.raises(NotFound):
        Tokens(store).revoke(bob.user_id or 0, info.id)

    Tokens(store).revoke(user.id, info.id)

    assert find_account(store, secret) is None


def test_a_new_password_ends_every_token_of_its_owner_alone(store: Store, user: UserRow, bob: Owner) -> None:
    (_, hers), (_, his) = (Tokens(store).create(each, "backup") for each in (user, Users(store).get("Bob")))

    Users(store).set_password(user, "seven green ladders")

    assert find_account(store, hers) is None
    assert find_account(store, his) is not None


def test_a_disabled_account_loses_its_tokens_for_good(store: Store, user: UserRow) -> None:
    _, secret = Tokens(store).create(user, "backup")

    Users(store).set_disabled(user, is_disabled=True)
    assert find_account(store, secret) is None

    Users(store).set_disabled(user, is_disabled=False)
    assert find_account(store, secret) is None


def test_a_token_is_void_after_its_last_day(store: Store, user: UserRow) -> None:
    _, secret = Tokens(after(store)).create(user, "backup", days=7)

    assert find_account(after(store, days=6), secret) is not None
    assert find_account(after(store, days=7), secret) is None
    (listed,) = Tokens(store).list(user.id)
    assert listed.expires_at == NOON + timedelta(days=7)


def test_a_token_that_was_made_before_tokens_had_an_end_goes_on(store: Store, user: UserRow) -> None:
    _, secret = Tokens(after(store)).create(user, "backup")
    store.session.execute(update(ApiTokenRow).values(expires_at=None))

    assert find_account(after(store, days=10_000), secret) is not None


def test_a_token_is_as_wide_as_was_asked(store: Store, user: UserRow) -> None:
    for scope in SCOPES:
        _, secret = Tokens(store).create(user, "backup", scope=scope)
        found = Tokens(store).find(secret)
        assert found is not None
        assert found[1].scope == scope


def test_logging_out_everywhere_leaves_tokens_to_scripts(store: Store, config: Config, user: UserRow) -> None:
    _, secret = Tokens(store).create(user, "backup")

    LogIns(store, config).end_all(user.id)

    assert find_account(store, secret) == Account(user.id, "Alice", "alice", user.created_at)


def test_its_last_use_is_noted_once_a_minute(store: Store, user: UserRow) -> None:
    _, secret = Tokens(after(store)).create(user, "backup")
    times = []
    for seconds in (0, 30, 90):
        find_account(after(store, seconds=seconds), secret)
        times.append(Tokens(store).list(user.id)[0].used_at)

    assert [(moment - NOON).seconds for moment in times if moment] == [0, 0, 90]


def test_its_last_use_is_noted_again_after_a_clock_was_ahead(store: Store, user: UserRow) -> None:
    _, secret = Tokens(after(store)).create(user, "backup")

    for days in (60, 1):
        find_account(after(store, days=days), secret)

    assert Tokens(store).list(user.id)[0].used_at == NOON + timedelta(days=1)
