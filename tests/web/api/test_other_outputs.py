"""Outputs for databases and encrypted JSON over the API: their names, what they do not hold, and a key that is kept nowhere."""

import logging
from urllib.parse import unquote

import pytest

from labmapper.persistence.store import Store
from support.labs.drawings import draw_lab
from support.server.people import Browser

KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
ADDRESS = "https://gateway.example/guacamole/"


def test_a_file_is_called_after_its_syntax_and_says_what_it_does_not_hold(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())

    answer = alice.post(f"/api/v1/diagrams/{token}/exports/guacamole-import", json={"syntax": "csv"})

    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == 'attachment; filename="guacamole-import.csv"'
    assert answer.mimetype == "text/csv"
    assert "holds no passwords" in unquote(answer.headers["Labmapper-Warnings"])


def test_sql_is_the_same_each_time_and_for_nobody_else(alice: Browser, bob: Browser) -> None:
    token = alice.create_diagram(draw_lab())
    address = f"/api/v1/diagrams/{token}/exports/guacamole-postgresql"

    first, second = (alice.post(address, json={}).get_data() for _ in range(2))

    assert first == second
    assert b"student02" in first
    assert bob.post(address, json={}).status_code == 404


def test_the_key_is_in_no_log_no_address_no_answer_and_not_in_the_database(
    alice: Browser, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    from labmapper.persistence.database.tables import Base

    token = alice.create_diagram(draw_lab())
    address = f"/api/v1/diagrams/{token}/exports/guacamole-json"
    with caplog.at_level(logging.DEBUG):
        links = alice.post(address, json={"key": KEY, "address": ADDRESS})
        wrong = alice.post(address, json={"key": f"{KEY}x", "address": ADDRESS})
        in_address = alice.get(address, query_string={"key": KEY, "address": ADDRESS})

    rows = "".join(str(store.session.execute(table.select()).all()) for table in Base.metadata.sorted_tables)
    assert (links.status_code, wrong.status_code, in_address.status_code) == (200, 422, 400)
    assert links.headers["Cache-Control"] == "no-store"
    assert ADDRESS in links.text
    for text in (links.text, wrong.text, in_address.text, str(links.headers), rows, caplog.text):
        assert KEY not in text
