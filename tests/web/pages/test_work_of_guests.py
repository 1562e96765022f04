"""What a guest has drawn, when that browser logs in or registers: it comes along, or stays with who drew it."""

from flask import Flask

from support.labs.drawings import CONFIG, draw_lab
from support.server.people import PASSWORD, Browser


def test_a_guests_diagrams_come_along_at_log_in_where_they_say_that_they_drew_them(
    alice: Browser, guest: Browser
) -> None:
    alice.create_diagram(draw_lab("Hers"))
    token = guest.create_diagram(draw_lab("Drawn before"))

    guest.log_in("Alice", drawn_by="me")

    assert sorted(guest.list_titles()) == ["Drawn before", "Hers"]
    assert sorted(alice.list_titles()) == ["Drawn before", "Hers"]
    assert "1 diagram drawn before logging in now belongs" in guest.get(f"/diagrams/{token}").text
    assert "drawn before logging in" not in guest.get("/diagrams").text


def test_nobody_takes_a_guests_work_over_without_being_asked(alice: Browser, guest: Browser) -> None:
    for number in range(4):
        guest.create_diagram(draw_lab(f"Drawing {number}"))

    answer = guest.log_in("Alice")

    assert answer.status_code == 422
    assert "Drawn in this browser without an account: Drawing 3, Drawing 2, Drawing 1, and more." in answer.text
    assert "Say who drew it" in answer.text
    assert not guest.get("/api/v1/session").get_json()["signed_in"]
    assert alice.list_titles() == []


def test_what_was_only_uploaded_or_thrown_away_is_asked_about_too(app: Flask, alice: Browser, guest: Browser) -> None:
    guest.post("/convert", data={"text": CONFIG.decode()})
    other = Browser(app.test_client())
    other.delete(f"/api/v1/diagrams/{other.create_diagram(draw_lab('Secret'))}")

    for browser in (guest, other):
        page = browser.get("/login").text
        assert "Somebody has worked in this browser without an account." in page
        assert "Secret" not in page


def test_who_has_drawn_nothing_is_not_asked(nobody: Browser, guest: Browser) -> None:
    guest.get("/api/v1/diagrams")

    for page in (nobody.get("/login"), guest.get("/login"), guest.get("/register")):
        assert "drawn_by" not in page.text


def test_work_of_somebody_else_stays_and_is_there_again_after_the_log_out(alice: Browser, guest: Browser) -> None:
    alice.create_diagram(draw_lab("Hers"))
    token = guest.create_diagram(draw_lab("Of another"))

    guest.log_in("Alice", drawn_by="others")
    assert guest.list_titles() == ["Hers"]
    assert guest.get(f"/api/v1/diagrams/{token}").status_code == 404
    guest.client.delete_cookie("labmapper")  # the browser was closed
    assert guest.list_titles() == ["Of another"]
    guest.log_in("Alice", drawn_by="others")
    guest.post("/logout")

    assert guest.list_titles() == ["Of another"]
    guest.create_diagram(draw_lab("One more"))
    assert sorted(guest.list_titles()) == ["Of another", "One more"]


def test_the_cookie_of_a_guest_cannot_be_made_up(guest: Browser, nobody: Browser) -> None:
    guest.create_diagram(draw_lab())
    with guest.client.session_transaction() as session:
        nobody.client.set_cookie("labmapper-guest", f"{session['guest']}.forged")

    assert nobody.list_titles() == []


def test_a_guests_diagrams_come_along_at_registration(guest: Browser) -> None:
    guest.create_diagram(draw_lab("Drawn before"))

    guest.register("Carol")

    assert guest.list_titles() == ["Drawn before"]


def test_who_registers_may_leave_what_somebody_else_drew(guest: Browser) -> None:
    guest.create_diagram(draw_lab("Of another"))

    guest.post("/register", data={"username": "Carol", "password": PASSWORD, "drawn_by": "others"})

    assert guest.list_titles() == []
    guest.post("/logout")
    assert guest.list_titles() == ["Of another"]


def test_after_logging_out_nothing_is_left_in_the_browser(guest: Browser) -> None:
    guest.create_diagram(draw_lab("Drawn before"))
    guest.register("Carol")

    guest.post("/logout")

    assert guest.list_titles() == []
