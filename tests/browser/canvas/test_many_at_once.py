"""What one does to several things, or to a cable, in one go: put into it, join to one, select by what they share, change the kind."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor, Spot
from support.browser.panels import choose_command, export_diagram, pick

pytestmark = pytest.mark.browser

LEFT: Spot = (160, 192)
RIGHT: Spot = (480, 192)
BETWEEN: Spot = (320, 192)


@pytest.fixture
def joined(editor: Editor) -> Editor:
    """Return an editor with R1 and SW1, and a cable between them."""
    return editor.drop("Router", LEFT).drop("Switch", RIGHT).join(LEFT, RIGHT)


def read_cables(diagram: dict[str, Any]) -> set[frozenset[str]]:
    names = {node["id"]: node["label"] for node in diagram["nodes"]}
    return {frozenset((names[link["source"]["node"]], names[link["target"]["node"]])) for link in diagram["links"]}


def test_what_is_dropped_on_a_cable_comes_into_it_in_one_step(joined: Editor, tmp_path: Path) -> None:
    joined.drop("Firewall", BETWEEN)

    joined.expect_selected("FW1")
    expect(joined.undo).to_have_accessible_name(re.compile("^Undo: Put FW1 into the cable R1.SW1$"))
    assert read_cables(export_diagram(joined, tmp_path)) == {frozenset(("R1", "FW1")), frozenset(("FW1", "SW1"))}
    joined.undo.click()
    assert read_cables(export_diagram(joined, tmp_path)) == {frozenset(("R1", "SW1"))}


def test_a_cable_takes_something_in_by_its_menu(joined: Editor, page: Page, tmp_path: Path) -> None:
    joined.click(BETWEEN).press("Shift+F10")
    page.get_by_role("menuitem", name="Put a device into this cable").press("Enter")
    page.get_by_role("combobox", name=re.compile("^Put something into the cable R1.SW1$")).fill("load")
    page.keyboard.press("Enter")

    joined.expect_selected("LB1")
    assert read_cables(export_diagram(joined, tmp_path)) == {frozenset(("R1", "LB1")), frozenset(("LB1", "SW1"))}


def test_an_end_of_a_cable_goes_to_another_device_by_hand_and_by_keys(
    joined: Editor, page: Page, tmp_path: Path, check_access: Callable[[Page], None]
) -> None:
    joined.drop("Server", (320, 400)).click(BETWEEN).drag((RIGHT[0] - 40, RIGHT[1]), (320, 400))
    assert read_cables(export_diagram(joined, tmp_path)) == {frozenset(("R1", "SRV1"))}

    joined.press("Shift+F10")
    page.get_by_role("menuitem", name="Move an end to another device").press("Enter")
    check_access(page)
    page.get_by_role("combobox", name=re.compile("^Move an end of the cable R1.SRV1$")).fill("R1")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="Move the end at R1 to").fill("SW1")
    page.keyboard.press("Enter")

    expect(joined.undo).to_have_accessible_name(re.compile("^Undo: Move an end of the cable R1.SRV1 to SW1$"))
    assert read_cables(export_diagram(joined, tmp_path)) == {frozenset(("SW1", "SRV1"))}


def test_the_style_of_a_cable_is_copied_to_another_by_keys(joined: Editor, tmp_path: Path) -> None:
    joined.drop("Server", (320, 400)).join(LEFT, (320, 400)).click(BETWEEN)
    joined.get_field("Width").select_option("Thick")

    joined.click(BETWEEN).press("Control+Alt+c").click((240, 296)).press("Control+Alt+v")

    expect(joined.undo).to_have_accessible_name(re.compile("^Undo: Style the cable R1.SRV1$"))
    assert [link.get("width") for link in export_diagram(joined, tmp_path)["links"]] == ["thick", "thick"]
    joined.undo.click()
    assert [link.get("width") for link in export_diagram(joined, tmp_path)["links"]] == ["thick", None]


def test_what_shares_a_kind_is_selected_joined_to_one_and_made_another_kind_by_keys(
    joined: Editor, page: Page, tmp_path: Path, check_access: Callable[[Page], None]
) -> None:
    joined.drop("Server", (160, 360)).drop("Server", (320, 360)).press("Escape")
    choose_command(joined, "Select by kind")
    chooser = page.get_by_role("dialog", name="Select all that have something in common")
    check_access(page)
    chooser.get_by_role("combobox").fill("server")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="2 devices").first).to_be_visible()

    joined.press("Shift+F10")
    page.get_by_role("menuitem", name="Connect to").press("Enter")
    page.get_by_role("combobox", name="Connect 2 devices to").fill("SW1")
    page.keyboard.press("Enter")
    expect(joined.undo).to_have_accessible_name("Undo: Connect 2 devices and SW1")
    choose_command(joined, "Change the kind")
    page.get_by_role("combobox", name="Change the kind of 2 devices").fill("work")
    page.keyboard.press("Enter")

    diagram = export_diagram(joined, tmp_path)
    assert {frozenset(("SRV1", "SW1")), frozenset(("SRV2", "SW1"))} < read_cables(diagram)
    changed = [node for node in diagram["nodes"] if node["label"].startswith("SRV")]
    assert [node["kind"] for node in changed] == ["workstation"] * 2
    assert [node["connections"][0]["protocol"] for node in changed] == ["ssh"] * 2


def test_the_outline_changes_the_kind_too(joined: Editor, page: Page, tmp_path: Path) -> None:
    pick(joined, "R1")
    page.keyboard.press("Shift+F10")
    page.get_by_role("menuitem", name="Change the kind").press("Enter")
    page.get_by_role("combobox", name="Change the kind of R1").fill("firewall")
    page.keyboard.press("Enter")

    assert [node["kind"] for node in export_diagram(joined, tmp_path)["nodes"]] == ["firewall", "switch"]


def test_several_are_joined_to_one_from_the_command_palette(joined: Editor, page: Page, tmp_path: Path) -> None:
    joined.drop("Server", (160, 400)).drop("Workstation", (480, 400))
    pick(joined, "SRV1", "PC1")

    choose_command(joined, "Connect to …")
    page.get_by_role("combobox", name=re.compile("^Connect")).fill("SW1")
    page.keyboard.press("Enter")

    expect(joined.undo).to_have_accessible_name(re.compile("^Undo: Connect"))
    assert read_cables(export_diagram(joined, tmp_path)) == {
        frozenset(("R1", "SW1")),
        frozenset(("SRV1", "SW1")),
        frozenset(("PC1", "SW1")),
    }
