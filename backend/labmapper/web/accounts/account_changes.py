"""Lines of the log for what somebody did to an account: its password, its tokens, its log-ins, its beginning and end."""

from flask import Flask, Response, g, request

from labmapper.web.accounts.identity import READS, find_known_name, find_person
from labmapper.web.accounts.security_log import log_event

CHANGES = {
    "logging_in.logout": "log-out",
    "logging_in.register": "registered",
    "account.change_password": "password-changed",
    "account.create_token": "token-made",
    "account.delete_account": "account-deleted",
    "account.end_log_in": "log-ins-ended",
    "account.end_other_log_ins": "log-ins-ended",
    "account.end_sessions": "log-ins-ended",
    "account.revoke_token": "token-revoked",
    "api.account.change_password": "password-changed",
    "api.account.delete_account": "account-deleted",
    "api.account.end_sessions": "log-ins-ended",
    "api.tokens.create_token": "token-made",
    "api.tokens.revoke_token": "token-revoked",
}
_REFUSALS = 400
_NAME = "who_changes_account"


def init_account_changes(app: Flask) -> None:
    """Let *app* log each of ``CHANGES`` that was done, and not refused."""
    app.before_request(_note_name)
    app.after_request(_log)


def _note_name() -> None:
    """Keep the user name of who asks: after the change the account may be gone."""
    if _is_change():
        person = find_person()
        setattr(g, _NAME, person.username if person else None)


def _log(response: Response) -> Response:
    if _is_change() and response.status_code < _REFUSALS:
        log_event(CHANGES[request.endpoint or ""], account=g.get(_NAME) or find_known_name(), is_expected=True)
    return response


def _is_change() -> bool:
    return request.endpoint in CHANGES and request.method not in READS
