"""The password typed once more, where it must be certain who asks."""

from labmapper.persistence.database.tables import UserRow
from labmapper.persistence.users import fold_username
from labmapper.web.accounts.client_address import find_address
from labmapper.web.services import get_attempts, get_users

TOO_MANY = "Too many wrong passwords. Wait 15 minutes, then try again."
_WRONG = "This is not your password."


def find_doubt(row: UserRow, password: str) -> str | None:
    """Return why *password* does not prove that this is *row*, or None; guesses count as failed log-ins."""
    attempts, address, name = get_attempts(), find_address(), fold_username(row.username)
    if attempts.is_exhausted(address, name):
        return TOO_MANY
    if get_users().check(row.username, password) is None:
        attempts.add(address, name)
        return _WRONG
    return None
