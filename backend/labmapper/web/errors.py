"""Error handlers: every exception becomes an answer with a sentence, a page for people or JSON for scripts and the editor."""

import logging

from flask import Flask, Response, current_app, g, jsonify, make_response, render_template, request
from flask_login import AnonymousUserMixin
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestedRangeNotSatisfiable, RequestEntityTooLarge

from labmapper.core.pictures.picture import UnfitPicture
from labmapper.persistence.accounts.users import PasswordChanged
from labmapper.persistence.database.connection import abandon_session
from labmapper.persistence.database.faults import describe_fault, is_orphan, is_unwritable
from labmapper.persistence.listing import BadCursor
from labmapper.persistence.quotas import QuotaExceeded
from labmapper.persistence.sealing.encryption import EncryptionError
from labmapper.persistence.store import NotFound, StaleRevision
from labmapper.persistence.total_space import NoRoom
from labmapper.web.accounts.identity import find_known_name, refuse_nobody
from labmapper.web.accounts.security_log import log_refusal
from labmapper.web.language.text import lazy, t
from labmapper.web.refusals import Refusal, refuse_body, refuse_missing, refuse_picture, refuse_quota, refuse_room
from labmapper.web.server.logs import find_place
from labmapper.web.server.request_ids import find_request_id
from labmapper.web.services import get_users

_log = logging.getLogger("labmapper.web")

_SERVER_ERROR = 500
# Seconds after which a server that could not answer may be asked again.
_PAUSE = 30
_MESSAGES = {
    400: ("bad-request", lazy("The request cannot be understood. Go back and try again.")),
    403: ("forbidden", lazy("This is not open to you. Log in with another account.")),
    405: ("method-not-allowed", lazy("This address does not do that.")),
    408: ("too-slow", lazy("The request took too long to arrive. Try again.")),
    416: ("no-such-range", lazy("The file has no such part. Ask for bytes that it has.")),
    415: ("unsupported-type", lazy("The request has a content type that is not read here.")),
}
_DATABASE_AWAY = lazy("The database does not answer. Try again in a minute; what is on your screen is still there.")
_DATABASE_FULL = lazy("The database cannot be written: its disk is full or read-only. Nothing was changed.")
_CRASH = lazy(
    "Something went wrong in Labmapper. Nothing of yours was lost; try again, and report it if it happens again."
)


def init_errors(app: Flask) -> None:
    """Let *app* answer every error with a page or with JSON."""
    app.register_error_handler(Refusal, answer)
    app.register_error_handler(NotFound, lambda _: answer(refuse_missing()))
    app.register_error_handler(StaleRevision, lambda error: answer(_refuse_stale(error)))
    app.register_error_handler(QuotaExceeded, lambda error: answer(refuse_quota(error)))
    app.register_error_handler(NoRoom, lambda error: answer(refuse_room(error)))
    app.register_error_handler(PasswordChanged, lambda _: answer(_refuse_old_password()))
    app.register_error_handler(UnfitPicture, lambda error: answer(refuse_picture(error)))
    app.register_error_handler(BadCursor, lambda _: answer(_refuse_cursor()))
    app.register_error_handler(CSRFError, lambda error: answer(_refuse_csrf(error)))
    app.register_error_handler(RequestEntityTooLarge, lambda _: answer(refuse_body(_find_limit())))
    app.register_error_handler(HTTPException, _answer_http)
    app.register_error_handler(DBAPIError, _answer_database)
    app.register_error_handler(IntegrityError, _answer_integrity)
    for bug in (DataError, ProgrammingError):
        app.register_error_handler(bug, _answer_crash)
    app.register_error_handler(PoolTimeout, _answer_database)
    app.register_error_handler(EncryptionError, _answer_encryption)
    app.register_error_handler(Exception, _answer_crash)


def wants_json() -> bool:
    """Return whether the answer to this request is JSON."""
    return request.path.startswith("/api/")


def answer(refusal: Refusal) -> Response:
    """Return the answer that says *refusal*."""
    log_refusal(refusal, find_known_name())
    if refusal.status >= _SERVER_ERROR:
        _forget_person()
    body = jsonify(refusal.as_json()) if wants_json() else _render_page(refusal)
    response = make_response(body, refusal.status)
    if refusal.status == 401:  # noqa: PLR2004 - Unauthorized
        why = ', error="invalid_token"' if refusal.code == "bad-token" else ""
        response.headers["WWW-Authenticate"] = f'Bearer realm="Labmapper"{why}'
    pause = refusal.retry_after or (_PAUSE if refusal.status == 503 else None)  # noqa: PLR2004 - Service Unavailable
    if pause is not None:
        response.headers["Retry-After"] = str(pause)
    return response


def _render_page(refusal: Refusal) -> str:
    """Return the page that says *refusal*; where the server failed, with the name by which the log knows the request."""
    named = find_request_id() if refusal.status >= _SERVER_ERROR else None
    return render_template("error.html", refusal=refusal, request_id=named)


def _forget_person() -> None:
    """Render what follows as for a guest: asking who is logged in may be just what failed."""
    g._login_user = AnonymousUserMixin()  # noqa: SLF001 - where Flask-Login keeps it


def _find_limit() -> int:
    limit: int = request.max_content_length or current_app.config["MAX_CONTENT_LENGTH"]
    return limit


def _refuse_old_password() -> Refusal:
    message = t("The password was changed just now, or the account was shut. Log in again.")
    return Refusal(409, "password-changed", message)


def _refuse_stale(error: StaleRevision) -> Refusal:
    message = t("This diagram was changed elsewhere. Load that version, or save yours as a copy.")
    return Refusal(412, "revision-stale", message, extra={"revision": error.current})


def _refuse_cursor() -> Refusal:
    return Refusal(400, "bad-cursor", t("The cursor is not one that a list named. Begin with the first page."))


def _refuse_csrf(error: CSRFError) -> Refusal:
    """Return the refusal of a write without a token of ours, or, behind TLS, from a page that is none of ours by its ``Referer``."""
    if "referrer" in (error.description or ""):
        return _refuse_referrer()
    message = t(
        "This page has been open for too long, or your browser refuses cookies. Load it again, then repeat the step."
    )
    return Refusal(400, "csrf", message)


def _refuse_referrer() -> Refusal:
    if request.referrer:
        message = t(
            "This does not come from a page of https://{host}, as the server is called here. Open that address; whoever runs the server lets its proxy pass on the host that you see.",
            host=request.host,
        )
    else:
        message = t(
            "Your browser does not tell from which page this comes, so another site might have sent it. Let it send the header Referer to this site, then repeat the step."
        )
    return Refusal(400, "referrer", message)


def _answer_http(error: HTTPException) -> Response:
    status = error.code or _SERVER_ERROR
    if status == 404:  # noqa: PLR2004 - Not Found
        return answer(refuse_missing())
    if status < 400:  # noqa: PLR2004 - a redirect, which routing raises
        return make_response(error.get_response())
    code, message = _MESSAGES.get(status, ("error", t("The request cannot be answered. Go back and try again.")))
    response = answer(Refusal(status, code, message))
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    if isinstance(error, RequestedRangeNotSatisfiable) and error.length is not None:
        response.headers["Content-Range"] = f"{error.units} */{error.length}"
    return response


def _answer_database(error: SQLAlchemyError) -> Response:
    abandon_session()
    _log.error("database", extra={"event": "database", **describe_fault(error)})
    return answer(Refusal(503, "database", _DATABASE_FULL if is_unwritable(error) else _DATABASE_AWAY))


def _answer_integrity(error: IntegrityError) -> Response:
    """Answer what is refused by a rule of the database: a bug, unless the account, or the drawing, was deleted just now."""
    if not is_orphan(error):
        return _answer_crash(error)
    abandon_session()
    name = find_known_name()
    if name is None or get_users().find(name) is not None:
        return answer(refuse_missing())
    return answer(refuse_nobody())


def _answer_encryption(error: EncryptionError) -> Response:
    abandon_session()
    _log.error("encryption: %s", error, extra={"event": "encryption"})
    message = t(
        "What is stored cannot be opened: the server lacks its encryption key. Nothing was changed; tell its operator."
    )
    return answer(Refusal(500, "encryption", message))


def _answer_crash(error: Exception) -> Response:
    """Answer a bug. Values may stand in the exception's text, so only its kind and its place are logged."""
    if current_app.testing or current_app.debug:
        raise error
    abandon_session()
    _log.error("crash", extra={"event": "crash", "error": type(error).__name__, "at": find_place(error)})
    return answer(Refusal(500, "internal", _CRASH))
