"""The canvas by mouse: what goes beyond dragging one thing, as people know it from other editors."""

import re
from itertools import pairwise
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor, Spot, wait_for_paint
from support.browser.panels import look_at
from support.browser.saved_drawing import read_drawn

pytestmark = pytest.mark.browser

Button = Literal["left", "middle", "right"]

R1: Spot = (200, 150)
R2: Spot = (400, 150)
SERVER: Spot = (300, 330)
NOTE: Spot = (600, 150)
EMPTY: Spot = (560, 440)

PADLOCK = 'stroke-width="1.4"'


@pytest.fixture
def drawn(editor: Editor) -> Editor:
    """Return the editor with two routers and a server."""
    return editor.drop("Router", R1).drop("Router", R2).drop("Server", SERVER).click(EMPTY)


def point_at(editor: Editor, spot: Spot) -> None:
    box = editor.canvas.bounding_box()
    assert box is not None
    editor.page.mouse.move(box["x"] + spot[0], box["y"] + spot[1])


def drag_with(editor: Editor, start: Spot, end: Spot, *, key: str | None = None, button: Button = "left") -> None:
    """Drag as `Editor.drag` does, with *key* held down or with another button."""
    mouse, keyboard = editor.page.mouse, editor.page.keyboard
    point_at(editor, start)
    if key:
        keyboard.down(key)
    mouse.down(button=button)
    point_at(editor, (start[0] + 10, start[1] + 10))
    point_at(editor, end)
    mouse.up(button=button)
    if key:
        keyboard.up(key)


def test_alt_and_a_click_delete_in_one_step(drawn: Editor) -> None:
    drawn.join(R1, SERVER)

    drawn.canvas.click(position={"x": R1[0], "y": R1[1]}, modifiers=["Alt"])
    expect(drawn.status).to_contain_text("2 devices")
    drawn.press("Control+z")

    expect(drawn.status).to_contain_text("3 devices")
    expect(drawn.undo).to_have_attribute("aria-label", re.compile("Connect R1 and SRV1"))


def test_a_cable_is_clicked_and_deleted_alone(drawn: Editor, page: Page) -> None:
    drawn.drop("Users", NOTE).join(NOTE, R2).join(R1, R2).click(EMPTY)

    drawn.click(((R1[0] + R2[0]) // 2, R1[1])).press("Delete")

    expect(drawn.undo).to_have_accessible_name(re.compile("Delete the cable R1"))
    after = read_drawn(page)
    assert after.get_cables() == set()
    assert after.get_access() == {("student1", "R2")}
    assert set(after.get_labels()) == {"R1", "R2", "SRV1", "student1"}


def test_a_line_tells_at_the_pointer_why_it_may_not_end_there(drawn: Editor, page: Page) -> None:
    refusal = drawn.canvas.locator(".refusal")
    drawn.drop("Note", NOTE).click(R1).press("a")

    point_at(drawn, R2)
    expect(refusal).to_have_text("Access has people at one end. Take the tool for cables with L.")
    point_at(drawn, EMPTY)
    expect(refusal).to_be_hidden()
    drawn.press("l")
    point_at(drawn, R2)
    expect(refusal).to_be_hidden()
    point_at(drawn, NOTE)
    expect(refusal).to_have_text("A note has no cables.")
    drawn.press("Escape")

    expect(refusal).to_be_hidden()


def test_escape_gives_up_what_is_being_dragged(drawn: Editor, page: Page) -> None:
    place = read_drawn(page).get_place("R1")
    last = drawn.undo.get_attribute("aria-label") or ""

    point_at(drawn, R1)
    page.mouse.down()
    point_at(drawn, EMPTY)
    page.keyboard.press("Escape")
    page.mouse.up()

    expect(drawn.undo).to_have_attribute("aria-label", last)
    assert read_drawn(page).get_place("R1") == place


def test_alt_and_a_drag_duplicate_with_the_cable(drawn: Editor, page: Page) -> None:
    drawn.join(R1, SERVER)
    x, y = read_drawn(page).get_place("R1")

    drag_with(drawn, R1, (R1[0] - 96, R1[1] + 96), key="Alt")

    after = read_drawn(page)
    assert after.get_place("R1") == (x, y)
    assert after.get_place("R3") == (x - 96, y + 96)
    assert after.get_cables() == {frozenset({"R1", "SRV1"}), frozenset({"R3", "SRV1"})}
    drawn.press("Control+z")
    expect(drawn.status).to_contain_text("3 devices")


def test_the_wheel_moves_the_drawing_and_with_ctrl_zooms_at_the_pointer(drawn: Editor, page: Page) -> None:
    point_at(drawn, EMPTY)
    page.mouse.wheel(-50, 100)
    drawn.click((R1[0] + 50, R1[1] - 100))
    drawn.expect_selected("R1")

    page.keyboard.down("Control")
    page.mouse.wheel(0, -25)
    page.keyboard.up("Control")

    expect(page.locator(".zoom-level")).to_have_text("128 %")
    drawn.press("Escape").click((R1[0] + 50, R1[1] - 100))
    drawn.expect_selected("R1")


def test_whoever_likes_lets_the_wheel_zoom_and_that_is_kept_in_the_browser(drawn: Editor, page: Page) -> None:
    drawn.expect_saved()
    page.get_by_role("button", name="Show and hide").click()
    page.get_by_role("menuitemcheckbox", name="Wheel zooms").click()
    page.reload()
    editor = Editor(page)
    expect(page.locator(".zoom-level")).to_have_text("100 %")

    point_at(editor, EMPTY)
    page.mouse.wheel(0, 20)

    expect(page.locator(".zoom-level")).to_have_text("82 %")


def test_space_and_the_other_buttons_move_the_view(drawn: Editor, page: Page) -> None:
    drawn.canvas.focus()
    buttons: list[tuple[str | None, Button]] = [("Space", "left"), (None, "middle"), (None, "right")]

    for number, (key, button) in enumerate(buttons, start=1):
        drag_with(drawn, EMPTY, (EMPTY[0] + 40, EMPTY[1] - 20), key=key, button=button)

        drawn.click((R1[0] + 40 * number, R1[1] - 20 * number))
        drawn.expect_selected("R1")
        expect(page.get_by_role("menu")).to_have_count(0)
        drawn.press("Escape")
        expect(drawn.get_field("Name")).to_have_count(0)


def test_shift_and_ctrl_add_and_a_right_click_keeps_what_is_selected(drawn: Editor, page: Page) -> None:
    drawn.click(R1)
    drawn.canvas.click(position={"x": R2[0], "y": R2[1]}, modifiers=["Shift"])
    drawn.canvas.click(position={"x": SERVER[0], "y": SERVER[1]}, modifiers=["Control"])
    expect(page.locator("#inspector")).to_contain_text("3 devices")

    drawn.canvas.click(position={"x": R2[0], "y": R2[1]}, button="right")
    expect(page.get_by_role("menu")).to_be_visible()
    expect(page.locator("#inspector")).to_contain_text("3 devices")
    page.keyboard.press("Escape")
    expect(drawn.canvas).to_be_focused()
    drawn.click(EMPTY)
    drawn.canvas.click(position={"x": R2[0], "y": R2[1]}, button="right")

    page.get_by_role("menuitem", name="Delete").click()
    assert read_drawn(page).get_labels() == ["R1", "SRV1"]


def test_a_box_selects_and_with_shift_it_adds(drawn: Editor, page: Page) -> None:
    drawn.drag((140, 90), (260, 220))
    drawn.expect_selected("R1")

    drag_with(drawn, (340, 90), (460, 220), key="Shift")

    expect(page.locator("#inspector")).to_contain_text("2 devices")


def test_a_double_click_renames_and_on_empty_canvas_adds(drawn: Editor, page: Page) -> None:
    drawn.double_click((R1[0], R1[1] + 38))
    expect(drawn.canvas.get_by_label("Name")).to_be_focused()
    page.keyboard.type("core")
    page.keyboard.press("Enter")
    expect(drawn.canvas).to_be_focused()

    drawn.double_click(EMPTY)
    page.get_by_role("option", name="Firewall").click()

    drawn.expect_selected("FW1")
    assert set(read_drawn(page).get_labels()) == {"core", "R2", "SRV1", "FW1"}


def test_what_is_clicked_in_the_palette_goes_beside_the_last_and_covers_nothing(editor: Editor, page: Page) -> None:
    for _ in range(12):
        page.get_by_role("button", name="Add Router", exact=True).click()

    drawn = read_drawn(page)
    places = [drawn.get_place(f"R{number}") for number in range(1, 13)]
    gaps = [max(abs(x - u), abs(y - v)) for at, (x, y) in enumerate(places) for u, v in places[at + 1 :]]
    assert min(gaps) >= 96
    assert all(v > y or (v == y and u > x) for (x, y), (u, v) in pairwise(places))
    assert min(x for x, _ in places) == places[0][0]
    editor.expect_selected("R12")


def test_a_lock_shows_on_the_drawing_and_in_its_picture(drawn: Editor, page: Page) -> None:
    def export() -> str:
        drawn.press("Control+Shift+E")
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Format").select_option("SVG, for documents and print")
        with page.expect_download() as download:
            dialog.get_by_role("button", name="Export").click()
        return download.value.path().read_text(encoding="utf-8")

    drawn.expect_summary(devices="3 devices", users="0 users", connections="0 connections")
    plain = look_at(drawn, R1)
    assert PADLOCK not in export()

    drawn.press("Control+a").press("Control+Shift+L").press("Escape").press("Escape")

    assert look_at(drawn, R1) != plain
    assert export().count(PADLOCK) == 1


def test_what_is_dragged_leaves_nothing_behind_on_the_canvas(drawn: Editor) -> None:
    drawn.join(R1, SERVER).join(R1, R2).click(EMPTY)
    end = (260, 242)

    def drag_over(*ways: Spot) -> str:
        """Drag the first router over *ways* to the end, look at the canvas, and give it up."""
        point_at(drawn, R1)
        drawn.page.mouse.down()
        for way in (*ways, end):
            point_at(drawn, way)
            wait_for_paint(drawn.page)
        seen: str = drawn.page.evaluate("() => document.querySelector('#canvas canvas').toDataURL()")
        drawn.page.keyboard.press("Escape")
        drawn.page.mouse.up()
        wait_for_paint(drawn.page)
        return seen

    straight = drag_over()
    winding = drag_over((230, 150), (420, 300), (120, 420), (401, 240), (300, 60), (210, 200))

    assert winding == straight
