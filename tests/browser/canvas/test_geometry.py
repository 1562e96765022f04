"""Exact places, sizes and gaps: typed into the properties, by the menu, and shown while something is dragged."""

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor, Spot
from support.browser.panels import choose_command, choose_in_menu, read_places
from support.browser.saved_drawing import read_drawn

pytestmark = pytest.mark.browser

A: Spot = (150, 100)
B: Spot = (340, 230)
C: Spot = (560, 340)


def test_places_and_gaps_are_typed(editor: Editor, page: Page, tmp_path: Path) -> None:
    editor.drop("Router", A).drop("Switch", B).drop("Server", C)
    editor.fill("X", "300").get_field("Y").fill("-40")
    page.keyboard.press("Enter")
    expect(editor.undo).to_have_accessible_name("Undo: Move SRV1")
    assert read_places(editor, tmp_path)["SRV1"] == (300, -40)

    editor.press("Control+a")
    expect(editor.get_field("X")).to_have_attribute("placeholder", "Mixed")
    editor.get_field("Y").fill("64")
    page.keyboard.press("Enter")
    choose_command(editor, "Set the gaps between")
    expect(editor.get_field("Gap across")).to_be_focused()
    page.keyboard.type("24")
    page.keyboard.press("Enter")
    expect(editor.undo).to_have_accessible_name("Undo: Space out 3 devices")

    places = sorted(read_places(editor, tmp_path).values())
    assert [y for _, y in places] == [64, 64, 64]
    assert [after[0] - before[0] for before, after in pairwise(places)] == [80, 80]


def test_zones_get_the_same_size_and_what_is_locked_takes_no_place(editor: Editor, page: Page) -> None:
    editor.drop("Router", A).press("Control+g").drop("Switch", C).press("Control+g")
    editor.get_field("Width").fill("320")
    page.keyboard.press("Enter")
    editor.press("Control+a")

    choose_in_menu(editor, "Tidy up", "Make zones equally wide")

    drawn = read_drawn(page)
    assert [drawn.get(name)["width"] for name in ("Zone 1", "Zone 2")] == [320, 320]
    choose_command(editor, "Lock or unlock")
    expect(editor.get_field("X")).to_be_disabled()
    expect(editor.get_field("Width")).to_be_disabled()


def test_what_is_tidied_up_stays_in_sight_also_where_only_a_part_is(editor: Editor, page: Page) -> None:
    for number in range(3):
        editor.drop("Router", (150 + 120 * number, 100))
    editor.press("Control+a")
    for _ in range(12):
        editor.press("Control++")

    choose_in_menu(editor, "Tidy up", "in rings")

    expect(editor.undo).to_have_accessible_name("Undo: Tidy up")
    expect(page.locator(".zoom-level")).not_to_have_text("400 %")
