"""Finding things, commands and keys; seeing what matters; and menus where one points."""

import re

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor, Spot
from support.browser.panels import FABRIC, PODS, choose_command, look_at, open_example
from support.browser.pixels import is_alike

pytestmark = pytest.mark.browser

R1: Spot = (200, 120)
WEB: Spot = (480, 120)
STUDENTS: Spot = (340, 320)
EMPTY: Spot = (660, 60)

# From the tile of the highest node to the lower border of the lowest zone.
FABRIC_HEIGHT = 164 + 392


def test_things_are_found_by_name_and_brought_into_view(page: Page) -> None:
    editor = open_example(page, PODS)

    for keys in ("Control+f", "/"):
        editor.press(keys)
        page.get_by_role("combobox", name="Find on the drawing").fill("no such thing")
        expect(page.get_by_text("Nothing on the drawing has this name.")).to_be_visible()
        page.get_by_role("combobox", name="Find on the drawing").fill("cpe")
        page.keyboard.press("Enter")
        expect(editor.get_field("Name")).to_have_value("R{pod:02}-cpe")
        expect(editor.canvas).to_be_focused()


def test_what_is_typed_at_once_is_looked_for_and_no_keys_for_the_drawing(page: Page) -> None:
    editor = open_example(page, PODS)

    editor.canvas.focus()
    # In the page itself: between two presses from outside it would have time to load something.
    page.evaluate(
        """() => {
          const press = (key, ctrlKey) =>
            document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
          press('f', true);
          press('l', false);
        }"""
    )

    expect(page.get_by_role("combobox", name="Find on the drawing")).to_be_focused()
    expect(page.locator("#tools").get_by_role("button", name="Connect")).to_have_attribute("aria-pressed", "false")


def test_what_is_found_far_away_in_a_large_drawing_comes_at_a_size_one_can_read(page: Page) -> None:
    editor = open_example(page, FABRIC)
    zoom = page.locator(".zoom-level")
    for _ in range(6):
        page.get_by_role("button", name="Zoom out").click()
    expect(zoom).to_have_text(re.compile(r"^[1-4]?\d %$"))

    editor.press("Control+f")
    page.get_by_role("combobox", name="Find on the drawing").fill("spine")
    page.keyboard.press("Enter")

    expect(zoom).to_have_text("80 %")
    # It is in the middle of the canvas, where a click meets it.
    box = editor.canvas.bounding_box()
    assert box is not None
    name = editor.get_field("Name").input_value()
    editor.press("Escape").press("Escape")
    editor.click((round(box["width"] / 2), round(box["height"] / 2))).expect_selected(name)


def test_every_command_is_found_by_typing_and_every_key_is_listed(editor: Editor, page: Page) -> None:
    editor.drop("Router", R1)

    choose_command(editor, "add server")
    expect(editor.status).to_contain_text("2 devices")
    choose_command(editor, "undo")
    expect(editor.status).to_contain_text("1 device")
    choose_command(editor, "tidy grid")
    expect(page.get_by_role("dialog")).to_have_count(0)
    choose_command(editor, "access matrix")
    expect(page.get_by_role("tab", name="Access")).to_have_attribute("aria-selected", "true")
    choose_command(editor, "show all keys")
    keys = page.get_by_role("dialog", name="Shortcuts")
    for shown in ("Undo", "Ctrl+Z", "Group into a zone", "Ctrl+G", "Zoom to 100 %", "Space+drag"):
        expect(keys).to_contain_text(shown)
    page.keyboard.press("Escape")
    expect(keys).to_have_count(0)


def test_menus_open_where_one_points(editor: Editor, page: Page) -> None:
    editor.drop("Router", R1).drop("Server", WEB).click(EMPTY)

    editor.canvas.click(button="right", position={"x": R1[0], "y": R1[1]})
    page.get_by_role("menuitem", name="Rename").click()
    editor.canvas.get_by_label("Name").fill("edge")
    page.keyboard.press("Enter")
    expect(editor.get_field("Name")).to_have_value("edge")

    editor.canvas.click(button="right", position={"x": R1[0], "y": R1[1]})
    page.get_by_role("menuitem", name="Connect to").click()
    page.get_by_role("option", name="SRV1").click()
    editor.canvas.click(button="right", position={"x": EMPTY[0], "y": EMPTY[1]})
    page.get_by_role("menuitem", name="Select all").click()
    expect(page.get_by_role("heading", name="3 items")).to_be_visible()
    editor.canvas.click(button="right", position={"x": WEB[0], "y": WEB[1]})
    page.get_by_role("menuitem", name="Delete").click()
    expect(editor.status).to_contain_text("0 devices")
    editor.canvas.click(button="right", position={"x": WEB[0], "y": WEB[1]})
    page.get_by_role("menuitem", name="Add something here").click()
    page.get_by_role("combobox", name="Add something here").fill("pc")
    page.keyboard.press("Enter")
    expect(editor.get_field("Name")).to_have_value("PC1")
    editor.click(EMPTY).click(WEB)
    expect(editor.get_field("Name")).to_have_value("PC1")


def test_pointing_lights_who_reaches_what(editor: Editor, page: Page) -> None:
    editor.drop("Router", R1).drop("Server", WEB).drop("Users", STUDENTS).join(STUDENTS, WEB).click(EMPTY)
    editor.expect_summary(devices="2 devices", users="1 user", connections="1 connection")
    page.mouse.move(*editor.point_at(EMPTY))
    dark = {spot: look_at(editor, spot) for spot in (R1, WEB, STUDENTS)}

    page.mouse.move(*editor.point_at(STUDENTS))
    assert not is_alike(page, look_at(editor, WEB), dark[WEB])
    assert is_alike(page, look_at(editor, R1), dark[R1])
    page.mouse.move(*editor.point_at(WEB))
    assert not is_alike(page, look_at(editor, STUDENTS), dark[STUDENTS])
    page.mouse.move(*editor.point_at(R1))
    assert is_alike(page, look_at(editor, STUDENTS), dark[STUDENTS])


def test_a_drawing_is_shown_as_a_whole_until_the_first_press(page: Page) -> None:
    open_example(page, FABRIC).expect_saved()
    page.reload()
    editor = Editor(page)
    zoom = page.locator("#status .zoom-level")

    for height in (720, 600):
        page.set_viewport_size({"width": 1280, "height": height})
        box = editor.canvas.bounding_box()
        assert box is not None
        fitting = (box["height"] - 2 * 48) / (FABRIC_HEIGHT + 2 * 40)
        expect(zoom).to_have_text(f"{round(fitting * 100)} %")
    shown = zoom.inner_text()
    editor.click(EMPTY)
    page.set_viewport_size({"width": 1280, "height": 700})

    expect(zoom).to_have_text(shown)
