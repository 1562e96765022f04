"""The outline does what the canvas does, by keyboard alone; `test_pods_stories.py` draws a whole lab in it."""

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor
from support.browser.keyboard import Keyboard
from support.browser.person import Addition, Enclosure, Thing
from support.browser.saved_drawing import read_drawn

pytestmark = pytest.mark.browser

NOWHERE = (0, 0)


@pytest.fixture
def keyboard(editor: Editor) -> Keyboard:
    """Return the hands on the keyboard, before two routers and a server."""
    keyboard = Keyboard(editor)
    for kind in ("Router", "Router", "Server"):
        keyboard.add(Addition(kind, NOWHERE))
    expect(editor.status).to_contain_text("3 devices")
    return keyboard


def test_what_is_locked_there_stays_until_it_is_unlocked(keyboard: Keyboard, editor: Editor, page: Page) -> None:
    keyboard.select("R1", "R2")
    page.keyboard.press("Control+Shift+l")
    drawn = read_drawn(page)
    assert [drawn.get(name)["locked"] for name in ("R1", "R2", "SRV1")] == [True, True, False]

    keyboard.act("Unlock", "R1")
    expect(editor.undo).to_have_accessible_name("Undo: Unlock R1")
    drawn = read_drawn(page)
    assert [drawn.get(name)["locked"] for name in ("R1", "R2")] == [False, True]


def test_things_are_duplicated_copied_cut_and_pasted_there(keyboard: Keyboard, editor: Editor, page: Page) -> None:
    names = page.get_by_role("treeitem").locator(".outline-label")

    keyboard.select("R2")
    page.keyboard.press("Control+d")
    expect(names).to_have_text(["R1", "R2", "SRV1", "R3"])
    keyboard.select("SRV1")
    page.keyboard.press("Control+c")
    page.keyboard.press("Control+v")
    expect(names).to_have_text(["R1", "R2", "SRV1", "R3", "SRV2"])
    keyboard.select("R1")
    page.keyboard.press("Control+x")
    expect(names).to_have_text(["R2", "SRV1", "R3", "SRV2"])
    page.keyboard.press("Control+v")
    expect(names).to_have_text(["R2", "SRV1", "R3", "SRV2", "R1"])
    expect(page.get_by_role("tree")).to_be_focused()


def test_things_are_aligned_grouped_and_ungrouped_there(keyboard: Keyboard, editor: Editor, page: Page) -> None:
    keyboard.select("R2", "SRV1")
    keyboard.press(page.locator("#inspector").get_by_role("button", name="Left", exact=True))
    drawn = read_drawn(page)
    assert drawn.get_place("R2")[0] == drawn.get_place("SRV1")[0]

    keyboard.enclose(Enclosure((NOWHERE, NOWHERE), ["R1", "R2"]))
    drawn = read_drawn(page)
    zone = drawn.document["zones"][0]
    assert [drawn.get(name)["zone"] for name in ("R1", "R2", "SRV1")] == [zone["id"], zone["id"], None]

    keyboard.act("Ungroup", zone["label"])
    assert read_drawn(page).document["zones"] == []
    expect(page.get_by_role("treeitem")).to_have_count(3)


def test_access_is_given_and_taken_away_there(keyboard: Keyboard, editor: Editor, page: Page) -> None:
    keyboard.add(Addition("Users", NOWHERE))
    keyboard.give_access(Thing("student1", NOWHERE), Thing("R1", NOWHERE))
    assert read_drawn(page).get_access() == {("student1", "R1")}

    keyboard.open("student1", "Reaches R1")
    page.keyboard.press("Delete")
    expect(editor.undo).to_have_accessible_name("Undo: Delete the access of student1 to R1")
    assert read_drawn(page).get_access() == set()


def test_a_zone_is_sized_in_its_properties_and_takes_in_what_then_lies_in_it(
    keyboard: Keyboard, editor: Editor, page: Page
) -> None:
    keyboard.enclose(Enclosure((NOWHERE, NOWHERE), ["R1"]))
    keyboard.select("Zone 1")
    width = editor.get_field("Width")
    before = read_drawn(page).get("Zone 1")

    page.keyboard.press("Enter")
    expect(editor.get_field("Name")).to_be_focused()
    keyboard.type(width, "4")
    expect(width).to_have_accessible_description("Type a whole number from 64 to 1,000,000.")
    assert read_drawn(page).get("Zone 1") == before
    page.keyboard.type("00")
    page.keyboard.press("Enter")
    expect(editor.undo).to_have_accessible_name("Undo: Resize Zone 1")
    drawn = read_drawn(page)
    assert drawn.get("Zone 1") == {**before, "width": 400}
    assert drawn.get("R2")["zone"] == before["id"]

    page.keyboard.press("Escape")
    page.keyboard.press("Control+z")
    expect(width).to_have_value(str(round(before["width"])))
    keyboard.act("Lock", "Zone 1")
    expect(width).to_be_disabled()
