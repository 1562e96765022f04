"""Personal tokens for scripts: shown once, kept as a digest, gone when revoked, void after a day that was chosen."""

import secrets
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, or_, select, update

from labmapper.persistence.accounts.users import ACCOUNT, Account, Changeable, insert_for
from labmapper.persistence.database.connection import execute_alone
from labmapper.persistence.database.tables import API_TOKENS, USERS, ApiTokenRow
from labmapper.persistence.store import NotFound, Store, digest_secret, make_token

PREFIX = "labmapper_"
MAX_TOKEN_NAME = 100
# What a token may do: read and compute, or all that its owner may.
READ, ALL = SCOPES = ("read", "all")
DAYS = 90
MAX_DAYS = 365
_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class TokenInfo:
    """A token as its owner sees it later: everything but the token."""

    id: str
    name: str
    scope: str
    created_at: datetime
    expires_at: datetime | None
    used_at: datetime | None


# What stands in the table for each part of a TokenInfo. Every request with a token asks this.
_INFO = (API_TOKENS.c.token, *(API_TOKENS.c[each.name] for each in fields(TokenInfo)[1:]))
_FIND = (
    select(*ACCOUNT, *(column.label(f"token_{column.name}") for column in _INFO))
    .join_from(USERS, API_TOKENS, API_TOKENS.c.user_id == USERS.c.id)
    .where(
        API_TOKENS.c.digest == bindparam("secret"),
        USERS.c.is_disabled.is_(False),
        or_(API_TOKENS.c.expires_at.is_(None), API_TOKENS.c.expires_at > bindparam("now")),
    )
)


class Tokens:
    """The tokens in *store*."""

    def __init__(self, store: Store) -> None:
        """Work on *store*."""
        self._store = store

    def create(self, account: Changeable, name: str, *, scope: str = ALL, days: int = DAYS) -> tuple[TokenInfo, str]:
        """Make a token called *name* for *account*, one of SCOPES, good for so many *days*; or raise PasswordChanged.

        The token itself is returned too: the only time that it is seen.
        """
        secret, now = PREFIX + secrets.token_urlsafe(32), self._store.clock()
        info = TokenInfo(make_token(), name, scope, created_at=now, expires_at=now + timedelta(days=days), used_at=None)
        values = {column.name: getattr(info, each.name) for column, each in zip(_INFO, fields(info), strict=True)}
        insert_for(self._store, account, API_TOKENS, values | {"user_id": account.id, "digest": digest_secret(secret)})
        return info, secret

    def list(self, user_id: int) -> tuple[TokenInfo, ...]:
        """Return the tokens of the user *user_id*, the newest first."""
        query = select(ApiTokenRow).where(ApiTokenRow.user_id == user_id).order_by(ApiTokenRow.id.desc())
        return tuple(_as_info(row) for row in self._store.session.scalars(query))

    def find(self, secret: str) -> tuple[Account, TokenInfo] | None:
        """Return whose token *secret* is, and what it is, and note that it was used; None where it is nobody's, or void."""
        values = {"secret": digest_secret(secret), "now": self._store.clock()}
        found = execute_alone(self._store.session, _FIND, values)
        if found is None:
            return None
        account, token = Account(*found[: len(ACCOUNT)]), TokenInfo(*found[len(ACCOUNT) :])
        self._note_use(token)
        return account, token

    def revoke(self, user_id: int, token: str) -> None:
        """Remove the token *token* of the user *user_id*."""
        if not self._store.commit_change(
            delete(ApiTokenRow).where(ApiTokenRow.token == token, ApiTokenRow.user_id == user_id)
        ):
            raise NotFound(token)

    def _note_use(self, token: TokenInfo) -> None:
        """Note the use of *token*, once a minute."""
        now = self._store.clock()
        if token.used_at is None or abs(now - token.used_at) > _NOTED_EVERY:
            self._store.note(update(ApiTokenRow).where(ApiTokenRow.token == token.id).values(used_at=now))


def _as_info(row: ApiTokenRow) -> TokenInfo:
    return TokenInfo(row.token, row.name, row.scope, row.created_at, row.expires_at, row.used_at)
