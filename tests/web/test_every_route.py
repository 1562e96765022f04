"""Every route as its owner, as a stranger with an account, as another guest and as nobody.

A route that is missing from the tables fails, so that none is ever added without a decision.
"""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from labmapper.persistence.database.connection import db
from labmapper.persistence.database.tables import Base
from support.server.every_route import (
    COMPUTED,
    EVERY,
    OPEN,
    PERSONAL,
    PERSONAL_API,
    PRIVATE,
    Case,
    Things,
    fill,
    name,
    own,
    send,
)
from support.server.people import PASSWORD, Browser


def count_rows(app: Flask) -> dict[str, int]:
    """Return how much is kept of everything, but of how often it was asked."""
    with app.app_context():
        tables = [each for each in Base.metadata.sorted_tables if each.name != "rate"]
        return {each.name: db.session.scalar(select(func.count()).select_from(each)) or 0 for each in tables}


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
def test_private_things_answer_their_owner_a_person_or_a_guest_and_are_not_there_for_anybody_else(
    alice: Browser, bob: Browser, guest: Browser, nobody: Browser, case: Case
) -> None:
    method, rule, options, expected = case
    other = Browser(guest.client.application.test_client())
    hers, theirs = (fill(rule, own(each, rule)) for each in (alice, guest))
    own(bob, rule)
    own(other, rule)

    of_a_person = [send(each, method, hers, options) for each in (bob, guest, nobody, alice)]
    of_a_guest = [send(each, method, theirs, options) for each in (bob, other, nobody, guest)]

    assert of_a_person == of_a_guest == [404, 404, 404, expected]


@pytest.mark.parametrize("case", OPEN, ids=name)
def test_open_routes_answer_nobody(nobody: Browser, case: Case) -> None:
    method, rule, options, expected = case

    assert send(nobody, method, fill(rule, Things()), options) == expected


@pytest.mark.parametrize("case", PERSONAL, ids=name)
def test_personal_routes_answer_people_and_send_others_to_log_in(
    alice: Browser, guest: Browser, nobody: Browser, case: Case
) -> None:
    method, rule, options, expected = case

    for stranger in (guest, nobody):
        answer = stranger.write(method, fill(rule, own(guest, rule)), **options)
        assert (answer.status_code, answer.location.split("?")[0]) == (302, "/login")
    assert send(alice, method, fill(rule, own(alice, rule)), options) == expected


@pytest.mark.parametrize("case", PERSONAL_API, ids=name)
def test_personal_routes_of_the_api_answer_people_and_refuse_others(
    alice: Browser, guest: Browser, nobody: Browser, case: Case
) -> None:
    method, rule, options, expected = case

    answers = [send(each, method, fill(rule, own(guest, rule)), options) for each in (guest, nobody)]

    assert answers == [401, 401]
    assert send(alice, method, fill(rule, own(alice, rule)), options) == expected


def test_no_write_goes_without_a_csrf_token(alice: Browser, client: FlaskClient) -> None:
    writes, wrong = [each for each in EVERY if each[0] != "GET"], []
    for case in writes:
        method, rule, options, _ = case
        path = fill(rule, own(alice, rule))

        hers = alice.client.open(path, method=method, **options)
        nobodys = client.open(path, method=method, **options)

        # Without a cookie it is a script to the API, which is told of tokens: accounts/test_missing_token.py.
        is_api = path.startswith("/api/")
        codes = [hers.status_code, nobodys.status_code]
        is_told = hers.get_json()["error"]["code"] == "csrf" if is_api else "Load it again" in hers.text
        if codes != [400, 401 if is_api else 400] or not is_told:
            wrong.append((name(case), codes, hers.text))

    assert writes
    assert wrong == []


def test_a_token_that_reads_changes_nothing(app: Flask, alice: Browser, client: FlaskClient) -> None:
    wish = {"name": "reader", "password": PASSWORD, "scope": "read"}
    token = alice.post("/api/v1/tokens", json=wish).get_json()["token"]
    routes, wrong = [each for each in EVERY if each[1].startswith("/api/")], []
    for case in routes:
        method, rule, options, expected = case
        path = fill(rule, own(alice, rule))
        before = count_rows(app)
        headers = options.get("headers", {}) | {"Authorization": f"Bearer {token}"}

        with client.open(path, method=method, **options | {"headers": headers}) as answer:
            read = answer.data
            is_refused = answer.status_code == 403 and answer.get_json()["error"]["code"] == "read-only-token"

        keeps_nothing = method == "GET" or rule in COMPUTED
        usual = 200 if path == "/api/v1/export.zip" else expected
        is_right = not is_refused and answer.status_code == usual if keeps_nothing else is_refused
        after = count_rows(app)
        if not is_right or after != before:
            wrong.append((name(case), answer.status_code, read[:200], before, after))

    assert {True, False} == {case[0] == "GET" or case[1] in COMPUTED for case in routes}
    assert wrong == []


@pytest.mark.parametrize("case", [case for case in PRIVATE if case[0] != "GET"][:3], ids=name)
def test_another_sessions_csrf_token_is_not_enough(alice: Browser, bob: Browser, case: Case) -> None:
    method, rule, options, _ = case
    path = fill(rule, own(alice, rule))
    headers = options.get("headers", {}) | {"X-CSRFToken": bob.read_token()}

    assert alice.client.open(path, method=method, **options | {"headers": headers}).status_code == 400


@pytest.mark.parametrize("token", ["%00", "..%2f", "'", "x" * 65, "%F0%9F%98%80", "%ff"])
def test_what_cannot_be_an_id_is_not_found(alice: Browser, token: str) -> None:
    for path in (f"/diagrams/{token}", f"/api/v1/diagrams/{token}", f"/convert/{token}"):
        assert alice.get(path).status_code == 404
