"""Uploads of the fallback page: a config.yaml and the seed that its preview and its download share."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, bindparam, cast, delete, insert, select, update
from sqlalchemy.sql.dml import ReturningInsert

from labmapper.persistence.database.connection import (
    execute_alone,
    give_connection_back,
    name_dialect,
    spare_disk_of_sqlite,
)
from labmapper.persistence.database.tables import UPLOADS, UploadRow
from labmapper.persistence.permissions import Owner
from labmapper.persistence.quotas import QuotaExceeded, Quotas, build_used
from labmapper.persistence.store import NotFound, Store, make_token, spare_disk


@dataclass(frozen=True, slots=True)
class Upload:
    """An uploaded file and its seed."""

    id: str
    content: bytes
    seed: bytes


class Uploads:
    """The uploads in *store*."""

    def __init__(self, store: Store) -> None:
        """Work on *store*."""
        self._store = store

    def create(self, owner: Owner, content: bytes, seed: bytes) -> str:
        """Keep *content* with *seed* for *owner* and return its id.

        The database does not wait for its disk: whoever uploads has the file, and is asked for it again where a crash took it.
        What else the session has done is committed before, so that both need one connection.

        Raises:
            QuotaExceeded: There is no room for more.
        """
        token, cipher, limit = make_token(), self._store.cipher, Quotas(self._store).find_limit(owner)
        values = {
            "token": token,
            "user_id": owner.user_id,
            "guest": owner.guest,
            "content": cipher.seal(content, f"upload:{token}"),
            "seed": cipher.seal(seed, f"upload-seed:{token}"),
            "created_at": self._store.clock(),
            "owner": owner.key,
            "limit": limit,
        }
        give_connection_back(self._store.session)
        spare_disk_of_sqlite(self._store.session)
        statement = _build_add(name_dialect(), is_guest=owner.is_guest)
        added = execute_alone(self._store.session, statement, values)
        give_connection_back(self._store.session)
        if added is None:
            raise QuotaExceeded(owner, space=limit)
        return token

    def load(self, owner: Owner, token: str) -> Upload:
        """Return the upload *token* of *owner*, or raise NotFound."""
        query = _build_load(is_guest=owner.is_guest)
        row = self._store.session.execute(query, {"token": token, "owner": owner.key}).first()
        if row is None:
            raise NotFound(token)
        cipher = self._store.cipher
        return Upload(token, cipher.open(row.content, f"upload:{token}"), cipher.open(row.seed, f"upload-seed:{token}"))

    def has_any(self, owner: Owner) -> bool:
        """Return whether *owner* has an upload."""
        return self._store.session.scalar(select(UploadRow.id).where(owner.owns(UploadRow)).limit(1)) is not None

    def adopt(self, guest: Owner, user: Owner) -> None:
        """Hand the uploads of *guest* over to *user*."""
        moved = update(UploadRow).where(guest.owns(UploadRow)).values(user_id=user.user_id, guest=None)
        self._store.session.execute(moved)
        self._store.session.commit()

    def purge(self, age: timedelta) -> int:
        """Remove what was uploaded longer than *age* ago."""
        return self._store.commit_change(delete(UploadRow).where(UploadRow.created_at < self._store.clock() - age))


# Built once, and made of the table: what is made of classes passes through the ORM.
@cache
def _build_add(dialect: str, *, is_guest: bool) -> ReturningInsert[*tuple[Any, ...]]:
    """Return the statement that adds an upload where the ``owner`` keeps less than the ``limit``: one journey with the question."""
    columns = [column for column in UPLOADS.c if column is not UPLOADS.c.id]
    values = [_build_value(column) for column in columns]
    room = select(*values).where(build_used(is_guest=is_guest).scalar_subquery() < bindparam("limit"))
    added = insert(UPLOADS).from_select(columns, room, include_defaults=False)
    return added.returning(UPLOADS.c.id, *spare_disk(dialect))


def _build_value(column: Column[Any]) -> ColumnElement[Any]:
    """Return what becomes of a *column*; Postgres takes a NULL that is selected for text, and SQLite knows no times to make one of."""
    value = bindparam(column.name, type_=column.type)
    return cast(value, column.type) if column.nullable else value


@cache
def _build_load(*, is_guest: bool) -> Select[*tuple[Any, ...]]:
    """Return the query for the upload ``token`` of the ``owner``."""
    owner = UPLOADS.c.guest if is_guest else UPLOADS.c.user_id
    is_theirs = (UPLOADS.c.token == bindparam("token")) & (owner == bindparam("owner"))
    return select(UPLOADS.c.content, UPLOADS.c.seed).where(is_theirs)
