"""Who reaches what, as a table: it shows and edits the same access as the drawing."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.editor import Editor, read_reach
from support.panels import CLASSROOM, open_example, pick

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
    expect(page.locator("#notices")).to_contain_text("This is the last device they reach.")
    expect(stations).to_be_checked()
    routers.check()
    expect(page.get_by_role("region", name="Reaches")).to_contain_text("6 devices")
    editor.undo.click()
    expect(routers).not_to_be_checked()


def test_the_table_follows_the_drawing_and_finds_devices(page: Page) -> None:
    editor = open_example(page, CLASSROOM)
    page.get_by_role("tab", name="Access", exact=True).click()
    rows = page.locator("#matrix tbody tr")
    count = rows.count()
    assert count > 2

    page.get_by_label("Find a device").fill("pc")
    expect(rows).to_have_count(1)
    page.get_by_label("Find a device").fill("nothing like this")
    expect(page.locator("#matrix")).to_contain_text("No device has this name.")
    page.get_by_label("Find a device").fill("")
    expect(rows).to_have_count(count)

    name = rows.first.get_by_role("rowheader").inner_text()
    pick(editor, name).fill("Name", "renamed")
    expect(rows.first).to_contain_text("renamed")
