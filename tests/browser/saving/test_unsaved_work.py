"""What was drawn and not saved is kept in the browser: over a closed tab, a crash, a log-out, and for nobody else."""

from contextlib import suppress
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from support.browser.chromium import ARGUMENTS
from support.browser.editor import Editor
from support.browser.pages import log_in, log_out, register
from support.browser.saving import BROUGHT_BACK, OFFLINE, SECOND, SPOT, draw, let_saves_through, open_kept, refuse_saves
from support.browser.timers import stop_timers
from support.browser.watch import Watch
from support.server.server import run_server

pytestmark = [pytest.mark.browser, pytest.mark.long]


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
    notice = page.get_by_role("status").filter(has_text="kept in this browser: 'half-way'")
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


def test_what_a_guest_could_not_save_is_offered_to_who_logs_in_and_theirs_once_they_open_it(
    editor: Editor, page: Page, watch: Watch
) -> None:
    watch.expect_failures()
    refuse_saves(page)
    expect(draw(editor, "half-way").saved).to_have_text(OFFLINE)
    let_saves_through(page)

    register(page)
    expect(Editor(page).show_outline()).to_have_count(0)
    offered = page.get_by_role("status").filter(has_text="without an account, and not saved: 'half-way'")
    expect(offered).to_be_visible()
    expect(open_kept(page)).to_contain_text("drawn without an account")
    page.get_by_role("dialog").get_by_role("button", name="Close").first.click()
    log_out(page)
    bob = register(page)
    offered.get_by_role("button", name="Open").click()

    expect(Editor(page).show_outline()).to_have_text(["half-way"])
    Editor(page).expect_saved()
    log_out(page)
    page.goto("/")
    expect(Editor(page).show_outline()).to_have_count(0)
    expect(page.locator("#notices")).to_be_empty()
    log_in(page, bob)
    expect(Editor(page).show_outline()).to_have_text(["half-way"])


def test_the_way_back_to_what_a_guest_drew_gives_it_to_nobody_who_has_logged_in(
    editor: Editor, page: Page, watch: Watch
) -> None:
    watch.expect_failures()
    refuse_saves(page)
    expect(draw(editor, "half-way").saved).to_have_text(OFFLINE)
    address = page.url
    let_saves_through(page)
    register(page)

    page.goto(address)

    expect(page.get_by_role("status").filter(has_text="without an account, and not saved: 'half-way'")).to_be_visible()
    expect(Editor(page).show_outline()).to_have_count(0)


def test_the_tab_of_a_guest_saves_for_who_has_logged_in_elsewhere_once_they_say_that_it_is_theirs(
    editor: Editor, page: Page, watch: Watch
) -> None:
    watch.expect_failures()
    watch.expect_status(400)
    refuse_saves(page)
    expect(draw(editor, "half-way").saved).to_have_text(OFFLINE)
    other = page.context.new_page()
    register(other)
    let_saves_through(page)

    page.evaluate("dispatchEvent(new Event('online'))")

    notice = page.locator(".notice", has_text="Somebody has logged in here, and this was drawn without an account.")
    expect(notice).to_contain_text("Your drawing is kept in this browser.")
    other.goto("/diagrams")
    expect(other.get_by_role("main")).not_to_contain_text("half-way")
    notice.get_by_role("button", name="Save it as mine").click()
    editor.expect_saved()
    other.reload()
    expect(other.get_by_role("main")).to_contain_text("half-way")


def test_the_tab_of_a_guest_whose_work_was_left_to_them_asks_before_it_saves_for_who_has_logged_in(
    editor: Editor, page: Page, watch: Watch
) -> None:
    watch.expect_status(400)
    watch.expect_status(404)
    draw(editor, "R1").expect_saved()
    theirs = page.url
    other = page.context.new_page()
    register(other, whose="Somebody else did")

    editor.fill("Name", "R2")
    page.get_by_role("button", name="Save it as mine").click()

    editor.expect_saved()
    assert page.url != theirs
    expect(editor.show_outline()).to_have_text(["R2"])
    log_out(page)
    page.goto(theirs)
    expect(Editor(page).show_outline()).to_have_text(["R1"])


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
