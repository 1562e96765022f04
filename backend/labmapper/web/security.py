"""What protects every answer: headers, cookies, cross-site request forgery, and how large bodies and forms may be."""

from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Request, Response, request
from flask_wtf.csrf import CSRFProtect

from labmapper.config import MEBIBYTE, Config
from labmapper.web.accounts.identity import READS, check_token, find_person
from labmapper.web.accounts.missing_token import refuse_missing_token
from labmapper.web.language.text import t
from labmapper.web.refusals import Refusal

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
# What a browser heeds in a document only. Scripts and styles come without: with 160 files it would be half of the load.
DOCUMENT_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
_PARTS_OF_DOCUMENTS = {"text/css", "text/javascript"}
_YEAR = 365 * 24 * 3600
_FORM = "application/x-www-form-urlencoded"
# The largest form has less than a hundred. In one with files the library counts the parts (MAX_FORM_PARTS).
_MOST_FIELDS = 1000
# What people paste comes in parts (multipart/form-data). Where each letter is written as %CC%81, a mebibyte takes a hundred of memory.
_LONGEST_FORM = MEBIBYTE

csrf = CSRFProtect()


class BoundedRequest(Request):
    """A request that is no longer than it may be, also where it comes in chunks, and no form where nothing asks for one.

    It is no form where it only reads, and where it is a file that the API takes with any type.
    """

    def get_data(self, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - the overloads of werkzeug
        """Return the body. The library takes the first of chunks for all of them, as many as are allowed; it minds whoever reads on."""
        data = super().get_data(*arguments, **options)
        if self.content_length is None:
            self.stream.read(1)
        return data

    @property
    def want_form_data_parsed(self) -> bool:
        """Return whether there is a form."""
        is_file = self.path.startswith("/api/") and self.mimetype == _FORM
        return self.method not in READS and not is_file and super().want_form_data_parsed


def init_security(app: Flask, config: Config) -> None:
    """Let every answer of *app* carry the headers, and every write a CSRF token."""
    cookie = name_session_cookie(config)
    app.config.update(
        SESSION_COOKIE_NAME=cookie,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.is_behind_tls,
        SESSION_REFRESH_EACH_REQUEST=False,
        # So long a cookie of the session is read: as long as a guest's work is kept, and no log-in ends before its own limit.
        PERMANENT_SESSION_LIFETIME=max(config.guest_days * 24, config.login_hours) * 3600,
        REMEMBER_COOKIE_NAME=f"{cookie}-remember",
        REMEMBER_COOKIE_PATH=config.path or "/",
        REMEMBER_COOKIE_DURATION=config.remember_days * 24 * 3600,
        REMEMBER_COOKIE_HTTPONLY=True,
        REMEMBER_COOKIE_SAMESITE="Lax",
        REMEMBER_COOKIE_SECURE=config.is_behind_tls,
        WTF_CSRF_CHECK_DEFAULT=False,
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.request_class = BoundedRequest
    csrf.init_app(app)
    app.before_request(lambda: _check_write(config))
    headers = HEADERS | {"Cache-Control": "no-store"}
    if config.is_behind_tls and not config.path:  # it binds the whole host, which is not ours below a path
        headers["Strict-Transport-Security"] = f"max-age={_YEAR}; includeSubDomains"
    app.after_request(lambda response: _add_headers(response, headers))


def name_session_cookie(config: Config) -> str:
    """Return what the cookie of the session is called, and how the names of all others begin.

    Behind TLS browsers then take it from this host alone, over https alone: no neighbour in the domain can plant one.
    """
    if not config.is_behind_tls:
        return "labmapper"
    return "__Secure-labmapper" if config.path else "__Host-labmapper"


def is_safe_target(target: str) -> bool:
    """Return whether *target* leads to a page of this site, however a browser reads it."""
    if not target.startswith("/") or target.startswith("//") or "\\" in target or not target.isprintable():
        return False
    parts = urlsplit(target)
    return not parts.scheme and not parts.netloc


def _check_write(config: Config) -> None:
    """Let no write go on a cookie alone: another site cannot make a browser send a token of ours. Before it is read, bound it."""
    is_script = check_token()
    if request.method not in READS:
        _bound_body(config)
        _check_form()
    if not is_script:
        refuse_missing_token()
        csrf.protect()


def _check_form() -> None:
    """Refuse a form with a part that has no name, which nothing here asks for and libraries stumble over."""
    if request.mimetype == "multipart/form-data" and (None in request.form or None in request.files):
        raise Refusal(400, "bad-form", t("A part of the form has no name. Send each with the name that is described."))


def _bound_body(config: Config) -> None:
    """Let guests send less than people with an account, and nobody a form that is very long, or of very many fields.

    What is short enough for both needs no look at who sends it.
    """
    length, most = request.content_length, min(config.guest_body, config.max_body)
    if (length is None or length > most) and find_person() is None:
        request.max_content_length = request.max_form_memory_size = most
    if request.mimetype != _FORM or not request.want_form_data_parsed:
        return
    request.max_content_length = min(_LONGEST_FORM, request.max_content_length or _LONGEST_FORM)
    # Each field of a form costs as much as kilobytes of one: a million of them take seconds to be told apart.
    if request.get_data().count(b"&") >= _MOST_FIELDS:
        message = t("The form has more than {count} fields. No page here sends so many.", count=_MOST_FIELDS)
        raise Refusal(413, "many-fields", message)


def _add_headers(response: Response, headers: dict[str, str]) -> Response:
    """Give *response* those of *headers* that it has none of, and what browsers heed in documents unless it is a part of one."""
    wanted = headers if response.mimetype in _PARTS_OF_DOCUMENTS else headers | DOCUMENT_HEADERS
    given = {name.lower() for name in response.headers.keys()}  # noqa: SIM118 - to iterate over headers yields pairs
    response.headers.extend({name: value for name, value in wanted.items() if name.lower() not in given})
    return response
