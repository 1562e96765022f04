from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from labmapper.config import Config
from support.labs.drawings import draw_lab
from support.server.people import Browser


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "not JSON that can be read"),
        (b"{", "line 1, column 2"),
        (b"[]", "must be a JSON object"),
        (b"null", "must be a JSON object"),
        (b"\xff", "not UTF-8"),
        (b'{"diagram": NaN}', "NaN is not a number of JSON"),
        (b'{"diagram": 1' + b"0" * 5000 + b"}", "integer string conversion"),
        (b'{"diagram": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deeply"),
        (b'{"diagram": {"title": "\\ud800"}}', "half a character"),
        (b'{"diagram": {"\\uDFFF": 1}}', "half a character"),
        (b"{}", "must have the key 'diagram'"),
        (b'{"diagram": {}, "extra": 1}', "has the key 'extra'"),
    ],
    ids=[
        "nothing",
        "broken",
        "list",
        "null",
        "no-utf8",
        "nan",
        "huge-number",
        "deep",
        "half",
        "half-key",
        "no-key",
        "unknown-key",
    ],
)
def test_a_body_that_cannot_be_read_is_refused_with_the_reason(nobody: Browser, body: bytes, message: str) -> None:
    answer = nobody.post("/api/v1/diagrams", data=body, content_type="application/json")

    assert answer.status_code == 400
    assert message in answer.get_json()["error"]["message"]


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_only_json_is_read(nobody: Browser, content_type: str) -> None:
    answer = nobody.post("/api/v1/diagrams", data=b'{"diagram": {}}', content_type=content_type)

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (415, "unsupported-type")


@pytest.mark.parametrize(
    "diagram",
    [None, 1, "x", [], {"schema": 2}, {"title": 1}, {"nodes": [{"id": "a"}]}, {"nodes": [[]]}],
    ids=repr,
)
def test_what_is_not_a_diagram_is_refused(nobody: Browser, diagram: object) -> None:
    answer = nobody.post("/api/v1/diagrams", json={"diagram": diagram})

    assert answer.status_code == 422
    assert answer.get_json()["error"]["problems"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"reveal": 1}, "'reveal' must be true or false."),
        ({"limit": -1}, "'limit' must be a whole number"),
        ({"limit": True}, "'limit' must be a whole number"),
        ({"limit": 1.5}, "'limit' must be a whole number"),
        ({"id": 7}, "'id' must be a text"),
        ({"id": ""}, "'id' must be a text"),
        ({"id": "x\x00"}, "'id' must be a text"),
        ({"id": "x" * 65}, "'id' must be a text"),
        ({"parts": "xml"}, "'parts' must be a list of any of expansion, "),
        ({"parts": ["xml", "pdf"]}, "'parts' must be a list of any of expansion, "),
        ({"parts": [["xml"]]}, "'parts' must be a list of any of expansion, "),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(nobody: Browser, changes: dict[str, object], message: str) -> None:
    answer = nobody.post("/api/v1/preview", json={"diagram": draw_lab()} | changes)

    assert answer.status_code == 400
    assert message in answer.get_json()["error"]["message"]


@pytest.mark.parametrize("parts", [b'{"a":1},' * 600_000, b"0," * 2_100_000], ids=["objects", "values"])
def test_a_body_of_very_many_tiny_parts_is_refused_before_it_is_read(alice: Browser, parts: bytes) -> None:
    data = b'{"diagram": {"nodes": [%b]}}' % parts.rstrip(b",")

    for path in ("/api/v1/diagrams", "/api/v1/preview"):
        answer = alice.post(path, data=data, headers={"Content-Type": "application/json"})

        assert (answer.status_code, answer.get_json()["error"]["code"]) == (413, "many-parts")


@pytest.mark.parametrize("path", ["/api/v1/diagrams", "/api/v1/import", "/api/v1/preview"])
def test_a_body_that_is_too_large_is_refused(make_app: Callable[[Config], Flask], config: Config, path: str) -> None:
    browser = Browser(make_app(replace(config, max_body=1024 * 1024)).test_client())

    answer = browser.post(path, data=bytes(1024 * 1024 + 1), content_type="application/json")

    error = answer.get_json()["error"]
    assert (answer.status_code, error["code"]) == (413, "too-large")
    assert error["message"] == "This is larger than 1 MiB. Send a smaller file."


@pytest.mark.parametrize("path", ["/api/v1/diagrams", "/api/v1/imports", "/api/v1/preview"])
def test_guests_may_send_less_than_people_with_an_account(
    make_app: Callable[[Config], Flask], config: Config, path: str
) -> None:
    app = make_app(replace(config, max_body=2 * 1024 * 1024, guest_body=1024 * 1024))
    guest, alice = Browser(app.test_client()), Browser(app.test_client()).enter("Alice")
    body = {"data": b" " * (1024 * 1024 + 1), "content_type": "application/json"}

    assert guest.post(path, **body).status_code == 413
    assert alice.post(path, **body).status_code in {400, 422}
