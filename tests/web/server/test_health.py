"""What watches the server asks whether it lives, whether people may be sent to it, and whether its database answers."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text
from werkzeug.test import TestResponse

from labmapper.config import Config
from labmapper.persistence.database.connection import db
from labmapper.web.server import health
from labmapper.web.server.shutdown import announce_shutdown
from support.server.people import Browser


@pytest.fixture(autouse=True)
def _shutdown_ends() -> Iterator[None]:
    yield
    announce_shutdown(is_near=False)


def read(answer: TestResponse) -> dict[str, str]:
    """Return what the lines of *answer* say of each check."""
    return {line["check"]: line["status"] for line in map(json.loads, answer.text.splitlines())}


def test_a_well_server_is_ready_a_line_for_each_check(nobody: Browser) -> None:
    answer = nobody.get("/readyz")

    assert answer.status_code == 200
    assert read(answer) == dict.fromkeys(("server", "database", "migrations", "disk"), "ok")
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_server_lives_though_its_database_is_away(make_app: Callable[[Config], Flask], config: Config) -> None:
    client = make_app(replace(config, database_url="postgresql+psycopg2://nobody@127.0.0.1:1/none")).test_client()

    assert client.get("/livez").get_json() == {"status": "ok"}
    assert client.head("/livez").status_code == 200
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert read(answer) == {
        "server": "ok",
        "database": "does not answer",
        "migrations": "unknown",
        "disk": "ok",
    }
    assert client.get("/healthz").status_code == 503


def test_a_database_that_is_silent_is_given_up_soon(make_app: Callable[[Config], Flask], config: Config) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgresql+psycopg2://nobody@127.0.0.1:{silent.getsockname()[1]}/none"
        client = make_app(replace(config, database_url=url)).test_client()
        began = time.monotonic()

        assert read(client.get("/readyz"))["database"] == "does not answer"

    assert time.monotonic() - began < 60


def test_a_database_of_another_revision_makes_no_ready_server(app: Flask, nobody: Browser) -> None:
    with app.app_context():
        before = db.session.scalar(text("SELECT version_num FROM alembic_version"))
        db.session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        db.session.commit()

        answer = nobody.get("/readyz")

        db.session.execute(text("UPDATE alembic_version SET version_num = :before"), {"before": before})
        db.session.commit()
    assert answer.status_code == 503
    assert read(answer)["migrations"] == "not at the revision of this version"


def test_a_disk_that_cannot_be_written_makes_no_ready_server(
    nobody: Browser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.TemporaryFile", lambda **_: (tmp_path / "no" / "such").open("w"))

    answer = nobody.get("/readyz")

    assert answer.status_code == 503
    assert read(answer)["disk"] == "cannot be written"


def test_a_server_that_is_about_to_stop_lives_and_is_not_ready(nobody: Browser) -> None:
    announce_shutdown()

    assert nobody.get("/livez").status_code == 200
    answer = nobody.get("/readyz")
    assert answer.status_code == 503
    assert read(answer) == {"server": "is shutting down"}


def test_however_many_ask_the_database_is_asked_seldom(
    app: Flask, nobody: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(health, "find_revision", asked.append)
    monkeypatch.setattr(health, "_FRESH_SECONDS", 600.0)

    for _ in range(5):
        nobody.get("/readyz")

    assert len(asked) == 1
