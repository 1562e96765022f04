import re

import pytest
from flask import Flask
from sqlalchemy import func, select

from labmapper.persistence.accounts.attempts import PER_PLACE
from labmapper.persistence.database.connection import db
from labmapper.persistence.database.tables import Base
from support.labs.drawings import CONFIG, draw_lab
from support.server.people import PASSWORD, Browser

NEW = "seven green ladders"


def test_a_changed_password_ends_the_other_log_ins_but_not_this_one(app: Flask, alice: Browser) -> None:
    other = Browser(app.test_client())
    other.log_in("Alice")

    answer = alice.post("/account/password", data={"password-current": PASSWORD, "password-new": NEW})

    assert answer.status_code == 303
    assert alice.get("/account").status_code == 200
    assert other.get("/account").status_code == 302
    assert other.log_in("Alice").status_code == 422
    assert other.log_in("Alice", NEW).status_code == 303


def test_a_password_is_only_changed_by_who_knows_it(alice: Browser, nobody: Browser) -> None:
    answer = alice.post("/account/password", data={"password-current": "wrong", "password-new": NEW})

    assert answer.status_code == 422
    assert "This is not your password." in answer.text
    assert nobody.log_in("Alice").status_code == 303


@pytest.mark.parametrize(
    ("new", "complaint"),
    [("password12345", "among the first that are tried"), ("i am alice, who else", "does not contain your user name")],
)
def test_a_weak_new_password_is_refused(alice: Browser, new: str, complaint: str) -> None:
    answer = alice.post("/account/password", data={"password-current": PASSWORD, "password-new": new})

    assert answer.status_code == 422
    assert complaint in answer.text


def test_guesses_at_the_current_password_are_limited(alice: Browser) -> None:
    for _ in range(PER_PLACE):
        alice.post("/account/password", data={"password-current": "wrong", "password-new": NEW})

    answer = alice.post("/account/password", data={"password-current": PASSWORD, "password-new": NEW})

    assert "Too many wrong passwords" in answer.text
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "900")


def test_logging_out_everywhere_ends_every_log_in(app: Flask, alice: Browser) -> None:
    other = Browser(app.test_client())
    other.log_in("Alice", remember="y")

    alice.post("/account/end-sessions")

    assert alice.get("/account").status_code == 302
    assert other.get("/account").status_code == 302


FIREFOX = {"User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"}


def test_the_page_lists_each_log_in_with_its_browser_and_address(app: Flask, alice: Browser) -> None:
    other = Browser(app.test_client())
    data = {"username": "Alice", "password": PASSWORD}
    other.post("/login", data=data, headers=FIREFOX, environ_base={"REMOTE_ADDR": "10.9.9.9"})

    page = alice.get("/account").text

    assert "<td data-technical>Firefox, Windows</td>" in page
    assert 'data-label="Address:">10.9.9.9<' in page
    assert page.count("This browser") == 1
    assert page.count('aria-label="End the log-in of Firefox, Windows at 10.9.9.9"') == 1


def test_a_browser_that_does_not_say_what_it_is_is_listed_too(app: Flask, alice: Browser) -> None:
    Browser(app.test_client()).post(
        "/login", data={"username": "Alice", "password": PASSWORD}, headers={"User-Agent": ""}
    )

    assert "Unknown browser" in alice.get("/account").text


def test_a_log_in_is_ended_from_another_one(app: Flask, alice: Browser, bob: Browser) -> None:
    other = Browser(app.test_client())
    other.log_in("Alice")
    (path,) = re.findall(r'action="(/account/log-ins/[\w-]+/end)"', alice.get("/account").text)
    assert bob.post(path).status_code == 404
    assert other.get("/account").status_code == 200

    answer = alice.post(path)

    assert (answer.status_code, answer.location) == (303, "/account")
    assert "That log-in has ended." in alice.get("/account").text
    assert other.get("/account").status_code == 302
    assert alice.post(path).status_code == 404


def test_all_other_log_ins_are_ended_at_once(app: Flask, alice: Browser, bob: Browser) -> None:
    others = [Browser(app.test_client()) for _ in range(2)]
    for other in others:
        other.log_in("Alice", remember="y")

    alice.post("/account/log-ins/end-others")

    page = alice.get("/account").text
    assert "2 other log-ins have ended." in page
    assert "End all others" not in page
    assert [each.get("/account").status_code for each in (*others, bob)] == [302, 302, 200]


def test_a_new_password_gives_this_browser_a_new_cookie(app: Flask, alice: Browser) -> None:
    copied = alice.client.get_cookie("labmapper")
    assert copied is not None
    thief = Browser(app.test_client())
    thief.client.set_cookie("labmapper", copied.value)

    alice.post("/account/password", data={"password-current": PASSWORD, "password-new": NEW})

    assert thief.get("/account").status_code == 302
    assert alice.get("/account").status_code == 200


def test_who_is_remembered_stays_so_with_a_new_password(nobody: Browser, alice: Browser) -> None:
    nobody.log_in("Alice", remember="y")

    nobody.post("/account/password", data={"password-current": PASSWORD, "password-new": NEW})

    nobody.client.delete_cookie("labmapper")
    assert nobody.get("/account").status_code == 200


def test_a_deleted_account_takes_everything_along(app: Flask, alice: Browser, bob: Browser, nobody: Browser) -> None:
    diagram = alice.create_diagram(draw_lab())
    alice.post(f"/api/v1/diagrams/{diagram}/mappings", json={})
    alice.post("/convert", data={"text": CONFIG.decode()})
    alice.post("/account/tokens", data={"token-name": "backup", "token-scope": "all", "token-password": PASSWORD})
    nobody.log_in("Alice", "not her password")
    alice.delete(f"/api/v1/diagrams/{alice.create_diagram(draw_lab('Trashed'))}")

    answer = alice.post("/account/delete", data={"delete-password": PASSWORD})

    assert answer.status_code == 303
    with app.app_context():
        counts = {
            table.name: db.session.scalar(select(func.count()).select_from(table))
            for table in Base.metadata.sorted_tables
        }
    # What is left: Bob with his log-in, that somebody at that address was wrong once, and perhaps how often that address did what.
    counts.pop("rate")
    assert {name: count for name, count in counts.items() if count} == {"user": 1, "log_in": 1, "attempt": 1}
    assert alice.log_in("Alice").status_code == 422


def test_an_account_is_only_deleted_by_who_knows_its_password(alice: Browser) -> None:
    answer = alice.post("/account/delete", data={"delete-password": "wrong"})

    assert answer.status_code == 422
    assert "This is not your password." in answer.text
    assert alice.get("/account").status_code == 200
