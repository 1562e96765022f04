"""The canvas by keys alone: going about, placing, connecting, moving, and the way out again."""

import re

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor
from support.browser.keyboard import ROUTER, SERVER, WORKSTATION, place
from support.browser.saved_drawing import read_drawn
from support.browser.timers import stopped_timers

pytestmark = pytest.mark.browser

GRID = 16


def expect_announced(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator("#announcer")).to_have_text(text)


def test_digits_place_what_they_stand_for_in_the_palette_and_in_the_help(editor: Editor, page: Page) -> None:
    expect(page.get_by_role("button", name="Add Router", exact=True)).to_contain_text(ROUTER)
    editor.press(ROUTER)
    expect_announced(page, re.compile("^Router: Enter places it"))
    editor.press("ArrowDown").press("Enter")
    place(editor, SERVER, WORKSTATION)

    drawn = read_drawn(page)
    assert drawn.get_labels() == ["R1", "SRV1", "PC1"]
    (x, y), (next_x, next_y) = drawn.get_place("R1"), drawn.get_place("SRV1")
    assert next_x > x
    assert next_y == y

    editor.press("?")
    group = page.get_by_role("dialog").locator("section", has_text="Place")
    expect(group.locator(".shortcut").nth(5)).to_have_text(re.compile(r"^Server\s*6$"))


def test_a_click_on_canvas_places_what_a_digit_took_in_hand_and_escape_puts_it_away(editor: Editor) -> None:
    editor.press(ROUTER).click((300, 200))
    expect(editor.show_outline()).to_have_text(["R1"])

    editor.press(SERVER).press("Escape").click((500, 400))

    expect(editor.show_outline()).to_have_text(["R1"])


def test_tab_goes_from_thing_to_thing_and_out_of_the_canvas_at_the_end(editor: Editor, page: Page) -> None:
    place(editor, ROUTER, SERVER).press("Escape")
    page.get_by_role("tab", name="Add", exact=True).focus()
    editor.canvas.focus()

    page.keyboard.press("Tab")
    expect_announced(page, "R1, Router, 1 of 2")
    page.keyboard.press("Tab")
    expect_announced(page, "SRV1, Server, 2 of 2")
    editor.expect_selected("SRV1")
    page.keyboard.press("Tab")
    expect(editor.canvas).not_to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(editor.canvas).to_be_focused()
    page.keyboard.press("Shift+Tab")
    editor.expect_selected("R1")
    page.keyboard.press("Shift+Tab")

    expect(editor.canvas).not_to_be_focused()


def test_escape_and_tab_leave_the_canvas_from_anywhere_on_it(editor: Editor, page: Page) -> None:
    place(editor, ROUTER, SERVER)
    editor.press("Escape")
    page.keyboard.press("Tab")
    expect(editor.canvas).not_to_be_focused()

    editor.canvas.focus()
    page.keyboard.press("Tab")
    editor.expect_selected("R1")


def test_enter_opens_the_properties_and_escape_comes_back_to_the_same_thing(editor: Editor, page: Page) -> None:
    place(editor, ROUTER).press("Enter")
    expect(editor.get_field("Name")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("core")

    page.keyboard.press("Escape")
    expect(editor.canvas).to_be_focused()
    editor.expect_selected("core")
    page.keyboard.press("F2")
    expect(editor.canvas.get_by_label("Name")).to_be_focused()
    page.keyboard.type("edge")
    page.keyboard.press("Enter")

    editor.expect_selected("edge")
    expect(editor.canvas).to_be_focused()


@pytest.mark.parametrize("key", ["l", "c"])
def test_cables_are_drawn_by_keys(editor: Editor, page: Page, key: str) -> None:
    place(editor, ROUTER, SERVER, WORKSTATION).press("Home").press("Shift+Tab").press("Shift+Tab")
    editor.expect_selected("R1")

    editor.press(key)
    expect_announced(page, re.compile("^Connect R1: arrow keys or Tab go to the other end"))
    editor.press("ArrowRight")
    expect_announced(page, "SRV1, Server, 1 of 3")
    editor.press("Tab")
    expect_announced(page, "PC1, Workstation, 2 of 3")
    editor.press("Enter")
    expect_announced(page, "Connect R1 and PC1")
    editor.press("Escape")

    expect(page.locator("#tools").get_by_role("button", name="Select")).to_have_attribute("aria-pressed", "true")
    assert read_drawn(page).get_cables() == {frozenset({"R1", "PC1"})}


def test_access_is_given_by_keys(editor: Editor, page: Page) -> None:
    page.get_by_role("button", name="Add Users").press("Enter")
    place(editor, ROUTER, SERVER).press("Escape").press("Escape")
    editor.canvas.blur()
    editor.canvas.focus()

    editor.press("a").press("Tab")
    expect_announced(page, "student1, Users, 1 of 1")
    editor.press("Enter").press("ArrowRight").press("ArrowRight")
    expect_announced(page, "SRV1, Server, 2 of 2")
    editor.press("Enter")

    assert read_drawn(page).get_access() == {("student1", "SRV1")}


def test_escape_leaves_the_tool_then_the_selection_then_the_canvas(editor: Editor, page: Page) -> None:
    pressed = page.locator("#tools [aria-pressed=true]")
    place(editor, ROUTER).press("l")
    expect(pressed).to_have_text("Connect")

    editor.press("Escape").press("Escape")
    expect(pressed).to_have_text("Select")
    editor.expect_selected("R1")
    editor.press("Escape")
    expect(editor.get_field("Name")).to_have_count(0)
    page.get_by_role("tab", name="Outline").focus()
    page.keyboard.press("Escape")

    expect(editor.canvas).to_be_focused()


def test_a_burst_of_nudges_is_one_step_and_shift_goes_five_times_as_far(editor: Editor, page: Page) -> None:
    place(editor, ROUTER)
    x, y = read_drawn(page).get_place("R1")

    with stopped_timers(page):
        editor.press("ArrowRight").press("ArrowRight").press("Shift+ArrowDown")
    assert read_drawn(page).get_place("R1") == (x + 2 * GRID, y + 5 * GRID)
    editor.press("Control+z")

    assert read_drawn(page).get_place("R1") == (x, y)


def test_without_snapping_a_nudge_is_one_unit_and_that_is_kept_in_the_browser(editor: Editor, page: Page) -> None:
    place(editor, ROUTER)
    x, y = read_drawn(page).get_place("R1")
    page.get_by_role("button", name="Show and hide").click()
    page.get_by_role("menuitemcheckbox", name="Snap to the grid").click()
    page.reload()

    editor = Editor(page)
    editor.canvas.focus()
    editor.press("Tab").press("ArrowRight").press("Shift+ArrowDown")

    assert read_drawn(page).get_place("R1") == (x + 1, y + 5)


def test_what_is_locked_stays_until_it_is_unlocked(editor: Editor, page: Page) -> None:
    place(editor, ROUTER)
    x, y = read_drawn(page).get_place("R1")

    editor.press("Control+Shift+L").press("ArrowRight")
    expect(editor.get_field("Locked in place")).to_be_checked()
    assert read_drawn(page).get_place("R1") == (x, y)
    editor.press("Control+Shift+L").press("ArrowRight")

    assert read_drawn(page).get_place("R1") == (x + GRID, y)
