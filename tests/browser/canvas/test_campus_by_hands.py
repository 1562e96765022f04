"""A small campus with every kind of thing that `test_campus.py` draws by mouse: by keyboard alone, and by fingers alone on a phone.

Devices, many of them at once, with names; cables from many to one; a coloured zone; a text; and the picture of all.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from support.browser.editor import Editor
from support.browser.keyboard import WORKSTATION, place
from support.browser.panels import choose_command
from support.browser.saved_drawing import Drawn, read_drawn
from support.browser.touch import PHONE, Touch, tap_into_palette
from support.browser.touch_events import Fingers

pytestmark = pytest.mark.browser

SWITCH = "2"

CORE, PC1, NOTHING = (90, 190), (200, 190), (300, 60)
SEATS = ["PC1", "PC2", "PC3"]


def expect_campus(drawn: Drawn) -> None:
    assert {frozenset(("core", seat)) for seat in SEATS} == drawn.get_cables()
    zone = drawn.get("Floor 1")
    assert zone["color"] == "green"
    assert {drawn.get(seat)["zone"] for seat in SEATS} == {zone["id"]}
    assert "VLAN 10" in drawn.get_labels()


def choose(page: Page, entry: str, answer: str) -> None:
    """Open the menu of what is selected by keys, take *entry*, and answer its question."""
    page.keyboard.press("Shift+F10")
    page.get_by_role("menuitem", name=entry).press("Enter")
    page.get_by_role("dialog").get_by_role("combobox").fill(answer)
    page.keyboard.press("Enter")


def write(editor: Editor, words: str) -> None:
    editor.press("F2")
    editor.page.keyboard.type(words)
    editor.page.keyboard.press("Control+Enter")


def test_a_campus_is_drawn_by_keyboard_alone(editor: Editor, page: Page) -> None:
    place(editor, SWITCH)
    write(editor, "core")
    place(editor, WORKSTATION)
    editor.press("Control+d").press("Control+d")
    choose_command(editor, "Select all of this kind")
    expect(page.get_by_role("heading", name="3 devices", level=2)).to_be_visible()
    choose(page, "Connect to …", "core")
    editor.press("Control+g")
    write(editor, "Floor 1")
    choose_command(editor, "Colour: Green")
    choose_command(editor, "Add text")
    write(editor, "VLAN 10")

    page.keyboard.press("Control+Shift+e")
    with page.expect_download() as download:
        page.get_by_role("dialog", name="Export a picture").get_by_role("button", name="Export").press("Enter")

    assert download.value.suggested_filename.endswith(".svg")
    expect_campus(read_drawn(page))


def take_from_menu(page: Page, fingers: Fingers, point: tuple[float, float], entry: str) -> None:
    """Rest a finger on *point* until that opens the menu of what is there, and tap *entry*."""
    fingers.press_long(point)
    page.get_by_role("menuitem", name=entry).tap()


def test_a_campus_is_drawn_by_fingers_alone_on_a_phone(open_page: OpenPage) -> None:
    page = open_page(**PHONE)
    page.goto("/new")
    editor = Editor(page)
    hand = Touch(editor)
    fingers = Fingers(page)
    for kind in ["Switch", *["Workstation"] * 3]:
        page.get_by_role("button", name="Add and outline").tap()
        tap_into_palette(editor, kind)
    fingers.tap(editor.point_at(CORE))
    page.get_by_role("toolbar", name="Tools").get_by_role("button", name="Properties").tap()
    hand.type(editor.get_field("Name"), "core")
    page.get_by_role("button", name="Properties and problems").tap()
    fingers.tap(editor.point_at(NOTHING))
    hand.take("Select several")
    fingers.tap(editor.point_at(PC1))
    fingers.drag(editor.point_at((20, 250)), editor.point_at((260, 400)))
    take_from_menu(page, fingers, editor.point_at(PC1), "Connect to …")
    page.get_by_role("option", name=re.compile("^core")).tap()
    take_from_menu(page, fingers, editor.point_at(PC1), "Group into a zone")
    page.get_by_role("toolbar", name="Tools").get_by_role("button", name="Properties").tap()
    hand.type(editor.get_field("Name"), "Floor 1")
    page.locator("#inspector").get_by_role("radio", name="Green").tap()
    page.get_by_role("button", name="Properties and problems").tap()
    page.get_by_role("button", name="Add and outline").tap()
    tap_into_palette(editor, "Text")
    page.get_by_role("toolbar", name="Tools").get_by_role("button", name="Properties").tap()
    hand.type(editor.get_field("Text"), "VLAN 10")
    page.get_by_role("button", name="Properties and problems").tap()

    page.get_by_role("button", name="Menu", exact=True).tap()
    page.get_by_role("menuitem", name="Export a picture").tap()
    dialog = page.get_by_role("dialog", name="Export a picture")
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Export").tap()

    assert download.value.suggested_filename.endswith(".svg")
    expect_campus(read_drawn(page))
