from pathlib import Path

from sqlalchemy import text

from labmapper.app import create_app
from labmapper.config import Config
from labmapper.persistence.database import build_engine_options, db, dispose
from support.databases import build_config


def read_pragma(config: Config, name: str) -> object:
    app = create_app(config)
    with app.app_context():
        value = db.session.execute(text(f"PRAGMA {name}")).scalar()
    dispose(app)
    return value


def test_sqlite_lets_others_read_while_somebody_writes(tmp_path: Path) -> None:
    assert read_pragma(build_config(tmp_path, f"sqlite:///{tmp_path / 'new' / 'x.db'}"), "journal_mode") == "wal"


def test_sqlite_checks_references_and_waits_for_the_other_writer(tmp_path: Path) -> None:
    config = build_config(tmp_path, f"sqlite:///{tmp_path / 'x.db'}")

    assert read_pragma(config, "foreign_keys") == 1
    assert read_pragma(config, "busy_timeout") == 20_000
    assert read_pragma(config, "synchronous") == 2


def test_postgres_answers_slowly_or_not_at_all(tmp_path: Path) -> None:
    options = build_engine_options(build_config(tmp_path, "postgresql+psycopg2://db/lab"))

    assert options["connect_args"] == {"connect_timeout": 5, "options": "-c statement_timeout=60000"}
