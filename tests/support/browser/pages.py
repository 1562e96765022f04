"""What people do on the pages around the editor: register, log in and out, convert a file."""

import re
import secrets
from pathlib import Path

from playwright.sync_api import Page, expect

PASSWORD = "correct horse battery"


def register(page: Page, whose: str | None = None) -> str:
    """Register somebody new from the page that *page* shows, who says *whose* a guest's work is, and return their name."""
    name = f"alice-{secrets.token_hex(4)}"
    page.goto("/register")
    if whose:
        page.get_by_label(whose).check()
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Register").click()
    expect(page).not_to_have_url(re.compile("/register"))
    return name


def log_in(page: Page, name: str) -> None:
    page.goto("/login")
    fill_log_in(page, name)
    expect(page).not_to_have_url(re.compile("/login"))


def fill_log_in(page: Page, name: str, password: str = PASSWORD) -> None:
    """Log in where *page* asks for it already."""
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("main").get_by_role("button", name="Log in").click()


def log_out(page: Page) -> None:
    page.goto("/diagrams")
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("status")).to_contain_text("You have logged out.")


def upload(page: Page, file: Path) -> None:
    page.goto("/convert")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Convert").click()
