"""Seeing what matters: marks of problems, what is out of sight, the map, layers, and who reaches what."""

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor, Spot
from support.browser.panels import look_at
from support.browser.pixels import is_alike

pytestmark = pytest.mark.browser

R1: Spot = (200, 160)
WEB: Spot = (480, 160)
STUDENTS: Spot = (340, 360)
EMPTY: Spot = (660, 60)

# Where the dot of a problem is, at the upper right corner of a tile.
CORNER: Spot = (R1[0] + 26, R1[1] - 26)

FAR = 3000

# The map shows the drawing with so much around it.
MAP_MARGIN = 80
TILE = 56


def rest(editor: Editor) -> Editor:
    """Select nothing, and let the pointer be where nothing is."""
    editor.click(EMPTY)
    expect(editor.get_field("Name")).to_have_count(0)
    return editor


def between(one: Spot, other: Spot) -> Spot:
    return (one[0] + other[0]) // 2, (one[1] + other[1]) // 2


def go_far_away(editor: Editor) -> None:
    """Move the view so far that nothing of the drawing is in sight, and nothing is selected."""
    editor.page.mouse.move(*editor.point_at(EMPTY))
    editor.page.mouse.wheel(FAR, FAR)
    rest(editor)
    editor.click(R1)
    expect(editor.get_field("Name")).to_have_count(0)


def expect_in_the_middle(editor: Editor, name: str) -> None:
    """Make sure that a click in the middle of the canvas hits *name*, which nothing else has selected."""
    rest(editor)
    box = editor.canvas.bounding_box()
    assert box is not None
    editor.click((round(box["width"] / 2), round(box["height"] / 2)))
    expect(editor.get_field("Name")).to_have_value(name)


def test_a_problem_marks_its_node_until_it_is_mended(editor: Editor) -> None:
    rest(editor.drop("Router", R1)).expect_summary(devices="1 device", users="0 users", connections="0 connections")
    expect(editor.status).not_to_contain_text("No problems")
    marked = look_at(editor, CORNER, reach=9)

    editor.click(R1).fill("Host", "10.0.0.1").drop("Users", STUDENTS)
    rest(editor)
    expect(editor.status).to_contain_text("No problems")
    mended = look_at(editor, CORNER, reach=9)
    editor.click(R1).fill("Host", "")
    rest(editor)
    expect(editor.status).not_to_contain_text("No problems")

    assert mended != marked
    assert is_alike(editor.page, look_at(editor, CORNER, reach=9), marked)


def find_in_problems(editor: Editor) -> None:
    editor.status.get_by_role("button", name="problem").click()
    editor.page.locator("#problems").get_by_role("button", name="R1").first.click()
    editor.page.get_by_role("tab", name="Properties").click()


def find_by_name(editor: Editor) -> None:
    editor.press("Control+f")
    editor.page.get_by_role("combobox", name="Find on the drawing").fill("R1")
    editor.page.keyboard.press("Enter")


def test_what_is_found_far_away_comes_to_the_middle(editor: Editor) -> None:
    editor.drop("Router", R1).drop("Server", WEB)

    for find in (find_in_problems, find_by_name):
        go_far_away(editor)
        find(editor)

        expect(editor.get_field("Name")).to_have_value("R1")
        expect_in_the_middle(editor, "R1")


def test_the_map_goes_where_it_is_pressed_and_dragged(editor: Editor, page: Page) -> None:
    middle = between(R1, WEB)
    editor.drop("Router", R1).drop("Server", WEB).drop("Firewall", middle).press("m")
    minimap = page.locator(".minimap")
    expect(minimap).to_be_visible()
    go_far_away(editor)

    box = minimap.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(x, y)
    expect_in_the_middle(editor, "FW1")

    width = WEB[0] - R1[0]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - width / 2 * box["width"] / (width + TILE + 2 * MAP_MARGIN), y, steps=3)
    page.mouse.up()
    expect_in_the_middle(editor, "R1")


def test_each_layer_goes_and_comes_back(editor: Editor, page: Page) -> None:
    editor.drop("Router", R1).drop("Server", WEB).drop("Users", STUDENTS).join(STUDENTS, WEB).join(R1, WEB)
    rest(editor).expect_summary(devices="2 devices", users="1 user", connections="1 connection")

    def switch(layer: str, place: Spot) -> bytes:
        page.get_by_role("button", name="Show and hide").click()
        page.get_by_role("menuitemcheckbox", name=layer, exact=True).click()
        expect(page.get_by_role("menu")).to_have_count(0)
        page.mouse.move(*editor.point_at((EMPTY[0], EMPTY[1] + 200)))
        return look_at(editor, place)

    for layer, place in {
        "Cables": between(R1, WEB),
        "Access": between(STUDENTS, WEB),
        "Names and addresses": (R1[0], R1[1] + 41),
        "Grid": EMPTY,
    }.items():
        page.mouse.move(*editor.point_at((EMPTY[0], EMPTY[1] + 200)))
        shown = look_at(editor, place)
        hidden = switch(layer, place)

        assert hidden != shown
        assert switch(layer, place) == shown


def test_a_stack_is_seen_to_be_more_than_one(editor: Editor) -> None:
    editor.drop("Router", R1)
    rest(editor).expect_summary(devices="1 device", users="0 users", connections="0 connections")
    badge, behind = (R1[0] + 24, R1[1] + 22), (R1[0] + 8, R1[1] - 31)
    single = look_at(editor, badge, reach=12), look_at(editor, behind, reach=3)

    editor.click(R1).fill("Count", "11")
    rest(editor)

    assert look_at(editor, badge, reach=12) != single[0]
    assert look_at(editor, behind, reach=3) != single[1]
