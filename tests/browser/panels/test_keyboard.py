"""What single keys do; `test_pods_stories.py` draws a whole lab with them."""

import time

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor

pytestmark = pytest.mark.browser


def add(page: Page, kind: str) -> None:
    """Add *kind* from the palette with the Enter key."""
    page.get_by_role("button", name=f"Add {kind}", exact=True).press("Enter")


def test_arrows_move_and_keys_undo(editor: Editor, page: Page) -> None:
    add(page, "Router")
    editor.canvas.focus()

    editor.press("ArrowRight").press("Delete")
    expect(editor.status).to_contain_text("0 devices")
    editor.press("Control+z")
    expect(editor.status).to_contain_text("1 device")
    editor.press("Control+Shift+z")
    expect(editor.status).to_contain_text("0 devices")


def test_the_palette_is_one_stop_of_the_tab_key(editor: Editor, page: Page) -> None:
    page.get_by_role("button", name="Fold the palette").focus()

    page.keyboard.press("Tab")
    expect(page.locator(".palette-entry").first).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    expect(editor.canvas).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".palette-entry").nth(-2)).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.locator(".palette-entry").nth(1)).to_be_focused()
    editor.expect_saved()


def test_the_outline_renames_and_deletes(editor: Editor, page: Page) -> None:
    add(page, "Router")
    page.get_by_role("tab", name="Outline").press("Enter")
    tree = page.get_by_role("tree")
    tree.focus()

    page.keyboard.press("F2")
    expect(page.get_by_role("tab", name="Problems")).to_contain_text("2")
    expect(page.get_by_label("New name")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("core")
    page.keyboard.press("Enter")
    expect(editor.show_outline()).to_have_text(["core"])

    tree.focus()
    page.keyboard.press("Delete")
    expect(editor.status).to_contain_text("0 devices")


def type_quickly(page: Page, text: str) -> None:
    """Type *text* in a tenth of a second a letter, as the events say, however slow the machine is."""
    session = page.context.new_cdp_session(page)
    begin = time.time()
    for place, letter in enumerate(text):
        event = {"key": letter, "text": letter, "timestamp": begin + place / 10}
        session.send("Input.dispatchKeyEvent", event | {"type": "keyDown"})
        session.send("Input.dispatchKeyEvent", event | {"type": "keyUp"})


def test_names_that_are_typed_are_found_in_the_outline(editor: Editor, page: Page) -> None:
    for kind in ("Router", "Server", "Switch"):
        add(page, kind)
    page.get_by_role("tab", name="Outline").press("Enter")
    page.get_by_role("tree").focus()

    type_quickly(page, "sw")

    editor.expect_selected("SW1")


def test_all_keys_are_listed_and_escape_returns_to_where_one_was(editor: Editor, page: Page) -> None:
    editor.canvas.focus()

    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Undo")
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(editor.canvas).to_be_focused()
