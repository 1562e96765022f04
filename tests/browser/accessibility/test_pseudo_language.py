"""The pages in a language that is longer, accented and in brackets: nothing on them is English, and nothing overflows."""

import re

import pytest
from playwright.sync_api import Page, expect

from support.browser.saved_drawing import save_drawing
from support.browser.sentences import check_now, check_texts
from support.labs.drawings import CONFIG, draw_pods
from support.labs.pseudo import LANGUAGE

pytestmark = pytest.mark.browser

# A lab of another tool, which must be asked about before it is made.
LAB_FILE = """\
name: Lab
topology:
  nodes:
    R1: {kind: linux}
    core: {kind: nokia_srlinux}
  links:
    - endpoints: ["R1:eth0", "core:eth0"]
"""


# What the lab that is handed out has of its own: its people, and how they log in on its router.
HANDED_OUT = ("student", "cisco", "router-secret", "ssh")


def send_form(page: Page, action: str) -> None:
    page.locator(f"form[action*='{action}'] button[type=submit]").first.click()


def register(page: Page) -> None:
    page.goto("/register")
    page.fill("#username", "Ann")
    page.fill("#password", "correct horse battery")
    page.click("main button[type=submit]")


def convert(page: Page, content: str) -> None:
    page.goto("/convert")
    page.fill("#text", content)
    page.click("main form button[type=submit]")


def test_the_pages_for_anybody_are_in_the_language(foreign_page: Page) -> None:
    for address in ("/login", "/register", "/convert", "/diagrams", "/diagrams?trash=1", "/nowhere"):
        foreign_page.goto(address)

        assert foreign_page.locator("html").get_attribute("lang") == LANGUAGE
        check_texts(foreign_page)


def test_what_is_wrong_in_a_form_is_in_the_language(foreign_page: Page) -> None:
    for address in ("/login", "/register"):
        foreign_page.goto(address)

        foreign_page.click("main button[type=submit]")

        check_texts(foreign_page)


def test_the_account_is_in_the_language(foreign_page: Page) -> None:
    register(foreign_page)
    foreign_page.goto("/account")
    foreign_page.fill("#token-name", "backup")

    send_form(foreign_page, "/account/tokens")

    check_texts(foreign_page)
    send_form(foreign_page, "/account/password")
    check_texts(foreign_page)


def test_converting_and_what_is_saved_are_in_the_language(foreign_page: Page) -> None:
    convert(foreign_page, CONFIG.decode())
    check_texts(foreign_page)
    send_form(foreign_page, "/open")
    foreign_page.wait_for_url("**/diagrams/*")
    diagram = foreign_page.url
    foreign_page.goto(f"{diagram}/history")
    check_texts(foreign_page)
    foreign_page.goto(f"{diagram}/history/1")
    check_texts(foreign_page)
    foreign_page.goto(f"{diagram}/history/1/look")
    check_texts(foreign_page)
    foreign_page.goto("/diagrams")
    check_texts(foreign_page)
    foreign_page.goto("/diagrams?q=nowhere")
    check_texts(foreign_page)
    foreign_page.goto("/diagrams")
    send_form(foreign_page, "/delete")
    check_texts(foreign_page)
    foreign_page.goto("/diagrams?trash=1")
    check_texts(foreign_page)


def test_what_is_asked_about_a_lab_file_is_in_the_language(foreign_page: Page) -> None:
    convert(foreign_page, LAB_FILE)

    expect(foreign_page).to_have_url(re.compile("/contents"))
    check_texts(foreign_page)


def test_where_a_guest_logs_in_or_registers_the_work_is_told_of_in_the_language(foreign_page: Page) -> None:
    save_drawing(foreign_page, draw_pods())

    for address in ("/login", "/register"):
        foreign_page.goto(address)

        expect(foreign_page.locator("main")).to_contain_text("Lab")
        check_texts(foreign_page)


def test_what_is_handed_out_is_chosen_and_printed_in_the_language(foreign_page: Page) -> None:
    drawing = draw_pods()
    # Nobody could tell a random one from a word.
    drawing["nodes"][1]["password"] = {"mode": "fixed", "value": "core"}
    diagram = f"/diagrams/{save_drawing(foreign_page, drawing)}"
    foreign_page.goto(f"{diagram}/hand-out")
    check_texts(foreign_page, HANDED_OUT)
    token = foreign_page.locator("[name=csrf_token]").first.input_value()
    paper = foreign_page.context.new_page()  # for which no rule of the server holds

    for name, layouts in (("slips", ("8", "10", "list")), ("student-pages", ("",)), ("instructor-sheet", ("",))):
        for layout in layouts:
            chosen = {"csrf_token": token, "groups": "student", "address": "10.0.0.1", "date": "2026", "logins": "true"}
            given: dict[str, str | float | bool] = {
                **chosen,
                "layout": layout,
                "paper": "A4",
                "order": "seat",
                "line": "Hello",
            }
            headers = {"Accept-Language": LANGUAGE}  # as the browser itself sends it with a form
            answer = foreign_page.request.post(f"{diagram}/hand-out/{name}", form=given, headers=headers)
            paper.set_content(answer.text())

            assert answer.status == 200
            assert paper.locator("html").get_attribute("lang") == LANGUAGE
            expect(paper.locator("body")).to_contain_text("student01")
            check_now(paper, HANDED_OUT)
