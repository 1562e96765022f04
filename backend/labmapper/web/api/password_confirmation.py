"""The password sent once more over the API, where it must be certain who asks."""

from typing import Any

from labmapper.persistence.accounts.users import Account, Opened
from labmapper.web.accounts.guessing import PAUSE
from labmapper.web.accounts.password_confirmation import Doubt, confirm
from labmapper.web.refusals import Refusal


def confirm_password(account: Account, password: str) -> Opened:
    """Return *account* as *password* opens it, or refuse to go on."""
    try:
        return confirm(account, password)
    except Doubt as doubt:
        status, pause = (429, PAUSE) if doubt.is_exhausted else (422, None)
        raise Refusal(status, "wrong-password", doubt.message, retry_after=pause) from doubt


def read_password(body: dict[str, Any], key: str) -> str:
    """Return the password under *key* in *body*, which must be there."""
    password = body.get(key)
    if not isinstance(password, str):
        raise Refusal(400, "wrong-type", f"'{key}' must be a password, as text.")
    return password
