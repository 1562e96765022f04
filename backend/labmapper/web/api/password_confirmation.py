"""The password sent once more over the API, where it must be certain who asks."""

from typing import Any

from labmapper.persistence.accounts.users import Account
from labmapper.web.accounts.guessing import PAUSE
from labmapper.web.accounts.password_confirmation import find_doubt
from labmapper.web.refusals import Refusal


def confirm_password(account: Account, password: str) -> None:
    """Refuse to go on unless *password* is that of *account*."""
    doubt = find_doubt(account, password)
    if doubt is not None:
        if doubt.is_exhausted:
            raise Refusal(429, "wrong-password", doubt.message, retry_after=PAUSE)
        raise Refusal(422, "wrong-password", doubt.message)


def read_password(body: dict[str, Any], key: str) -> str:
    """Return the password under *key* in *body*, which must be there."""
    password = body.get(key)
    if not isinstance(password, str):
        raise Refusal(400, "wrong-type", f"'{key}' must be a password, as text.")
    return password
