"""The identity behind a request: a person who has logged in, a guest with a session, or nobody yet."""

import secrets

from flask import g, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from labmapper.persistence.database.tables import UserRow
from labmapper.persistence.permissions import Owner
from labmapper.web.accounts.security_log import log_event
from labmapper.web.language.text import t
from labmapper.web.refusals import Refusal, refuse_missing
from labmapper.web.services import get_diagrams, get_tokens, get_uploads, get_users

_GUEST = "guest"
_SCRIPT_OF = "labmapper_person"

login_manager = LoginManager()
login_manager.login_view = "accounts.login"
login_manager.localize_callback = lambda _: t("Log in to open this page.")


class Person(UserMixin):  # type: ignore[misc] # Flask-Login carries no types
    """Somebody who has logged in, with the row of their account."""

    def __init__(self, row: UserRow) -> None:
        """Stand for the account *row*."""
        self.row = row
        self.username = row.username

    def get_id(self) -> str:
        """Return what the session cookie holds: no name, and void once the account ends its sessions."""
        return self.row.session_token


@login_manager.user_loader  # type: ignore[untyped-decorator] # Flask-Login carries no types
def load_person(session_token: str) -> Person | None:
    """Return whose log-in *session_token* is, or None."""
    row = get_users().find_by_session(session_token)
    return Person(row) if row else None


def check_token() -> bool:
    """Return whether this request of the API carries a token; refuse one that is nobody's."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not request.path.startswith("/api/"):
        return False
    row = get_tokens().find_user(secret.strip())
    if row is None:
        raise Refusal(401, "bad-token", t("This token is not valid. It was revoked, or copied incompletely."))
    setattr(g, _SCRIPT_OF, row)
    log_event("token-used", account=row.username, is_expected=True)
    return True


def find_person() -> UserRow | None:
    """Return the account of who asks, or None for guests. A token stands for its owner, whatever the cookies say."""
    by_token: UserRow | None = g.get(_SCRIPT_OF)
    if by_token is not None:
        return by_token
    return current_user.row if current_user.is_authenticated else None


def find_known_name() -> str | None:
    """Return the user name of who asks, if that has been found out already: the database is not asked for it."""
    person = g.get(_SCRIPT_OF) or g.get("_login_user")  # where Flask-Login keeps whom it has loaded
    name: str | None = getattr(person, "username", None)
    return name


def is_script() -> bool:
    """Return whether a token stands for who asks."""
    return g.get(_SCRIPT_OF) is not None


def get_person() -> UserRow:
    """Return the account of who asks, on a page that only people with one reach."""
    row = find_person()
    if row is None:
        raise PermissionError("nobody has logged in")
    return row


def require_person() -> UserRow:
    """Return the account of who asks over the API; refuse everybody without one."""
    row = find_person()
    if row is None:
        raise Refusal(401, "no-account", t("This is for accounts. Log in, or send a token."))
    return row


def find_owner() -> Owner | None:
    """Return who asks as the owner of things, or None where nothing can be theirs yet."""
    person = find_person()
    if person is not None:
        return Owner(user_id=person.id)
    guest = session.get(_GUEST)
    return Owner(guest=guest) if isinstance(guest, str) else None


def get_owner() -> Owner:
    """Return who asks as the owner of things; somebody unknown becomes a guest, and stays one in this browser."""
    owner = find_owner()
    if owner is None:
        session[_GUEST] = secrets.token_urlsafe(32)
        owner = Owner(guest=session[_GUEST])
    if owner.guest:
        session.permanent = True
        session.modified = True
    return owner


def require_owner() -> Owner:
    """Return who asks as the owner of things; to somebody unknown everything is missing."""
    owner = find_owner()
    if owner is None:
        raise refuse_missing()
    return owner


def log_in(row: UserRow, *, remember: bool = False) -> int:
    """Begin a log-in of *row* and return how many diagrams of the guest went over to the account."""
    guest = session.get(_GUEST)
    session.clear()
    session.permanent = False
    login_user(Person(row), remember=remember)
    log_event("log-in", account=row.username, is_expected=True)
    return take_over(Owner(guest=guest), Owner(user_id=row.id)) if isinstance(guest, str) else 0


def log_out() -> None:
    """End this log-in, in this browser."""
    logout_user()
    for key in list(session):
        if key != "_remember":  # Flask-Login's note to clear its own cookie
            session.pop(key)


def take_over(guest: Owner, user: Owner) -> int:
    """Hand everything of *guest* over to *user* and return how many diagrams that was."""
    get_uploads().adopt(guest, user)
    return get_diagrams().adopt(guest, user)
