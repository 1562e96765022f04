"""Every route as its owner, as a stranger with an account, as another guest and as nobody.

A route that is missing from the tables fails, so that none is ever added without a decision.
"""

import json
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from labmapper.persistence.database.connection import db
from labmapper.persistence.database.tables import Base
from support.labs.drawings import CONFIG, draw_lab
from support.server.people import PASSWORD, Browser


@dataclass(frozen=True, slots=True)
class Things:
    """What the owner has: one of each."""

    diagram: str
    trashed: str
    mapping: str
    upload: str
    file: str


NUMBER = "<int(max=2147483647):number>"
TOKEN_WISH = {"token-name": "backup", "token-scope": "all", "token-password": PASSWORD}
_FORM = {"content_type": "multipart/form-data"}

# Private things: method, rule, what is sent, and the answer to the owner.
PRIVATE: list[tuple[str, str, dict[str, Any], int]] = [
    ("GET", "/diagrams/<token:diagram_id>", {}, 200),
    ("POST", "/diagrams/<token:diagram_id>/delete", {}, 303),
    ("POST", "/diagrams/<token:diagram_id>/duplicate", {}, 303),
    ("POST", "/diagrams/<token:diagram_id>/rename", {"data": {"title": "New"}}, 303),
    ("POST", "/diagrams/<token:trashed>/restore", {}, 303),
    ("POST", "/diagrams/<token:trashed>/erase", {}, 303),
    ("GET", "/diagrams/<token:diagram_id>/thumbnail.svg", {}, 200),
    ("GET", "/diagrams/<token:diagram_id>/hand-out", {}, 200),
    ("POST", "/diagrams/<token:diagram_id>/hand-out/<token:format_name>", {"data": {"groups": "student"}}, 200),
    ("GET", "/diagrams/<token:diagram_id>/history", {}, 200),
    ("GET", f"/diagrams/<token:diagram_id>/history/{NUMBER}", {}, 200),
    ("GET", f"/diagrams/<token:diagram_id>/history/{NUMBER}/look", {}, 200),
    ("GET", f"/diagrams/<token:diagram_id>/history/{NUMBER}/diagram.json", {}, 200),
    ("POST", f"/diagrams/<token:diagram_id>/history/{NUMBER}/restore", {}, 303),
    ("POST", f"/diagrams/<token:diagram_id>/history/{NUMBER}/name", {"data": {"name": "Kept"}}, 303),
    ("GET", "/diagrams/<token:diagram_id>/mappings/<token:mapping_id>", {}, 200),
    ("POST", "/diagrams/<token:diagram_id>/mappings/<token:mapping_id>/delete", {}, 303),
    ("POST", "/diagrams/<token:diagram_id>/files/<token:file_id>/delete", {}, 303),
    ("GET", "/convert/<token:upload_id>", {}, 200),
    ("GET", "/convert/<token:upload_id>/contents", {}, 200),
    ("POST", "/convert/<token:upload_id>/contents", {}, 200),
    ("GET", "/convert/<token:upload_id>/user-mapping.xml", {}, 200),
    ("POST", "/convert/<token:upload_id>/exports/<token:format_name>", {}, 200),
    ("POST", "/convert/<token:upload_id>/open", {}, 303),
    ("GET", "/api/v1/diagrams/<token:diagram_id>", {}, 200),
    (
        "PUT",
        "/api/v1/diagrams/<token:diagram_id>",
        {"json": {"diagram": draw_lab()}, "headers": {"If-Match": '"1"'}},
        200,
    ),
    ("PATCH", "/api/v1/diagrams/<token:diagram_id>", {"json": {"title": "New"}}, 200),
    ("POST", "/api/v1/diagrams/<token:diagram_id>/duplicate", {}, 201),
    ("DELETE", "/api/v1/diagrams/<token:diagram_id>", {}, 204),
    ("POST", "/api/v1/diagrams/<token:trashed>/restore", {}, 204),
    ("POST", "/api/v1/diagrams/<token:trashed>/erase", {}, 204),
    ("POST", "/api/v1/diagrams/<token:diagram_id>/mappings", {"json": {}}, 201),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/credentials.csv", {}, 200),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/mappings/<token:mapping_id>/credentials.csv", {}, 200),
    ("POST", "/api/v1/diagrams/<token:diagram_id>/rotate", {"json": {"group": "n2"}}, 200),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/exports/<token:format_name>", {}, 200),
    ("POST", "/api/v1/diagrams/<token:diagram_id>/exports/<token:format_name>", {"json": {}}, 200),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/mappings", {}, 200),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/mappings/<token:mapping_id>/user-mapping.xml", {}, 200),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/mappings/<token:mapping_id>/file", {}, 200),
    ("DELETE", "/api/v1/diagrams/<token:diagram_id>/mappings/<token:mapping_id>", {}, 204),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/mappings/<token:mapping_id>/changes", {}, 200),
    ("POST", "/api/v1/diagrams/<token:diagram_id>/files", {"data": CONFIG, "query_string": {"name": "a"}}, 201),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/files", {}, 200),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/files/<token:file_id>/content", {}, 200),
    ("DELETE", "/api/v1/diagrams/<token:diagram_id>/files/<token:file_id>", {}, 204),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/revisions", {}, 200),
    ("GET", f"/api/v1/diagrams/<token:diagram_id>/revisions/{NUMBER}", {}, 200),
    ("PUT", f"/api/v1/diagrams/<token:diagram_id>/revisions/{NUMBER}", {"json": {"name": "Kept"}}, 200),
    ("GET", f"/api/v1/diagrams/<token:diagram_id>/revisions/{NUMBER}/changes", {}, 200),
    ("POST", f"/api/v1/diagrams/<token:diagram_id>/revisions/{NUMBER}/restore", {"headers": {"If-Match": '"1"'}}, 200),
]
# Open to all: method, rule, what is sent, and the answer to nobody.
OPEN: list[tuple[str, str, dict[str, Any], int]] = [
    ("GET", "/", {}, 200),
    ("GET", "/new", {}, 200),
    ("GET", "/diagrams", {}, 200),
    ("GET", "/diagrams/export.zip", {}, 404),
    ("GET", "/convert", {}, 200),
    ("POST", "/convert", {"data": {"text": CONFIG.decode()}}, 303),
    ("GET", "/login", {}, 200),
    ("POST", "/login", {"data": {"username": "Carol", "password": "x"}}, 422),
    ("GET", "/register", {}, 200),
    ("POST", "/register", {"data": {"username": "Carol", "password": "green ladder seven"}}, 303),
    ("POST", "/logout", {}, 303),
    ("GET", "/healthz", {}, 200),
    ("GET", "/livez", {}, 200),
    ("GET", "/readyz", {}, 200),
    ("GET", "/api/v1/session", {}, 200),
    ("GET", "/api/v1/export.zip", {}, 404),
    ("GET", "/api/v1/openapi.json", {}, 200),
    ("GET", "/api/v1/diagrams", {}, 200),
    ("POST", "/api/v1/diagrams", {"json": {"diagram": draw_lab()}}, 201),
    ("POST", "/api/v1/import", {"data": CONFIG}, 200),
    ("POST", "/api/v1/imports", {"data": CONFIG}, 200),
    ("POST", "/api/v1/updates", {"data": {"file": CONFIG.decode(), "diagram": json.dumps(draw_lab())}, **_FORM}, 200),
    ("POST", "/api/v1/arrange", {"json": {"diagram": draw_lab(), "style": "tiers"}}, 200),
    ("POST", "/api/v1/compare", {"json": {"old": draw_lab(), "new": draw_lab()}}, 200),
    ("POST", "/api/v1/preview", {"json": {"diagram": draw_lab()}}, 200),
    ("GET", "/static/<path:filename>", {}, 404),
]
# Only for people with an account: method, rule, what is sent, and the answer to them.
PERSONAL: list[tuple[str, str, dict[str, Any], int]] = [
    ("GET", "/account", {}, 200),
    ("POST", "/account/password", {}, 422),
    ("POST", "/account/end-sessions", {}, 303),
    ("POST", "/account/delete", {}, 422),
    ("POST", "/account/log-ins/<token:log_in_id>/end", {}, 404),
    ("POST", "/account/log-ins/end-others", {}, 303),
    ("POST", "/account/tokens", {"data": TOKEN_WISH}, 200),
    ("POST", "/account/tokens/<token:token_id>/revoke", {}, 404),
]
# The same in the API, which sends nobody anywhere.
PERSONAL_API: list[tuple[str, str, dict[str, Any], int]] = [
    ("PUT", "/api/v1/account/password", {"json": {"current": PASSWORD, "new": "seven green ladders"}}, 204),
    ("POST", "/api/v1/account/end-sessions", {}, 204),
    ("DELETE", "/api/v1/account", {"json": {"password": PASSWORD}}, 204),
    ("GET", "/api/v1/tokens", {}, 200),
    ("POST", "/api/v1/tokens", {"json": {"name": "backup", "password": PASSWORD}}, 201),
    ("DELETE", "/api/v1/tokens/<token:token_id>", {}, 404),
]
# Writes of the API that are sent to be worked on and keep nothing.
COMPUTED = {
    "/api/v1/diagrams/<token:diagram_id>/exports/<token:format_name>",
    "/api/v1/import",
    "/api/v1/imports",
    "/api/v1/updates",
    "/api/v1/arrange",
    "/api/v1/compare",
    "/api/v1/preview",
}
EVERY = PRIVATE + OPEN + PERSONAL + PERSONAL_API


def fill(rule: str, things: Things) -> str:
    for name, value in (
        ("diagram_id", things.diagram),
        ("trashed", things.trashed),
        ("mapping_id", things.mapping),
        ("upload_id", things.upload),
        ("file_id", things.file),
        ("token_id", "none"),
        ("log_in_id", "none"),
        ("format_name", "config"),
    ):
        rule = rule.replace(f"<token:{name}>", value)
    return rule.replace("<path:filename>", "nothing.js").replace(NUMBER, "1")


def send(browser: Browser, method: str, path: str, options: dict[str, Any]) -> int:
    with browser.write(method, path, **options) as answer:
        return answer.status_code


def own(browser: Browser, rule: str) -> Things:
    """Let *browser* have a diagram and one of each other thing that *rule* is about, and return them."""
    diagram, trashed, mapping, upload, file = browser.create_diagram(draw_lab("Mine")), "", "", "", ""
    if "trashed" in rule:
        trashed = browser.create_diagram(draw_lab("Old"))
        browser.delete(f"/api/v1/diagrams/{trashed}")
    if "mapping_id" in rule:
        mapping = browser.post(f"/api/v1/diagrams/{diagram}/mappings", json={}).get_json()["id"]
    if "upload_id" in rule:
        upload = browser.post("/convert", data={"text": CONFIG.decode()}).location.rpartition("/")[2]
    if "file_id" in rule:
        file = browser.post(f"/api/v1/diagrams/{diagram}/files?name=a", data=CONFIG).get_json()["id"]
    return Things(diagram, trashed, mapping, upload, file)


def count_rows(app: Flask) -> dict[str, int]:
    """Return how much is kept of everything, but of how often it was asked."""
    with app.app_context():
        tables = [each for each in Base.metadata.sorted_tables if each.name != "rate"]
        return {each.name: db.session.scalar(select(func.count()).select_from(each)) or 0 for each in tables}


def name(case: tuple[str, str, dict[str, Any], int]) -> str:
    return f"{case[0]} {case[1]}"


def test_no_route_is_without_a_decision(app: Flask) -> None:
    decided = {(method, rule.replace("trashed", "diagram_id")) for method, rule, _, _ in EVERY}
    static = {rule for _, rule in decided if rule.startswith("/static")}

    routes = {
        (method, "/static/<path:filename>" if rule.endpoint == "static" else rule.rule)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }

    assert static
    assert routes == decided


@pytest.mark.parametrize("case", PRIVATE, ids=name)
def test_private_things_answer_their_owner(alice: Browser, case: tuple[str, str, dict[str, Any], int]) -> None:
    method, rule, options, expected = case

    assert send(alice, method, fill(rule, own(alice, rule)), options) == expected


@pytest.mark.parametrize("case", PRIVATE, ids=name)
def test_a_guests_things_answer_that_guest(guest: Browser, case: tuple[str, str, dict[str, Any], int]) -> None:
    method, rule, options, expected = case

    assert send(guest, method, fill(rule, own(guest, rule)), options) == expected


@pytest.mark.parametrize("case", PRIVATE, ids=name)
def test_private_things_are_not_there_for_anybody_else(
    alice: Browser, bob: Browser, guest: Browser, nobody: Browser, case: tuple[str, str, dict[str, Any], int]
) -> None:
    method, rule, options, _ = case
    path = fill(rule, own(alice, rule))
    own(bob, rule)
    own(guest, rule)

    answers = [send(stranger, method, path, options) for stranger in (bob, guest, nobody)]

    assert answers == [404, 404, 404]


@pytest.mark.parametrize("case", PRIVATE, ids=name)
def test_a_guests_things_are_not_there_for_people_or_other_guests(
    app: Flask, bob: Browser, guest: Browser, nobody: Browser, case: tuple[str, str, dict[str, Any], int]
) -> None:
    method, rule, options, _ = case
    path = fill(rule, own(guest, rule))
    other = Browser(app.test_client())
    own(other, rule)

    assert [send(stranger, method, path, options) for stranger in (bob, other, nobody)] == [404, 404, 404]


@pytest.mark.parametrize("case", OPEN, ids=name)
def test_open_routes_answer_nobody(nobody: Browser, case: tuple[str, str, dict[str, Any], int]) -> None:
    method, rule, options, expected = case

    assert send(nobody, method, fill(rule, Things("", "", "", "", "")), options) == expected


@pytest.mark.parametrize("case", PERSONAL, ids=name)
def test_personal_routes_answer_people_and_send_others_to_log_in(
    alice: Browser, guest: Browser, nobody: Browser, case: tuple[str, str, dict[str, Any], int]
) -> None:
    method, rule, options, expected = case

    for stranger in (guest, nobody):
        answer = stranger.write(method, fill(rule, own(guest, rule)), **options)
        assert (answer.status_code, answer.location.split("?")[0]) == (302, "/login")
    assert send(alice, method, fill(rule, own(alice, rule)), options) == expected


@pytest.mark.parametrize("case", PERSONAL_API, ids=name)
def test_personal_routes_of_the_api_answer_people_and_refuse_others(
    alice: Browser, guest: Browser, nobody: Browser, case: tuple[str, str, dict[str, Any], int]
) -> None:
    method, rule, options, expected = case

    answers = [send(each, method, fill(rule, own(guest, rule)), options) for each in (guest, nobody)]

    assert answers == [401, 401]
    assert send(alice, method, fill(rule, own(alice, rule)), options) == expected


@pytest.mark.parametrize("case", [case for case in EVERY if case[0] != "GET"], ids=name)
def test_no_write_goes_without_a_csrf_token(
    alice: Browser, client: FlaskClient, case: tuple[str, str, dict[str, Any], int]
) -> None:
    method, rule, options, _ = case
    path = fill(rule, own(alice, rule))

    hers = alice.client.open(path, method=method, **options)
    nobodys = client.open(path, method=method, **options)

    # Without a cookie it is a script to the API, which is told of tokens: accounts/test_senders.py.
    assert [hers.status_code, nobodys.status_code] == [400, 401 if path.startswith("/api/") else 400]
    if path.startswith("/api/"):
        assert hers.get_json()["error"]["code"] == "csrf"
    else:
        assert "Load it again" in hers.text


@pytest.mark.parametrize("case", [case for case in EVERY if case[1].startswith("/api/")], ids=name)
def test_a_token_that_reads_changes_nothing(
    app: Flask, alice: Browser, client: FlaskClient, case: tuple[str, str, dict[str, Any], int]
) -> None:
    method, rule, options, expected = case
    path = fill(rule, own(alice, rule))
    wish = {"name": "reader", "password": PASSWORD, "scope": "read"}
    token = alice.post("/api/v1/tokens", json=wish).get_json()["token"]
    before = count_rows(app)
    headers = options.get("headers", {}) | {"Authorization": f"Bearer {token}"}

    with client.open(path, method=method, **options | {"headers": headers}) as answer:
        assert answer.data is not None
        is_refused = answer.status_code == 403 and answer.get_json()["error"]["code"] == "read-only-token"

    keeps_nothing = method == "GET" or rule in COMPUTED
    assert is_refused is not keeps_nothing
    assert is_refused or answer.status_code == (200 if path == "/api/v1/export.zip" else expected)
    assert count_rows(app) == before


@pytest.mark.parametrize("case", [case for case in PRIVATE if case[0] != "GET"][:3], ids=name)
def test_another_sessions_csrf_token_is_not_enough(
    alice: Browser, bob: Browser, case: tuple[str, str, dict[str, Any], int]
) -> None:
    method, rule, options, _ = case
    path = fill(rule, own(alice, rule))
    headers = options.get("headers", {}) | {"X-CSRFToken": bob.read_token()}

    assert alice.client.open(path, method=method, **options | {"headers": headers}).status_code == 400


@pytest.mark.parametrize("token", ["%00", "..%2f", "'", "x" * 65, "%F0%9F%98%80", "%ff"])
def test_what_cannot_be_an_id_is_not_found(alice: Browser, token: str) -> None:
    for path in (f"/diagrams/{token}", f"/api/v1/diagrams/{token}", f"/convert/{token}"):
        assert alice.get(path).status_code == 404
