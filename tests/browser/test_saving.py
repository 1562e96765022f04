"""Nothing is ever lost: no network, a dead server, a closed tab, a crash, an expired log-in."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error, Locator, Page, Route, expect

from browser.conftest import OpenPage
from browser.test_accounts import fill_log_in, log_in, log_out, register
from support.chromium import ARGUMENTS
from support.editor import Editor
from support.server import run_server
from support.timers import stop_timers
from support.watch import Watch

pytestmark = pytest.mark.browser

OFFLINE = "Offline, kept in this browser"
BROUGHT_BACK = "Brought back what was drawn here and not saved."
SPOT = (200, 220)
WRITES = "**/api/v1/diagrams**"
# In milliseconds: so long after a change, it is sent.
SECOND = 1000


def draw(editor: Editor, name: str) -> Editor:
    """Draw a router called *name*."""
    return editor.drop("Router", SPOT).fill("Name", name)


def refuse_saves(page: Page, status: int | None = None) -> None:
    """Let nothing that is saved in the browser of *page* reach the server: no network, or an answer with *status*."""

    def refuse(route: Route) -> None:
        if route.request.method in {"GET", "HEAD"}:
            return route.fallback()
        if status is None:
            return route.abort("connectionfailed")
        error = {"code": "refused", "message": "This cannot be saved.", "problems": []}
        return route.fulfill(status=status, json={"error": error})

    page.context.route(WRITES, refuse)


def let_saves_through(page: Page) -> None:
    page.context.unroute(WRITES)


def open_kept(page: Page) -> Locator:
    """Open the list of what is kept in this browser."""
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("menuitem", name="Work kept in this browser").click()
    return page.get_by_role("dialog")


def test_without_a_network_one_goes_on_and_it_heals_by_itself(editor: Editor, page: Page, watch: Watch) -> None:
    watch.expect_failures()
    draw(editor, "R1").expect_saved()

    page.context.set_offline(True)
    editor.fill("Name", "core")
    expect(editor.saved).to_have_text(OFFLINE)
    expect(page.locator("#notices")).to_contain_text("Labmapper tries again by itself.")
    page.context.set_offline(False)

    editor.expect_saved()
    expect(page.locator("#notices")).to_be_empty()


def test_a_server_that_dies_and_comes_back_gets_everything(chromium: Browser, tmp_path: Path) -> None:
    with run_server(tmp_path) as address:
        context = chromium.new_context(base_url=address)
        page = context.new_page()
        page.goto("/new")
        editor = draw(Editor(page), "R1").expect_saved()
        # It would try again by itself, before or after anybody presses the button.
        stop_timers(page)
    editor.fill("Name", "core")
    page.clock.run_for(SECOND)
    expect(editor.saved).to_have_text(OFFLINE)
    editor.fill("Name", "edge")

    with run_server(tmp_path, urlsplit(address).port or 0):
        page.get_by_role("button", name="Try now").click()
        editor.expect_saved()
        state = context.storage_state()
        context.close()

        # The same guest in a browser that was closed, and at a server that was restarted.
        again = chromium.new_context(base_url=address, storage_state=state).new_page()
        again.goto("/")
        expect(Editor(again).show_outline()).to_have_text(["edge"])
        again.context.close()


def test_a_tab_closed_without_a_server_is_brought_back(chromium: Browser, tmp_path: Path) -> None:
    # A server that is down, since a request that the driver holds up reaches the server when its page is closed.
    context = chromium.new_context()
    with run_server(tmp_path) as address:
        page = context.new_page()
        page.goto(f"{address}/new")
        editor = Editor(page)
    draw(editor, "half-way")
    expect(editor.saved).to_have_text(OFFLINE)
    page.close()

    with run_server(tmp_path, urlsplit(address).port or 0):
        again = context.new_page()
        again.goto(address)

        expect(again.locator("#notices")).to_contain_text(BROUGHT_BACK)
        expect(Editor(again).show_outline()).to_have_text(["half-way"])
        Editor(again).expect_saved()
        context.close()


def test_a_tab_closed_before_the_answer_came_leaves_one_diagram(editor: Editor, page: Page, watch: Watch) -> None:
    watch.expect_failures()

    def lose_the_answer(route: Route) -> None:
        if route.request.method in {"GET", "HEAD"}:
            return route.fallback()
        route.fetch()
        return route.abort("connectionfailed")

    page.context.route(WRITES, lose_the_answer)
    draw(editor, "half-way")
    expect(editor.saved).to_have_text(OFFLINE)
    page.close()
    again = page.context.new_page()
    let_saves_through(again)

    again.goto("/")

    expect(Editor(again).show_outline()).to_have_text(["half-way"])
    Editor(again).expect_saved()
    expect(again.locator("#notices")).not_to_contain_text("Not saved yet")
    again.goto("/diagrams")
    expect(again.get_by_role("link", name="Untitled lab", exact=True)).to_have_count(1)


def test_the_last_key_before_a_tab_is_closed_counts(editor: Editor, page: Page, watch: Watch) -> None:
    watch.expect_failures()
    draw(editor, "R").expect_saved()
    address = page.url
    page.context.set_offline(True)
    editor.get_field("Name").press("End")
    # No timer runs any more: only that the page goes can be the reason to keep anything.
    stop_timers(page)

    page.keyboard.type("42")
    page.close()
    page.context.set_offline(False)
    page.context.clock.resume()
    again = page.context.new_page()
    again.goto(address)

    expect(Editor(again).show_outline()).to_have_text(["R42"])


class OpenProfile(Protocol):
    """Starts a browser of its own that finds what an earlier one has kept."""

    def __call__(self) -> Page: ...


@pytest.fixture
def open_profile(chromium: Browser, chromium_path: Path, server: str, tmp_path: Path) -> OpenProfile:
    def open_one() -> Page:
        context = chromium.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=chromium_path, args=list(ARGUMENTS), base_url=server
        )
        return context.new_page()

    return open_one


def crash(page: Page) -> None:
    """Let the browser of *page* end as if it were killed."""
    browser = page.context.browser
    assert browser is not None
    with suppress(Error):
        browser.new_browser_cdp_session().send("Browser.crash")


def test_a_browser_that_crashes_has_it_when_it_is_started_again(open_profile: OpenProfile) -> None:
    page = open_profile()
    page.goto("/new")
    refuse_saves(page)
    # One change, so that what is said is said of that.
    editor = Editor(page).drop("Router", SPOT)
    expect(editor.saved).to_have_text(OFFLINE)
    crash(page)

    again = open_profile()
    again.goto("/")

    expect(Editor(again).show_outline()).to_have_text(["R1"])
    again.context.close()


def test_a_new_page_is_empty_and_offers_what_was_not_saved(editor: Editor, page: Page, watch: Watch) -> None:
    watch.expect_failures()
    refuse_saves(page)
    draw(editor, "half-way")

    page.goto("/new")
    expect(Editor(page).show_outline()).to_have_count(0)
    notice = page.get_by_role("status").filter(has_text="kept in this browser: 'Untitled lab'")
    let_saves_through(page)
    notice.get_by_role("button", name="Open").click()

    expect(page.locator("#notices")).to_contain_text(BROUGHT_BACK)
    expect(Editor(page).show_outline()).to_have_text(["half-way"])
    Editor(page).expect_saved()
    page.goto("/new")
    expect(Editor(page).saved).to_have_text("")
    expect(page.locator("#notices")).to_be_empty()


def test_a_new_page_that_is_reloaded_keeps_its_drawing(editor: Editor, page: Page, watch: Watch) -> None:
    watch.expect_failures()
    refuse_saves(page)
    draw(editor, "half-way")

    page.reload()

    expect(Editor(page).show_outline()).to_have_text(["half-way"])


def test_what_is_discarded_can_be_taken_back(editor: Editor, page: Page, watch: Watch) -> None:
    watch.expect_failures()
    refuse_saves(page)
    draw(editor, "half-way")
    page.goto("/new")
    Editor(page)

    kept = open_kept(page)
    kept.get_by_role("button", name="Discard").click()
    kept.get_by_role("button", name="Undo").click()
    kept.get_by_role("button", name="Discard").click()
    expect(kept).to_contain_text("Discarded.")
    page.goto("/")

    expect(Editor(page).show_outline()).to_have_count(0)


@pytest.mark.parametrize("is_saved", [True, False], ids=["saved before", "never saved"])
def test_an_expired_log_in_loses_nothing(page: Page, watch: Watch, open_page: OpenPage, *, is_saved: bool) -> None:
    watch.expect_status(400)
    watch.expect_status(404)
    name = register(page)
    editor = draw(Editor(page), "R1") if is_saved else Editor(page)
    if is_saved:
        editor.expect_saved()
    page.context.clear_cookies()

    (editor.fill("Name", "core") if is_saved else draw(editor, "core")).get_field("Name").blur()
    expect(editor.saved).to_have_text("Logged out, kept in this browser")
    page.locator("#notices").get_by_role("button", name="Log in").click()
    fill_log_in(page, name)

    expect(Editor(page).show_outline()).to_have_text(["core"])
    Editor(page).expect_saved()
    elsewhere = open_page()
    log_in(elsewhere, name)
    expect(Editor(elsewhere).show_outline()).to_have_text(["core"])


def test_somebody_else_on_the_same_computer_is_shown_nothing(page: Page, watch: Watch) -> None:
    watch.expect_failures()
    alice = register(page)
    refuse_saves(page)
    expect(draw(Editor(page), "secret").saved).to_have_text(OFFLINE)
    log_out(page)

    register(page)
    expect(Editor(page).show_outline()).to_have_count(0)
    expect(page.locator("#notices")).to_be_empty()
    expect(open_kept(page)).to_contain_text("Nothing is kept only in this browser.")
    log_out(page)
    log_in(page, alice)

    expect(Editor(page).show_outline()).to_have_text(["secret"])


def test_a_browser_that_keeps_nothing_says_so(page: Page, watch: Watch) -> None:
    watch.expect_failures()
    page.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
    page.goto("/new")
    editor = Editor(page)
    refuse_saves(page)
    # It would try again by itself, before or after anybody presses the button.
    stop_timers(page)

    draw(editor, "R1")
    page.clock.run_for(SECOND)

    expect(editor.saved).to_have_text("Not kept in this browser")
    expect(page.get_by_role("alert").get_by_role("button", name="Export the diagram")).to_be_visible()
    let_saves_through(page)
    page.get_by_role("button", name="Try now").click()
    editor.expect_saved()


@pytest.mark.parametrize(
    ("status", "state"),
    [(413, "Too large to save, kept in this browser"), (422, "Not saved, kept in this browser")],
    ids=["too large", "refused"],
)
def test_what_the_server_refuses_is_kept_and_can_be_exported(
    editor: Editor, page: Page, watch: Watch, status: int, state: str
) -> None:
    watch.expect_status(status)
    refuse_saves(page, status)

    draw(editor, "R1")

    expect(editor.saved).to_have_text(state)
    with page.expect_download() as download:
        page.get_by_role("alert").get_by_role("button", name="Export the diagram").click()
    assert download.value.suggested_filename == "untitled-lab.json"


def test_a_diagram_that_was_deleted_elsewhere_is_saved_anew(editor: Editor, page: Page, watch: Watch) -> None:
    watch.expect_status(404)
    draw(editor, "R1").expect_saved()
    gone = page.url
    other = page.context.new_page()
    other.goto("/diagrams")
    other.get_by_role("button", name="Delete Untitled lab").click()
    expect(other.get_by_role("table")).to_have_count(0)

    editor.fill("Name", "core")
    page.get_by_role("button", name="Save as a new diagram").click()

    editor.expect_saved()
    expect(page).not_to_have_url(gone)


def test_the_time_of_the_last_save_is_exact_on_hover(editor: Editor) -> None:
    draw(editor, "R1").expect_saved()

    expect(editor.saved).to_have_attribute("title", re.compile(r"\w+day, \w+ \d+, \d{4}.*\d+:\d\d:\d\d"))
