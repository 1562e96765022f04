"""Owners of things, without a browser."""

import pytest

from labmapper.persistence.accounts.users import Users
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import Store


@pytest.fixture
def alice(store: Store) -> Owner:
    return Owner(user_id=Users(store).create("Alice", "quiet violet lantern").id)


@pytest.fixture
def bob(store: Store) -> Owner:
    return Owner(user_id=Users(store).create("Bob", "quiet violet lantern").id)


@pytest.fixture
def visitor() -> Owner:
    """Return a guest."""
    return Owner(guest="g" * 43)
