"""Scripts use the API with a personal token, without cookies and without a CSRF token."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from labmapper.persistence.store import read_clock
from labmapper.web.services import get_services
from support.labs.drawings import draw_lab
from support.server.people import PASSWORD, Browser


def ask_token(name: str, scope: str = "all", password: str = PASSWORD) -> dict[str, str]:
    return {"token-name": name, "token-scope": scope, "token-days": "30", "token-password": password}


def make_token(browser: Browser, name: str = "backup", scope: str = "all") -> dict[str, str]:
    page = browser.post("/account/tokens", data=ask_token(name, scope)).text
    found = re.search(r"<code>(labmapper_[\w-]+)</code>", page)
    assert found
    return {"Authorization": f"Bearer {found[1]}"}


def test_a_script_does_with_a_token_what_its_owner_can(alice: Browser, client: FlaskClient) -> None:
    headers = make_token(alice)

    made = client.post("/api/v1/diagrams", json={"diagram": draw_lab("By script")}, headers=headers)

    assert made.status_code == 201
    assert "Set-Cookie" not in made.headers
    assert alice.list_titles() == ["By script"]
    assert client.get(made.location, headers=headers).status_code == 200
    assert client.get(made.location).status_code == 401


def test_a_token_is_shown_once_and_can_be_revoked(alice: Browser, client: FlaskClient) -> None:
    headers = make_token(alice, "nightly <b>")
    page = alice.get("/account").text
    assert "nightly &lt;b&gt;" in page
    assert "labmapper_" not in page

    revoke = re.search(r'action="(/account/tokens/[\w-]+/revoke)"', page)
    assert revoke
    alice.post(revoke[1])

    answer = client.get("/api/v1/diagrams", headers=headers)
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (401, "bad-token")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("header", ["Bearer wrong", "Bearer", "bearer ", "Bearer a b"])
def test_a_wrong_token_is_refused_even_beside_a_good_cookie(alice: Browser, header: str) -> None:
    answer = alice.client.post("/api/v1/diagrams", json={"diagram": draw_lab()}, headers={"Authorization": header})

    assert answer.status_code == 401
    assert alice.list_titles() == []


def test_a_token_opens_no_pages_and_spares_them_no_csrf_token(alice: Browser, client: FlaskClient) -> None:
    headers = make_token(alice)

    assert client.get("/account", headers=headers).status_code == 302
    assert client.post("/logout", headers=headers).status_code == 400
    assert alice.client.post("/logout", headers=headers).status_code == 400


def test_a_token_stands_for_its_owner_whatever_the_cookies_say(alice: Browser, bob: Browser) -> None:
    headers = make_token(alice)

    bob.client.post("/api/v1/diagrams", json={"diagram": draw_lab("Hers")}, headers=headers)

    assert alice.list_titles() == ["Hers"]
    assert bob.list_titles() == []


@pytest.mark.parametrize("name", ["", "x" * 101, "a\x00b"])
def test_a_token_must_say_what_it_is_for(alice: Browser, name: str) -> None:
    assert alice.post("/account/tokens", data=ask_token(name)).status_code == 422


def test_a_token_is_only_made_by_who_knows_the_password(alice: Browser) -> None:
    answer = alice.post("/account/tokens", data=ask_token("backup", password="wrong"))

    assert answer.status_code == 422
    assert "This is not your password." in answer.text
    assert "<code>labmapper_" not in answer.text


@pytest.mark.parametrize(("key", "value"), [("token-scope", "more"), ("token-days", "0"), ("token-days", "36500")])
def test_a_token_that_nobody_offered_is_not_made(alice: Browser, key: str, value: str) -> None:
    assert alice.post("/account/tokens", data=ask_token("backup") | {key: value}).status_code == 422


def test_the_list_shows_what_a_token_may_and_when_it_ends(app: Flask, alice: Browser) -> None:
    make_token(alice, "nightly", "read")
    made = read_clock()

    page = alice.get("/account").text

    assert 'data-label="May:">read<' in page
    end = made + timedelta(days=30)
    assert f"{end.day} {end:%B %Y}" in page
    get_services(app).clock = lambda: made + timedelta(days=31)
    alice.log_in("Alice")
    assert "has ended" in alice.get("/account").text


def test_a_changed_password_ends_every_token_and_the_page_says_so(alice: Browser, client: FlaskClient) -> None:
    headers = make_token(alice)
    assert "every token for scripts is revoked" in alice.get("/account").text

    alice.post("/account/password", data={"password-current": PASSWORD, "password-new": "seven green ladders"})

    assert client.get("/api/v1/diagrams", headers=headers).status_code == 401
    assert "every token for scripts is revoked." in alice.get("/account").text


def test_logging_out_everywhere_leaves_tokens_and_the_page_says_so(alice: Browser, client: FlaskClient) -> None:
    headers = make_token(alice)
    assert "Scripts keep their tokens; revoke those below." in alice.get("/account").text

    answer = alice.post("/account/end-sessions")

    assert "Scripts keep their tokens." in alice.get(answer.location).text
    assert client.get("/api/v1/diagrams", headers=headers).status_code == 200
