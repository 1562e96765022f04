"""The way to back up and restore that docs/operations.md tells."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from labmapper.app import StartError, create_app, prepare
from labmapper.config import Config
from labmapper.core.drawing.document import parse_diagram
from labmapper.persistence.database.backups import BackupError, back_up, check_backup, restore
from labmapper.persistence.database.connection import db, dispose
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import NotFound
from labmapper.web.services import get_store
from support.labs.drawings import draw_lab
from support.server.databases import build_config, make_database

GUEST = Owner(guest="g" * 43)


def create_diagram(config: Config) -> str:
    diagram, _ = parse_diagram(draw_lab("Kept"))
    assert diagram is not None
    app = create_app(config)
    with app.app_context():
        token = Diagrams(get_store()).create(GUEST, diagram, bytes(32)).id
    dispose(app)
    return token


def load_title(config: Config, token: str) -> object:
    app = create_app(config)
    try:
        with app.app_context():
            return Diagrams(get_store()).load(GUEST, token).document["title"]
    finally:
        dispose(app)


@pytest.fixture
def embedded(tmp_path: Path) -> Config:
    config = build_config(tmp_path, f"sqlite:///{tmp_path / 'labmapper.db'}")
    prepare(config)
    return config


@pytest.fixture(params=["sqlite", "postgres"])
def installation(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Config]:
    """Yield the settings of an installation whose database is ready."""
    if request.param == "sqlite":
        yield request.getfixturevalue("embedded")
        return
    with make_database(request.getfixturevalue("postgres_server")) as url:
        config = build_config(tmp_path, url)
        prepare(config, migrate=True)
        yield config


def test_what_was_saved_after_a_copy_is_gone_once_it_is_put_back(installation: Config, tmp_path: Path) -> None:
    kept = create_diagram(installation)
    back_up(installation, tmp_path / "copy")
    lost = create_diagram(installation)

    check_backup(installation, tmp_path / "copy")
    restore(installation, tmp_path / "copy")

    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    prepare(installation)
    assert load_title(installation, kept) == "Kept"
    with pytest.raises(NotFound):
        load_title(installation, lost)


def test_a_copy_can_be_put_where_there_was_nothing(
    installation: Config, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    token = create_diagram(installation)
    back_up(installation, tmp_path / "copy")
    with ExitStack() as made:
        if installation.is_embedded:
            url = f"sqlite:///{tmp_path / 'new' / 'labmapper.db'}"
        else:
            url = made.enter_context(make_database(request.getfixturevalue("postgres_server")))
        fresh = build_config(tmp_path, url)

        restore(fresh, tmp_path / "copy")

        prepare(fresh)
        assert load_title(fresh, token) == "Kept"


def test_the_way_back_from_a_newer_version_leaves_nothing_of_it(installation: Config, tmp_path: Path) -> None:
    back_up(installation, tmp_path / "copy")
    app = create_app(installation)
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(text('CREATE TABLE newer (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES "user" (id))'))
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    dispose(app)
    with pytest.raises(StartError, match="db restore"):
        prepare(installation)

    restore(installation, tmp_path / "copy")

    prepare(installation)
    app = create_app(installation)
    with app.app_context():
        assert "newer" not in inspect(db.engine).get_table_names()
    dispose(app)


def test_a_backup_overwrites_nothing(installation: Config, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("mine")

    with pytest.raises(BackupError, match="exists already"):
        back_up(installation, tmp_path / "copy")

    assert (tmp_path / "copy").read_text() == "mine"


def test_what_is_no_whole_copy_is_refused(installation: Config, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    back_up(installation, copy)
    whole = copy.read_bytes()
    for content in (b"", b"SQLite format 3\0", b"PGDMP", b"-- SQL", whole[: len(whole) // 2]):
        (tmp_path / "other").write_bytes(content)

        with pytest.raises(BackupError):
            check_backup(installation, tmp_path / "other")


def test_a_database_of_somebody_else_is_refused(embedded: Config, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE things (id INTEGER)")

    with pytest.raises(BackupError, match="another database than Labmapper's"):
        check_backup(embedded, tmp_path / "other.db")


def test_a_copy_of_the_other_kind_is_refused(embedded: Config, tmp_path: Path) -> None:
    back_up(embedded, tmp_path / "copy.db")

    with pytest.raises(BackupError, match="a copy of an embedded database, and the settings name Postgres"):
        check_backup(build_config(tmp_path, "postgresql+psycopg2://db/lab"), tmp_path / "copy.db")


def test_a_postgres_that_is_away_leaves_no_file_and_tells_no_password(tmp_path: Path) -> None:
    away = build_config(tmp_path, "postgresql+psycopg2://lab:hush@127.0.0.1:1/lab")

    with pytest.raises(BackupError, match=r"pg_dump failed: .*refused") as caught:
        back_up(away, tmp_path / "copy")

    assert "hush" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []
