"""What the editor says of saving while it lasts, when the server cannot, and where there is little room."""

import pytest
from playwright.sync_api import Page, Route, expect

from browser.conftest import OpenPage
from support.browser.editor import Editor
from support.browser.interception import held, intercept
from support.browser.touch import PHONE
from support.browser.watch import Watch

pytestmark = pytest.mark.browser

SPOT = (200, 220)
WRITES = "**/api/v1/diagrams**"
FULL = "The database cannot be written: its disk is full or read-only. Nothing was changed."


def fail_saves(page: Page) -> None:
    """Let the server of *page* answer what shall be saved as it does when its disk is full."""

    def fail(route: Route) -> None:
        if route.request.method in {"GET", "HEAD"}:
            return route.fallback()
        error = {"code": "database", "message": FULL, "problems": []}
        return route.fulfill(status=503, json={"error": error})

    intercept(page, WRITES, fail)


def test_a_save_on_its_way_says_so_until_it_has_arrived(editor: Editor, page: Page) -> None:
    editor.drop("Router", SPOT).expect_saved()

    with held(page, WRITES):
        with page.expect_request(lambda request: request.method == "PUT"):
            editor.fill("Name", "core")
        expect(editor.saved).to_have_text("Saving")

    editor.expect_saved()


def test_a_server_that_cannot_save_is_not_called_offline(editor: Editor, page: Page, watch: Watch) -> None:
    watch.expect_status(503)
    fail_saves(page)

    editor.drop("Router", SPOT)
    expect(editor.saved).to_have_text("Not saved, kept in this browser")
    expect(page.locator("#notices")).to_contain_text(f"{FULL} Labmapper tries again by itself.")
    page.unroute(WRITES)

    editor.expect_saved()
    expect(page.locator("#notices")).to_be_empty()


@pytest.mark.parametrize("width", [360, 390])
def test_a_phone_says_in_words_what_became_of_the_last_change(
    open_page: OpenPage, watches: dict[Page, Watch], width: int
) -> None:
    page = open_page(**PHONE | {"viewport": {"width": width, "height": 740}})
    watches[page].expect_status(503)
    page.goto("/new")
    editor = Editor(page)

    page.get_by_role("button", name="Add and outline").tap()
    page.get_by_role("button", name="Add Router", exact=True).tap()
    editor.expect_saved()
    expect_readable(editor, "Saved")
    fail_saves(page)
    page.get_by_role("button", name="Undo").tap()
    expect(editor.saved).to_have_text("Not saved, kept in this browser")

    expect_readable(editor, "Not saved")


def expect_readable(editor: Editor, words: str) -> None:
    """Make sure that *words* are seen whole, beside nothing that covers them."""
    shown = editor.saved.locator(".saved-words")
    assert shown.evaluate("shown => parseFloat(getComputedStyle(shown).fontSize)") >= 11
    assert shown.evaluate("shown => shown.scrollWidth <= shown.clientWidth")
    seen = shown.evaluate(
        "(shown, words) => { const range = document.createRange(); range.setStart(shown.firstChild, 0);"
        " range.setEnd(shown.firstChild, words.length); const box = range.getBoundingClientRect();"
        " return [box.left + 2, box.right - 2].every((x) => shown.contains("
        "document.elementFromPoint(x, (box.top + box.bottom) / 2))); }",
        words,
    )
    assert seen
