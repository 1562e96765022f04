"""Browsers in which an account has logged in before, known by a signed cookie that opens nothing.

They are not locked out when strangers guess the password, be it from other addresses or from the same school.
"""

import hashlib
import secrets

from flask import Response

from labmapper.persistence.accounts.users import Account
from labmapper.web.accounts.signed_cookies import SignedCookie

_COOKIE = SignedCookie("known", days=365)


def find_browser(account: str) -> str | None:
    """Return the id of the browser that asks, if *account*, a folded name, has logged in there before, or None."""
    match _COOKIE.read():
        case [known, str(browser)] if known == _digest(account):
            return browser
    return None


def remember_browser(response: Response, account: Account) -> None:
    """Let *response* tell the browser that *account* has logged in there."""
    _COOKIE.write(response, [_digest(account.username_key), secrets.token_urlsafe(16)])


def _digest(account: str) -> str:
    return hashlib.sha256(account.encode("utf-8", "surrogatepass")).hexdigest()
