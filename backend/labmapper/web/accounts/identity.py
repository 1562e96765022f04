"""The identity behind a request: a person who has logged in, a guest with a session, or nobody yet."""

import secrets
from collections.abc import Callable
from typing import TypeVar

from flask import g, request, session
from flask_login import LoginManager, UserMixin, current_user, login_required

from labmapper.persistence.accounts.log_ins import LogIn
from labmapper.persistence.accounts.tokens import READ
from labmapper.persistence.accounts.users import Account
from labmapper.persistence.permissions import Owner
from labmapper.web.accounts.client_address import find_address
from labmapper.web.accounts.left_guests import find_left_guest
from labmapper.web.accounts.rates import get_rates
from labmapper.web.accounts.security_log import log_event
from labmapper.web.language.text import t
from labmapper.web.refusals import Refusal, refuse_missing
from labmapper.web.services import get_log_ins, get_tokens

View = TypeVar("View", bound=Callable[..., object])

GUEST = "guest"
READS = frozenset({"GET", "HEAD", "OPTIONS"})
# What is sent to be worked on, and keeps nothing: a token that only reads may do it.
COMPUTING = frozenset(
    {
        "api.arrangements.arrange_diagram",
        "api.exports.export_diagram_with_options",
        "api.imports.import_any_file",
        "api.imports.import_file",
        "api.previews.preview",
        "api.revisions.compare_diagrams",
        "api.updates.update_from_file",
    }
)
_SCRIPT_OF = "labmapper_person"

login_manager = LoginManager()
login_manager.login_view = "logging_in.login"
# It would note in the session that a log-in is not fresh, which nobody asks. The answer that carries that note, where it comes
# late, would take the guest away that an answer before it has put there, and with the guest the drawing.
login_manager.session_protection = None
login_manager.localize_callback = lambda _: t("Log in to open this page.")


class Person(UserMixin):  # type: ignore[misc] # Flask-Login carries no types
    """Somebody who has logged in, with their account and their log-in."""

    def __init__(self, account: Account, log_in: LogIn, secret: str) -> None:
        """Stand for *account*, by *log_in*, for which *secret* stands in the cookie."""
        self.account = account
        self.log_in = log_in
        self.username = account.username
        self._secret = secret

    def get_id(self) -> str:
        """Return what the cookies hold: no name, and void once the log-in has ended."""
        return self._secret


@login_manager.user_loader  # type: ignore[untyped-decorator] # Flask-Login carries no types
def load_person(secret: str) -> Person | None:
    """Return whose log-in *secret* stands for, or None once it has ended."""
    found = get_log_ins().find(secret, find_address())
    return Person(*found, secret) if found else None


def check_token() -> bool:
    """Return whether this request of the API carries a token; refuse one that is nobody's, or that may not do this."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not request.path.startswith("/api/"):
        return False
    found = get_tokens().find(secret.strip())
    if found is None:
        message = t("This token is not valid. It was revoked, has expired, or was copied incompletely.")
        raise Refusal(401, "bad-token", message)
    account, token = found
    if token.scope == READ and request.method not in READS and request.endpoint not in COMPUTING:
        message = t("This token may only read. Make one on the account page that may do everything.")
        raise Refusal(403, "read-only-token", message)
    setattr(g, _SCRIPT_OF, account)
    log_event("token-used", account=account.username, is_expected=True)
    return True


def find_person() -> Account | None:
    """Return the account of who asks, or None for guests. A token stands for its owner, whatever the cookies say."""
    by_token: Account | None = g.get(_SCRIPT_OF)
    if by_token is not None:
        return by_token
    return current_user.account if current_user.is_authenticated else None


def find_known_name() -> str | None:
    """Return the user name of who asks, if that has been found out already: the database is not asked for it."""
    person = g.get(_SCRIPT_OF) or g.get("_login_user")  # where Flask-Login keeps whom it has loaded
    name: str | None = getattr(person, "username", None)
    return name


def is_script() -> bool:
    """Return whether a token stands for who asks."""
    return g.get(_SCRIPT_OF) is not None


def get_person() -> Account:
    """Return the account of who asks, on a page that only people with one reach."""
    account = find_person()
    if account is None:
        raise PermissionError("nobody has logged in")
    return account


def for_people(view: View) -> View:
    """Let only people with an account come to the page *view*; others are sent to log in."""
    shown: View = login_required(view)
    return shown


def require_person() -> Account:
    """Return the account of who asks over the API; refuse everybody without one."""
    account = find_person()
    if account is None:
        raise refuse_nobody()
    return account


def refuse_nobody() -> Refusal:
    """Return the refusal of what is for accounts only."""
    return Refusal(401, "no-account", t("This is for accounts. Log in, or send a token."))


def find_owner() -> Owner | None:
    """Return who asks as the owner of things, or None where nothing can be theirs yet."""
    person = find_person()
    if person is not None:
        return Owner(user_id=person.id)
    return find_guest()


def get_owner() -> Owner:
    """Return who asks as the owner of things; somebody unknown becomes a guest, and stays one in this browser."""
    owner = find_owner()
    if owner is None:
        get_rates().spend(get_rates().guests)
        owner = Owner(guest=secrets.token_urlsafe(32))
    if owner.guest:
        session[GUEST] = owner.guest
        session.permanent = True
        session.modified = True
    return owner


def find_guest() -> Owner | None:
    """Return the guest that this browser is, or was before somebody logged in, or None."""
    guest = session.get(GUEST)
    return Owner(guest=guest) if isinstance(guest, str) else find_left_guest()


def require_owner() -> Owner:
    """Return who asks as the owner of things; to somebody unknown everything is missing."""
    owner = find_owner()
    if owner is None:
        raise refuse_missing()
    return owner
