"""A guest is known again by the session's cookie, also where the clock that signed it is not the one that reads it."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from labmapper.config import Config
from support.labs.drawings import draw_lab
from support.server.people import Browser

YEAR = 365 * 24 * 3600


@pytest.fixture
def drawing(guest: Browser) -> str:
    """Return the address of a diagram that *guest* has just saved."""
    made = guest.post("/api/v1/diagrams", json={"diagram": draw_lab()}).get_json()
    return f"/api/v1/diagrams/{made['id']}"


@pytest.mark.parametrize(
    "seconds", [0, 1, -1, -300, -10 * YEAR], ids=["at once", "later", "a second back", "minutes back", "years back"]
)
def test_a_clock_that_is_set_back_makes_nobody_a_stranger(
    guest: Browser, drawing: str, monkeypatch: pytest.MonkeyPatch, seconds: int
) -> None:
    now = time.time()
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: now + seconds)

    assert guest.get(drawing).status_code == 200


def test_a_log_in_may_last_longer_than_the_work_of_guests(
    make_app: Callable[[Config], Flask], config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(replace(config, guest_days=1, login_hours=100, login_idle_hours=100))
    alice, now = Browser(app.test_client()).enter("Alice"), time.time()

    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: now + 99 * 3600)

    assert alice.get("/api/v1/session").get_json()["signed_in"]


def test_a_cookie_is_void_once_guests_work_is_no_longer_kept(
    guest: Browser, drawing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = time.time() + guest.client.application.permanent_session_lifetime.total_seconds() + 2
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: after)

    assert guest.get(drawing).status_code == 404


def test_a_cookie_is_read_with_the_key_that_signed_it_alone_also_where_one_process_has_both(
    make_app: Callable[[Config], Flask], config: Config
) -> None:
    same, again, other = (Browser(make_app(replace(config, secret_key=key * 40)).test_client()) for key in "aab")
    made = same.post("/api/v1/diagrams", json={"diagram": draw_lab()}).get_json()
    cookie = same.client.get_cookie("labmapper")
    assert cookie is not None
    for browser in (again, other):
        browser.client.set_cookie("labmapper", cookie.value)

    found = [browser.get(f"/api/v1/diagrams/{made['id']}").status_code for browser in (same, again, other)]

    assert found == [200, 200, 404]
