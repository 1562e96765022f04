"""A guest is known again by the session's cookie, also where the clock that signed it is not the one that reads it."""

import time

import pytest

from labmapper.web.accounts.session_cookies import CLOCKS_DIFFER
from support.labs.drawings import draw_lab
from support.server.people import Browser


@pytest.fixture
def drawing(guest: Browser) -> str:
    """Return the address of a diagram that *guest* has just saved."""
    made = guest.post("/api/v1/diagrams", json={"diagram": draw_lab()}).get_json()
    return f"/api/v1/diagrams/{made['id']}"


@pytest.mark.parametrize(
    ("seconds", "status"),
    [(0, 200), (1, 200), (-1, 200), (-CLOCKS_DIFFER, 200), (-CLOCKS_DIFFER - 60, 404)],
    ids=["at once", "later", "a second back", "minutes back", "another time"],
)
def test_a_clock_that_is_behind_makes_nobody_a_stranger(
    guest: Browser, drawing: str, monkeypatch: pytest.MonkeyPatch, seconds: int, status: int
) -> None:
    now = time.time()
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: now + seconds)

    assert guest.get(drawing).status_code == status


def test_a_cookie_is_void_once_guests_work_is_no_longer_kept(
    guest: Browser, drawing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = time.time() + guest.client.application.permanent_session_lifetime.total_seconds() + 2
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: after)

    assert guest.get(drawing).status_code == 404
