"""What the log says of security: who was let in or refused, from where. Enough for fail2ban, and no secrets."""

import logging

from flask import request

from labmapper.web.accounts.client_address import find_address
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_services

_BY_CODE = {
    "bad-token": "token-refused",
    "busy": "limit-hit",
    "csrf": "write-refused",
    "referrer": "write-refused",
    "no-room": "limit-hit",
    "quota": "limit-hit",
    "registration-closed": "registration-refused",
}
_BY_STATUS = {401: "access-refused", 403: "access-refused", 413: "limit-hit", 429: "limit-hit", 507: "limit-hit"}
# Who refused these has logged it, with what nobody else knows of it.
_LOGGED_BEFORE = {"too-many", "wrong-password"}

_log = logging.getLogger("labmapper.security")


def log_event(event: str, *, code: str = "", account: str | None = None, is_expected: bool = False) -> None:
    """Log the *event*, perhaps with the *code* of the answer, and the user name of the *account* that it is about.

    What *is expected* is noted as information, everything else as a warning.
    """
    get_services().count_event(event, code)
    facts = {
        "event": event,
        "code": code,
        "route": request.url_rule.rule if request.url_rule else None,
        "address": find_address(),
        "account": account,
    }
    _log.log(logging.INFO if is_expected else logging.WARNING, event, extra=facts)


def log_refusal(refusal: Refusal, account: str | None) -> None:
    """Log *refusal*, given to who asks as *account*, where it concerns security."""
    event = _BY_CODE.get(refusal.code) or _BY_STATUS.get(refusal.status)
    if event and refusal.code not in _LOGGED_BEFORE:
        log_event(event, code=refusal.code, account=account)
