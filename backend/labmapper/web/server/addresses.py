"""The address that a request names, looked at before the app does: the host, and the path under which the pages lie."""

import re
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from werkzeug.wrappers import Response

# A name, an IPv4 or an IPv6 address, and perhaps a port. Python fails over others while it reads them.
_HOST = re.compile(r"(?:\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63})*\.?)(?::[0-9]{1,5})?")
_LONGEST = 261
_SCHEMES = {"http", "https"}
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


class PlainHosts:
    """Refuses requests for a host that cannot be one, whoever named it: the client or a proxy."""

    def __init__(self, app: WSGIApplication) -> None:
        """Stand before *app*."""
        self._app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request, or refuse it."""
        host = environ.get("HTTP_HOST", "")
        if environ["wsgi.url_scheme"] in _SCHEMES and (not host or (len(host) <= _LONGEST and _HOST.fullmatch(host))):
            return self._app(environ, start_response)
        message = "The request names a host that cannot be one. Check the address.\n"
        return Response(message, 400, _HEADERS, mimetype="text/plain")(environ, start_response)


class SubPath:
    """Puts all pages under one path, whether the proxy in front takes that away or leaves it."""

    def __init__(self, app: WSGIApplication, path: str) -> None:
        """Put *app* under *path*, as in ``/labmapper``."""
        self._app = app
        self._path = path

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request under the path, or one from which the proxy took it."""
        asked = environ.get("PATH_INFO", "")
        if asked == self._path:
            headers = _HEADERS | {"Location": f"{self._path}/"}
            return Response("", 308, headers, mimetype="text/plain")(environ, start_response)
        environ["SCRIPT_NAME"] = self._path
        environ["PATH_INFO"] = asked.removeprefix(self._path) if asked.startswith(f"{self._path}/") else asked
        return self._app(environ, start_response)
