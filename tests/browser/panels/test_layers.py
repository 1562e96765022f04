"""Layers: things put on one by name, hidden from the canvas and shown again, and cables that the pointer passes through."""

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor
from support.browser.panels import choose_command

pytestmark = pytest.mark.browser


def test_a_layer_is_named_hidden_and_shown_again_and_cables_are_locked(editor: Editor, page: Page) -> None:
    editor.drop("Router", (160, 192)).drop("Switch", (480, 192)).join((160, 192), (480, 192))
    editor.click((160, 192)).fill("Layer", "Backbone").press("Escape")
    choose_command(editor, "Layers …")
    layers = page.get_by_role("dialog", name="Layers")
    shown = layers.get_by_role("checkbox", name="Show Backbone")

    layers.get_by_role("checkbox", name="Lock Cables").check()
    shown.uncheck()
    page.keyboard.press("Escape")
    expect(editor.undo).to_have_accessible_name("Undo: Hide the layer 'Backbone'")
    editor.click((160, 192))
    expect(page.get_by_role("heading", name="Diagram", exact=True)).to_be_visible()

    editor.undo.click()
    editor.click((176, 200)).expect_selected("R1")  # beside the last click, which would make it a double click
    editor.click((320, 192))
    expect(page.get_by_role("heading", name="Diagram", exact=True)).to_be_visible()

    editor.expect_saved()
    page.reload()
    again = Editor(page)
    choose_command(again, "Layers …")
    expect(layers.get_by_role("checkbox", name="Lock Cables")).to_be_checked()
    expect(layers.get_by_role("checkbox", name="Lock Access")).not_to_be_checked()
