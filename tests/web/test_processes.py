"""Server processes keep nothing to themselves: any of them can answer the next request."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

import pytest
from flask import Flask

from labmapper.config import Config
from labmapper.persistence.accounts.attempts import PER_PLACE
from support.browser.headless_client import Remote
from support.labs.drawings import draw_lab
from support.server.people import PASSWORD, Browser
from support.server.server import name_settings, run_server
from support.server.statements import count_statements

pytestmark = pytest.mark.long


@pytest.fixture
def servers(tmp_path: Path, config: Config) -> Iterator[list[str]]:
    """Yield the addresses of two server processes on one database."""
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    with ExitStack() as running, ThreadPoolExecutor() as pool:

        def start(folder: Path) -> str:
            return running.enter_context(run_server(folder, settings=name_settings(config)))

        yield list(pool.map(start, folders))


def test_two_processes_serve_one_person_without_a_hitch(servers: list[str]) -> None:
    alice, elsewhere = Remote(servers[0]), Remote(servers[1])
    alice.submit("/register", username="Alice", password=PASSWORD)
    elsewhere.submit("/login", username="alice", password=PASSWORD)

    alice.address = servers[1]
    _, made = alice.ask("POST", "/api/v1/diagrams", {"diagram": draw_lab("Save 1")})
    for revision, address in zip(range(1, 9), servers * 4, strict=True):
        alice.address = address
        assert alice.save(made["id"], revision, draw_lab(f"Save {revision + 1}"))[0] == 200
    assert elsewhere.save(made["id"], 8, draw_lab("Too late"))[0] == 412
    _, mapping = alice.ask("POST", f"/api/v1/diagrams/{made['id']}/mappings", {})
    alice.address = servers[0]
    assert sha256(alice.download(mapping["url"])).hexdigest() == mapping["sha256"]
    assert [each.ask("GET", "/api/v1/session")[1]["username"] for each in (alice, elsewhere)] == ["Alice", "Alice"]

    alice.submit("/account/end-sessions")
    assert [each.ask("GET", "/api/v1/session")[1]["username"] for each in (alice, elsewhere)] == [None, None]
    assert elsewhere.ask("GET", f"/api/v1/diagrams/{made['id']}")[0] == 404


def test_two_processes_count_failed_log_ins_together(servers: list[str]) -> None:
    alice, one, two = Remote(servers[0]), Remote(servers[0]), Remote(servers[1])
    alice.submit("/register", username="Alice", password=PASSWORD)
    for _ in range(PER_PLACE // 2):
        for stranger in (one, two):
            assert "The user name or the password is wrong." in stranger.submit(
                "/login", username="Alice", password="x"
            )

    for stranger in (one, two):
        page = stranger.submit("/login", username="Alice", password=PASSWORD)
        assert "Too many log-ins have failed." in page


def test_the_list_asks_as_little_for_many_diagrams_as_for_one(app: Flask, alice: Browser) -> None:
    counts = []
    for number in (1, 22):
        for _ in range(number):
            alice.create_diagram(draw_lab())
        with count_statements(app) as statements:
            alice.get("/diagrams")
        counts.append(len(statements))

    assert counts[0] == counts[1] <= 3


def test_a_save_and_an_open_ask_little(app: Flask, alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())
    csrf = {"X-CSRFToken": alice.read_token(), "If-Match": '"1"'}

    with count_statements(app) as saving:
        alice.client.put(f"/api/v1/diagrams/{token}", json={"diagram": draw_lab()}, headers=csrf)
    with count_statements(app) as opening:
        alice.get(f"/api/v1/diagrams/{token}")

    assert len(saving) <= 4
    assert len(opening) <= 2
