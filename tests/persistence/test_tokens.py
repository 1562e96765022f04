import pytest
from sqlalchemy import select

from labmapper.persistence.database.tables import ApiTokenRow, UserRow
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import NotFound, Store
from labmapper.persistence.tokens import PREFIX, Tokens
from labmapper.persistence.users import Users
from support.server.clocks import NOON, after


@pytest.fixture
def user(store: Store, alice: Owner) -> UserRow:
    return Users(store).get("Alice")


def test_a_token_stands_for_its_owner(store: Store, user: UserRow) -> None:
    _, secret = Tokens(store).create(user.id, "backup")

    assert secret.startswith(PREFIX)
    assert Tokens(store).find_user(secret) is user


@pytest.mark.parametrize("secret", ["", "labmapper_", "x" * 100, "\udcff"])
def test_anything_else_is_nobodys(store: Store, user: UserRow, secret: str) -> None:
    Tokens(store).create(user.id, "backup")

    assert Tokens(store).find_user(secret) is None


def test_only_a_digest_is_kept(store: Store, user: UserRow) -> None:
    _, secret = Tokens(store).create(user.id, "backup")

    row = store.session.scalars(select(ApiTokenRow)).one()
    assert secret not in (row.digest, row.token, row.name)


def test_a_revoked_token_is_nobodys(store: Store, user: UserRow, bob: Owner) -> None:
    _, secret = Tokens(store).create(user.id, "backup")
    (info,) = Tokens(store).list(user.id)
    with pytest.raises(NotFound):
        Tokens(store).revoke(bob.user_id or 0, info.id)

    Tokens(store).revoke(user.id, info.id)

    assert Tokens(store).find_user(secret) is None


def test_a_new_password_ends_every_token_of_its_owner_alone(store: Store, user: UserRow, bob: Owner) -> None:
    (_, hers), (_, his) = (Tokens(store).create(each, "backup") for each in (user.id, bob.user_id or 0))

    Users(store).set_password(user, "seven green ladders")

    assert Tokens(store).find_user(hers) is None
    assert Tokens(store).find_user(his) is not None


def test_a_disabled_account_loses_its_tokens_for_good(store: Store, user: UserRow) -> None:
    _, secret = Tokens(store).create(user.id, "backup")

    Users(store).set_disabled(user, is_disabled=True)
    assert Tokens(store).find_user(secret) is None

    Users(store).set_disabled(user, is_disabled=False)
    assert Tokens(store).find_user(secret) is None


def test_logging_out_everywhere_leaves_tokens_to_scripts(store: Store, user: UserRow) -> None:
    _, secret = Tokens(store).create(user.id, "backup")

    Users(store).end_sessions(user)

    assert Tokens(store).find_user(secret) is user


def test_its_last_use_is_noted_once_a_minute(store: Store, user: UserRow) -> None:
    _, secret = Tokens(after(store)).create(user.id, "backup")
    times = []
    for seconds in (0, 30, 90):
        Tokens(after(store, seconds=seconds)).find_user(secret)
        times.append(Tokens(store).list(user.id)[0].used_at)

    assert [(moment - NOON).seconds for moment in times if moment] == [0, 0, 90]
