"""A view-only copy of a device: made for trainers by its menu, seen beside it, and in the file for them alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor, read_reach
from support.browser.panels import pick

pytestmark = pytest.mark.browser


def test_trainers_get_a_copy_that_only_shows(editor: Editor, page: Page, tmp_path: Path) -> None:
    editor.drop("Users", (120, 160)).drop("Users", (120, 320)).drop("Workstation", (360, 160)).fill("Name", "PC1")
    page.get_by_label("Protocol", exact=True).select_option("vnc")
    editor.fill("Host", "10.0.0.1").fill("Port", "5900").fill("Password", "screen")
    pick(editor, "student1")
    page.keyboard.press("Shift+F10")
    page.get_by_role("menuitem", name="Give access to").press("Enter")
    page.get_by_role("combobox", name="Give student1 access to").fill("PC1")
    page.keyboard.press("Enter")

    editor.click((360, 160)).press("Shift+F10")
    page.get_by_role("menuitem", name="Add a view-only copy for").press("Enter")
    page.get_by_role("combobox", name="Add a view-only copy of PC1 for").fill("trainer")
    page.keyboard.press("Enter")

    editor.expect_selected("Watch PC1")
    expect(editor.get_field("read-only")).to_have_value("true")
    path = editor.download(tmp_path)
    reach = read_reach(path)
    assert reach["student1"] == {"PC1": "vnc 10.0.0.1 5900"}
    assert reach["trainer1"]["Watch PC1"] == "vnc 10.0.0.1 5900"
    assert path.read_text(encoding="utf-8").count("read-only") == 1
    expect(page.get_by_role("button", name="View-only copy for")).to_have_count(0)
    editor.undo.click()
    expect(editor.status).to_contain_text("1 device")

    pick(editor, "PC1")
    page.get_by_role("button", name="View-only copy for trainer1").click()
    editor.expect_selected("Watch PC1")
