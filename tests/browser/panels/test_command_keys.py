"""The keys of commands: arranging, selecting, seeing, and what opens a dialog or a menu."""

import re

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor
from support.browser.keyboard import ROUTER, SERVER, WORKSTATION, place
from support.browser.saved_drawing import read_drawn

pytestmark = pytest.mark.browser


def expect_zoom(editor: Editor, level: str) -> None:
    expect(editor.page.locator(".zoom-level")).to_have_text(level)


def test_keys_bring_to_the_front_and_send_to_the_back(editor: Editor, page: Page) -> None:
    place(editor, ROUTER, SERVER, WORKSTATION)

    for keys, order in {
        "Control+[": ["R1", "PC1", "SRV1"],
        "Control+]": ["R1", "SRV1", "PC1"],
        "Control+Shift+{": ["PC1", "R1", "SRV1"],
        "Control+Shift+}": ["R1", "SRV1", "PC1"],
        "Control+Alt+[": ["PC1", "R1", "SRV1"],
        "Control+Alt+]": ["R1", "SRV1", "PC1"],
    }.items():
        editor.press(keys)
        assert read_drawn(page).get_labels() == order, keys


def test_keys_group_and_ungroup_select_all_and_nothing(editor: Editor, page: Page) -> None:
    place(editor, ROUTER, SERVER).press("Control+a").press("Control+g")
    drawn = read_drawn(page)
    assert drawn.get("R1")["zone"] == drawn.get("SRV1")["zone"] == drawn.get("Zone 1")["id"]

    editor.press("Control+Shift+G")
    assert read_drawn(page).get("R1").get("zone") is None
    editor.press("Control+a").press("Control+Shift+A")
    expect(page.get_by_role("heading", name="Diagram", exact=True)).to_be_visible()
    editor.press("Delete")
    expect(editor.status).to_contain_text("2 devices")
    editor.press("Control+a").press("Backspace")
    expect(editor.status).to_contain_text("0 devices")
    editor.press("Control+z").press("Control+y")

    expect(editor.status).to_contain_text("0 devices")


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_keys_delete_a_cable_and_leave_its_ends(editor: Editor, page: Page, key: str) -> None:
    place(editor, ROUTER, SERVER).press("l").press("ArrowLeft").press("Enter").press("Escape")
    expect(editor.get_field("Interface of R1")).to_be_visible()
    assert read_drawn(page).get_cables() == {frozenset({"R1", "SRV1"})}

    editor.press(key)

    assert read_drawn(page).get_cables() == set()
    expect(editor.status).to_contain_text("2 devices")
    editor.press("Control+z")
    assert read_drawn(page).get_cables() == {frozenset({"R1", "SRV1"})}


def test_keys_zoom_and_bring_everything_into_view(editor: Editor) -> None:
    place(editor, ROUTER, SERVER)

    editor.press("Control+-")
    expect_zoom(editor, "80 %")
    editor.press("Control++")
    expect_zoom(editor, "100 %")
    editor.press("Shift+2")
    expect_zoom(editor, "150 %")
    editor.press("Shift+1")
    expect_zoom(editor, "100 %")
    editor.press("Control+=").press("Control+Shift+H")
    expect_zoom(editor, "100 %")
    editor.press("Control+=").press("Control+0")
    expect_zoom(editor, "100 %")
    editor.press("Control+=").press("Home")
    expect_zoom(editor, "100 %")


def test_keys_show_and_hide_the_grid_and_the_map(editor: Editor, page: Page) -> None:
    editor.press("m").press("Control+'")

    expect(page.locator(".minimap")).to_be_visible()
    page.get_by_role("button", name="Show and hide").click()
    expect(page.get_by_role("menuitemcheckbox", name="Grid", exact=True)).to_have_attribute("aria-checked", "false")


def test_keys_open_dialogs(editor: Editor, page: Page) -> None:
    place(editor, ROUTER).expect_saved()

    for keys, dialog in {
        "Control+Shift+E": "picture",
        "Control+k": "Commands",
        "Control+f": "Find",
        "/": "Find",
        "?": "Shortcuts",
    }.items():
        editor.press(keys)
        expect(page.get_by_role("dialog", name=re.compile(dialog, re.IGNORECASE))).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_ctrl_s_saves_from_a_field_too_and_letters_there_are_letters(editor: Editor, page: Page) -> None:
    place(editor, ROUTER).press("Enter")
    page.keyboard.press("End")
    page.keyboard.type("1mlz?")
    editor.expect_selected("R11mlz?")

    page.keyboard.press("Control+s")

    expect(page.locator("#notices")).to_contain_text("Saved.")


def test_keys_open_the_menu_of_what_is_selected(editor: Editor, page: Page) -> None:
    for keys in ("Shift+F10", "ContextMenu"):
        place(editor, ROUTER, SERVER).press("Control+a").press(keys)

        page.get_by_role("menuitem", name="Delete").press("Enter")

        expect(editor.status).to_contain_text("0 devices")
        expect(editor.canvas).to_be_focused()


def test_what_asks_comes_while_one_still_looks_for_the_command(editor: Editor, page: Page) -> None:
    place(editor, ROUTER, SERVER)

    with page.expect_response(re.compile("/questions")):
        page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Commands").fill("Select by kind")
    page.keyboard.press("Enter")
    page.keyboard.type("Server")
    page.keyboard.press("Enter")

    editor.expect_selected("SRV1")
