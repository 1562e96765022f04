"""Guacamole's tables on both databases, one server each for all tests of a process."""

from collections.abc import Iterator

import pytest

from support.guacamole.databases import GuacamoleDatabase, MariaDb, Postgres, make_postgres, run_mariadb


@pytest.fixture(scope="session")
def guacamole_postgres(postgres_server: str) -> Iterator[Postgres]:
    with make_postgres(postgres_server) as database:
        yield database


@pytest.fixture(scope="session")
def guacamole_mariadb() -> Iterator[MariaDb]:
    with run_mariadb() as database:
        yield database


@pytest.fixture(params=["postgresql", "mysql"])
def database(request: pytest.FixtureRequest) -> GuacamoleDatabase:
    """Return empty tables of Guacamole."""
    name = {"postgresql": "guacamole_postgres", "mysql": "guacamole_mariadb"}[request.param]
    found: GuacamoleDatabase = request.getfixturevalue(name)
    found.empty()
    return found
