"""The password typed once more, where it must be certain who asks."""

from typing import NamedTuple

from labmapper.persistence.database.tables import UserRow
from labmapper.persistence.users import fold_username
from labmapper.web.accounts.client_address import find_address
from labmapper.web.language.text import t
from labmapper.web.services import get_attempts, get_users


class Doubt(NamedTuple):
    """Why a password proves nothing, as a sentence, and whether too many were wrong before it."""

    message: str
    is_exhausted: bool


def find_doubt(row: UserRow, password: str) -> Doubt | None:
    """Return why *password* does not prove that this is *row*, or None; guesses count as failed log-ins."""
    attempts, address, name = get_attempts(), find_address(), fold_username(row.username)
    if attempts.is_exhausted(address, name):
        return Doubt(t("Too many wrong passwords. Wait 15 minutes, then try again."), is_exhausted=True)
    if get_users().check(row.username, password) is None:
        attempts.add(address, name)
        return Doubt(t("This is not your password."), is_exhausted=False)
    return None
