"""A Postgres that takes fewer connections than the server has threads: they wait for one another, and nobody is refused."""

import json
import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

from support.browser.headless_client import Remote
from support.labs.drawings import draw_lab
from support.server.databases import build_config, make_database, migrate
from support.server.people import PASSWORD
from support.server.server import name_settings, run_server

pytestmark = pytest.mark.long

# Five are left for others; of the rest half is for each of the two processes, and one of those for /readyz.
OFFERED = 11
EACH = 2
THREADS = 24
PEOPLE = 12


@contextmanager
def make_thrifty_database(server_url: str) -> Iterator[str]:
    """Yield the address of a database for somebody who may have few connections to it."""
    name = f"thrifty_{secrets.token_hex(4)}"
    engine = create_engine(server_url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with make_database(server_url) as url:
        with engine.connect() as connection:
            connection.execute(text(f"CREATE ROLE {name} LOGIN CONNECTION LIMIT {OFFERED}"))
            connection.execute(text(f"ALTER DATABASE {make_url(url).database} OWNER TO {name}"))
        yield make_url(url).set(username=name, password=None).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP ROLE {name}"))


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Return where the server writes its log."""
    return tmp_path / "server.log"


@pytest.fixture
def address(postgres_server: str, tmp_path: Path) -> Iterator[str]:
    """Yield the address of a server with more threads than Postgres takes connections."""
    with make_thrifty_database(postgres_server) as url:
        config = build_config(tmp_path, url)
        migrate(config)
        settings = name_settings(config) | {"LABMAPPER_THREADS": str(THREADS)}
        with run_server(tmp_path, settings=settings) as address:
            yield address


def work(address: str, number: int) -> list[int]:
    """Save and generate in turn, as somebody with an account or as a guest, and return what was answered."""
    person = Remote(address)
    if number % 2:
        person.submit("/register", username=f"Person {number}", password=PASSWORD)
    _, made = person.ask("POST", "/api/v1/diagrams", {"diagram": draw_lab("1")})
    answers = []
    for revision in range(1, 5):
        path = f"/api/v1/diagrams/{made['id']}"
        saved, _ = person.ask("PUT", path, {"diagram": draw_lab(f"{revision + 1}")}, **{"If-Match": f'"{revision}"'})
        generated, _ = person.ask("POST", f"{path}/mappings", {})
        answers += [saved, generated]
    return answers


def test_threads_wait_for_a_connection_and_an_operator_is_told(address: str, log: Path) -> None:
    with ThreadPoolExecutor(PEOPLE) as pool:
        answers = list(pool.map(lambda number: work(address, number), range(PEOPLE)))

    lines = [json.loads(line) for line in log.read_text().splitlines()]
    warnings = [line["message"] for line in lines if line.get("event") == "connections-short"]
    assert answers == [[200, 201] * 4] * PEOPLE
    assert [f"offers {OFFERED} connections" in each and f"takes {EACH} at most" in each for each in warnings] == [True]
    assert not [line for line in lines if line.get("event") == "database"]
