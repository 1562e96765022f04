"""Light and dark: one button for pages and editor, kept in the browser."""

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor
from support.browser.panels import choose_command, look_at
from support.browser.pixels import is_alike

pytestmark = pytest.mark.browser

ROUTER = (200, 150)


def expect_theme(page: Page, theme: str) -> None:
    expect(page.locator("html")).to_have_attribute("data-theme", theme)


def test_a_button_switches_page_and_drawing_to_dark_and_back(editor: Editor, page: Page) -> None:
    editor.drop("Router", ROUTER).press("Escape")
    editor.expect_summary(devices="1 device", users="0 users", connections="0 connections")
    page.mouse.move(0, 0)
    light = look_at(editor, ROUTER)
    button = page.get_by_role("button", name="light and dark")

    button.click()
    expect_theme(page, "dark")
    page.mouse.move(0, 0)
    assert not is_alike(page, look_at(editor, ROUTER), light)
    button.press("Enter")
    expect_theme(page, "light")

    assert is_alike(page, look_at(editor, ROUTER), light)


def test_the_choice_is_kept_for_other_pages_and_stronger_than_the_system(editor: Editor, page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    expect_theme(page, "dark")

    choose_command(editor, "Switch between light and dark")
    expect_theme(page, "light")

    page.goto("/convert")
    expect_theme(page, "light")
    page.reload()
    expect_theme(page, "light")
