"""The drawer under the canvas: the file while one draws, without secrets, and what is new in it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from support.editor import Editor
from support.panels import PODS, open_example, pick
from support.timers import stopped_timers

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


def test_what_the_last_file_does_not_have_is_marked(page: Page, tmp_path: Path) -> None:
    editor = open_example(page, PODS)
    page.get_by_role("tab", name="XML").click()
    marked = page.locator("#preview-xml ins")
    note = page.locator(".drawer-note")
    expect(page.locator("#preview-xml")).to_contain_text("student08")
    expect(marked).to_have_count(0)

    editor.download(tmp_path)
    expect(page.locator("#notices")).to_contain_text("user-mapping.xml with 9 users and 58 connections is downloaded.")
    pick(editor, "wiki").fill("Host", "10.0.0.99")
    expect(marked).to_have_count(9)
    expect(marked.first).to_contain_text("10.0.0.99")
    expect(note).to_have_text("9 lines not in the last file")

    editor.expect_saved()
    page.reload()
    page.get_by_role("tab", name="XML").click()
    expect(marked).to_have_count(9)
    Editor(page).download(tmp_path)
    expect(marked).to_have_count(0)
    page.get_by_role("button", name="What changed").click()
    expect(page.get_by_role("dialog")).to_contain_text("10.0.0.99")


def test_a_file_that_cannot_be_made_says_why(editor: Editor, page: Page) -> None:
    page.get_by_role("tab", name="XML").click()
    editor.drop("Router", (200, 120)).drop("Users", (400, 120))

    expect(page.locator("#preview-xml")).to_have_text("Errors keep this file from being made: see Problems.")
    page.locator("#status").get_by_role("button", name="problem").click()
    page.locator("#problems").get_by_role("button", name="R1").click()
    page.get_by_role("tab", name="Properties").click()
    editor.fill("Host", "10.0.0.1")
    expect(page.locator("#preview-xml")).to_contain_text("10.0.0.1")
