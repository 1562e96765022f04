"""A guest's work that somebody did not take over when they logged in: it stays with the browser, and is there after the log-out.

A signed cookie keeps the guest meanwhile, for as long as guests' work is kept; the session of the log-in does not.
"""

from flask import Response, after_this_request, current_app, request
from itsdangerous import BadData

from labmapper.persistence.permissions import Owner
from labmapper.web.accounts.signed_cookies import SignedCookie
from labmapper.web.services import get_config

# What the session's cookie is called without TLS, and was called with it before it had a prefix.
_FORMER = "labmapper"


def leave_guest(guest: Owner) -> None:
    """Let the answer to this request keep who *guest* is in the browser."""
    cookie = SignedCookie("guest", get_config().guest_days)

    @after_this_request
    def keep(response: Response) -> Response:
        cookie.write(response, guest.guest)
        return response


def find_left_guest() -> Owner | None:
    """Return the guest that this browser was before a log-in, or before its cookie had another name, or None."""
    guest = SignedCookie("guest", get_config().guest_days).read() or _find_former()
    return Owner(guest=guest) if isinstance(guest, str) else None


def _find_former() -> object:
    """Return the guest of the session cookie as it was called before, or None."""
    if current_app.config["SESSION_COOKIE_NAME"] == _FORMER or _FORMER not in request.cookies:
        return None
    signer = current_app.session_interface.get_signing_serializer(current_app)  # type: ignore[attr-defined] # it is Flask's
    try:
        return signer.loads(request.cookies[_FORMER]).get("guest")
    except (BadData, AttributeError):
        return None
