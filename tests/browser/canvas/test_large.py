"""A drawing of 5,000 nodes is worked like any other."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor
from support.browser.panels import import_file

pytestmark = [pytest.mark.browser, pytest.mark.long]

COUNT = 5000
COLUMNS = 100
STEP = 128
# How long it may take on a busy machine until all of it is there.
MILLISECONDS = 60_000


def make_large() -> dict[str, Any]:
    """Return a diagram of 5,000 routers in a grid, each on a cable to the next."""
    devices = [
        {
            "type": "device",
            "id": f"n{number}",
            "label": f"N{number:04}x",
            "kind": "router",
            "x": number % COLUMNS * STEP,
            "y": number // COLUMNS * STEP,
            "connections": [{"protocol": "ssh", "host": f"10.0.{number // 250}.{number % 250 + 1}"}],
        }
        for number in range(COUNT)
    ]
    links = [
        {"id": f"l{number}", "source": {"node": f"n{number}"}, "target": {"node": f"n{number + 1}"}}
        for number in range(COUNT - 1)
    ]
    return {"schema": 1, "title": "Large", "nodes": devices, "links": links}


def test_five_thousand_nodes_are_found_moved_renamed_joined_deleted_and_saved(
    editor: Editor, page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "large.json"
    file.write_text(json.dumps(make_large()), encoding="utf-8")
    import_file(page, file)
    page.wait_for_url("**/diagrams/*", timeout=MILLISECONDS)
    editor = Editor(page)
    expect(editor.status).to_contain_text("5,000 devices", timeout=MILLISECONDS)

    find(page, "N2550x")
    editor.press("Shift+2")
    editor.fill("Name", "core")
    box = editor.canvas.bounding_box()
    assert box is not None
    middle = round(box["width"] / 2), round(box["height"] / 2)
    editor.drag(middle, (middle[0], middle[1] - 60))
    expect(editor.undo).to_have_attribute("aria-label", "Undo: Move core")
    row = page.get_by_role("treeitem", name=re.compile("^core"))
    page.get_by_role("tab", name="Outline").click()
    expect(row).to_be_visible()
    row.click(button="right")
    page.get_by_role("menuitem", name="Connect to …").click()
    expect(page.get_by_role("dialog").get_by_role("combobox")).to_be_focused()
    page.keyboard.type("N4999x")
    page.keyboard.press("Enter")
    expect(editor.undo).to_have_attribute("aria-label", "Undo: Connect core and N4999x")
    find(page, "N0001x")
    editor.canvas.focus()
    editor.press("Delete")
    expect(editor.undo).to_have_attribute("aria-label", "Undo: Delete N0001x")
    editor.press("Control+z")
    expect(editor.redo).to_have_attribute("aria-label", "Redo: Delete N0001x")
    editor.expect_saved()

    page.reload()
    expect(Editor(page).status).to_contain_text("5,000 devices", timeout=MILLISECONDS)
    find(page, "core")


def find(page: Page, name: str) -> None:
    """Search for *name* on the drawing and go there."""
    page.locator("#canvas").focus()
    page.keyboard.press("Control+f")
    expect(page.get_by_role("dialog").get_by_role("combobox")).to_be_focused()
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    expect(page.locator("#inspector").get_by_label("Name", exact=True).first).to_have_value(name)
