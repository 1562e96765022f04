"""The editor in a language that is longer, accented and in brackets: nothing in it is English, and nothing overflows."""

import re

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import wait_for_paint
from support.browser.saved_drawing import save_drawing
from support.browser.sentences import check_now, check_texts, show_wide
from support.labs.drawings import draw_pods
from support.labs.pseudo import pseudo

pytestmark = pytest.mark.browser

# A thing of each kind.
LAB = draw_pods() | {
    "nodes": [
        *draw_pods()["nodes"],
        {"id": "n3", "type": "network", "label": "LAN1", "x": 100, "y": 200},
        {"id": "n4", "type": "gateway", "label": "Gate", "x": 250, "y": 200},
        {"id": "n5", "type": "note", "label": "Hello", "x": 250, "y": 300},
        {"id": "n6", "type": "device", "kind": "server", "label": "core", "x": 100, "y": 300, "connections": []},
    ],
    "links": [{"id": "l1", "source": {"node": "n6", "interface": "eth0"}, "target": {"node": "n3"}}],
    "access": [{"id": "a1", "users": "n2", "target": "n3"}],
}


@pytest.fixture
def editor_page(foreign_page: Page) -> Page:
    """Return the page of the editor, with a thing of each kind on it."""
    foreign_page.goto(f"/diagrams/{save_drawing(foreign_page, LAB)}")
    expect(foreign_page.locator("#status")).to_contain_text(re.compile(r"\d"))
    return foreign_page


def test_the_empty_editor_and_the_tour_are_in_the_language(foreign_page: Page) -> None:
    foreign_page.goto("/new")
    expect(foreign_page.locator("#empty")).to_be_visible()
    check_texts(foreign_page)

    foreign_page.locator("#empty button").first.click()
    expect(foreign_page.locator("dialog")).to_be_visible()
    check_texts(foreign_page)

    foreign_page.keyboard.press("Escape")
    foreign_page.locator("#empty > button").click()
    for _ in range(5):
        expect(foreign_page.locator(".tour")).to_be_visible()
        check_now(foreign_page)
        foreign_page.locator(".tour .button-primary").click()


def test_every_menu_and_every_dialog_is_in_the_language(editor_page: Page) -> None:
    show_wide(editor_page)
    menu, dialog = editor_page.get_by_role("menu"), editor_page.locator("dialog[open]")
    for opener in ("#menu", "#export", "#tools button[aria-haspopup]", "#status button[aria-haspopup]"):
        editor_page.click(opener)
        expect(menu).to_be_visible()
        check_now(editor_page)
        editor_page.keyboard.press("Escape")
        expect(menu).to_have_count(0)

    for keys in ("?", "Control+k", "Control+f", "Control+Shift+E"):
        editor_page.locator("#canvas").focus()
        editor_page.keyboard.press(keys)
        expect(dialog).to_be_visible()
        check_texts(editor_page)
        editor_page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)


def test_what_says_that_all_is_saved_and_the_history_are_in_the_language(editor_page: Page) -> None:
    editor_page.locator("#canvas").press("Control+s")
    expect(editor_page.locator("#notices .notice").first).to_be_visible()
    check_texts(editor_page)

    show_wide(editor_page)
    editor_page.click("#menu")
    editor_page.get_by_role("menuitem", name=pseudo("History")).click()
    expect(editor_page.locator("dialog .history-row").first).to_be_visible()
    check_texts(editor_page)


def test_the_properties_of_everything_and_of_several_things_are_in_the_language(editor_page: Page) -> None:
    show_wide(editor_page)
    editor_page.click("#tab-outline")
    tree = editor_page.get_by_role("tree")
    tree.focus()
    editor_page.keyboard.press("*")
    for key in ("Home", *["ArrowRight", "ArrowDown"] * 12):
        editor_page.keyboard.press(key)
        editor_page.keyboard.press("Space")
        wait_for_paint(editor_page)
        check_now(editor_page)
        editor_page.keyboard.press("Space")

    editor_page.locator("#canvas").focus()
    editor_page.keyboard.press("Control+a")
    expect(editor_page.locator("#inspector h2")).to_contain_text("9")
    check_now(editor_page)
    editor_page.keyboard.press("Shift+F10")
    expect(editor_page.get_by_role("menu")).to_be_visible()
    check_now(editor_page)


def test_the_preview_and_the_problems_are_in_the_language(editor_page: Page) -> None:
    show_wide(editor_page)
    editor_page.click("#tab-problems")
    expect(editor_page.locator("#problems li").first).to_be_visible()
    check_now(editor_page)

    for tab in ("#tab-xml", "#tab-yaml", "#tab-matrix"):
        editor_page.click(tab)
        check_now(editor_page)
