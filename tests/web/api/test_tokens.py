from datetime import datetime, timedelta

import pytest
from flask.testing import FlaskClient

from support.server.people import PASSWORD, Browser

TOKENS = "/api/v1/tokens"


def test_a_token_is_made_shown_once_and_revoked(alice: Browser, bob: Browser, client: FlaskClient) -> None:
    made = alice.post(TOKENS, json={"name": "nightly", "password": PASSWORD}).get_json()
    headers = {"Authorization": f"Bearer {made.pop('token')}"}

    assert client.get("/api/v1/session", headers=headers).get_json()["username"] == "Alice"
    (listed,) = alice.get(TOKENS).get_json()["tokens"]
    assert listed.pop("used_at") is not None
    assert made.pop("used_at") is None
    assert made == listed
    assert (made["name"], made["scope"]) == ("nightly", "all")
    assert datetime.fromisoformat(made["expires_at"]) - datetime.fromisoformat(made["created_at"]) == timedelta(days=90)
    assert bob.delete(f"{TOKENS}/{made['id']}").status_code == 404
    assert alice.delete(f"{TOKENS}/{made['id']}").status_code == 204
    assert client.get("/api/v1/session", headers=headers).status_code == 401
    assert alice.get(TOKENS).get_json() == {"tokens": []}


def test_a_token_makes_no_tokens_and_can_end_itself(alice: Browser, client: FlaskClient) -> None:
    made = alice.post(TOKENS, json={"name": "nightly", "password": PASSWORD}).get_json()
    headers = {"Authorization": f"Bearer {made['token']}"}

    refused = client.post(TOKENS, json={"name": "another", "password": PASSWORD}, headers=headers)

    assert (refused.status_code, refused.get_json()["error"]["code"]) == (403, "no-token")
    assert [each["name"] for each in client.get(TOKENS, headers=headers).get_json()["tokens"]] == ["nightly"]
    assert client.delete(f"{TOKENS}/{made['id']}", headers=headers).status_code == 204
    assert client.get(TOKENS, headers=headers).status_code == 401


@pytest.mark.parametrize("name", ["", " ", "x" * 101, "a\x00b", 7, None])
def test_a_name_that_lists_cannot_show_is_refused(alice: Browser, name: object) -> None:
    assert alice.post(TOKENS, json={"name": name, "password": PASSWORD}).status_code == 400
    assert alice.get(TOKENS).get_json() == {"tokens": []}


@pytest.mark.parametrize(
    ("wish", "status", "code"),
    [
        ({"password": "wrong"}, 422, "wrong-password"),
        ({"password": None}, 400, "wrong-type"),
        ({"scope": "more"}, 400, "wrong-type"),
        ({"days": 0}, 400, "wrong-type"),
        ({"days": "7"}, 400, "wrong-type"),
        ({"until": "2027"}, 400, "unknown-key"),
    ],
)
def test_a_token_that_cannot_be_made_says_why(alice: Browser, wish: dict[str, object], status: int, code: str) -> None:
    answer = alice.post(TOKENS, json={"name": "nightly", "password": PASSWORD} | wish)

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (status, code)
    assert alice.get(TOKENS).get_json() == {"tokens": []}


def test_a_token_lasts_a_year_at_most(alice: Browser) -> None:
    wish = {"name": "nightly", "password": PASSWORD}

    made = alice.post(TOKENS, json=wish | {"days": 365}).get_json()
    longer = alice.post(TOKENS, json=wish | {"days": 366})

    assert datetime.fromisoformat(made["expires_at"]) - datetime.fromisoformat(made["created_at"]) == timedelta(
        days=365
    )
    assert (longer.status_code, longer.get_json()["error"]["code"]) == (400, "wrong-type")
