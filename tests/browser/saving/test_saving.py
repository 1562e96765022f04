"""Saving while the network, the server, the log-in or somebody else gets in the way."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.conftest import OpenPage
from support.browser.editor import Editor
from support.browser.interception import intercept
from support.browser.pages import fill_log_in, log_in, register
from support.browser.saving import OFFLINE, SECOND, WRITES, draw, let_saves_through, refuse_saves
from support.browser.timers import stop_timers
from support.browser.watch import Watch
from support.server.server import run_server

pytestmark = pytest.mark.browser


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


def test_after_an_outage_counts_and_problems_are_those_of_the_drawing_again(
    editor: Editor, page: Page, watch: Watch
) -> None:
    watch.expect_failures()
    editor.drop("Router", (300, 200)).drop("Users", (500, 200)).expect_saved()
    expect(editor.status).to_contain_text("1 problem")
    page.get_by_role("tab", name="XML").click()

    page.context.set_offline(True)
    editor.click((300, 200)).fill("Host", "10.0.0.1").fill("Count", "3")
    expect(editor.saved).to_have_text(OFFLINE)
    expect(page.locator("#notices .notice")).to_have_count(1)
    expect(page.locator("#drawer")).to_contain_text("Labmapper cannot be reached.")
    page.get_by_role("button", name="Download user-mapping.xml").click()
    expect(page.locator("#notices .notice")).to_have_count(2)
    page.context.set_offline(False)

    editor.expect_summary(devices="3 devices", users="1 user", connections="3 connections").expect_saved()
    expect(editor.status).to_contain_text("No problems")
    expect(page.locator("#preview-xml")).to_contain_text("10.0.0.3")
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


def test_a_tab_closed_before_the_answer_came_leaves_one_diagram(editor: Editor, page: Page, watch: Watch) -> None:
    watch.expect_failures()

    def lose_the_answer(route: Route) -> None:
        if route.request.method in {"GET", "HEAD"}:
            return route.fallback()
        route.fetch()
        return route.abort("connectionfailed")

    intercept(page, WRITES, lose_the_answer, is_for_all=True)
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
    expect(again.get_by_role("link", name="half-way", exact=True)).to_have_count(1)


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
    assert download.value.suggested_filename == "r1.json"


def test_a_diagram_that_was_deleted_elsewhere_is_saved_anew(editor: Editor, page: Page, watch: Watch) -> None:
    watch.expect_status(404)
    draw(editor, "R1").expect_saved()
    gone = page.url
    other = page.context.new_page()
    other.goto("/diagrams")
    other.get_by_role("button", name="Delete R1").click()
    expect(other.get_by_role("table")).to_have_count(0)

    editor.fill("Name", "core")
    page.get_by_role("button", name="Save as a new diagram").click()

    editor.expect_saved()
    expect(page).not_to_have_url(gone)


def test_the_time_of_the_last_save_is_exact_on_hover(editor: Editor) -> None:
    draw(editor, "R1").expect_saved()

    expect(editor.saved).to_have_attribute("title", re.compile(r"\w+day, \w+ \d+, \d{4}.*\d+:\d\d:\d\d"))
