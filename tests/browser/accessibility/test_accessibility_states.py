"""axe finds nothing in the states that one meets seldom: what failed, what is kept, what is compared, what is refused."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Check, OpenPage
from support.browser.editor import Editor
from support.browser.pages import PASSWORD, register, upload
from support.browser.panels import CLASSROOM, choose_in_menu, open_example, pick
from support.browser.saving import OFFLINE, draw, let_saves_through, open_kept, refuse_saves
from support.browser.touch import TABLET
from support.browser.watch import Watch
from support.server.server import run_server

pytestmark = [pytest.mark.browser, pytest.mark.long]

MEBIBYTE = 2**20


def test_what_is_offline_and_what_is_kept_is_open_to_everybody(
    editor: Editor, page: Page, watch: Watch, check_both: Check
) -> None:
    watch.expect_failures()
    refuse_saves(page)
    draw(editor, "R1")
    expect(editor.saved).to_have_text(OFFLINE)
    check_both(page)

    page.goto("/new")
    expect(page.locator("#notices")).to_contain_text("kept in this browser: 'R1'")
    kept = open_kept(page)
    expect(kept.get_by_role("button", name="Open")).to_be_visible()
    check_both(page)
    kept.get_by_role("button", name="Discard").click()
    expect(kept).to_contain_text("Discarded.")
    check_both(page)
    let_saves_through(page)


def test_an_expired_log_in_is_open_to_everybody(page: Page, watch: Watch, check_both: Check) -> None:
    watch.expect_status(400)
    watch.expect_status(404)
    register(page)
    editor = draw(Editor(page), "R1").expect_saved()
    page.context.clear_cookies()

    editor.fill("Name", "core")

    expect(editor.saved).to_have_text("Logged out, kept in this browser")
    check_both(page)


def test_what_is_named_and_looked_for_is_open_to_everybody(editor: Editor, page: Page, check_both: Check) -> None:
    editor.drop("Router", (200, 150))
    page.get_by_role("button", name="Presets").click()
    page.get_by_role("menuitem", name="Keep these connections").click()
    expect(page.get_by_label("Name of the preset")).to_be_visible()
    check_both(page)
    page.keyboard.press("Escape")

    for keys in ("Control+f", "Control+k"):
        editor.press(keys)
        page.get_by_role("dialog").get_by_role("combobox").fill("no such thing")
        expect(page.get_by_role("dialog").get_by_role("option")).to_have_count(0)
        check_both(page)
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_lines_that_are_new_and_lines_that_are_gone_are_open_to_everybody(
    page: Page, tmp_path: Path, check_both: Check
) -> None:
    editor = open_example(page, CLASSROOM)
    editor.download(tmp_path)
    pick(editor, "SW1").fill("Name", "core")
    pick(editor, "student01…student10").press("Delete")

    page.get_by_role("tab", name="XML").click()
    opener = page.locator("#drawer").get_by_role("button", name="removed here").first
    expect(opener).to_be_visible()
    expect(page.locator("#drawer ins").first).to_be_visible()
    check_both(page)
    opener.click()
    expect(page.locator("#drawer del").first).to_be_visible()

    check_both(page)


def test_what_is_handed_out_is_open_to_everybody(editor: Editor, page: Page, check_both: Check) -> None:
    editor.drop("Router", (200, 150)).fill("Host", "10.0.0.1").drop("Users", (400, 150)).expect_saved()
    page.get_by_role("button", name="Hand out", exact=True).click()
    slips = page.get_by_role("form", name="Slips with log-ins to cut out")
    expect(slips).to_be_visible()
    check_both(page)

    with page.context.expect_page() as opened:
        slips.get_by_role("button", name="Print slips").click()
    expect(opened.value.locator(".slip").first).to_be_visible()


def test_options_of_an_export_and_what_is_in_a_lab_file_are_open_to_everybody(
    editor: Editor, page: Page, check_both: Check
) -> None:
    editor.drop("Router", (200, 150)).fill("Host", "10.0.0.1").drop("Users", (400, 150)).expect_saved()
    choose_in_menu(editor, "Export", "Export SQL for PostgreSQL")
    dialog = page.get_by_role("dialog", name="SQL for Guacamole with PostgreSQL")
    expect(dialog.get_by_label("Connection groups")).to_be_visible()
    check_both(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)

    lab = b"name: campus\ntopology:\n  nodes:\n    r1: {kind: nokia_sros, frobnicate: 1}\n"
    page.locator("#file").set_input_files({"name": "lab.clab.yml", "mimeType": "text/plain", "buffer": lab})
    expect(page.get_by_role("dialog", name="What is in lab.clab.yml")).to_contain_text("1 device has no address: r1")
    check_both(page)


def test_the_trash_and_a_new_token_are_open_to_everybody(page: Page, check_both: Check) -> None:
    register(page)
    Editor(page).drop("Router", (200, 150)).expect_saved()
    page.goto("/diagrams")
    page.get_by_role("button", name="Delete R1").click()
    expect(page.get_by_role("table")).to_have_count(0)
    check_both(page)
    page.get_by_role("link", name="Trash").click()
    check_both(page)
    page.locator("summary").click()
    expect(page.get_by_role("button", name="Delete for good R1")).to_be_visible()
    check_both(page)

    page.goto("/account")
    page.get_by_label("What it is for").fill("backup")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Make a token").click()
    expect(page.get_by_role("main")).to_contain_text("Copy the token now")
    check_both(page)


def test_what_is_too_large_and_a_broken_database_are_told_to_everybody(
    open_page: OpenPage, watches: dict[Page, Watch], tmp_path: Path, config_file: Path, check_both: Check
) -> None:
    with run_server(tmp_path, settings={"LABMAPPER_MAX_BODY_MIB": "1"}) as address:
        page = open_page(base_url=address)
        for status in (413, 503):
            watches[page].expect_status(status)
        config_file.write_bytes(b"#" * (MEBIBYTE + 1))
        upload(page, config_file)
        expect(page.get_by_role("main")).to_contain_text("1 MiB")
        check_both(page)

        page.goto("/new")
        draw(Editor(page), "R1").expect_saved()
        with closing(sqlite3.connect(tmp_path / "data" / "labmapper.db")) as database:
            database.execute("ALTER TABLE diagram RENAME TO gone")
        answer = page.goto("/diagrams")
        assert answer is not None
        assert answer.status == 503
        check_both(page)


@pytest.mark.parametrize("viewport", [{"width": 1024, "height": 768}, {"width": 768, "height": 1024}])
def test_a_tablet_is_open_to_everybody(open_page: OpenPage, viewport: dict[str, int], check_both: Check) -> None:
    page = open_page(**TABLET | {"viewport": viewport})
    page.goto("/new")
    editor = Editor(page)
    check_both(page)
    sheet = page.get_by_role("button", name="Add and outline")
    for kind in ("Router", "Users"):
        if sheet.is_visible():
            sheet.tap()
        page.get_by_role("button", name=f"Add {kind}", exact=True).tap()
    expect(editor.status).to_contain_text("1 user")
    check_both(page)

    if sheet.is_visible():
        page.get_by_role("button", name="Properties and problems").tap()
    expect(editor.get_field("Count")).to_be_visible()
    check_both(page)
