"""Who asks the API: scripts have a token, browsers a cookie, and who has neither is told."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from support.labs.drawings import draw_lab
from support.server.people import Browser

WRITE = {"diagram": draw_lab()}


def read_code(answer: Any) -> str:
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith('Bearer realm="Labmapper"')
    error = answer.get_json()["error"]
    assert error["message"].endswith(".")
    return str(error["code"])


def test_a_script_without_token_and_cookie_is_told_to_send_a_token(client: FlaskClient) -> None:
    for answer in (client.get("/api/v1/diagrams"), client.post("/api/v1/diagrams", json=WRITE)):
        assert read_code(answer) == "token-missing"
        assert "Bearer labmapper_" in answer.get_json()["error"]["message"]


@pytest.mark.parametrize("given", ["Basic YWxpY2U6eA==", "Token labmapper_x", "labmapper_x", "Bearerlabmapper_x", ""])
def test_another_scheme_is_refused(client: FlaskClient, given: str) -> None:
    answer = client.get("/api/v1/diagrams", headers={"Authorization": given})

    assert read_code(answer) == "token-scheme"


@pytest.mark.parametrize("given", ["Bearer", "Bearer ", "Bearer labmapper_wrong", "bearer é", "Bearer a b"])
def test_a_wrong_token_is_refused_by_every_route(client: FlaskClient, given: str) -> None:
    for path in ("/api/v1/diagrams", "/api/v1/session", "/api/v1/openapi.json"):
        answer = client.get(path, headers={"Authorization": given})

        assert read_code(answer) == "bad-token"
        assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]


def test_a_wrong_token_beside_a_cookie_is_refused_all_the_same(alice: Browser) -> None:
    answer = alice.get("/api/v1/diagrams", headers={"Authorization": "Bearer labmapper_wrong"})

    assert read_code(answer) == "bad-token"


def test_what_the_api_is_and_the_first_cookie_need_nothing(client: FlaskClient) -> None:
    assert client.get("/api/v1/openapi.json").status_code == 200
    assert client.get("/api/v1/session").status_code == 200
    assert client.get("/api/v1/diagrams").status_code == 200


def test_a_browser_needs_nothing_at_its_first_visit(client: FlaskClient) -> None:
    headers = {"Sec-Fetch-Site": "same-origin"}

    assert client.get("/api/v1/diagrams", headers=headers).get_json() == {"diagrams": [], "next": None}


def test_a_browser_that_takes_no_cookies_is_told_of_them(client: FlaskClient) -> None:
    for headers in ({"Sec-Fetch-Site": "same-origin"}, {"X-CSRFToken": "from the page"}):
        answer = client.post("/api/v1/diagrams", headers=headers, json=WRITE)

        assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, "csrf")


def test_a_proxy_may_ask_for_passwords_by_itself(guest: Browser) -> None:
    guest.create_diagram(draw_lab())

    assert guest.get("/api/v1/diagrams", headers={"Authorization": "Basic YWxpY2U6eA=="}).status_code == 200


def test_an_address_that_is_none_is_missing_for_everybody(client: FlaskClient) -> None:
    assert client.get("/api/v1/nothing").status_code == 404
