"""Whoever works by keyboard sees where they are: on the pages, in the editor, in menus and dialogs."""

import re

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor
from support.browser.focus import walk_with
from support.browser.pages import register

pytestmark = pytest.mark.browser


def expect_seen(page: Page, key: str, fewest: int) -> None:
    """Make sure that *key* goes round through *fewest* places at least, and that one sees each of them."""
    places, unseen = walk_with(page, key)
    assert unseen == []
    assert places >= fewest


@pytest.mark.parametrize(("path", "fewest"), [("/convert", 6), ("/login", 6), ("/register", 6)])
def test_the_focus_is_seen_on_pages(page: Page, path: str, fewest: int) -> None:
    page.goto(path)

    expect_seen(page, "Tab", fewest)


def test_the_focus_is_seen_on_the_pages_of_an_account(page: Page) -> None:
    register(page)
    Editor(page).drop("Router", (200, 150)).expect_saved()

    for path, fewest in (("/diagrams", 14), ("/account", 12)):
        page.goto(path)
        expect_seen(page, "Tab", fewest)
    page.goto("/diagrams")
    page.get_by_role("link", name="History").click()
    expect(page).to_have_title(re.compile("^History"))
    expect_seen(page, "Tab", 8)


def test_the_focus_is_seen_all_over_the_editor(editor: Editor, page: Page) -> None:
    editor.drop("Users", (500, 300)).drop("Router", (200, 150)).fill("Host", "10.0.0.1").expect_saved()
    page.get_by_role("tab", name="XML").click()
    editor.show_outline()
    page.get_by_role("treeitem", name="R1").click()
    expect(editor.get_field("Name")).to_have_value("R1")
    page.mouse.move(2, 2)

    expect_seen(page, "Tab", 30)


def test_the_focus_is_seen_in_what_opens_over_the_editor(editor: Editor, page: Page) -> None:
    editor.drop("Router", (200, 150))
    page.mouse.move(2, 2)

    editor.press("Shift+F10")
    expect(page.get_by_role("menu")).to_be_visible()
    expect_seen(page, "ArrowDown", 5)
    page.keyboard.press("Escape")
    for keys, key, fewest in (("Control+Shift+e", "Tab", 4), ("Control+k", "ArrowDown", 20), ("?", "Tab", 1)):
        editor.press(keys)
        expect(page.get_by_role("dialog")).to_be_visible()
        expect_seen(page, key, fewest)
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
