"""Texts, shapes and colours on the drawing, and devices that are for the drawing only."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Check
from support.browser.editor import Editor
from support.browser.panels import PODS, choose_command, export_diagram, open_example, pick

pytestmark = pytest.mark.browser


def test_a_shape_is_drawn_resized_coloured_and_taken_back(
    editor: Editor, page: Page, tmp_path: Path, check_both: Check
) -> None:
    page.get_by_role("button", name="Add Ellipse", exact=True).click()
    editor.drag((160, 160), (320, 256))
    editor.fill("Text", "DMZ")
    page.locator("#inspector").get_by_role("radio", name="Red").check()
    check_both(page)
    editor.drag((320, 256), (384, 288))

    (shape,) = export_diagram(editor, tmp_path)["nodes"]
    assert (shape["shape"], shape["label"], shape["color"]) == ("ellipse", "DMZ", "red")
    assert (shape["width"], shape["height"]) == (224, 128)

    assert [label.strip() for label in editor.show_outline().all_inner_texts()] == ["DMZ"]
    for _ in range(4):
        editor.undo.click()
    expect(page.get_by_role("treeitem")).to_have_count(0)


def test_a_text_and_an_arrow_are_placed_by_the_keyboard(editor: Editor, page: Page, tmp_path: Path) -> None:
    choose_command(editor, "Add text")
    editor.fill("Text", "Campus")
    page.locator("#inspector").get_by_label("Size").select_option("Title")
    choose_command(editor, "Add arrow")
    choose_command(editor, "Colour: Teal")

    text, arrow = export_diagram(editor, tmp_path)["nodes"]
    assert (text["label"], text["plain"], text["size"]) == ("Campus", True, "title")
    assert (arrow["shape"], arrow["color"], arrow["width"]) == ("arrow", "teal", 160)


def test_devices_are_for_the_drawing_only_one_at_a_time_and_many_at_once(page: Page) -> None:
    editor = open_example(page, PODS)
    expect(editor.status).to_contain_text("58 connections")

    pick(editor, "CORE")
    editor.get_field("For the drawing only").check()
    expect(editor.status).to_contain_text("57 connections")
    expect(page.locator("#inspector")).to_contain_text("Its connection waits.")

    pick(editor, "CORE", "wiki")
    choose_command(editor, "For the drawing only")
    expect(editor.status).to_contain_text("48 connections")
