import pytest
from flask import Flask
from sqlalchemy import func, select

from labmapper.persistence.attempts import PER_PLACE
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


def test_a_deleted_account_takes_everything_along(app: Flask, alice: Browser, bob: Browser, nobody: Browser) -> None:
    diagram = alice.create_diagram(draw_lab())
    alice.post(f"/api/v1/diagrams/{diagram}/mappings", json={})
    alice.post("/convert", data={"text": CONFIG.decode()})
    alice.post("/account/tokens", data={"token-name": "backup"})
    nobody.log_in("Alice", "not her password")
    alice.delete(f"/api/v1/diagrams/{alice.create_diagram(draw_lab('Trashed'))}")

    answer = alice.post("/account/delete", data={"delete-password": PASSWORD})

    assert answer.status_code == 303
    with app.app_context():
        counts = {
            table.name: db.session.scalar(select(func.count()).select_from(table))
            for table in Base.metadata.sorted_tables
        }
    # What is left: Bob, and that somebody at that address was wrong once.
    assert {name: count for name, count in counts.items() if count} == {"user": 1, "attempt": 1}
    assert alice.log_in("Alice").status_code == 422


def test_an_account_is_only_deleted_by_who_knows_its_password(alice: Browser) -> None:
    answer = alice.post("/account/delete", data={"delete-password": "wrong"})

    assert answer.status_code == 422
    assert "This is not your password." in answer.text
    assert alice.get("/account").status_code == 200
