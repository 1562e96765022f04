"""What was on the screen is there again when the page is loaded anew."""

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor, Spot

pytestmark = pytest.mark.browser

ROUTER: Spot = (220, 160)
EMPTY: Spot = (600, 100)

# What two steps out leave of a length.
ZOOM = 0.64


def get_middle(editor: Editor) -> Spot:
    box = editor.canvas.bounding_box()
    assert box is not None
    return round(box["width"] / 2), round(box["height"] / 2)


def expect_router_at(editor: Editor, spot: Spot) -> None:
    editor.click(EMPTY)
    expect(editor.page.locator("#inspector").get_by_role("heading", name="Diagram")).to_be_visible()
    editor.click(spot)
    expect(editor.get_field("Name")).to_have_value("R1")


def test_a_reload_shows_what_one_saw(editor: Editor, page: Page) -> None:
    editor.drop("Router", ROUTER)
    zoom = page.locator(".zoom-level")
    for _ in range(2):
        page.get_by_role("button", name="Zoom out").click()
    expect(zoom).to_have_text("64 %")
    x, y = get_middle(editor)
    spot = round(x + (ROUTER[0] - x) * ZOOM), round(y + (ROUTER[1] - y) * ZOOM)
    expect_router_at(editor, spot)
    editor.expect_saved()

    page.reload()

    expect(zoom).to_have_text("64 %")
    expect_router_at(Editor(page), spot)
    page.goto("/new")
    Editor(page)
    expect(zoom).to_have_text("100 %")


def test_where_there_was_nothing_to_see_everything_is_shown(editor: Editor, page: Page) -> None:
    editor.drop("Router", ROUTER).expect_saved()
    page.mouse.move(*editor.point_at(EMPTY))
    page.mouse.wheel(0, 4000)
    editor.click(ROUTER)
    expect(page.locator("#inspector").get_by_role("heading", name="Diagram")).to_be_visible()

    page.reload()

    again = Editor(page)
    expect_router_at(again, get_middle(again))
