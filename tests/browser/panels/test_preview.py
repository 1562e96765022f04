"""The drawer under the canvas: the file while one draws, without secrets, and what is new in it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from support.browser.editor import Editor
from support.browser.panels import PODS, open_example, pick
from support.browser.timers import stopped_timers

pytestmark = pytest.mark.browser

DOTS = "••••••••"


def test_xml_and_yaml_follow_the_drawing_and_can_be_copied(open_page: OpenPage) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    editor = open_example(page, PODS)
    xml, yaml = page.locator("#preview-xml"), page.locator("#preview-yaml")

    page.get_by_role("tab", name="XML").click()
    expect(xml).to_contain_text(f'<authorize username="trainer01" password="{DOTS}">')
    pick(editor, "trainer01").fill("First user name", "coach01")
    expect(xml).to_contain_text('<authorize username="coach01"')
    assert copy(page) == xml.inner_text()

    page.get_by_role("tab", name="YAML").click()
    expect(yaml).to_contain_text("coach")
    assert copy(page) == yaml.inner_text()


def copy(page: Page) -> str:
    """Press the button that copies and return what is then on the clipboard."""
    button = page.get_by_role("button", name="Copy", exact=True)
    with stopped_timers(page):
        button.click()
        expect(page.get_by_role("button", name="Copied")).to_be_visible()
    expect(button).to_be_visible()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_what_changed_since_the_last_file_is_marked_and_not_copied(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    editor = open_example(page, PODS)
    page.get_by_role("tab", name="XML").click()
    xml = page.get_by_role("tabpanel", name="XML")
    new, gone = xml.get_by_role("insertion"), xml.get_by_role("deletion")
    expect(xml).to_contain_text("student08")
    expect(new.or_(gone)).to_have_count(0)

    editor.download(tmp_path)
    notice = page.locator("#notices")
    expect(notice).to_contain_text("user-mapping.xml with 9 users and 58 connections is downloaded.")
    first = notice.locator(".notice").inner_text().splitlines()
    assert [line.partition(":")[0] for line in first if ": " in line] == ["Place", "Readers", "Restart"]
    assert "/etc/guacamole" in str(first)
    host = pick(editor, "wiki").get_field("Host").input_value()
    editor.fill("Host", "10.0.0.99")
    expect(new).to_have_count(9)
    expect(gone).to_have_count(9)
    expect(new.first).to_contain_text("10.0.0.99")
    expect(gone.first).to_contain_text(host)
    expect(xml).to_have_accessible_description("9 new lines and 9 removed lines since the last file")
    copied = copy(page)
    assert (copied.count("10.0.0.99"), copied.count(f">{host}<")) == (9, 0)

    editor.expect_saved()
    page.reload()
    page.get_by_role("tab", name="XML").click()
    expect(new).to_have_count(9)
    Editor(page).download(tmp_path)
    expect(new.or_(gone)).to_have_count(0)
    expect(notice).to_contain_text("is downloaded. Put it into /etc/guacamole")
    expect(notice).not_to_contain_text("Readers:")
    page.get_by_role("button", name="What changed").click()
    expect(page.get_by_role("dialog")).to_contain_text("10.0.0.99")


def test_many_removed_lines_open_where_they_stood_without_their_secrets(page: Page, tmp_path: Path) -> None:
    editor = open_example(page, PODS)
    page.get_by_role("tab", name="XML").click()
    xml = page.get_by_role("tabpanel", name="XML")
    editor.download(tmp_path)
    expect(page.locator("#notices")).to_contain_text("is downloaded.")

    pick(editor, "trainer01")
    editor.press("Delete")

    opener = xml.get_by_role("button", name="lines removed here")
    gone = xml.get_by_role("deletion")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(gone).to_have_count(0)
    opener.click()
    expect(gone.first).to_contain_text(f'<authorize username="trainer01" password="{DOTS}">')
    editor.canvas.focus()
    editor.press("Control+z")
    expect(opener).to_have_count(0)
    expect(xml).to_contain_text("trainer01")


def test_drawer_counts_and_problems_follow_each_change_and_the_newest_wins(page: Page) -> None:
    editor = open_example(page, PODS)
    page.get_by_role("tab", name="XML").click()
    xml = page.locator("#preview-xml")
    editor.expect_summary(users="9 users", devices="26 devices", connections="58 connections")

    pick(editor, "trainer01")
    count = editor.get_field("Count")
    count.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("123")
    expect(editor.status).to_contain_text("131 users")
    editor.fill("Count", "1")
    expect(editor.status).to_contain_text("9 users")
    pick(editor, "wiki").fill("Host", "")
    expect(editor.status).to_contain_text("1 problem")
    expect(xml).to_have_text("Errors keep this file from being made: see Problems.")
    editor.fill("Host", "10.0.0.99")
    expect(editor.status).to_contain_text("No problems")
    expect(xml).to_contain_text("10.0.0.99")

    page.get_by_role("tab", name="YAML").click()
    expect(page.locator("#preview-yaml")).to_contain_text("quantity: 8")
    pick(editor, "trainer01").fill("Count", "5")
    expect(page.locator("#preview-yaml")).to_contain_text("quantity: 5")
    page.get_by_role("button", name="Close the preview").click()
    editor.fill("Count", "2")
    expect(editor.status).to_contain_text("10 users")
    page.get_by_role("button", name="Open the preview").click()
    expect(page.locator("#preview-yaml")).to_contain_text("quantity: 2")


def test_a_file_that_cannot_be_made_says_why(editor: Editor, page: Page) -> None:
    page.get_by_role("tab", name="XML").click()
    editor.drop("Router", (200, 120)).drop("Users", (400, 120))

    expect(page.locator("#preview-xml")).to_have_text("Errors keep this file from being made: see Problems.")
    page.locator("#status").get_by_role("button", name="problem").click()
    page.locator("#problems").get_by_role("button", name="R1").click()
    page.get_by_role("tab", name="Properties").click()
    editor.fill("Host", "10.0.0.1")
    expect(page.locator("#preview-xml")).to_contain_text("10.0.0.1")
