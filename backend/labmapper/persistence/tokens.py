"""Personal tokens for scripts: shown once, kept as a digest, gone when revoked."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from labmapper.persistence.database.tables import ApiTokenRow, UserRow
from labmapper.persistence.store import NotFound, Store, make_token

PREFIX = "labmapper_"
MAX_TOKEN_NAME = 100
_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class TokenInfo:
    """A token as its owner sees it later: everything but the token."""

    id: str
    name: str
    created_at: datetime
    used_at: datetime | None


class Tokens:
    """The tokens in *store*."""

    def __init__(self, store: Store) -> None:
        """Work on *store*."""
        self._store = store

    def create(self, user_id: int, name: str) -> tuple[TokenInfo, str]:
        """Make a token called *name* for the user *user_id* and return it too: the only time that it is seen."""
        secret = PREFIX + secrets.token_urlsafe(32)
        row = ApiTokenRow(
            token=make_token(), user_id=user_id, name=name, digest=_digest(secret), created_at=self._store.clock()
        )
        self._store.session.add(row)
        self._store.session.commit()
        return _as_info(row), secret

    def list(self, user_id: int) -> tuple[TokenInfo, ...]:
        """Return the tokens of the user *user_id*, the newest first."""
        query = select(ApiTokenRow).where(ApiTokenRow.user_id == user_id).order_by(ApiTokenRow.id.desc())
        return tuple(_as_info(row) for row in self._store.session.scalars(query))

    def find_user(self, secret: str) -> UserRow | None:
        """Return whose token *secret* is, and note that it was used; None where it is nobody's."""
        query = select(UserRow, ApiTokenRow).join(ApiTokenRow, ApiTokenRow.user_id == UserRow.id)
        found = self._store.session.execute(
            query.where(ApiTokenRow.digest == _digest(secret), UserRow.is_disabled.is_(False))
        ).first()
        if found is None:
            return None
        user, token = found
        self._note_use(token)
        return user

    def revoke(self, user_id: int, token: str) -> None:
        """Remove the token *token* of the user *user_id*."""
        gone = self._store.change(delete(ApiTokenRow).where(ApiTokenRow.token == token, ApiTokenRow.user_id == user_id))
        self._store.session.commit()
        if not gone:
            raise NotFound(token)

    def _note_use(self, token: ApiTokenRow) -> None:
        now = self._store.clock()
        if token.used_at is None or now - token.used_at > _NOTED_EVERY:
            self._store.session.execute(update(ApiTokenRow).where(ApiTokenRow.id == token.id).values(used_at=now))
            self._store.session.commit()


def _as_info(row: ApiTokenRow) -> TokenInfo:
    return TokenInfo(row.token, row.name, row.created_at, row.used_at)


def _digest(secret: str) -> str:
    # A token is long and random: nobody finds it by trying, so that a fast digest will do.
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()
