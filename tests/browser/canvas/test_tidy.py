"""Bringing order into a drawing: tidy up, align, distribute, guides, zones around things, and what is locked."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor, Spot
from support.browser.panels import PODS, choose_command, choose_in_menu, open_example, pick, read_places
from support.browser.saved_drawing import read_drawn

pytestmark = pytest.mark.browser

A: Spot = (150, 100)
B: Spot = (340, 230)
C: Spot = (560, 340)
EMPTY: Spot = (660, 60)


def test_everything_is_tidied_up_in_one_step_but_what_is_locked(page: Page, tmp_path: Path) -> None:
    editor = open_example(page, PODS)
    pick(editor, "wiki")
    page.get_by_label("Locked in place").check()
    editor.press("Escape")
    before = read_places(editor, tmp_path)

    for style in ("in tiers", "by links", "in a grid"):
        choose_in_menu(editor, "Tidy up", style)
        expect(editor.undo).to_have_accessible_name("Undo: Tidy up")
        after = read_places(editor, tmp_path)
        editor.undo.click()
        assert sum(after[name] != before[name] for name in before) > len(before) / 2
        assert after["wiki"] == before["wiki"]
        assert read_places(editor, tmp_path) == before


def test_what_is_tidy_already_is_said_to_be(editor: Editor, page: Page) -> None:
    editor.drop("Router", A).drop("Switch", B)
    said = page.get_by_role("status").filter(has_text="Tidy already: nothing had to be moved.")

    choose_in_menu(editor, "Tidy up", "in tiers")
    expect(editor.undo).to_have_accessible_name("Undo: Tidy up")
    expect(said).to_have_count(0)
    choose_in_menu(editor, "Tidy up", "in tiers")

    expect(said).to_be_visible()


def test_only_what_is_selected_is_tidied_up(page: Page, tmp_path: Path) -> None:
    editor = open_example(page, PODS)
    before = read_places(editor, tmp_path)

    pick(editor, "R{pod:02}-edge", "R{pod:02}-cpe", "PC{pod:02}")
    choose_in_menu(editor, "Tidy up", "grid")
    expect(editor.undo).to_have_accessible_name("Undo: Tidy up")

    moved = {name for name, place in read_places(editor, tmp_path).items() if place != before[name]}
    assert moved
    assert moved <= {"R{pod:02}-edge", "R{pod:02}-cpe", "PC{pod:02}", "Pod"}


def test_devices_are_aligned_spread_out_and_boxed(editor: Editor, page: Page, tmp_path: Path) -> None:
    editor.drop("Router", A).drop("Switch", B).drop("Server", C).press("Control+a")

    page.get_by_role("group", name="Align").get_by_role("button", name="Top").click()
    page.get_by_role("group", name="Distribute").get_by_role("button", name="Across").click()
    places = read_places(editor, tmp_path)
    (left, top), (middle, _), (right, _) = sorted(places.values())
    assert {y for _, y in places.values()} == {top}
    assert middle - left == right - middle

    editor.undo.click()
    editor.undo.click()
    expect(editor.undo).to_have_accessible_name("Undo: Add SRV1")
    editor.press("Control+g")
    editor.expect_selected("Zone 1")
    editor.press("Control+Shift+g").press("Control+z")
    editor.drag((A[0] - 50, A[1] - 40), (A[0] - 30, A[1]))
    after = read_places(editor, tmp_path)
    assert {name: after[name][1] - y for name, (_, y) in places.items()}["R1"] > 0

    choose_command(editor, "Lock or unlock")
    expect(page.get_by_label("Locked in place")).to_be_checked()


def test_what_is_grouped_comes_out_from_between_others(editor: Editor, page: Page) -> None:
    editor.drop("Workstation", (150, 200)).drop("Server", (262, 200)).drop("Workstation", (374, 200))
    before = read_drawn(page)
    editor.canvas.click(position={"x": 150, "y": 200}, modifiers=["Shift"])

    editor.press("Control+g")
    expect(page.locator("#notices")).to_contain_text("moved together")
    grouped = read_drawn(page)

    zone = grouped.get("Zone 1")
    assert {name: grouped.get(name)["zone"] for name in ("PC1", "PC2", "SRV1")} == {
        "PC1": zone["id"],
        "PC2": zone["id"],
        "SRV1": None,
    }
    assert {name: is_within(zone, grouped.get_place(name)) for name in ("PC1", "PC2", "SRV1")} == {
        "PC1": True,
        "PC2": True,
        "SRV1": False,
    }
    assert grouped.get_place("SRV1") == before.get_place("SRV1")
    editor.press("Control+z")
    assert read_drawn(page).document == before.document


def is_within(zone: Mapping[str, Any], place: tuple[float, float]) -> bool:
    """Return whether *place* is in the box of *zone*."""
    left, top, width, height = (float(zone[name]) for name in ("x", "y", "width", "height"))
    return left <= place[0] <= left + width and top <= place[1] <= top + height


def test_what_is_locked_is_not_moved_to_be_grouped(editor: Editor, page: Page) -> None:
    editor.drop("Workstation", (150, 200)).press("Control+Shift+L")
    editor.drop("Server", (262, 200)).drop("Workstation", (374, 200))
    editor.canvas.click(position={"x": 150, "y": 200}, modifiers=["Shift"])

    page.get_by_role("button", name="Group into a zone").click()

    expect(page.locator("#notices")).to_contain_text("PC1 is locked in place. Unlock it to group them.")
    expect(editor.undo).to_have_accessible_name("Undo: Add PC2")


def test_a_dragged_device_sticks_to_the_lines_of_others_and_what_is_locked_stays(
    editor: Editor, page: Page, tmp_path: Path
) -> None:
    editor.drop("Router", A).drop("Server", C)
    start = read_places(editor, tmp_path)

    editor.drag(C, (C[0], A[1] + 5))
    places = read_places(editor, tmp_path)
    assert places["SRV1"][1] == places["R1"][1]
    assert places["SRV1"][0] == start["SRV1"][0]

    editor.click(A)
    page.get_by_label("Locked in place").check()
    editor.drag(A, B)
    assert read_places(editor, tmp_path)["R1"] == places["R1"]
