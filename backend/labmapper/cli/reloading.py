"""``labmapper serve --reload``: the server for development, which shows a changed file at once.

After a change to a template, script or style the next page comes from an app that was made anew. After a change to Python
the process starts again, and keeps its socket meanwhile: who asks has to wait a moment, and is not refused.
"""

import logging
import signal
import sys
from collections.abc import Iterable
from dataclasses import replace
from threading import Lock
from wsgiref.types import StartResponse, WSGIEnvironment

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, is_running_from_reloader, run_simple

from labmapper import paths
from labmapper.app import StartError, create_app, prepare
from labmapper.config import Config
from labmapper.web.icons import load_icons
from labmapper.web.language.catalogues import load_catalogues
from labmapper.web.server.logs import configure_logging
from labmapper.web.static_files.assets import load_assets


def serve(config: Config) -> None:
    """Run the server of *config* until it is stopped.

    Raises:
        StartError: The database or the data directory cannot be used, or the port is left open.
    """
    if not config.port:
        raise StartError("A server that starts again needs a port: set LABMAPPER_PORT.")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # so that the process that serves is ended, too
    if is_running_from_reloader():
        prepare(config)
        configure_logging(config.log_level)
        print(f"Labmapper is at http://{config.host}:{config.port}/", flush=True)  # noqa: T201 - said to who started it
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    app = ReloadingApp(config)
    run_simple(config.host, config.port, app, use_reloader=True, threaded=True, request_handler=_Handler)


class ReloadingApp:
    """The app, made anew before a page is shown where a template, a static file or a translation has changed."""

    def __init__(self, config: Config) -> None:
        """Make the app for *config*."""
        self._config = replace(config, are_sources_plain=True, metrics_port=0)  # it has one address only
        self._lock = Lock()
        self._seen = self._look()
        self._app: Flask = create_app(self._config)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request; the many for static files do not look for changes."""
        if not environ["PATH_INFO"].startswith("/static/"):
            with self._lock:
                self._renew()
        return self._app(environ, start_response)

    def _renew(self) -> None:
        seen = self._look()
        if seen != self._seen:
            load_catalogues.cache_clear()
            load_assets.cache_clear()
            load_icons.cache_clear()
            self._app = create_app(self._config)
            self._seen = seen

    def _look(self) -> frozenset[tuple[str, int]]:
        """Return each file that is no Python, with the moment of its last change."""
        roots = (paths.TEMPLATES, paths.STATIC, paths.TRANSLATIONS, self._config.translations)
        files = (path for root in roots if root for path in root.rglob("*"))
        return frozenset((str(path), path.stat().st_mtime_ns) for path in files)


class _Handler(WSGIRequestHandler):
    """Leaves the log of the requests to Labmapper itself."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass
