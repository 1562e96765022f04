from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from labmapper import paths
from labmapper.app import create_app
from labmapper.config import Config
from labmapper.persistence.database.connection import db, dispose
from labmapper.persistence.database.schema import SchemaError, check_keys, check_schema, upgrade
from labmapper.persistence.database.tables import Base
from labmapper.persistence.sealing.encryption import EncryptionError, make_key
from labmapper.web.services import get_services
from support.server.databases import build_config, make_database


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Config]:
    """Yield the settings of a database without tables."""
    if request.param == "sqlite":
        yield build_config(tmp_path, f"sqlite:///{tmp_path / 'empty.db'}")
        return
    with make_database(request.getfixturevalue("postgres_server")) as url:
        yield build_config(tmp_path, url)


def list_tables(config: Config) -> set[str]:
    app = create_app(config)
    with app.app_context():
        names = set(inspect(db.engine).get_table_names())
    dispose(app)
    return names


def test_the_migrations_lead_to_the_models(empty: Config) -> None:
    app = create_app(empty)

    upgrade(app, empty)

    with app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []
    dispose(app)


def test_the_migrations_lead_back_to_nothing(empty: Config) -> None:
    app = create_app(empty)
    upgrade(app, empty)

    with app.app_context():
        flask_migrate.downgrade(directory=str(paths.MIGRATIONS), revision="base")
    dispose(app)

    assert list_tables(empty) == {"alembic_version"}


def test_upgrading_twice_does_nothing(empty: Config) -> None:
    app = create_app(empty)
    upgrade(app, empty)

    upgrade(app, empty)

    check_schema(app)
    dispose(app)


def test_a_database_that_is_not_up_to_date_is_refused_with_what_to_do(empty: Config) -> None:
    app = create_app(empty)

    with pytest.raises(SchemaError, match=r"The database is empty; this version needs .* run 'labmapper db upgrade'"):
        check_schema(app)
    dispose(app)


def test_a_database_of_a_newer_version_is_refused(empty: Config) -> None:
    app = create_app(empty)
    upgrade(app, empty)
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(SchemaError, match="The database is at revision 9999, which a newer Labmapper made"):
        check_schema(app)
    dispose(app)


def test_a_missing_key_is_noticed_at_start_and_changes_nothing(empty: Config) -> None:
    app = create_app(empty)
    upgrade(app, empty)
    check_keys(app, get_services(app).cipher)
    dispose(app)
    other = create_app(replace(empty, encryption_keys=make_key()))

    with pytest.raises(EncryptionError, match="Add the missing key to LABMAPPER_ENCRYPTION_KEYS"):
        check_keys(other, get_services(other).cipher)

    dispose(other)
    check_keys(app, get_services(app).cipher)
    dispose(app)


def test_another_key_may_be_put_in_front(empty: Config) -> None:
    app = create_app(empty)
    upgrade(app, empty)
    check_keys(app, get_services(app).cipher)
    dispose(app)
    both = create_app(replace(empty, encryption_keys=f"{make_key()} {empty.encryption_keys}"))

    check_keys(both, get_services(both).cipher)
    check_keys(both, get_services(both).cipher)

    dispose(both)
