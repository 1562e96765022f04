"""How often one may guess a password, and what the log says of it."""

from labmapper.persistence.accounts.attempts import WINDOW, Guess
from labmapper.persistence.accounts.users import Opened
from labmapper.web.accounts.security_log import log_event
from labmapper.web.services import get_attempts, get_users

PAUSE = int(WINDOW.total_seconds())


class TooManyGuesses(Exception):
    """So many guesses were wrong that this one is not even looked at."""


def check_guess(guess: Guess, username: str, password: str) -> Opened | None:
    """Return the account *username* if *password* opens it, else None.

    Raises:
        TooManyGuesses: Too many were wrong in the last quarter of an hour.
    """
    attempts, users = get_attempts(), get_users()
    notes = attempts.admit(guess)
    if notes is None:
        tell("log-in-refused", guess)
        raise TooManyGuesses
    account = users.check(username, password)
    if account is None:
        tell("log-in-failed", guess)
        return None
    attempts.withdraw(notes)
    attempts.clear(guess)
    return account


def tell(event: str, guess: Guess) -> None:
    """Log *event*. What is no account is not named: people type their passwords as names."""
    account = guess.account if guess.account and get_users().find(guess.account) else None
    log_event(event, account=account)
