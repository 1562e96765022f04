import sqlite3
import stat
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from labmapper.app import StartError, create_app, prepare
from labmapper.config import load_config
from labmapper.core.drawing.document import parse_diagram
from labmapper.persistence.database.connection import db, dispose
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.permissions import Owner
from labmapper.persistence.sealing.encryption import make_key
from labmapper.web.services import get_store
from support.browser.headless_client import Remote
from support.labs.drawings import draw_lab
from support.server.databases import build_config, make_database
from support.server.server import PLAIN, run_server


def test_a_server_starts_from_nothing_and_keeps_its_secrets_private(tmp_path: Path) -> None:
    with run_server(tmp_path, command=PLAIN) as address:
        assert Remote(address).ask("GET", "/healthz") == (200, {"status": "ok"})

    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "data").iterdir()}
    assert modes["session.key"] == modes["encryption.keys"] == 0o600


def test_a_guests_work_survives_a_restart(tmp_path: Path) -> None:
    with run_server(tmp_path) as address:
        guest = Remote(address)
        _, made = guest.ask("POST", "/api/v1/diagrams", {"diagram": draw_lab("Kept")})

    with run_server(tmp_path) as address:
        guest.address = address
        status, loaded = guest.ask("GET", f"/api/v1/diagrams/{made['id']}")

    assert (status, loaded["title"]) == (200, "Kept")


def test_a_running_server_removes_what_has_expired_by_itself(tmp_path: Path) -> None:
    config = load_config({"LABMAPPER_DATA_DIR": str(tmp_path / "data")})
    prepare(config)
    app = create_app(config)
    diagram, _ = parse_diagram(draw_lab())
    assert diagram is not None
    with app.app_context():
        guest = Owner(guest="g" * 43)
        old = replace(get_store(), clock=lambda: datetime.now(UTC) - timedelta(days=config.guest_days + 1))
        Diagrams(old).create(guest, diagram, bytes(32))
        with run_server(tmp_path):
            for _ in range(1000):
                db.session.rollback()
                if Diagrams(get_store()).find_latest(guest) is None:
                    break
                time.sleep(0.1)

        assert Diagrams(get_store()).find_latest(guest) is None
    dispose(app)


def test_a_database_that_is_not_there_is_said_without_its_password(tmp_path: Path) -> None:
    config = build_config(tmp_path, "postgresql+psycopg2://lab:hush@127.0.0.1:1/none")

    with pytest.raises(StartError, match="The database does not answer") as caught:
        prepare(config)

    assert "hush" not in str(caught.value)


def test_an_empty_postgres_is_not_filled_without_being_asked(tmp_path: Path, postgres_server: str) -> None:
    config = build_config(tmp_path, postgres_server)

    with pytest.raises(StartError, match="run 'labmapper db upgrade'"):
        prepare(config)


def test_a_data_directory_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    directory = tmp_path / "file" / "data"
    config = replace(build_config(directory, f"sqlite:///{directory}/x.db"), secret_key=None)

    with pytest.raises(StartError, match=f"The data directory {directory} cannot be used"):
        prepare(config)


def test_a_lost_encryption_key_is_said_at_start(tmp_path: Path) -> None:
    config = build_config(tmp_path, f"sqlite:///{tmp_path / 'x.db'}")
    prepare(config)

    with pytest.raises(StartError, match="Add the missing key"):
        prepare(replace(config, encryption_keys=make_key()))

    prepare(config)


def test_a_lost_file_of_keys_is_not_replaced_by_a_new_one(tmp_path: Path) -> None:
    config = load_config({"LABMAPPER_DATA_DIR": str(tmp_path)})
    prepare(config)
    key = (tmp_path / "encryption.keys").read_bytes()
    (tmp_path / "encryption.keys").unlink()

    with pytest.raises(StartError, match=r"encryption.keys is missing, .* Put the file back"):
        prepare(config)

    assert not (tmp_path / "encryption.keys").exists()
    (tmp_path / "encryption.keys").write_bytes(key)
    prepare(config)


def test_a_lost_file_of_keys_is_noticed_on_postgres_too(tmp_path: Path, postgres_server: str) -> None:
    with make_database(postgres_server) as url:
        config = replace(build_config(tmp_path, url), encryption_keys=None)
        prepare(config, migrate=True)
        (tmp_path / "encryption.keys").unlink()

        with pytest.raises(StartError, match="is missing"):
            prepare(config)


def test_a_database_of_a_newer_version_is_left_alone_with_what_to_do(tmp_path: Path) -> None:
    config = load_config({"LABMAPPER_DATA_DIR": str(tmp_path)})
    prepare(config)
    with closing(sqlite3.connect(tmp_path / "labmapper.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()

    for migrate in (None, True, False):
        with pytest.raises(StartError, match=r"at revision 9999, which a newer Labmapper made.*db restore"):
            prepare(config, migrate=migrate)


def test_making_the_app_asks_nothing_of_the_database(tmp_path: Path) -> None:
    app = create_app(build_config(tmp_path, "postgresql+psycopg2://nobody@127.0.0.1:1/none"))

    assert app.test_client().get("/login").status_code == 200
    dispose(app)
