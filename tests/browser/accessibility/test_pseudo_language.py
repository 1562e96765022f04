"""The pages in a language that is longer, accented and in brackets: nothing on them is English, and nothing overflows."""

import pytest
from playwright.sync_api import Page

from support.browser.sentences import check_texts
from support.labs.drawings import CONFIG
from support.labs.pseudo import LANGUAGE

pytestmark = pytest.mark.browser


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
