"""A diagram that was changed elsewhere: both sides are shown, and whatever one keeps, nothing is lost."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Check, OpenPage
from support.browser.editor import Editor
from support.browser.saving import BROUGHT_BACK, draw, open_kept
from support.browser.watch import Watch

pytestmark = pytest.mark.browser


@pytest.fixture
def conflict(editor: Editor, page: Page, watch: Watch, open_page: OpenPage, server: str) -> tuple[Editor, Page]:
    """Return an editor whose saved 'R1' is called 'core' by now, while another browser has added and saved 'web'."""
    watch.expect_status(412)
    draw(editor, "R1").expect_saved()
    other = open_page()
    cookies = page.context.cookies()
    other.context.add_cookies([{"name": each["name"], "value": each["value"], "url": server} for each in cookies])
    other.goto(page.url)
    Editor(other).drop("Server", (420, 220)).fill("Name", "web").expect_saved()
    editor.fill("Name", "core")
    expect(editor.saved).to_have_text("Changed elsewhere")
    page.get_by_role("button", name="Compare and decide").click()
    return editor, other


def test_a_conflict_shows_in_words_what_both_changed(conflict: tuple[Editor, Page]) -> None:
    page = conflict[0].page

    expect(page.get_by_role("region", name="Mine")).to_contain_text("core was called 'R1'.")
    expect(page.get_by_role("region", name="The other one")).to_contain_text("web added.")


def test_a_conflict_can_be_decided_by_everybody(conflict: tuple[Editor, Page], check_both: Check) -> None:
    page = conflict[0].page

    expect(page.get_by_role("region", name="The other one")).to_contain_text("web added.")

    check_both(page)


def test_keeping_mine_leaves_theirs_in_the_history(conflict: tuple[Editor, Page]) -> None:
    editor, _ = conflict
    page = editor.page

    page.get_by_role("button", name="Keep mine").click()

    editor.expect_saved()
    expect(editor.show_outline()).to_have_text(["core"])
    page.reload()
    expect(Editor(page).show_outline()).to_have_text(["core"])
    address = f"/api/v1{urlsplit(page.url).path}"
    mine = page.request.get(address).json()["revision"]
    earlier = page.request.get(f"{address}/revisions/{mine - 1}").json()
    assert [node["label"] for node in earlier["diagram"]["nodes"]] == ["R1", "web"]


def test_keeping_theirs_can_be_undone(conflict: tuple[Editor, Page]) -> None:
    editor, _ = conflict

    editor.page.get_by_role("button", name="Keep the other").click()
    names = editor.show_outline()
    expect(names).to_have_text(["R1", "web"])
    editor.undo.click()

    expect(names).to_have_text(["core"])
    editor.expect_saved()


def test_keeping_theirs_keeps_mine_in_this_browser(conflict: tuple[Editor, Page]) -> None:
    editor, _ = conflict
    page = editor.page

    page.get_by_role("button", name="Keep the other").click()
    expect(editor.show_outline()).to_have_text(["R1", "web"])
    page.reload()
    expect(Editor(page).show_outline()).to_have_text(["R1", "web"])
    expect(page.locator("#notices")).to_be_empty()
    open_kept(page).get_by_role("button", name="Open").click()

    expect(page.locator("#notices")).to_contain_text(BROUGHT_BACK)
    expect(Editor(page).show_outline()).to_have_text(["core"])
    editor.expect_saved()


def test_keeping_both_makes_two_diagrams(conflict: tuple[Editor, Page]) -> None:
    editor, other = conflict
    page = editor.page
    shared = page.url

    page.get_by_role("button", name="Keep both").click()

    editor.expect_saved()
    expect(page).not_to_have_url(shared)
    expect(page.get_by_label("Title of the diagram")).to_have_value("core (copy)")
    expect(editor.show_outline()).to_have_text(["core"])
    other.reload()
    expect(Editor(other).show_outline()).to_have_text(["R1", "web"])


def test_a_second_tab_does_not_bring_back_what_the_first_one_still_has(conflict: tuple[Editor, Page]) -> None:
    editor, _ = conflict
    second = editor.page.context.new_page()

    second.goto(editor.page.url)

    expect(Editor(second).show_outline()).to_have_text(["R1", "web"])
    expect(editor.saved).to_have_text("Changed elsewhere")
