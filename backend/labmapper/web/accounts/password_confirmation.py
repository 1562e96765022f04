"""The password typed once more, where it must be certain who asks."""

from labmapper.persistence.accounts.attempts import Guess
from labmapper.persistence.accounts.users import Account, Opened
from labmapper.web.accounts.client_address import find_address
from labmapper.web.accounts.guessing import TooManyGuesses, check_guess
from labmapper.web.language.text import t

# Who has logged in is counted apart from those who want to: nobody else can use up their guesses.
_LOGGED_IN = "logged in"


class Doubt(Exception):
    """Why a password proves nothing, as a sentence, and whether too many were wrong before it."""

    def __init__(self, message: str, *, is_exhausted: bool) -> None:
        """Say *message*."""
        super().__init__(message)
        self.message, self.is_exhausted = message, is_exhausted


def confirm(account: Account, password: str) -> Opened:
    """Return *account* as *password* opens it, or raise Doubt; guesses are limited as at log-in."""
    try:
        opened = check_guess(Guess(find_address(), account.username_key, _LOGGED_IN), account.username, password)
    except TooManyGuesses as error:
        raise Doubt(t("Too many wrong passwords. Wait 15 minutes, then try again."), is_exhausted=True) from error
    if opened is None:
        raise Doubt(t("This is not your password."), is_exhausted=False)
    return opened
