"""Server processes keep nothing to themselves: any of them can answer the next request."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import event

from labmapper.config import Config
from labmapper.persistence.database import db
from support.drawings import draw_lab
from support.people import Browser


@contextmanager
def count_statements(app: Flask) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(*details: object) -> None:
        statements.append(str(details[2]))

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)


def test_two_processes_serve_one_person_without_a_hitch(
    make_app: Callable[[Config], Flask], config: Config, alice: Browser
) -> None:
    first, second = (Browser(make_app(config).test_client()) for _ in range(2))
    cookie = alice.client.get_cookie("labmapper")
    assert cookie is not None
    for browser in (first, second):
        browser.client.set_cookie("labmapper", cookie.value)
    token = first.create_diagram(draw_lab("Save 1"))

    for revision in range(1, 7):
        browser = (first, second)[revision % 2]
        assert browser.save(token, revision, draw_lab(f"Save {revision + 1}")).status_code == 200

    assert first.list_titles() == second.list_titles() == ["Save 7"]
    mapping = first.post(f"/api/v1/diagrams/{token}/mappings", json={}).get_json()
    with second.get(mapping["url"]) as answer:
        assert len(answer.data) == mapping["size"]


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
