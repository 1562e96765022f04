"""The main job by keyboard alone: nothing needs a mouse."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.editor import Editor, read_reach

pytestmark = pytest.mark.browser


def add(page: Page, kind: str) -> None:
    """Add *kind* from the palette with the Enter key."""
    page.get_by_role("button", name=f"Add {kind}", exact=True).press("Enter")


def type_into(editor: Editor, name: str, value: str) -> None:
    field = editor.get_field(name)
    field.focus()
    field.press("Control+a")
    editor.page.keyboard.type(value)


def test_a_lab_is_drawn_and_downloaded_by_keyboard(editor: Editor, page: Page, tmp_path: Path) -> None:
    add(page, "Router")
    type_into(editor, "Name", "R1")
    type_into(editor, "Host", "10.0.10.1")
    add(page, "Users")
    type_into(editor, "First user name", "student1")
    type_into(editor, "Count", "2")
    editor.expect_summary(devices="1 device", users="2 users", connections="2 connections")

    with page.expect_download() as download:
        page.get_by_role("button", name="Download user-mapping.xml").press("Enter")
    download.value.save_as(tmp_path / "user-mapping.xml")

    assert read_reach(tmp_path / "user-mapping.xml") == {
        name: {"R1": "ssh 10.0.10.1"} for name in ("student1", "student2")
    }


def test_arrows_move_and_keys_undo(editor: Editor, page: Page) -> None:
    add(page, "Router")
    editor.canvas.focus()

    editor.press("ArrowRight").press("Delete")
    expect(editor.status).to_contain_text("0 devices")
    editor.press("Control+z")
    expect(editor.status).to_contain_text("1 device")
    editor.press("Control+Shift+z")
    expect(editor.status).to_contain_text("0 devices")


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


def test_all_keys_are_listed_and_escape_returns_to_where_one_was(editor: Editor, page: Page) -> None:
    editor.canvas.focus()

    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Undo")
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(editor.canvas).to_be_focused()
