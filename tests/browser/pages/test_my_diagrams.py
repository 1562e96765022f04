"""The list of diagrams and the account, from beginning to end, as one works them."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenPage
from support.browser.editor import Editor
from support.browser.pages import PASSWORD, fill_log_in, register
from support.browser.watch import Watch

pytestmark = pytest.mark.browser

TITLES = "tbody tr td:nth-child(2)"


def draw_titled(page: Page, title: str, node: str) -> None:
    page.goto("/new")
    Editor(page).drop("Router", (200, 150)).fill("Name", node)
    page.get_by_label("Title of the diagram").fill(title)
    Editor(page).expect_saved()


def find_row(page: Page, title: str) -> Locator:
    return page.get_by_role("row").filter(has=page.get_by_role("link", name=title, exact=True))


def test_diagrams_are_found_sorted_named_copied_taken_along_and_deleted(page: Page, tmp_path: Path) -> None:
    register(page)
    draw_titled(page, "Monday's lab", "edge7")
    draw_titled(page, "Autumn", "core1")
    page.goto("/diagrams")
    titles = page.locator(TITLES)
    expect(titles).to_have_text(["Autumn", "Monday's lab"])

    find_row(page, "Monday's lab").get_by_role("button", name="Duplicate").click()
    expect(page.get_by_role("status")).to_contain_text("Its random passwords are new.")
    copy = find_row(page, "Monday's lab (copy)")
    copy.locator("summary", has_text="Rename").click()
    expect(copy.get_by_role("textbox")).to_be_focused()
    copy.get_by_role("textbox").fill("Zebra")
    copy.get_by_role("textbox").press("Enter")
    expect(titles).to_have_text(["Zebra", "Autumn", "Monday's lab"])
    page.get_by_label("Order").select_option("By title")
    page.get_by_role("button", name="Show").click()
    expect(titles).to_have_text(["Autumn", "Monday's lab", "Zebra"])

    page.get_by_role("searchbox").fill("edge7")
    page.keyboard.press("Enter")
    expect(titles).to_have_text(["Monday's lab", "Zebra"])
    page.get_by_role("searchbox").fill("nowhere")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Nothing is called “nowhere”")).to_be_visible()
    page.get_by_role("link", name="Show all").click()
    expect(titles).to_have_count(3)

    with page.expect_download() as download:
        page.get_by_role("link", name="All as ZIP").click()
    download.value.save_as(tmp_path / "all.zip")
    with ZipFile(tmp_path / "all.zip") as archive:
        kept = b" ".join(archive.read(name) for name in archive.namelist())
    assert all(title in kept for title in (b"Autumn", b"Zebra", b"edge7", b"core1"))

    find_row(page, "Zebra").get_by_role("button", name="Delete").click()
    expect(titles).to_have_text(["Autumn", "Monday's lab"])
    page.get_by_role("link", name="Monday's lab", exact=True).click()
    expect(Editor(page).show_outline()).to_have_text(["edge7"])


def test_an_account_changes_its_password_revokes_a_token_and_goes(
    page: Page, open_page: OpenPage, watches: dict[Page, Watch]
) -> None:
    name = register(page)
    draw_titled(page, "Autumn", "core1")
    drawn = page.url
    page.goto("/account")

    page.get_by_label("What it is for").fill("backup")
    page.get_by_label("What it may do").select_option("Read only")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Make a token").click()
    expect(page.get_by_role("cell", name="backup", exact=True)).to_be_visible()
    page.get_by_role("button", name="Revoke backup").click()
    expect(page.get_by_role("cell", name="backup", exact=True)).to_have_count(0)
    card = page.get_by_role("region", name="Change the password")
    card.get_by_label("Current password").fill(PASSWORD)
    card.get_by_label("New password").fill(f"{PASSWORD} 2")
    card.get_by_role("button", name="Change password").click()
    expect(page.get_by_role("status")).to_contain_text("Your password has changed.")

    elsewhere = open_page()
    for status in (404, 422):
        watches[elsewhere].expect_status(status)
    elsewhere.goto("/login")
    fill_log_in(elsewhere, name)
    expect(elsewhere.get_by_role("main")).to_contain_text("The user name or the password is wrong.")
    fill_log_in(elsewhere, name, f"{PASSWORD} 2")
    expect(elsewhere).not_to_have_url(re.compile("/login"))
    elsewhere.goto(drawn)
    expect(Editor(elsewhere).show_outline()).to_have_text(["core1"])

    card = page.get_by_role("region", name="Delete the account")
    card.get_by_label("Password").fill(f"{PASSWORD} 2")
    card.get_by_role("button", name=f"Delete account {name}").click()
    expect(page.get_by_role("status")).to_contain_text("Your account and everything in it is deleted.")
    answer = elsewhere.goto(drawn)
    assert answer is not None
    assert answer.status == 404
    elsewhere.goto("/login")
    fill_log_in(elsewhere, name, f"{PASSWORD} 2")
    expect(elsewhere.get_by_role("main")).to_contain_text("The user name or the password is wrong.")
