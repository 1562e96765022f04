"""Counts of what the server does, for Prometheus, at an address of their own that is not the public one.

Off unless a setting names its port. All processes count together, in a folder of files that is made at each start.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask, Response, g, request
from werkzeug.wrappers import Response as PlainResponse

from labmapper.config import Config
from labmapper.web.server.health import ENDPOINTS
from labmapper.web.services import get_services

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

# prometheus-client asks for it when it is imported: only then the processes count together.
_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
_BUCKETS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}


class Metrics:
    """The counters of one process. No label says who asked, from where or for what."""

    def __init__(self) -> None:
        """Begin to count."""
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram  # noqa: PLC0415 - only where it is on

        self.registry = CollectorRegistry()
        self._requests = Counter(
            "labmapper_requests", "Answers, by route.", ["method", "route", "status"], registry=self.registry
        )
        self._seconds = Histogram(
            "labmapper_request_seconds",
            "Seconds until the answer began.",
            ["route"],
            buckets=_BUCKETS,
            registry=self.registry,
        )
        self._running = Gauge(
            "labmapper_requests_in_progress",
            "Requests that are being answered.",
            multiprocess_mode="livesum",
            registry=self.registry,
        )
        self._security = Counter(
            "labmapper_security_events", "What the log says of security.", ["event", "code"], registry=self.registry
        )

    def begin(self) -> None:
        """Count a request that has come."""
        g.is_counted = True
        self._running.inc()

    def finish(self, response: Response) -> Response:
        """Count *response*."""
        route = request.url_rule.rule if request.url_rule else "none"
        method = request.method if request.method in _METHODS else "other"
        self._requests.labels(method, route, f"{response.status_code // 100}xx").inc()
        self._seconds.labels(route).observe(time.perf_counter() - g.started)
        return response

    def end(self) -> None:
        """Count a request that is over."""
        if g.pop("is_counted", False):
            self._running.dec()

    def count_event(self, event: str, code: str) -> None:
        """Count what concerns security."""
        self._security.labels(event, code).inc()


def init_metrics(app: Flask, config: Config) -> None:
    """Let *app* count what it does, where the settings say so, and show it at the address of the metrics alone."""
    if not config.metrics_port:
        return
    metrics = Metrics()
    get_services(app).count_event = metrics.count_event
    app.before_request(lambda: None if request.endpoint in ENDPOINTS else metrics.begin())
    app.after_request(lambda response: response if request.endpoint in ENDPOINTS else metrics.finish(response))
    app.teardown_request(lambda _: metrics.end())
    app.wsgi_app = _PartByPort(  # type: ignore[method-assign] # as Flask documents it
        app.wsgi_app, config.metrics_port, lambda: _render(metrics.registry)
    )


def share_counts() -> None:
    """Let all processes that this one will start count together; before the counters are imported."""
    os.environ[_VARIABLE] = tempfile.mkdtemp(prefix="labmapper-metrics-")


def forget_process(process: int) -> None:
    """Take what the ended *process* did just then out of the counts; what it had done stays."""
    if _VARIABLE in os.environ:
        from prometheus_client.multiprocess import mark_process_dead  # noqa: PLC0415 - only where it is on

        mark_process_dead(process)  # type: ignore[no-untyped-call] # it carries no types for this


def end_counting() -> None:
    """Remove the files of the counts, after all processes have ended."""
    folder = os.environ.pop(_VARIABLE, None)
    if folder:
        shutil.rmtree(folder, ignore_errors=True)


def _render(own: "CollectorRegistry") -> bytes:
    """Return the counts of all processes, or of this one, whose registry is *own*, where it is alone."""
    from prometheus_client import CollectorRegistry, generate_latest  # noqa: PLC0415 - only where it is on
    from prometheus_client.multiprocess import MultiProcessCollector  # noqa: PLC0415 - only where it is on

    if _VARIABLE not in os.environ or not Path(os.environ[_VARIABLE]).is_dir():
        return generate_latest(own)
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call] # it carries no types for this
    return generate_latest(together)


class _PartByPort:
    """Shows the metrics, and nothing else, to who came to their port; to all others, the app.

    The port is that of the socket: no header of a request can name another.
    """

    def __init__(self, app: WSGIApplication, port: int, render: Callable[[], bytes]) -> None:
        self._app = app
        self._port = str(port)
        self._render = render

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["SERVER_PORT"] != self._port:
            return self._app(environ, start_response)
        if environ["PATH_INFO"] != "/metrics" or environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
            return PlainResponse("The metrics are at /metrics.\n", 404, mimetype="text/plain")(environ, start_response)
        kind = "text/plain; version=0.0.4; charset=utf-8"
        return PlainResponse(self._render(), content_type=kind)(environ, start_response)
