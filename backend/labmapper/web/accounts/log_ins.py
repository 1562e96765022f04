"""Beginning and ending log-ins: each is a row of its own, and its cookie opens nothing once that is gone."""

from flask import request, session
from flask_login import current_user, login_user, logout_user

from labmapper.persistence.accounts.log_ins import LogIn, Place
from labmapper.persistence.accounts.users import Opened
from labmapper.persistence.permissions import Owner
from labmapper.web.accounts.browser_names import name_browser
from labmapper.web.accounts.client_address import find_address
from labmapper.web.accounts.identity import find_guest, load_person
from labmapper.web.accounts.left_guests import leave_guest
from labmapper.web.accounts.security_log import log_event
from labmapper.web.services import get_diagrams, get_log_ins, get_uploads


def log_in(account: Opened, *, remember: bool = False, takes_over: bool = False) -> int:
    """Begin a log-in of *account*, and return how many diagrams of the guest went over to it, if it *takes_over* any.

    What is not taken over stays the guest's: it is there again after the log-out.

    Raises:
        PasswordChanged: Nothing has begun, and the guest goes on.
    """
    guest, secret = find_guest(), _begin(account, remember=remember)
    session.clear()
    session.permanent = False
    _enter(secret, remember=remember)
    log_event("log-in", account=account.username, is_expected=True)
    if guest is None:
        return 0
    if takes_over:
        return _take_over(guest, Owner(user_id=account.id))
    leave_guest(guest)
    return 0


def renew_log_in(account: Opened) -> None:
    """Begin the log-in of *account* in this browser anew, after all have ended; no cookie of before opens anything."""
    here = find_log_in()
    remember = here is not None and here.is_remembered
    _enter(_begin(account, remember=remember), remember=remember)


def log_out() -> None:
    """End this log-in: no copy of its cookie opens anything."""
    if current_user.is_authenticated:
        get_log_ins().end_secret(current_user.get_id())
    logout_user()
    for key in list(session):
        if key != "_remember":  # Flask-Login's note to clear its own cookie
            session.pop(key)


def find_log_in() -> LogIn | None:
    """Return the log-in by which this request comes, or None without one."""
    return current_user.log_in if current_user.is_authenticated else None


def _begin(account: Opened, *, remember: bool) -> str:
    place = Place(name_browser(request.user_agent.string), find_address())
    return get_log_ins().begin(account, place, is_remembered=remember)


def _enter(secret: str, *, remember: bool) -> None:
    person = load_person(secret)
    if person is not None:
        login_user(person, remember=remember)


def _take_over(guest: Owner, user: Owner) -> int:
    """Hand everything of *guest* over to *user* and return how many diagrams that was."""
    get_uploads().adopt(guest, user)
    return get_diagrams().adopt(guest, user)
