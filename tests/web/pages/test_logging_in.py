from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from labmapper.config import Config
from labmapper.persistence.accounts import attempts
from labmapper.persistence.accounts.attempts import PER_PLACE, Guess
from labmapper.persistence.database.tables import UserRow
from labmapper.persistence.store import read_clock
from labmapper.web.accounts import log_ins
from labmapper.web.services import get_attempts, get_services, get_users
from support.labs.drawings import draw_lab
from support.server.normalized import LONGEST, watch_normalizing
from support.server.people import PASSWORD, Browser

WRONG = "The user name or the password is wrong."
TOO_MANY = "Too many log-ins have failed."


def set_disabled(app: Flask, username: str) -> None:
    with app.app_context():
        row: UserRow = get_users().get(username)
        get_users().set_disabled(row, is_disabled=True)


def test_register_log_out_and_log_in_again(nobody: Browser) -> None:
    nobody.register("Alice")
    assert nobody.get("/api/v1/session").get_json()["username"] == "Alice"

    nobody.post("/logout")
    assert not nobody.get("/api/v1/session").get_json()["signed_in"]

    assert nobody.log_in("alice").status_code == 303
    assert nobody.get("/api/v1/session").get_json()["username"] == "Alice"


@pytest.mark.parametrize(
    ("username", "password", "complaint"),
    [
        ("", PASSWORD, "Type a user name."),
        ("Dave", "", "Type a password."),
        ("Dave", "elevenchars", "Use at least 12 characters."),
        ("Dave", "Password1234!", "among the first that are tried"),
        ("Dave", "dave the great", "does not contain your user name"),
        ("x" * 65, PASSWORD, "Use at most 64 characters."),
        ("\ufdfa" * 20, PASSWORD, "Use at most 64 characters."),
        (" Dave", PASSWORD, "without blanks at the ends"),
        ("Da\x00ve", PASSWORD, "Use letters, digits and signs"),
        ("Da\u202eve", PASSWORD, "Use letters, digits and signs"),
    ],
)
def test_a_registration_that_will_not_do_says_why(
    nobody: Browser, username: str, password: str, complaint: str
) -> None:
    answer = nobody.post("/register", data={"username": username, "password": password})

    assert answer.status_code == 422
    assert complaint in answer.text
    assert password not in answer.text or not password


@pytest.mark.parametrize("path", ["/login", "/register"])
def test_names_and_passwords_of_a_quarter_of_a_megabyte_are_not_compared(
    nobody: Browser, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = "\u0315\u0300" * 60_000  # to bring them into order took ten seconds
    lengths = watch_normalizing(monkeypatch)

    for username, password in (("Alice", "short"), (marks, PASSWORD), ("Alice", marks)):
        assert nobody.post(path, data={"username": username, "password": password}).status_code == 422

    assert 0 < max(lengths) < LONGEST


def test_a_name_that_is_taken_is_refused(alice: Browser, nobody: Browser) -> None:
    answer = nobody.post("/register", data={"username": "ALICE", "password": PASSWORD})

    assert answer.status_code == 422
    assert "This user name is taken." in answer.text


def test_registration_can_be_closed(make_app: Callable[[Config], Flask], config: Config) -> None:
    browser = Browser(make_app(replace(config, is_registration_open=False)).test_client())

    answers = [browser.get("/register"), browser.post("/register", data={"username": "A", "password": PASSWORD})]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert "Ask whoever runs this Labmapper" in answers[0].text
    assert "Register</a>. What you drew" not in browser.get("/login").text


def test_the_answer_does_not_tell_whether_a_name_exists(
    app: Flask, alice: Browser, bob: Browser, nobody: Browser
) -> None:
    set_disabled(app, "Bob")

    wrong = nobody.log_in("Alice", "wrong password")
    unknown = nobody.log_in("Nobody Knows", "wrong password")
    disabled = nobody.log_in("Bob")

    assert [answer.status_code for answer in (wrong, unknown, disabled)] == [422, 422, 422]
    assert all(WRONG in answer.text for answer in (wrong, unknown, disabled))


def test_a_password_that_is_changed_during_the_log_in_lets_nobody_in_and_the_guest_goes_on(
    app: Flask, alice: Browser, guest: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = guest.create_diagram(draw_lab())

    def change_password(_: str) -> str:
        get_users().set_password(get_users().get("Alice"), "another violet lantern")
        return "Firefox, Linux"

    monkeypatch.setattr(log_ins, "name_browser", change_password)
    refused = guest.log_in("Alice", drawn_by="me")

    assert refused.status_code == 409
    assert "The password was changed just now, or the account was shut. Log in again." in refused.text
    assert not guest.get("/api/v1/session").get_json()["signed_in"]
    assert guest.get(f"/api/v1/diagrams/{drawn}").status_code == 200


def test_an_account_is_shut_for_a_while_after_many_failures(alice: Browser, nobody: Browser) -> None:
    for _ in range(PER_PLACE):
        assert WRONG in nobody.log_in("Alice", "wrong").text

    assert TOO_MANY in nobody.log_in("Alice").text
    refused = nobody.log_in("ALICE")
    assert TOO_MANY in refused.text
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "900")


def test_a_stranger_at_the_same_address_does_not_shut_out_a_browser_that_logged_in_before(
    alice: Browser, nobody: Browser
) -> None:
    assert alice.post("/logout").status_code == 303
    assert alice.log_in("Alice").status_code == 303
    alice.post("/logout")
    for _ in range(PER_PLACE + 1):
        nobody.log_in("Alice", "wrong")

    assert nobody.log_in("Alice").status_code == 429
    assert alice.log_in("Alice").status_code == 303


def test_a_browser_that_says_it_is_known_without_having_been_is_not(nobody: Browser) -> None:
    nobody.client.set_cookie("labmapper-known", "WyJhIiwiYiJd.forged")
    for _ in range(PER_PLACE):
        nobody.log_in("Alice", "wrong")

    assert nobody.log_in("Alice", "wrong").status_code == 429


def test_the_log_names_address_and_account_of_a_failure_but_no_name_that_is_nobodys(
    alice: Browser, nobody: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    nobody.log_in("Alice", "wrong")
    nobody.log_in("my secret password", "wrong")

    lines = [vars(each) for each in caplog.records if each.name == "labmapper.security"]
    told = [(each["message"], each["address"], each["account"]) for each in lines]
    assert told == [("log-in-failed", "127.0.0.1", "alice"), ("log-in-failed", "127.0.0.1", None)]


def test_a_name_that_does_not_exist_is_shut_in_the_same_way(nobody: Browser) -> None:
    for _ in range(PER_PLACE):
        nobody.log_in("Nobody Knows", "wrong")

    assert TOO_MANY in nobody.log_in("Nobody Knows").text


def test_an_address_is_shut_after_failures_on_many_accounts_but_not_for_whom_it_knows(
    app: Flask, alice: Browser, nobody: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "PER_ADDRESS", 3)
    alice.post("/logout")
    alice.log_in("Alice")
    Browser(app.test_client()).post("/register", data={"username": "Carol", "password": PASSWORD})
    with app.app_context():
        get_users().create("Bob", PASSWORD)
        for number in range(3):
            get_attempts().admit(Guess("127.0.0.1", f"user{number}"))

    assert TOO_MANY in nobody.log_in("Bob").text
    assert TOO_MANY in nobody.post("/register", data={"username": "New", "password": PASSWORD}).text
    in_new_browsers = [Browser(app.test_client()).log_in(name).status_code for name in ("Alice", "Carol")]
    assert in_new_browsers == [303, 303]
    elsewhere = Browser(app.test_client()).post(
        "/login", data={"username": "Bob", "password": PASSWORD}, environ_base={"REMOTE_ADDR": "10.9.9.9"}
    )
    assert elsewhere.status_code == 303


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/diagrams", "/diagrams"),
        ("/diagrams?q=a%20b", "/diagrams?q=a%20b"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("/\t/evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
        ("evil", "/"),
        ("/%0d%0aSet-Cookie:x", "/%0d%0aSet-Cookie:x"),
    ],
)
def test_after_log_in_one_gets_where_one_wanted_but_never_off_the_site(
    alice: Browser, nobody: Browser, target: str, expected: str
) -> None:
    answer = nobody.post("/login", query_string={"next": target}, data={"username": "Alice", "password": PASSWORD})

    assert (answer.status_code, answer.location) == (303, expected)


def test_who_has_logged_in_is_not_asked_again(alice: Browser) -> None:
    for page in ("/login", "/register"):
        answer = alice.get(f"{page}?next=/diagrams")
        assert (answer.status_code, answer.location) == (302, "/diagrams")


def test_remembering_sets_a_cookie_of_its_own_that_logging_out_removes(alice: Browser, nobody: Browser) -> None:
    nobody.log_in("Alice", remember="y")
    assert nobody.client.get_cookie("labmapper-remember") is not None
    nobody.client.delete_cookie("labmapper")
    assert nobody.get("/api/v1/session").get_json()["username"] == "Alice"

    nobody.post("/logout")

    assert nobody.client.get_cookie("labmapper-remember") is None


@pytest.mark.parametrize("cookie", ["labmapper", "labmapper-remember"])
def test_a_copy_of_a_cookie_opens_nothing_after_the_log_out(
    app: Flask, alice: Browser, nobody: Browser, cookie: str
) -> None:
    token = alice.create_diagram(draw_lab())
    nobody.log_in("Alice", remember="y")
    copied = nobody.client.get_cookie(cookie)
    assert copied is not None
    thief = Browser(app.test_client())
    thief.client.set_cookie(cookie, copied.value)
    assert thief.get(f"/api/v1/diagrams/{token}").status_code == 200

    nobody.post("/logout")

    thief.client.set_cookie(cookie, copied.value)
    assert thief.get(f"/api/v1/diagrams/{token}").status_code == 404
    assert thief.save(token, 1, draw_lab()).status_code == 404


def test_every_log_in_has_a_cookie_of_its_own(alice: Browser, nobody: Browser) -> None:
    values = set()
    for _ in range(2):
        nobody.log_in("Alice")
        with nobody.client.session_transaction() as session:
            values.add(session["_user_id"])
        nobody.post("/logout")

    assert len(values) == 2


def test_a_log_in_that_is_not_used_ends(app: Flask, alice: Browser) -> None:
    get_services(app).clock = lambda: read_clock() + timedelta(hours=5)

    assert alice.get("/account").status_code == 302


def test_who_is_remembered_stays_for_days_but_not_for_good(app: Flask, alice: Browser, nobody: Browser) -> None:
    nobody.log_in("Alice", remember="y")
    services = get_services(app)

    services.clock = lambda: read_clock() + timedelta(days=10)
    assert nobody.get("/account").status_code == 200
    services.clock = lambda: read_clock() + timedelta(days=31)
    assert nobody.get("/account").status_code == 302


def test_without_remembering_the_log_in_ends_with_the_browser(alice: Browser, nobody: Browser) -> None:
    answer = nobody.log_in("Alice")

    cookies = [cookie for cookie in answer.headers.getlist("Set-Cookie") if cookie.startswith("labmapper=")]
    assert cookies
    assert all("Expires" not in cookie for cookie in cookies)
    assert nobody.client.get_cookie("labmapper-remember") is None


def test_an_account_that_is_disabled_is_out_at_once(app: Flask, alice: Browser) -> None:
    set_disabled(app, "Alice")

    assert alice.get("/account").status_code == 302
