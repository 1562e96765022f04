"""Cables as a person dresses and leads them: name, colour and line in the inspector, right angles by a word, bends by hand."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor, Spot
from support.browser.saved_drawing import read_drawn

pytestmark = pytest.mark.browser

R1: Spot = (200, 150)
R2: Spot = (500, 150)
MIDDLE: Spot = (350, 150)


@pytest.fixture
def cabled(editor: Editor) -> Editor:
    """Return the editor with two routers, and the cable between them selected."""
    return editor.drop("Router", R1).drop("Router", R2).join(R1, R2).click(MIDDLE)


def read_cable(page: Page) -> dict[str, Any]:
    """Return the look and the bends of the only cable, as they are saved."""
    (link,) = read_drawn(page).document["links"]
    return {key: link[key] for key in link if key not in {"id", "source", "target"}}


def test_a_cable_gets_a_name_a_colour_and_a_line_and_all_of_that_is_open_to_everybody(
    cabled: Editor, page: Page, check_both: Any
) -> None:
    cabled.fill("Name on the cable", "VLAN 10")
    page.locator("#inspector").get_by_role("radio", name="Blue").check()
    cabled.get_field("Width").select_option("Thick")
    cabled.get_field("Line").select_option("Dashed")

    assert read_cable(page) == {"name": "VLAN 10", "color": "blue", "width": "thick", "dash": "dashed"}
    check_both(page)


def test_a_cable_is_found_by_its_name(cabled: Editor, page: Page) -> None:
    cabled.fill("Name on the cable", "VLAN 10").press("Escape").press("Escape")

    cabled.press("Control+f")
    page.get_by_role("combobox", name="Find on the drawing").fill("vlan")
    page.keyboard.press("Enter")

    expect(cabled.get_field("Name on the cable")).to_have_value("VLAN 10")


def test_all_cables_run_in_right_angles_by_a_word(cabled: Editor, page: Page) -> None:
    cabled.press("Control+k")
    page.get_by_role("combobox", name="Commands").fill("right angles")
    page.get_by_role("option", name="All cables: in right angles").click()

    cabled.press("Escape")
    expect(cabled.get_field("Cables run")).to_have_value("orthogonal")
    assert read_drawn(page).document["settings"]["cables"] == "orthogonal"


def test_a_cable_is_bent_by_hand_and_straight_again_by_a_button(cabled: Editor, page: Page) -> None:
    straighten = page.get_by_role("button", name="Take the bends out", exact=True)
    expect(straighten).to_be_disabled()
    cabled.drag(MIDDLE, (350, 250))
    expect(straighten).to_be_enabled()
    assert len(read_cable(page)["bends"]) == 1

    straighten.click()

    expect(straighten).to_be_disabled()
    cabled.undo.click()
    assert len(read_cable(page)["bends"]) == 1


def test_a_cable_is_bent_by_keyboard(cabled: Editor, page: Page, check_both: Any) -> None:
    cabled.press("Control+k")
    page.get_by_role("combobox", name="Commands").fill("add a bend")
    page.keyboard.press("Enter")
    grip = page.get_by_role("button", name="Bend 1: move it with the arrow keys")
    expect(grip).to_be_visible()
    (first,) = read_cable(page)["bends"]

    grip.press("ArrowDown")
    grip.press("ArrowDown")
    grip.press("ArrowRight")

    assert read_cable(page)["bends"] == [{"x": first["x"] + 16, "y": first["y"] + 32}]
    check_both(page)
    page.get_by_role("button", name="Remove bend 1").press("Enter")
    expect(page.get_by_role("group", name="Bend 1")).to_have_count(0)
    expect(page.locator("#inspector").get_by_role("button", name="Add a bend")).to_be_focused()
    cabled.undo.click()
    cabled.undo.click()
    assert read_cable(page)["bends"] == [first]
