"""The app on two real databases. Every test that uses ``app`` runs on SQLite and on Postgres."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings
from sqlalchemy import Engine, create_engine

from labmapper.app import create_app
from labmapper.config import Config
from labmapper.persistence.database.connection import db, dispose
from labmapper.persistence.store import Store
from labmapper.web.services import get_store
from support.server.databases import build_config, copy_sqlite, empty_postgres, make_database, migrate, run_postgres
from support.server.people import Browser
from support.server.shared_set_up import (
    hash_quickly,
    keep_rules,
    keep_statements,
    share_statements,
    share_templates,
    spare_the_disk,
)
from support.server.soak import count_examples, pick

# None of what is imported and collected is garbage.
gc.disable()

# How long an example takes tells of the machine, not of the law.
settings.register_profile("without deadlines", deadline=None, max_examples=count_examples(pick(100, 500)))
settings.load_profile("without deadlines")

# How many more objects there are before Python looks for garbage among them: about what some tests leave.
NEW_OBJECTS = 50_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that none of it is left alone at the end while the other cores rest."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """Let Python look for garbage among what tests make only, and seldom: it took a quarter of the time of many tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _quick() -> Iterator[None]:
    with keep_rules(), keep_statements(), hash_quickly():
        yield


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("templates")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with run_postgres() as url:
        yield url


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Yield a connection to a migrated database, beside those of the tests."""
    with make_database(postgres_server) as url:
        migrate(build_config(tmp_path_factory.mktemp("migrated"), url))
        engine = create_engine(url)
        yield engine
        engine.dispose()


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("sqlite")
    migrate(build_config(directory, f"sqlite:///{directory / 'labmapper.db'}"))
    return directory / "labmapper.db"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield the address of a migrated database without rows."""
    if request.param == "sqlite":
        yield copy_sqlite(request.getfixturevalue("migrated_sqlite"), tmp_path)
        return
    engine: Engine = request.getfixturevalue("migrated_postgres")
    yield engine.url.render_as_string(hide_password=False)
    empty_postgres(engine)


@pytest.fixture
def config(tmp_path: Path, database_url: str) -> Config:
    return build_config(tmp_path, database_url)


@pytest.fixture
def make_app(config: Config, compiled_templates: Path) -> Iterator[Callable[[Config], Flask]]:
    """Yield a way to make an app on the test's database, with settings of its own."""
    made = []

    def make(changed: Config) -> Flask:
        app = create_app(changed)
        app.testing = True
        share_templates(app, compiled_templates)
        share_statements(app)
        spare_the_disk(app)
        made.append(app)
        return app

    yield make
    for app in made:
        dispose(app)


@pytest.fixture
def app(make_app: Callable[[Config], Flask], config: Config) -> Flask:
    return make_app(config)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a browser without a session: nobody."""
    return app.test_client()


@pytest.fixture
def nobody(app: Flask) -> Browser:
    return Browser(app.test_client())


@pytest.fixture
def guest(app: Flask) -> Browser:
    return Browser(app.test_client())


@pytest.fixture
def alice(app: Flask) -> Browser:
    return Browser(app.test_client()).enter("Alice")


@pytest.fixture
def bob(app: Flask) -> Browser:
    return Browser(app.test_client()).enter("Bob")


@pytest.fixture
def store(app: Flask) -> Iterator[Store]:
    with app.app_context():
        yield get_store()
        db.session.remove()
