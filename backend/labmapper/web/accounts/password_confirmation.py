"""The password typed once more, where it must be certain who asks."""

from typing import NamedTuple

from labmapper.persistence.accounts.attempts import Guess
from labmapper.persistence.accounts.users import Account
from labmapper.web.accounts.client_address import find_address
from labmapper.web.accounts.guessing import TooManyGuesses, check_guess
from labmapper.web.language.text import t

# Who has logged in is counted apart from those who want to: nobody else can use up their guesses.
_LOGGED_IN = "logged in"


class Doubt(NamedTuple):
    """Why a password proves nothing, as a sentence, and whether too many were wrong before it."""

    message: str
    is_exhausted: bool


def find_doubt(account: Account, password: str) -> Doubt | None:
    """Return why *password* does not prove that this is *account*, or None; guesses are limited as at log-in."""
    try:
        proven = check_guess(Guess(find_address(), account.username_key, _LOGGED_IN), account.username, password)
    except TooManyGuesses:
        return Doubt(t("Too many wrong passwords. Wait 15 minutes, then try again."), is_exhausted=True)
    return None if proven else Doubt(t("This is not your password."), is_exhausted=False)
