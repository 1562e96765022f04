"""Outputs for databases and encrypted JSON over the API: their names, what they do not hold, and a key that is kept nowhere."""

import io
import logging
import zipfile
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


def test_names_that_shut_the_start_page_do_for_databases_alone(alice: Browser) -> None:
    drawing = draw_lab()
    drawing["nodes"][0]["label"] = "路由器"
    token = alice.create_diagram(drawing)

    made = {
        name: alice.post(f"/api/v1/diagrams/{token}/exports/{name}", json=given)
        for name, given in {"guacamole-mysql": {}, "guacamole-json": {"key": KEY, "address": ADDRESS}}.items()
    }
    kept = alice.get(f"/api/v1/diagrams/{token}/mappings?of=all").get_json()["mappings"]
    shown = alice.post("/api/v1/preview", json={"diagram": drawing, "parts": ["pgsql", "xml"]}).get_json()

    assert "路由器" in made["guacamole-mysql"].text
    assert made["guacamole-json"].status_code == 422
    assert alice.post(f"/api/v1/diagrams/{token}/mappings", json={}).status_code == 422
    assert alice.get(f"/diagrams/{token}/hand-out").status_code == 200
    assert alice.get(f"/api/v1/diagrams/{token}/mappings/{kept[0]['id']}/credentials.csv").status_code == 200
    assert "路由器" in shown["pgsql"]["text"]
    assert shown["xml"]["text"] == ""


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


@pytest.mark.parametrize("name", ["guacamole-postgresql", "guacamole-mysql", "guacamole-import", "guacamole-json"])
def test_an_output_is_kept_and_tells_what_changed_since_the_last_of_its_kind(alice: Browser, name: str) -> None:
    token = alice.create_diagram(draw_lab())
    alice.post(f"/api/v1/diagrams/{token}/mappings", json={})
    exports = f"/api/v1/diagrams/{token}/exports/{name}"
    given = {"key": KEY, "address": ADDRESS} if name == "guacamole-json" else {}
    first = alice.post(exports, json=given).get_data()
    alice.save(token, 1, draw_lab(students=3))
    again = alice.post(exports, json=given)
    alice.get(exports)

    plain = alice.get(f"/api/v1/diagrams/{token}/mappings").get_json()["mappings"]
    kept = alice.get(f"/api/v1/diagrams/{token}/mappings?of=all").get_json()["mappings"]
    changes = alice.get(f"/api/v1/diagrams/{token}/mappings/{kept[0]['id']}/changes").get_json()

    assert [each["file_name"] for each in plain] == ["user-mapping.xml"]
    assert [each["format"] for each in kept] == [name, name, "user-mapping"]
    assert alice.get(kept[1]["url"]).get_data() == first
    assert again.headers["Content-Location"] == kept[0]["url"]
    assert changes["since"] == kept[1]["id"]
    assert "student03" in str(changes["changes"])


def test_the_pages_of_the_history_and_the_archive_call_it_by_its_name(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())
    alice.post(f"/api/v1/diagrams/{token}/exports/guacamole-import", json={"syntax": "yaml"})

    page = alice.get(f"/diagrams/{token}/history").text
    archive = zipfile.ZipFile(io.BytesIO(alice.get("/api/v1/export.zip").get_data()))

    assert "Download guacamole-import.yaml of revision 1" in page
    assert any("/guacamole-import-" in name and name.endswith(".yaml") for name in archive.namelist())


def test_an_output_of_somebody_else_is_not_there(alice: Browser, bob: Browser) -> None:
    token = alice.create_diagram(draw_lab())
    alice.post(f"/api/v1/diagrams/{token}/exports/guacamole-mysql", json={})
    url = alice.get(f"/api/v1/diagrams/{token}/mappings?of=guacamole-mysql").get_json()["mappings"][0]["url"]

    assert alice.get(url).status_code == 200
    assert bob.get(url).status_code == 404
