"""Who reaches what, as a table: it shows and edits the same access as the drawing."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor, read_reach
from support.browser.panels import CLASSROOM, PODS, open_example, pick

pytestmark = pytest.mark.browser


def test_the_table_narrows_and_widens_what_people_reach(editor: Editor, page: Page, tmp_path: Path) -> None:
    page.get_by_role("tab", name="Access", exact=True).click()
    expect(page.locator("#matrix")).to_contain_text("Add users to say what they reach.")
    editor.drop("Router", (150, 100)).fill("Host", "10.0.0.1").fill("Count", "4")
    editor.drop("Workstation", (300, 100)).fill("Host", "10.0.1.1").fill("Count", "2")
    editor.drop("Users", (450, 100)).fill("Count", "8")
    routers = page.get_by_role("checkbox", name="student1…student8 reach R1…R4")
    stations = page.get_by_role("checkbox", name="student1…student8 reach PC1…PC2")

    expect(routers).to_be_checked()
    routers.uncheck()
    expect(page.get_by_role("region", name="Reaches")).to_contain_text("Exactly these: 2 devices for each person.")
    assert set(read_reach(editor.download(tmp_path))["student8"]) == {"PC1", "PC2"}

    stations.click()
    expect(page.locator("#notices")).to_contain_text("This is the last device that student1 reaches.")
    expect(stations).to_be_checked()
    routers.check()
    expect(page.get_by_role("region", name="Reaches")).to_contain_text("6 devices")
    editor.undo.click()
    expect(routers).not_to_be_checked()


def test_the_table_follows_the_drawing_and_finds_devices(page: Page) -> None:
    editor = open_example(page, CLASSROOM)
    page.get_by_role("tab", name="Access", exact=True).click()
    rows = page.locator("#matrix tbody tr")
    expect(rows.nth(2)).to_be_visible()
    count = rows.count()

    page.get_by_label("Find a device").fill("pc")
    expect(rows).to_have_count(1)
    page.get_by_label("Find a device").fill("nothing like this")
    expect(page.locator("#matrix")).to_contain_text("Nothing has this name.")
    page.get_by_label("Find a device").fill("")
    expect(rows).to_have_count(count)

    name = rows.first.get_by_role("rowheader").inner_text()
    pick(editor, name).fill("Name", "renamed")
    expect(rows.first).to_contain_text("renamed")


def test_whole_rows_and_columns_are_ticked_and_cleared_in_one_step(page: Page) -> None:
    editor = open_example(page, CLASSROOM)
    page.get_by_role("tab", name="Access", exact=True).click()
    everybody = page.get_by_role("checkbox", name="Everybody reaches R01…R04")
    every_device = page.get_by_role("checkbox", name="student01…student10 reach Every device")
    routers = page.get_by_role("checkbox", name="student01…student10 reach R01…R04")
    expect(everybody).to_be_checked(indeterminate=True)
    expect(every_device).to_be_checked(indeterminate=True)

    everybody.click()
    expect(everybody).to_be_checked()
    expect(routers).to_be_checked()
    every_device.click()
    expect(every_device).to_be_checked()
    expect(editor.status).to_contain_text("192 connections")
    everybody.click()

    for group in ("trainer01…trainer02", "student01…student10"):
        expect(page.get_by_role("checkbox", name=f"{group} reach R01…R04")).not_to_be_checked()
    editor.undo.click()
    expect(everybody).to_be_checked()


def test_a_column_of_what_was_found_changes_only_that(page: Page) -> None:
    open_example(page, CLASSROOM)
    page.get_by_role("tab", name="Access", exact=True).click()
    page.get_by_label("Find users").fill("trainer")

    page.get_by_role("checkbox", name="trainer01…trainer02 reach Every device").click()
    expect(page.locator("#notices")).to_contain_text("This is the last device that trainer01 reaches.")
    page.get_by_label("Find a device").fill("0")
    page.get_by_role("checkbox", name="trainer01…trainer02 reach These devices").click()

    page.get_by_label("Find a device").fill("")
    boxes = {
        name: page.get_by_role("checkbox", name=f"trainer01…trainer02 reach {name}") for name in ("SW1", "R01", "PC")
    }
    expect(boxes["SW1"]).to_be_checked()
    expect(boxes["R01"]).not_to_be_checked()
    expect(boxes["PC"]).not_to_be_checked()


def test_the_table_is_walked_by_arrow_keys_and_is_one_stop_of_the_tab_key(page: Page) -> None:
    open_example(page, CLASSROOM)
    page.get_by_role("tab", name="Access", exact=True).click()
    page.get_by_label("Find users").press("Tab")
    expect(page.get_by_role("checkbox", name="Everybody reaches Every device")).to_be_focused()

    page.keyboard.press("Control+End")
    corner = page.get_by_role("checkbox", name="student01…student10 reach PC09…PC19")
    expect(corner).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(corner).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox", name="student01…student10 reach R01…R04")).to_be_checked()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("checkbox", name="trainer01…trainer02 reach R01…R04")).to_be_focused()
    page.keyboard.press("Tab")

    expect(page.locator("#matrix :focus")).to_have_count(0)


def test_a_device_in_their_own_pod_stays_and_the_table_says_why(page: Page) -> None:
    open_example(page, PODS)
    page.get_by_role("tab", name="Access", exact=True).click()
    desktop = page.get_by_role("checkbox", name="student01…student08 reach PC{pod:02}")

    desktop.click()

    expect(page.locator("#notices")).to_contain_text('Each user of student01 has a copy of the pod "Pod"')
    expect(desktop).to_be_checked()
