"""One line of JSON for each request. It names the route, never its values, the body or a header: those hold secrets.
What concerns security has lines of its own, with the address and the account.
"""

import json
import logging
import time
from datetime import UTC, datetime

from flask import Flask, Response, g, request, session

from labmapper.web.server.health import ENDPOINTS
from labmapper.web.server.request_ids import find_request_id

_log = logging.getLogger("labmapper.requests")
_FIELDS = (
    "event",
    "code",
    "method",
    "route",
    "status",
    "milliseconds",
    "who",
    "error",
    "reason",
    "sqlstate",
    "at",
    "address",
    "account",
    "diagrams",
)


class JsonFormatter(logging.Formatter):
    """Writes a record as one line of JSON, with those fields of ours that it has."""

    def format(self, record: logging.LogRecord) -> str:
        """Return *record* as a line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        fields = {name: getattr(record, name) for name in _FIELDS if hasattr(record, name)}
        named = {"request": name} if (name := find_request_id()) else {}
        return json.dumps(line | fields | named, ensure_ascii=False)


def init_logs(app: Flask) -> None:
    """Let *app* log each request once it is answered."""

    @app.before_request
    def start() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def finish(response: Response) -> Response:
        if request.endpoint != "static" and request.endpoint not in ENDPOINTS:
            _log.info("request", extra=_describe(response))
        return response


def configure_logging(level: str) -> None:
    """Write what Labmapper logs from *level* on to standard error, as lines of JSON."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter())
    logger = logging.getLogger("labmapper")
    logger.handlers = [handler]
    logger.setLevel(level)
    logger.propagate = False


def _describe(response: Response) -> dict[str, object]:
    return {
        "event": "request",
        "method": request.method,
        "route": request.url_rule.rule if request.url_rule else None,
        "status": response.status_code,
        "milliseconds": round((time.perf_counter() - g.started) * 1000, 1),
        "who": "user" if "_user_id" in session else "guest" if "guest" in session else "nobody",
    }
