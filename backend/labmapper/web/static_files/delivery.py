"""Sends the static files: compressed to who takes that, and to be kept for good, since a change changes their address."""

from http import HTTPStatus

from flask import Response, abort, request
from flask.typing import ResponseReturnValue

from labmapper.web.services import get_config
from labmapper.web.static_files.assets import get_assets

_LIFETIME = 365 * 24 * 3600


def send_static(filename: str) -> ResponseReturnValue:
    """Send the static file *filename*; pages name it as Flask does, ``url_for('static', filename=...)``."""
    assets = get_assets(get_config())
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
