"""Signed cookies beside the session's: what they say was said by this server, and they outlive the browser."""

from dataclasses import dataclass
from typing import Any

from flask import Response, current_app, request
from itsdangerous import BadData, URLSafeSerializer


@dataclass(frozen=True, slots=True)
class SignedCookie:
    """The cookie ``labmapper-`` *name*, kept by the browser for *days*."""

    name: str
    days: int

    @property
    def full_name(self) -> str:
        """Return its name; behind TLS it begins as that of the session does."""
        return f"{current_app.config['SESSION_COOKIE_NAME']}-{self.name}"

    def read(self) -> Any:  # noqa: ANN401 - whatever was written
        """Return what was written, or None without it."""
        written = request.cookies.get(self.full_name)
        if not written:
            return None
        try:
            return self._signer().loads(written)
        except BadData:
            return None

    def write(self, response: Response, value: Any) -> None:  # noqa: ANN401 - anything that JSON can hold
        """Let *response* bring *value*."""
        response.set_cookie(
            self.full_name,
            self._signer().dumps(value),
            max_age=self.days * 24 * 3600,
            path=current_app.config["SESSION_COOKIE_PATH"] or current_app.config["APPLICATION_ROOT"],
            secure=current_app.config["SESSION_COOKIE_SECURE"],
            httponly=True,
            samesite="Lax",
        )

    def _signer(self) -> URLSafeSerializer:
        return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=f"labmapper-{self.name}")
