"""What was: versions with names, what changed between them, going back, and the files that were made."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.editor import Editor, read_reach
from support.panels import choose_in_menu

pytestmark = pytest.mark.browser


def test_a_named_version_is_kept_compared_and_brought_back(editor: Editor, page: Page, tmp_path: Path) -> None:
    editor.drop("Router", (200, 120)).fill("Host", "10.0.0.1").drop("Users", (400, 120)).expect_saved()
    page.keyboard.press("Control+s")
    page.get_by_role("dialog", name="Name this version").get_by_label("Name").fill("before the exam")
    page.keyboard.press("Enter")
    expect(page.locator("#notices")).to_contain_text('This version is kept as "before the exam".')
    first = editor.download(tmp_path).read_bytes()

    editor.click((200, 120)).fill("Name", "exam").expect_saved()
    choose_in_menu(editor, "Menu", "History")
    history = page.get_by_role("dialog", name="History")
    versions = history.get_by_role("region", name="Versions").get_by_role("listitem")
    newest = versions.filter(has=page.get_by_text("Now", exact=True))
    newest.get_by_role("button", name="What changed").click()
    expect(newest).to_contain_text("exam")

    files = history.get_by_role("region", name="Files").get_by_role("listitem")
    expect(files.first).to_contain_text("1 user, 1 connection")
    with page.expect_download() as again:
        files.first.get_by_role("link", name="Download again").click()
    again.value.save_as(tmp_path / "again.xml")
    assert (tmp_path / "again.xml").read_bytes() == first

    versions.filter(has=page.locator("strong", has_text="before the exam")).get_by_role(
        "button", name="Restore"
    ).click()
    expect(editor.undo).to_have_accessible_name("Undo: Restore before the exam")
    assert set(read_reach(editor.download(tmp_path))["student1"]) == {"R1"}
    editor.undo.click()
    assert set(read_reach(editor.download(tmp_path))["student1"]) == {"exam"}


def test_a_version_is_compared_with_any_other(editor: Editor, page: Page) -> None:
    editor.drop("Router", (200, 120)).expect_saved()
    editor.drop("Users", (400, 120)).expect_saved()
    editor.drop("Switch", (200, 240)).expect_saved()
    choose_in_menu(editor, "Menu", "History")
    versions = page.get_by_role("region", name="Versions").get_by_role("listitem")
    newest = versions.filter(has=page.get_by_text("Now", exact=True))
    newest.get_by_role("button", name="What changed").click()
    expect(newest).to_contain_text("SW1 added.")
    expect(newest).not_to_contain_text("student1 added.")

    newest.get_by_label("Compared with").select_option("Revision 1")

    expect(newest).to_contain_text("student1 added.")
    expect(newest).to_contain_text("SW1 added.")


def test_a_new_diagram_has_no_history_yet(editor: Editor, page: Page) -> None:
    editor.drop("Router", (200, 120)).expect_saved()

    choose_in_menu(editor, "Menu", "History")

    expect(page.get_by_role("region", name="Files")).to_contain_text("No file was made yet.")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
