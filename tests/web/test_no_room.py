"""Before the disk is full, or guests have used up theirs, nothing new is kept; what is there can be deleted and saved."""

import os
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from labmapper.config import MEBIBYTE, Config
from labmapper.persistence import total_space
from support.labs.drawings import CONFIG, draw_lab
from support.server.people import PASSWORD, Browser

MakeApp = Callable[[Config], Flask]
SHORT = "This server is short of space and keeps nothing new."


@pytest.fixture
def fill(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Return a way to leave so many bytes free on every disk."""

    def leave(free: int) -> None:
        monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_bavail=free // 512, f_frsize=512))

    return leave


def expect_no_room(answer: TestResponse, sentence: str = SHORT) -> None:
    assert answer.status_code == 409
    assert sentence in answer.text


def test_new_work_is_refused_before_the_disk_is_full_and_deleting_goes_on(
    alice: Browser, fill: Callable[[int], None]
) -> None:
    diagram = alice.create_diagram(draw_lab())
    mappings = f"/api/v1/diagrams/{diagram}/mappings"
    mapping = alice.post(mappings, json={}).get_json()["id"]
    fill(511 * MEBIBYTE)

    refused = alice.post("/api/v1/diagrams", json={"diagram": draw_lab()})
    expect_no_room(refused)
    assert refused.get_json()["error"]["code"] == "no-room"
    expect_no_room(alice.post(mappings, json={}))
    expect_no_room(alice.post("/convert", data={"text": CONFIG.decode()}))
    expect_no_room(alice.post(f"/api/v1/diagrams/{diagram}/duplicate"))

    assert alice.get(f"/api/v1/diagrams/{diagram}").status_code == 200
    assert alice.save(diagram, 1, draw_lab("Saved")).status_code == 200
    assert alice.delete(f"{mappings}/{mapping}").status_code == 204
    assert alice.delete(f"/api/v1/diagrams/{diagram}").status_code == 204
    assert alice.post(f"/api/v1/diagrams/{diagram}/erase").status_code == 204
    assert alice.delete("/api/v1/account", json={"password": PASSWORD}).status_code == 204


def test_nobody_registers_where_nothing_can_be_kept_and_people_log_in(
    alice: Browser, nobody: Browser, fill: Callable[[int], None]
) -> None:
    fill(511 * MEBIBYTE)

    expect_no_room(nobody.post("/register", data={"username": "Carol", "password": PASSWORD}))
    assert nobody.log_in("Alice").status_code == 303


def test_saves_end_before_the_room_does(alice: Browser, fill: Callable[[int], None]) -> None:
    diagram = alice.create_diagram(draw_lab())
    fill(0)

    answers = [alice.save(diagram, revision, draw_lab(f"Save {revision}")) for revision in range(1, 40)]

    refused = [answer for answer in answers if answer.status_code == 409]
    assert refused
    expect_no_room(refused[0])


def test_with_as_much_room_as_is_set_all_goes_on(
    make_app: MakeApp, config: Config, fill: Callable[[int], None]
) -> None:
    fill(8 * MEBIBYTE)

    browser = Browser(make_app(replace(config, free_space=8 * MEBIBYTE)).test_client())

    assert browser.create_diagram(draw_lab())


def test_all_guests_together_have_a_limit_that_accounts_do_not(
    make_app: MakeApp, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(total_space, "_BELIEVED", 0.0)
    app = make_app(replace(config, all_guests_space=1))
    guest, other, alice = (Browser(app.test_client()) for _ in range(3))
    alice.enter("Alice")
    diagram = guest.create_diagram(draw_lab("First"))

    for browser in (guest, other):
        answer = browser.post("/api/v1/diagrams", json={"diagram": draw_lab()})
        expect_no_room(answer, "All that can be kept without an account is used up.")
    assert alice.create_diagram(draw_lab())
    assert guest.delete(f"/api/v1/diagrams/{diagram}").status_code == 204
    assert guest.post(f"/api/v1/diagrams/{diagram}/erase").status_code == 204
    assert other.create_diagram(draw_lab())


def test_what_guests_have_uploaded_counts_towards_what_they_keep_together(make_app: MakeApp, config: Config) -> None:
    first, second = (Browser(make_app(replace(config, all_guests_space=1)).test_client()) for _ in range(2))
    assert first.post("/convert", data={"text": CONFIG.decode()}).status_code == 303

    expect_no_room(
        second.post("/convert", data={"text": CONFIG.decode()}),
        "All that can be kept without an account is used up.",
    )


def test_a_postgres_that_is_as_large_as_it_may_be_takes_nothing_new(make_app: MakeApp, config: Config) -> None:
    browser = Browser(make_app(replace(config, database_space=1)).test_client())

    answer = browser.post("/api/v1/diagrams", json={"diagram": draw_lab()})

    assert answer.status_code == (201 if config.is_embedded else 409)


def test_a_guest_who_logs_in_where_guests_have_used_up_theirs_takes_the_work_along(
    make_app: MakeApp, config: Config
) -> None:
    app = make_app(replace(config, all_guests_space=1))
    Browser(app.test_client()).enter("Alice")
    guest = Browser(app.test_client())
    guest.create_diagram(draw_lab("Mine"))

    assert guest.log_in("Alice", drawn_by="me").status_code == 303

    assert guest.list_titles() == ["Mine"]
