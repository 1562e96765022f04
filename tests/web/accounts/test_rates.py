"""One address and one person may do so much in a time: then a sentence, and when to come again."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text
from werkzeug.test import TestResponse

from labmapper.config import Config
from labmapper.persistence.database.connection import db
from labmapper.persistence.database.tables import RateRow
from labmapper.persistence.rate_counters import RateCounters
from labmapper.persistence.store import read_clock
from labmapper.web.accounts import rates
from labmapper.web.accounts.rates import BATCH, PEOPLE, Rates, get_rates
from labmapper.web.services import get_services
from support.labs.drawings import CONFIG, draw_lab
from support.server.people import PASSWORD, Browser
from support.server.rate_counters import run_redis

MakeApp = Callable[[Config], Flask]
ELSEWHERE: dict[str, Any] = {"environ_base": {"REMOTE_ADDR": "10.9.9.9"}}
LAB = {"json": {"diagram": draw_lab()}}


@pytest.fixture
def strict(make_app: MakeApp, config: Config) -> Flask:
    """Return an app that lets little through."""
    few = replace(config, guests_per_hour=2, registrations_per_hour=2, uploads_per_minute=2, heavy_per_minute=BATCH)
    return make_app(few)


@pytest.fixture
def passed(strict: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Return a way to let seconds pass."""
    moments = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: moments[-1])
    began = read_clock()
    get_services(strict).clock = lambda: began + timedelta(seconds=moments[-1])
    return moments.append


def begin(app: Flask, **options: Any) -> TestResponse:
    return Browser(app.test_client()).post("/api/v1/diagrams", **LAB, **options)


def get_rates_of(app: Flask) -> Rates:
    with app.app_context():
        return get_rates()


def expect_refused(answer: TestResponse, most: int, sentence: str) -> None:
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= most
    assert sentence in answer.text


def test_so_many_begin_as_guests_from_one_address_in_an_hour(
    strict: Flask, passed: Callable[[float], None], caplog: pytest.LogCaptureFixture
) -> None:
    assert [begin(strict).status_code for _ in range(3)] == [201, 201, 429]

    refused = begin(strict)

    expect_refused(refused, 3600, "Many people have begun without an account from your address.")
    assert refused.get_json()["error"]["code"] == "too-many"
    told = [vars(each) for each in caplog.records if each.message == "limit-hit"]
    assert (told[-1]["event"], told[-1]["address"]) == ("limit-hit", "127.0.0.1")
    assert begin(strict, **ELSEWHERE).status_code == 201
    passed(3601)
    assert begin(strict).status_code == 201


def test_nobody_waits_longer_than_a_window_where_the_clock_was_set_back(
    strict: Flask, passed: Callable[[float], None]
) -> None:
    passed(2000)
    for _ in range(3):
        begin(strict)
    passed(0)
    get_rates_of(strict)._refused.clear()  # another process knows nothing of the refusal

    expect_refused(begin(strict), 3600, "Many people have begun")


def test_who_is_a_guest_already_goes_on(strict: Flask) -> None:
    first, second = (Browser(strict.test_client()) for _ in range(2))
    first.create_diagram(draw_lab())
    second.create_diagram(draw_lab())
    assert begin(strict).status_code == 429

    first.create_diagram(draw_lab())
    assert Browser(strict.test_client()).get("/").status_code == 200


def test_so_many_register_from_one_address_in_an_hour(strict: Flask) -> None:
    def register(name: str, **options: Any) -> TestResponse:
        data = {"username": name, "password": PASSWORD}
        return Browser(strict.test_client()).post("/register", data=data, **options)

    assert [register(name).status_code for name in ("Ann", "Ben", "Cleo")] == [303, 303, 429]
    expect_refused(register("Dan"), 3600, "Many accounts were made from your address.")
    assert register("x" * 65).status_code == 422
    assert register("Eve", **ELSEWHERE).status_code == 303


@pytest.mark.parametrize(
    ("path", "options"),
    [
        ("/api/v1/imports", {"data": CONFIG}),
        ("/api/v1/import", {"data": CONFIG}),
        ("/convert", {"data": {"text": CONFIG.decode()}}),
    ],
)
def test_one_person_uploads_so_much_and_others_behind_the_address_go_on(
    strict: Flask, path: str, options: dict[str, Any]
) -> None:
    alice, bob = (Browser(strict.test_client()).enter(name) for name in ("Alice", "Bob"))
    statuses = [alice.post(path, **options).status_code for _ in range(3)]

    assert statuses[-1] == 429
    assert 429 not in statuses[:-1]
    expect_refused(alice.post(path, **options), 60, "So many files in so short a time are too much.")
    assert bob.post(path, **options).status_code < 400
    assert alice.get(path if path == "/convert" else "/api/v1/diagrams").status_code == 200


def test_an_address_uploads_ten_times_of_what_a_person_may(strict: Flask) -> None:
    def upload(**options: Any) -> int:
        return Browser(strict.test_client()).post("/api/v1/imports", data=CONFIG, **options).status_code

    statuses = [upload() for _ in range(2 * PEOPLE + 1)]

    assert statuses == [200] * 2 * PEOPLE + [429]
    assert upload(**ELSEWHERE) == 200


def test_what_computes_is_counted_in_tens(strict: Flask, passed: Callable[[float], None]) -> None:
    alice, bob = (Browser(strict.test_client()).enter(name) for name in ("Alice", "Bob"))
    statuses = [alice.post("/api/v1/preview", **LAB).status_code for _ in range(2 * BATCH + 1)]

    assert statuses == [200] * (2 * BATCH - 1) + [429, 429]
    expect_refused(alice.post("/api/v1/preview", **LAB), 60, "The server has computed much for you just now.")
    assert bob.post("/api/v1/preview", **LAB).status_code == 200
    assert alice.create_diagram(draw_lab())
    passed(61)
    assert alice.post("/api/v1/preview", **LAB).status_code == 200


def test_uploads_are_counted_in_twentieths_of_what_a_person_may(make_app: MakeApp, config: Config) -> None:
    alice = Browser(make_app(replace(config, uploads_per_minute=40)).test_client()).enter("Alice")
    statuses = [alice.post("/api/v1/imports", data=CONFIG).status_code for _ in range(43)]

    assert statuses == [200] * 41 + [429, 429]  # two are one write, so that one more is let through


def test_two_processes_count_together(make_app: MakeApp, config: Config) -> None:
    apps = [make_app(replace(config, guests_per_hour=3)) for _ in range(2)]

    assert [begin(app).status_code for app in apps * 2] == [201, 201, 201, 429]


def test_keys_that_a_process_keeps_in_mind_have_an_end(strict: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "_MOST_KEYS", 3)
    for number in range(9):
        with strict.test_request_context(environ_base={"REMOTE_ADDR": f"10.0.0.{number}"}):
            get_rates().spend(get_rates().heavy, f"person {number}")

    with strict.app_context():
        assert len(get_rates()._pending) <= 5


def test_where_nobody_counts_nobody_is_refused(
    make_app: MakeApp, config: Config, caplog: pytest.LogCaptureFixture
) -> None:
    app = make_app(replace(config, guests_per_hour=1, rates_url="redis://127.0.0.1:1"))

    assert [begin(app).status_code for _ in range(3)] == [201, 201, 201]
    told = [each for each in caplog.records if getattr(each, "event", "") == "rates-not-counted"]
    assert len(told) == 1  # and is not asked with each request
    assert vars(told[0])["error"] == "ConnectionError"
    assert "Connection refused" in vars(told[0])["reason"]


def test_where_the_database_cannot_count_the_log_says_why(
    strict: Flask, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RateCounters, "add", lambda *_: db.session.execute(text("SELECT * FROM nowhere")))
    with strict.test_request_context():
        get_rates().spend(get_rates().guests)

    (told,) = (vars(each) for each in caplog.records if getattr(each, "event", "") == "rates-not-counted")
    assert told["reason"] in ("no such table: nowhere", 'relation "nowhere" does not exist')
    assert told["sqlstate"] in ("SQLITE_ERROR", "42P01")


def test_valkey_or_redis_counts_for_several_servers_without_the_database(make_app: MakeApp, config: Config) -> None:
    with run_redis() as address:
        apps = [make_app(replace(config, guests_per_hour=3, rates_url=address)) for _ in range(2)]

        answers = [begin(app) for app in apps * 2]

        assert [answer.status_code for answer in answers] == [201, 201, 201, 429]
        expect_refused(answers[-1], 3600, "Many people have begun without an account from your address.")
        with apps[0].app_context():
            assert not db.session.scalars(select(RateRow)).all()
