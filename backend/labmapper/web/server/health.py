"""Health checks: does the server run, can it answer people, does the database answer.

``/livez`` asks nothing else, so that where it does not answer the server should be restarted. ``/readyz`` says whether to route
people here.
"""

import json
import os
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from flask import Flask, Response, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from labmapper.config import Config
from labmapper.persistence.database.connection import db
from labmapper.persistence.database.schema import find_head, find_revision
from labmapper.web.server.shutdown import is_shutting_down

# Nobody logs or counts how often these are asked.
ENDPOINTS = frozenset({"health", "livez", "readyz"})
_SECONDS = 2
# How long what was found counts: however many ask, the database is asked once in so many seconds.
_FRESH_SECONDS = 1.0
_ROOM = 4096
_WELL = "ok"


class Checks:
    """What must be well before people are sent here, looked at by one thread at a time and seldom."""

    def __init__(self, config: Config) -> None:
        """Look at the database and the disks of *config*."""
        self._engine = create_engine(config.database_url, poolclass=NullPool, **_hurry(config))
        self._folders = _list_folders(config)
        self._lock = threading.Lock()
        self._found: dict[str, str] = {}
        self._next = 0.0

    def look(self) -> dict[str, str]:
        """Return how each thing is, ``ok`` or what is wrong. Who comes while another looks has what was found before."""
        if self._lock.acquire(blocking=not self._found):
            try:
                if time.monotonic() >= self._next:
                    self._found = self._check_database() | {"disk": self._check_disk()}
                    self._next = time.monotonic() + _FRESH_SECONDS
            finally:
                self._lock.release()
        return self._found

    def _check_database(self) -> dict[str, str]:
        try:
            with self._engine.connect() as connection:
                revision = find_revision(connection)
        except SQLAlchemyError:
            return {"database": "does not answer", "migrations": "unknown"}
        return {
            "database": _WELL,
            "migrations": _WELL if revision == find_head() else "not at the revision of this version",
        }

    def _check_disk(self) -> str:
        try:
            for folder in self._folders:
                with tempfile.TemporaryFile(dir=folder) as file:
                    file.write(bytes(_ROOM))
                    file.flush()
                    os.fsync(file.fileno())
        except OSError:
            return "cannot be written"
        return _WELL


def init_health(app: Flask, config: Config) -> None:
    """Let *app* answer those who watch it."""
    app.add_url_rule("/livez", "livez", _say_alive)
    app.add_url_rule("/readyz", "readyz", _make_readiness(Checks(config)))
    app.add_url_rule("/healthz", "health", _say_healthy)


def _say_alive() -> ResponseReturnValue:
    return jsonify(status=_WELL)


def _say_healthy() -> ResponseReturnValue:
    """Say ok once the database has answered."""
    db.session.execute(text("SELECT 1"))
    return jsonify(status=_WELL)


def _make_readiness(checks: Checks) -> Callable[[], Response]:
    """Return the view that says, a line of JSON each, how *checks* are: 200 if all are well and the server stays, else 503."""

    def say_ready() -> Response:
        found = {"server": "is shutting down"} if is_shutting_down() else {"server": _WELL, **checks.look()}
        lines = [json.dumps({"check": name, "status": state}) for name, state in found.items()]
        is_well = all(state == _WELL for state in found.values())
        return Response("\n".join(lines) + "\n", 200 if is_well else 503, mimetype="application/x-ndjson")

    return say_ready


def _hurry(config: Config) -> dict[str, object]:
    """Return the options of an engine that does not wait long for the database of *config*."""
    if config.is_embedded:
        return {"connect_args": {"timeout": _SECONDS}}
    options = f"-c statement_timeout={_SECONDS * 1000}"
    return {"connect_args": {"connect_timeout": _SECONDS, "tcp_user_timeout": _SECONDS * 1000, "options": options}}


def _list_folders(config: Config) -> list[Path]:
    """Return the folders that must be written: where uploads wait, and where an embedded database is."""
    folders = [Path(tempfile.gettempdir())]
    database = make_url(config.database_url).database
    if config.is_embedded and database:
        folders.append(Path(database).parent)
    return folders
