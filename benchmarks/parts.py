"""What a save, an open and a generation consist of: the milliseconds of each part, in one process, on Postgres.

The functions that do the parts are timed where they stand, each without what others of them do within, so that the parts
add up to the whole. What nobody else is charged with is Flask's: routing, headers, the answer.
"""

import json
import statistics
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from compile import draw
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from flask.testing import FlaskClient
from flask_wtf.csrf import CSRFProtect
from measuring.servers import bare, make_settings
from measuring.stopwatch import Stopwatch
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from labmapper.app import create_app, tune_collector
from labmapper.config import load_config
from labmapper.core.drawing.document import render_diagram
from labmapper.persistence import diagrams as saved_diagrams
from labmapper.persistence.database.connection import db, dispose
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.mappings import Mappings
from labmapper.persistence.sealing.encryption import Cipher
from labmapper.web.accounts import identity
from labmapper.web.api import bodies
from labmapper.web.api import mappings as generated_mappings
from labmapper.web.diagrams import documents

SIZES = (100, 1_000)
TIMES, WARM_UP = 40, 3
REST = "Flask and the rest"

Parts = dict[str, float]


def watch_labmapper(stopwatch: Stopwatch, app: Flask) -> None:
    """Let *stopwatch* time the parts of *app*."""
    dialect = db.engine.dialect
    stopwatch.watch_pieces("write the XML", generated_mappings, "render_mapping")
    for part, owner, *names in (
        ("session and owner", SecureCookieSessionInterface, "open_session", "save_session"),
        ("session and owner", identity, "find_person"),
        ("CSRF token", CSRFProtect, "protect"),
        ("JSON to and from text", json, "loads", "dumps"),
        ("check and write the drawing", bodies, "find_checked_text"),
        ("pydantic: read and check", documents, "parse_document"),
        ("title and search text", saved_diagrams, "build_title", "build_search_text"),
        ("compile the drawing", documents, "compile_diagram"),
        ("zlib", zlib, "compress", "decompress"),
        ("AES-256-GCM", Cipher, "seal", "open"),
        ("SQLAlchemy", Session, "execute", "scalar", "scalars", "flush", "commit", "rollback", "close"),
        ("SQLAlchemy", Diagrams, "create", "load", "save"),
        ("SQLAlchemy", Mappings, "create"),
        ("Postgres: statements", dialect, "do_execute"),
        ("Postgres: commits", dialect, "do_commit", "do_rollback"),
        ("Postgres: is it there", dialect, "do_ping"),
        (REST, app, "wsgi_app"),
    ):
        stopwatch.watch(part, owner, *names)


class Guest:
    """Somebody with a diagram of *nodes* nodes, in this process."""

    def __init__(self, client: FlaskClient, nodes: int) -> None:
        self._client = client
        self._headers = {"X-CSRFToken": client.get("/api/v1/session").get_json()["csrf_token"]}
        self._body = json.dumps({"diagram": render_diagram(draw(nodes))})
        answer = self._write("POST", "/api/v1/diagrams", self._body)
        self._path, self._revision = f"/api/v1/diagrams/{answer.get_json()['id']}", 1

    def save(self) -> None:
        """Save the diagram."""
        self._write("PUT", self._path, self._body, **{"If-Match": f'"{self._revision}"'})
        self._revision += 1

    def load(self) -> None:
        """Open the diagram."""
        expect_success(self._client.get(self._path))

    def generate(self) -> None:
        """Generate the mapping of a drawing that nobody has compiled."""
        documents._compile.cache_clear()  # noqa: SLF001 - as another process of the server
        self._write("POST", f"{self._path}/mappings", "{}")

    def _write(self, method: str, path: str, body: str, **headers: str) -> TestResponse:
        headers = {"Content-Type": "application/json"} | self._headers | headers
        return expect_success(self._client.open(path, method=method, data=body, headers=headers))


def expect_success(answer: TestResponse) -> TestResponse:
    """Return *answer*; raise RuntimeError where it refuses something."""
    if answer.status_code >= 400:  # noqa: PLR2004 - the refusals of HTTP begin here
        raise RuntimeError(f"{answer.status}: {answer.text[:200]}")
    return answer


def measure(stopwatch: Stopwatch, act: Callable[[], object], times: int = TIMES) -> Parts:
    """Return the mean milliseconds of each part of *act*, over the middle half of *times* runs."""
    runs = []
    for _ in range(WARM_UP + times):
        stopwatch.parts.clear()
        act()
        runs.append(dict(stopwatch.parts))
    middle = sorted(runs[WARM_UP:], key=lambda run: sum(run.values()))[times // 4 : times * 3 // 4]
    return {part: 1000 * statistics.mean(run.get(part, 0) for run in middle) for part in stopwatch.names}


def show(title: str, columns: dict[str, Parts]) -> None:
    """Print a table: a row for each part, milliseconds and share in each of *columns*."""
    print(f"\n{title:32}" + "".join(f"{name + ' ms':>12}{'':6}" for name in columns))
    wholes = [sum(column.values()) for column in columns.values()]
    for part in dict.fromkeys(part for column in columns.values() for part in column):
        cells = (
            f"{each[part]:12.2f}{each[part] / whole:6.0%}" for each, whole in zip(columns.values(), wholes, strict=True)
        )
        print(f"{part:32}" + "".join(cells))
    print(f"{'altogether':32}" + "".join(f"{whole:12.2f}{'':6}" for whole in wholes))


@contextmanager
def run_app() -> Iterator[Flask]:
    """Yield Labmapper in this process, on a Postgres of its own."""
    with make_settings() as settings:
        app = create_app(load_config(settings))
        tune_collector(computes=True)  # as each process of the server does
        yield app
        dispose(app)


def main() -> None:
    """Measure and print."""
    with run_app() as app:
        stopwatch = Stopwatch()
        with app.app_context():
            watch_labmapper(stopwatch, app)
        for nodes in SIZES:
            guest = Guest(app.test_client(), nodes)
            acts = {"save": guest.save, "open": guest.load, "generate": guest.generate}
            show(f"a drawing of {nodes:,} nodes", {name: measure(stopwatch, act) for name, act in acts.items()})
    alone = Stopwatch()
    alone.watch(REST, bare, "wsgi_app")
    client = bare.test_client()
    print(f"\nA bare Flask route in this process: {measure(alone, lambda: client.get('/'))[REST]:.2f} ms")


if __name__ == "__main__":
    main()
