import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, update
from sqlalchemy.sql.expression import Executable
from werkzeug.security import check_password_hash

from labmapper.persistence.accounts import users
from labmapper.persistence.accounts.attempts import PER_PLACE
from labmapper.persistence.database.connection import db
from labmapper.persistence.database.tables import UserRow
from support.labs.drawings import draw_lab
from support.server.people import PASSWORD, Browser

ACCOUNT = "/api/v1/account"
NEW = "seven green ladders"


def is_logged_in(browser: Browser) -> bool:
    return bool(browser.get("/api/v1/session").get_json()["signed_in"])


def make_token(browser: Browser) -> dict[str, str]:
    made = browser.post("/api/v1/tokens", json={"name": "nightly", "password": PASSWORD}).get_json()
    return {"Authorization": f"Bearer {made['token']}"}


def test_a_new_password_ends_other_log_ins_and_tokens_but_not_this_log_in(app: Flask, alice: Browser) -> None:
    other, headers = Browser(app.test_client()), make_token(alice)
    other.log_in("Alice")

    answer = alice.put(f"{ACCOUNT}/password", json={"current": PASSWORD, "new": NEW})

    assert answer.status_code == 204
    assert is_logged_in(alice)
    assert not is_logged_in(other)
    assert other.get("/api/v1/session", headers=headers).status_code == 401
    assert other.log_in("Alice", NEW).status_code == 303


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"current": "wrong", "new": NEW}, 422, "wrong-password"),
        ({"current": PASSWORD, "new": "password12345"}, 422, "weak-password"),
        ({"current": PASSWORD, "new": "alice in the lab"}, 422, "weak-password"),
        ({"current": PASSWORD}, 400, "wrong-type"),
        ({"current": PASSWORD, "new": 7}, 400, "wrong-type"),
    ],
)
def test_a_password_that_will_not_do_changes_nothing(
    alice: Browser, nobody: Browser, body: dict[str, object], status: int, code: str
) -> None:
    answer = alice.put(f"{ACCOUNT}/password", json=body)

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (status, code)
    assert nobody.log_in("Alice").status_code == 303


def test_guesses_are_limited_by_token_too(alice: Browser, client: FlaskClient) -> None:
    headers = make_token(alice)
    for _ in range(PER_PLACE):
        assert client.delete(ACCOUNT, json={"password": "wrong"}, headers=headers).status_code == 422

    answer = client.delete(ACCOUNT, json={"password": PASSWORD}, headers=headers)

    assert (answer.status_code, "Too many wrong passwords" in answer.get_json()["error"]["message"]) == (429, True)
    assert is_logged_in(alice)


def test_logging_out_everywhere_leaves_scripts_alone(app: Flask, alice: Browser, client: FlaskClient) -> None:
    other, headers = Browser(app.test_client()), make_token(alice)
    other.log_in("Alice", remember="y")

    assert client.post(f"{ACCOUNT}/end-sessions", headers=headers).status_code == 204

    assert not is_logged_in(alice)
    assert not is_logged_in(other)
    assert client.get("/api/v1/session", headers=headers).get_json()["username"] == "Alice"


def test_a_deleted_account_is_gone_with_its_diagrams(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())

    assert alice.delete(ACCOUNT, json={"password": PASSWORD}).status_code == 204

    assert not is_logged_in(alice)
    assert alice.log_in("Alice").status_code == 422
    assert alice.get(f"/api/v1/diagrams/{token}").status_code == 404


def change_while_checking(monkeypatch: pytest.MonkeyPatch, change: Executable) -> None:
    """Let *change* come whenever a password has just been compared."""

    def check_slowly(kept: str, password: str) -> bool:
        is_right = check_password_hash(kept, password)
        with db.engine.begin() as connection:
            connection.execute(change)
        return is_right

    monkeypatch.setattr(users, "check_password_hash", check_slowly)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("put", f"{ACCOUNT}/password", {"current": PASSWORD, "new": "seven green ladders"}),
        ("delete", ACCOUNT, {"password": PASSWORD}),
        ("post", "/api/v1/tokens", {"password": PASSWORD, "name": "backup"}),
    ],
)
def test_what_the_password_of_before_proves_is_refused_as_is_described(
    alice: Browser, monkeypatch: pytest.MonkeyPatch, method: str, path: str, body: dict[str, str]
) -> None:
    described = alice.get("/api/v1/openapi.json").get_json()["paths"][path][method]["responses"]

    change_while_checking(monkeypatch, update(UserRow).values(password_hash="another"))

    refused = getattr(alice, method)(path, json=body)

    assert (refused.status_code, refused.get_json()["error"]["code"]) == (409, "password-changed")
    assert "409" in described


@pytest.mark.parametrize(
    "change",
    [update(UserRow).values(password_hash="another"), update(UserRow).values(is_disabled=True), delete(UserRow)],
    ids=["changed", "disabled", "deleted"],
)
def test_a_password_that_ends_while_it_is_looked_at_lets_nobody_in(
    alice: Browser, nobody: Browser, monkeypatch: pytest.MonkeyPatch, change: Executable
) -> None:
    change_while_checking(monkeypatch, change)

    refused = nobody.log_in("Alice")

    assert refused.status_code == 409
    assert "The password was changed just now, or the account was shut." in refused.text
    assert not is_logged_in(nobody)
