"""Sends the static files: compressed to who takes that, and to be kept for good, since a change changes their address."""

from functools import partial
from http import HTTPStatus

from flask import Flask, Response, abort, request
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask.typing import ResponseReturnValue

from labmapper.config import Config
from labmapper.web.static_files.assets import Assets, load_assets

_LIFETIME = 365 * 24 * 3600


def init_static_files(app: Flask, config: Config) -> None:
    """Let *app* send the static files; pages name them as Flask does, ``url_for('static', filename=...)``."""
    assets = load_assets(config.translations)
    app.add_url_rule(f"/static/{assets.key}/<path:filename>", "static", partial(_send, assets))
    app.session_interface = _Sessions()


class _Sessions(SecureCookieSessionInterface):
    """Leaves public answers alone. Would they vary with the cookie, a browser fetched all again with each log-in."""

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if not response.cache_control.public:
            super().save_session(app, session, response)


def _send(assets: Assets, filename: str) -> ResponseReturnValue:
    asset = assets.files.get(filename)
    if asset is None:
        abort(HTTPStatus.NOT_FOUND)
    encoding = next((name for name in asset.packed if request.accept_encodings.quality(name) > 0), None)
    response = Response(asset.packed[encoding] if encoding else asset.plain, content_type=asset.content_type)
    response.vary.add("Accept-Encoding")
    if encoding:
        response.content_encoding = encoding
    response.set_etag(f"{assets.key}-{encoding or 'plain'}")
    response.cache_control.public = True
    response.cache_control.immutable = True
    response.cache_control.max_age = _LIFETIME
    return response.make_conditional(request)
