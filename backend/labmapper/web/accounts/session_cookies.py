"""The session's cookie: signed, sent with private answers only, and read where clocks differ by some seconds."""

from typing import Any

from flask import Flask, Response
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from itsdangerous import SignatureExpired, TimestampSigner, URLSafeTimedSerializer


class SessionCookies(SecureCookieSessionInterface):
    """Flask's sessions in signed cookies, for several servers behind one address."""

    def __init__(self) -> None:
        """Sign nothing yet: the key comes with the app."""
        super().__init__()
        self._serializer: URLSafeTimedSerializer | None = None

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send the cookie of *session* with *response*, unless that is the same for everybody.

        Would public answers vary with the cookie, a browser fetched them all again with each log-in.
        """
        if not response.cache_control.public:
            super().save_session(app, session, response)

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """Return what signs and reads cookies of *app*, made once: Flask's, which lets clocks differ."""
        if self._serializer is None:
            serializer = super().get_signing_serializer(app)
            if serializer is not None:
                serializer.signer = _ClockTolerantSigner
            self._serializer = serializer  # no other thread finds one that is half made
        return self._serializer


class _ClockTolerantSigner(TimestampSigner):
    """Reads also what was signed later than now.

    itsdangerous takes that for expired: a clock that was ahead and was set back, by a second or by years, or a second server whose
    clock is behind, would make a guest a stranger to the own drawing. Whether a log-in has ended does not depend on its cookie.
    """

    def unsign(self, signed_value: str | bytes, max_age: int | None = None, **options: Any) -> Any:  # type: ignore[override] # noqa: ANN401 - the overloads of itsdangerous
        """Return what was signed. Raises SignatureExpired where it is older than *max_age* seconds."""
        try:
            return super().unsign(signed_value, max_age, **options)
        except SignatureExpired as error:
            if error.date_signed is None or self._is_older(int(error.date_signed.timestamp()), max_age):
                raise
            return super().unsign(signed_value, **options)

    def _is_older(self, signed: int, max_age: int | None) -> bool:
        return max_age is not None and self.get_timestamp() - signed > max_age
