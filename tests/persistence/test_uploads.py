from datetime import timedelta

import pytest
from sqlalchemy import select

from labmapper.persistence.database.tables import UploadRow
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import NotFound, Store
from labmapper.persistence.uploads import Uploads
from support.server.clocks import NOON, after, at


def test_an_upload_comes_back_with_its_seed(store: Store, visitor: Owner) -> None:
    token = Uploads(store).create(visitor, b"users:", b"s" * 32)

    upload = Uploads(store).load(visitor, token)

    assert (upload.id, upload.content, upload.seed) == (token, b"users:", b"s" * 32)


def test_an_upload_is_sealed(store: Store, visitor: Owner) -> None:
    Uploads(store).create(visitor, b"password: hush", b"s" * 32)

    row = store.session.scalars(select(UploadRow)).one()
    assert b"hush" not in row.content
    assert b"ssss" not in row.seed


def test_another_persons_upload_is_not_there(store: Store, visitor: Owner, bob: Owner) -> None:
    token = Uploads(store).create(visitor, b"x", bytes(32))

    for stranger in (bob, Owner(guest="h" * 43)):
        with pytest.raises(NotFound):
            Uploads(store).load(stranger, token)


def test_a_guests_uploads_go_over_at_log_in(store: Store, visitor: Owner, alice: Owner) -> None:
    token = Uploads(store).create(visitor, b"x", bytes(32))

    Uploads(store).adopt(visitor, alice)

    assert Uploads(store).load(alice, token).content == b"x"


def test_old_uploads_are_removed(store: Store, visitor: Owner) -> None:
    Uploads(at(store, NOON)).create(visitor, b"x", bytes(32))
    later = Uploads(after(store, hours=25))
    later.create(visitor, b"y", bytes(32))

    assert later.purge(timedelta(days=1)) == 1
