"""What was: versions with names, what changed between them, going back, and the files that were made."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from support.browser.editor import Editor, read_reach
from support.browser.interception import intercept
from support.browser.panels import choose_in_menu, save_version
from support.browser.saved_drawing import post
from support.browser.watch import Watch

pytestmark = pytest.mark.browser


def test_a_named_version_is_kept_compared_and_brought_back(editor: Editor, page: Page, tmp_path: Path) -> None:
    editor.drop("Router", (200, 120)).fill("Host", "10.0.0.1").drop("Users", (400, 120)).expect_saved()
    save_version(page, "before the exam")
    first = editor.download(tmp_path).read_bytes()
    page.get_by_role("button", name="Close this message").last.click()

    editor.click((200, 120)).fill("Name", "exam").expect_saved()
    choose_in_menu(editor, "Menu", "History")
    history = page.get_by_role("dialog", name="History")
    expect(history.get_by_role("button", name="Close").first).to_be_focused()
    versions = history.get_by_role("region", name="Versions").get_by_role("listitem")
    newest = versions.filter(has=page.get_by_text("Now", exact=True))
    newest.get_by_role("button", name="What changed").click()
    expect(newest).to_contain_text("exam")

    files = history.get_by_role("region", name="Files", exact=True).get_by_role("listitem")
    expect(files.first).to_contain_text("1 user, 1 device, 1 connection")
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


def test_ctrl_s_says_that_all_is_saved_and_offers_a_name_beside_it(
    editor: Editor, page: Page, check_access: Callable[[Page], None]
) -> None:
    editor.drop("Router", (200, 120)).press("Control+s")

    notice = page.locator(".notice").filter(has_text="Saved.")
    expect(notice.get_by_role("button", name="Name this version")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(editor.canvas).to_be_focused()
    check_access(page)


def test_versions_say_what_changed_in_the_dialog_and_on_the_page(editor: Editor, page: Page) -> None:
    editor.drop("Router", (200, 120)).expect_saved()
    editor.fill("Name", "exam").expect_saved()
    editor.press("Control+s")
    expect(page.locator("#notices")).to_contain_text("Saved.")
    choose_in_menu(editor, "Menu", "History")
    versions = page.get_by_role("region", name="Versions").get_by_role("listitem")
    expect(versions.first).to_contain_text("exam was called 'R1'.")
    expect(versions.last).to_contain_text("R1 added.")

    page.goto(page.evaluate("location.pathname") + "/history")

    rows = page.get_by_role("region", name="Revisions").get_by_role("row")
    expect(rows.nth(1)).to_contain_text("exam was called 'R1'.")
    expect(rows.last).to_contain_text("R1 added.")


def open_files(editor: Editor) -> Locator:
    """Open the history and return the rows of its files."""
    choose_in_menu(editor, "Menu", "History")
    return editor.page.get_by_role("region", name="Files", exact=True).get_by_role("listitem")


def test_an_earlier_version_is_looked_at_and_changes_nothing(
    editor: Editor, page: Page, check_access: Callable[[Page], None]
) -> None:
    editor.drop("Router", (200, 120)).expect_saved()
    editor.fill("Name", "exam").expect_saved()
    choose_in_menu(editor, "Menu", "History")
    history = page.get_by_role("dialog", name="History")
    first = history.get_by_role("listitem").filter(has=page.get_by_text("Revision 1", exact=True))

    first.get_by_role("button", name="Look at it").click()

    looked = page.get_by_role("dialog", name="Revision 1")
    drawing = looked.get_by_role("region", name="Drawing")
    expect(drawing).to_be_focused()
    expect(drawing.get_by_text("R1", exact=True)).to_be_visible()
    expect(drawing).not_to_contain_text("exam")
    check_access(page)
    page.keyboard.press("Escape")
    expect(looked).to_have_count(0)
    page.keyboard.press("Escape")
    expect(history).to_have_count(0)
    expect(editor.show_outline()).to_have_text(["exam"])


def test_an_earlier_version_is_looked_at_on_the_page_in_either_theme(
    editor: Editor, page: Page, check_access: Callable[[Page], None]
) -> None:
    editor.drop("Router", (200, 120)).expect_saved()
    editor.fill("Name", "exam").expect_saved()
    page.goto(page.evaluate("location.pathname") + "/history")
    page.get_by_role("link", name="Look at it (revision 1)").click()
    drawing = page.get_by_role("region", name="Drawing")
    expect(drawing.get_by_text("R1", exact=True)).to_be_visible()
    expect(drawing).not_to_contain_text("exam")
    check_access(page)
    before = drawing.locator("rect").first.get_attribute("fill") or ""

    page.locator("[data-theme-toggle]").click()

    expect(drawing.locator("rect").first).not_to_have_attribute("fill", before)
    expect(drawing.get_by_text("R1", exact=True)).to_be_visible()


def test_what_was_looked_at_can_be_restored_and_shows_no_secret(editor: Editor, page: Page) -> None:
    editor.drop("Router", (200, 120)).fill("Host", "10.0.0.1").fill("Password", "router-secret").expect_saved()
    save_version(page, "before")
    editor.fill("Name", "exam").expect_saved()
    choose_in_menu(editor, "Menu", "History")
    versions = page.get_by_role("region", name="Versions").get_by_role("listitem")
    versions.filter(has=page.locator("strong", has_text="before")).get_by_role("button", name="Look at it").click()
    looked = page.get_by_role("dialog", name="before")
    expect(looked).to_contain_text("10.0.0.1")
    assert "router-secret" not in looked.inner_html()

    looked.get_by_role("button", name="Restore").click()

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(editor.undo).to_have_accessible_name("Undo: Restore before")
    expect(editor.show_outline()).to_have_text(["R1"])


def test_a_large_version_is_shown_whole_and_in_full_size(editor: Editor, page: Page) -> None:
    editor.drop("Router", (60, 60)).press("Escape").drop("Switch", (660, 500)).expect_saved()
    page.set_viewport_size({"width": 480, "height": 600})
    editor.press("Control+a").press("Delete")
    editor.expect_saved()
    choose_in_menu(editor, "Menu", "History")
    versions = page.get_by_role("region", name="Versions").get_by_role("listitem")
    versions.nth(1).get_by_role("button", name="Look at it").click()
    drawing = page.get_by_role("region", name="Drawing")
    overflows = "each => each.scrollWidth > each.clientWidth || each.scrollHeight > each.clientHeight"
    assert not drawing.evaluate(overflows)

    page.get_by_role("button", name="Full size").click()

    expect(page.get_by_role("button", name="Full size")).to_have_attribute("aria-pressed", "true")
    assert drawing.evaluate(overflows)


def test_a_file_tells_what_it_is_and_is_deleted_in_two_steps(
    editor: Editor, page: Page, tmp_path: Path, check_access: Callable[[Page], None]
) -> None:
    editor.drop("Router", (200, 120)).fill("Host", "10.0.0.1").drop("Users", (400, 120)).expect_saved()
    content = editor.download(tmp_path).read_bytes()
    row = open_files(editor)
    expect(row).to_contain_text("1 user, 1 device, 1 connection")
    expect(row).to_contain_text(f"{len(content)} bytes, Guacamole 1.6.0, passwords as plain text")
    expect(row.locator("code")).to_have_text(hashlib.sha256(content).hexdigest())
    check_access(page)

    row.get_by_role("button", name="Delete").click()
    expect(row.get_by_role("button", name="Cancel")).to_be_focused()
    row.get_by_role("button", name="Cancel").click()
    expect(row.get_by_role("button", name="Delete", exact=True)).to_be_focused()
    row.get_by_role("button", name="Delete").click()
    row.get_by_role("button", name="Delete for good").click()

    expect(row).to_have_text("The file is deleted.")
    expect(row).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(open_files(editor)).to_have_text("No file was made yet.")


def test_many_files_come_page_by_page(editor: Editor, page: Page, watch: Watch) -> None:
    editor.drop("Router", (200, 120)).fill("Host", "10.0.0.1").drop("Users", (400, 120)).expect_saved()
    path = page.evaluate("location.pathname")
    for _ in range(26):
        post(page, f"{path}/mappings", {})
    files = open_files(editor)
    expect(files).to_have_count(25)
    more = files.get_by_role("button", name="Show earlier files")

    watch.expect_failures()
    intercept(page, "**/mappings?cursor=*", lambda route: route.abort())
    more.click()
    expect(files.last).to_contain_text("cannot be reached")
    page.unroute("**/mappings?cursor=*")
    more.click()

    expect(files).to_have_count(26)
    expect(more).to_have_count(0)
    expect(files.nth(24).get_by_role("button", name="What changed")).to_be_focused()


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

    expect(page.get_by_role("region", name="Files", exact=True)).to_contain_text("No file was made yet.")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
