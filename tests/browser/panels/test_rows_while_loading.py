"""Rows that are pressed and names that are typed while something else comes: it disturbs nobody."""

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor, Spot
from support.browser.interception import held
from support.browser.panels import pick

pytestmark = pytest.mark.browser

ROUTER: Spot = (200, 150)


def test_a_press_on_a_row_counts_though_a_mark_comes_to_it_meanwhile(editor: Editor, page: Page) -> None:
    editor.show_outline()

    with held(page, "**/api/v1/preview"):
        editor.drop("Router", ROUTER).show_outline()
        row = page.get_by_role("treeitem", name="R1")
        row.hover()
        row.locator(".outline-more").hover()
        page.mouse.down()
        expect(row).to_have_text("R1")
    expect(page.get_by_role("tab", name="Problems")).to_contain_text("2")
    page.mouse.up()

    expect(page.get_by_role("menuitem", name="Properties")).to_be_visible()
    expect(row).to_have_text("R1error")


@pytest.mark.parametrize("place", ["canvas", "outline"])
def test_who_clicks_a_field_while_a_name_is_typed_keeps_it_and_goes_on_there(
    editor: Editor, page: Page, place: str
) -> None:
    editor.drop("Router", ROUTER)
    if place == "canvas":
        editor.press("F2")
    else:
        pick(editor, "R1")
        page.get_by_role("tree").press("F2")
    expect(page.locator(".rename, .outline-input")).to_be_focused()
    page.keyboard.type("core")

    editor.get_field("Host").click()
    page.keyboard.type("10.0.0.1")

    editor.expect_selected("core")
    expect(editor.get_field("Host")).to_have_value("10.0.0.1")
    expect(editor.status).to_contain_text("1 device")
