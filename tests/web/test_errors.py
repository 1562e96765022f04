"""Whatever goes wrong is answered with a sentence: as a page, or in the one JSON shape of the API."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import delete, insert, select

from labmapper.app import create_app
from labmapper.config import Config
from labmapper.persistence.accounts.users import Opened, Users
from labmapper.persistence.database.connection import db, dispose
from labmapper.persistence.database.tables import DiagramRow, RevisionRow, UserRow
from labmapper.persistence.sealing.encryption import make_key
from labmapper.persistence.store import read_clock
from labmapper.web.accounts.identity import find_person
from support.labs.drawings import draw_lab
from support.server.databases import build_config
from support.server.people import HERE, PASSWORD, Browser


def check_shape(body: dict[str, object]) -> dict[str, object]:
    error = body["error"]
    assert isinstance(error, dict)
    assert set(error) == {"code", "message", "problems"}
    assert str(error["message"]).endswith(".")
    return error


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/v1/nothing", 404, "not-found"),
        ("GET", "/api/v2/diagrams", 404, "not-found"),
        ("GET", "/api/v1/diagrams/none", 404, "not-found"),
        ("PATCH", "/api/v1/diagrams", 405, "method-not-allowed"),
        ("GET", "/api/v1/preview", 405, "method-not-allowed"),
    ],
)
def test_errors_of_the_api_have_one_shape(nobody: Browser, method: str, path: str, status: int, code: str) -> None:
    answer = nobody.write(method, path)

    assert answer.status_code == status
    assert check_shape(answer.get_json())["code"] == code


def test_a_method_that_is_not_allowed_names_those_that_are(nobody: Browser) -> None:
    assert nobody.write("PATCH", "/api/v1/diagrams").headers["Allow"] == "GET, HEAD, OPTIONS, POST"


def test_a_page_that_is_not_there_says_so_in_html(nobody: Browser) -> None:
    answer = nobody.get("/nothing")

    assert answer.status_code == 404
    assert "Nothing is here" in answer.text
    assert "<header" in answer.text


def test_who_has_not_logged_in_may_do_so_where_nothing_is_found(nobody: Browser, alice: Browser) -> None:
    way = 'href="/login?next=/diagrams/none"'

    assert way in nobody.get("/diagrams/none").text
    assert way not in alice.get("/diagrams/none").text


@pytest.fixture
def dead(tmp_path: Path) -> Config:
    """Return the settings of a Postgres that is not there."""
    return build_config(tmp_path, "postgresql+psycopg2://nobody@127.0.0.1:1/none")


@pytest.mark.parametrize("path", ["/diagrams", "/healthz", "/api/v1/diagrams"])
def test_a_dead_database_is_said_even_to_who_has_logged_in_and_the_log_says_why(
    dead: Config, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(dead)
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = "x" * 43

    answer = client.get(path)

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "30"
    assert "The database does not answer." in answer.text
    assert "nobody@" not in answer.text
    assert "Connection refused" not in answer.text
    why = [record.reason for record in caplog.records if record.message == "database"]  # type: ignore[attr-defined]
    assert [each.endswith("Connection refused") for each in why] == [True]
    dispose(app)


def test_a_missing_encryption_key_is_said_and_nothing_is_lost(
    make_app: Callable[[Config], Flask], config: Config, alice: Browser
) -> None:
    token = alice.create_diagram(draw_lab())
    other = Browser(make_app(replace(config, encryption_keys=make_key())).test_client())
    other.log_in("Alice")

    answer = other.get(f"/api/v1/diagrams/{token}")

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (500, "encryption")
    assert alice.get(f"/api/v1/diagrams/{token}").status_code == 200


def test_a_crash_shows_no_traceback_and_logs_no_values(
    app: Flask, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash() -> str:
        raise ValueError("router-secret")

    app.testing = False
    monkeypatch.setitem(app.view_functions, "editor.open_new", crash)
    monkeypatch.setitem(app.view_functions, "api.diagrams.list_diagrams", crash)
    client = app.test_client()

    page, json = client.get("/new"), client.get("/api/v1/diagrams", headers=HERE)

    assert (page.status_code, json.status_code) == (500, 500)
    assert check_shape(json.get_json())["code"] == "internal"
    assert "Something went wrong in Labmapper." in page.text
    assert "router-secret" not in page.text + json.text + caplog.text
    assert "in crash" in caplog.records[-1].at  # type: ignore[attr-defined]


def delete_when_asked(app: Flask, name: str) -> None:
    """Let the account *name* be deleted, as by another request, as soon as a request knows that it comes from there."""

    def delete_account() -> None:
        if find_person() is not None:
            with db.engine.begin() as connection:
                connection.execute(delete(UserRow).where(UserRow.username == name))

    app.before_request_funcs.setdefault(None, []).append(delete_account)


@pytest.mark.parametrize("is_script", [False, True])
def test_who_saves_while_the_account_is_deleted_is_nobody_and_leaves_nothing(
    app: Flask, alice: Browser, caplog: pytest.LogCaptureFixture, *, is_script: bool
) -> None:
    made = alice.post("/api/v1/tokens", json={"name": "backup", "password": PASSWORD}).get_json()
    headers = {"Authorization": f"Bearer {made['token']}"} if is_script else {}
    alice.read_token()
    delete_when_asked(app, "Alice")

    answer = alice.post("/api/v1/diagrams", json={"diagram": draw_lab()}, headers=headers)

    assert (answer.status_code, check_shape(answer.get_json())["code"]) == (401, "no-account")
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
    with app.app_context():
        assert db.session.scalars(select(DiagramRow)).all() == []


def test_a_password_that_changes_while_the_account_is_deleted_begins_no_log_in(
    app: Flask, alice: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def delete(users: Users, account: Opened, _: str) -> Opened:
        users.delete(account)
        return account

    monkeypatch.setattr(Users, "set_password", delete)

    answer = alice.put("/api/v1/account/password", json={"current": PASSWORD, "new": "seven green ladders"})

    assert answer.status_code == 409
    assert alice.get("/api/v1/session").get_json()["signed_in"] is False


def test_what_belongs_to_something_that_is_deleted_just_now_is_missing(
    app: Flask, alice: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save() -> None:
        values = {"diagram_id": 1_000_000, "number": 1, "document": b"", "created_at": read_clock()}
        db.session.execute(insert(RevisionRow).values(values))

    monkeypatch.setitem(app.view_functions, "api.diagrams.create_diagram", save)

    assert alice.post("/api/v1/diagrams", json={}).status_code == 404
