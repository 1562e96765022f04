import pytest
from flask.testing import FlaskClient

from support.server.people import Browser

TOKENS = "/api/v1/tokens"


def test_a_token_is_made_shown_once_and_revoked(alice: Browser, bob: Browser, client: FlaskClient) -> None:
    made = alice.post(TOKENS, json={"name": "nightly"}).get_json()
    headers = {"Authorization": f"Bearer {made.pop('token')}"}

    assert client.get("/api/v1/session", headers=headers).get_json()["username"] == "Alice"
    (listed,) = alice.get(TOKENS).get_json()["tokens"]
    assert made == {"id": listed["id"], "name": "nightly", "created_at": listed["created_at"], "used_at": None}
    assert listed["used_at"] is not None
    assert bob.delete(f"{TOKENS}/{made['id']}").status_code == 404
    assert alice.delete(f"{TOKENS}/{made['id']}").status_code == 204
    assert client.get("/api/v1/session", headers=headers).status_code == 401
    assert alice.get(TOKENS).get_json() == {"tokens": []}


def test_a_token_makes_no_tokens_and_can_end_itself(alice: Browser, client: FlaskClient) -> None:
    made = alice.post(TOKENS, json={"name": "nightly"}).get_json()
    headers = {"Authorization": f"Bearer {made['token']}"}

    refused = client.post(TOKENS, json={"name": "another"}, headers=headers)

    assert (refused.status_code, refused.get_json()["error"]["code"]) == (403, "no-token")
    assert [each["name"] for each in client.get(TOKENS, headers=headers).get_json()["tokens"]] == ["nightly"]
    assert client.delete(f"{TOKENS}/{made['id']}", headers=headers).status_code == 204
    assert client.get(TOKENS, headers=headers).status_code == 401


@pytest.mark.parametrize("name", ["", " ", "x" * 101, "a\x00b", 7, None])
def test_a_name_that_lists_cannot_show_is_refused(alice: Browser, name: object) -> None:
    assert alice.post(TOKENS, json={"name": name}).status_code == 400
    assert alice.get(TOKENS).get_json() == {"tokens": []}
