"""One line of JSON for each request, and for what gunicorn has to say. It names the route, never its values, the body or a header: those hold secrets.
What concerns security has lines of its own, with the address and the account.
"""

import json
import logging
import time
from datetime import UTC, datetime

from flask import Flask, Response, g, request, session
from gunicorn.config import Config as GunicornConfig
from gunicorn.glogging import Logger

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
        if record.exc_info and record.exc_info[1]:
            fields |= {"error": type(record.exc_info[1]).__name__, "at": find_place(record.exc_info[1])}
        named = {"request": name} if (name := find_request_id()) else {}
        return json.dumps(line | fields | named, ensure_ascii=False)


class GunicornLogger(Logger):  # type: ignore[misc] # gunicorn carries no types
    """Lets gunicorn speak in the same lines as all else: of clients that are not understood, and of processes that ended."""

    def setup(self, cfg: GunicornConfig) -> None:
        """Write as *cfg* says, but in lines of JSON."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(JsonFormatter())


def find_place(error: BaseException) -> str:
    """Return where *error* was raised, without the values that stand in its text."""
    place, trace = "", error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        place, trace = f"{code.co_filename}:{trace.tb_lineno} in {code.co_name}", trace.tb_next
    return place


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
