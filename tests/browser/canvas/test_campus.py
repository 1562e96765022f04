"""A campus with 40 devices, 55 cables, 4 coloured zones and 6 texts is drawn by mouse with no more clicks than in draw.io.

The count for draw.io, and by which documented gestures, is in docs/formats/drawio.md.
"""

import re
from collections import Counter

import pytest
from playwright.sync_api import Page

from support.browser.editor import Editor, Spot
from support.browser.saved_drawing import read_drawn

pytestmark = [pytest.mark.browser, pytest.mark.long]

# What draw.io takes: a press for each device, cable and text, three for a zone, and one less by cloning a core switch.
CLICKS_IN_DRAWIO = 40 + 55 + 6 + 4 * 3 - 1
# Here 24 of the cables take 14 together: a frame around six switches, and three clicks for each that all of them are joined to.
CLICKS_HERE = 40 + 31 + 2 * (1 + 3 + 3) + 6 + 4 * 3

COUNT = """
  window.clicks = 0;
  document.addEventListener('pointerdown', (event) => { if (event.isTrusted) window.clicks += 1; }, true);
"""

ZONES: dict[str, tuple[Spot, Spot, str]] = {
    "Backbone": ((24, 40), (520, 168), "Blue"),
    "Servers": ((552, 40), (1016, 168), "Purple"),
    "Building A": ((8, 200), (528, 856), "Green"),
    "Building B": ((544, 200), (1064, 856), "Orange"),
}
CLOUD, FIREWALL, CORE_1, CORE_2 = (80, 104), (208, 104), (336, 104), (464, 104)
SERVERS: list[Spot] = [(608 + 112 * place, 104) for place in range(4)]
# The left edge of each building.
BUILDINGS = (64, 592)
TEXTS: dict[str, Spot] = {
    "Campus network": (272, 16),
    "To the provider": (80, 184),
    "VLAN 10": (272, 616),
    "VLAN 20": (800, 616),
    "Labs of floor 1": (272, 824),
    "Labs of floor 2": (800, 824),
}


def list_row(left: int, y: int, count: int) -> list[Spot]:
    return [(left + 80 * place, y) for place in range(count)]


def draw_zone(editor: Editor, name: str) -> None:
    start, end, color = ZONES[name]
    editor.page.get_by_role("button", name="Add Zone", exact=True).click()
    editor.drag(start, end)
    editor.page.locator("#inspector").get_by_role("radio", name=color).check()
    write(editor, name)


def write(editor: Editor, words: str) -> None:
    """Write *words* on what is selected, by keys."""
    editor.canvas.press("F2")
    editor.page.keyboard.type(words)
    editor.page.keyboard.press("Control+Enter")


def drop(editor: Editor, kind: str, *spots: Spot) -> None:
    entry = editor.page.get_by_role("button", name=f"Add {kind}", exact=True)
    for x, y in spots:
        entry.drag_to(editor.canvas, target_position={"x": x, "y": y})


def select_row(editor: Editor, row: list[Spot]) -> None:
    """Draw a frame around *row*, which lies in a zone."""
    editor.page.keyboard.down("Shift")
    editor.drag((row[0][0] - 36, row[0][1] - 36), (row[-1][0] + 36, row[-1][1] + 36))
    editor.page.keyboard.up("Shift")


def join_selected_to(editor: Editor, at: Spot, name: str) -> None:
    """Join all that is selected to what is called *name*, by the menu at *at*, which is among them."""
    editor.canvas.click(position={"x": at[0], "y": at[1]}, button="right")
    editor.page.get_by_role("menuitem", name="Connect to …").click()
    editor.page.get_by_role("option", name=re.compile(f"^{name}\\b")).click()


def draw_building(editor: Editor, left: int, distribution: tuple[str, str]) -> None:
    """Draw two switches of a building that lead to both cores, six that lead to these, and eight workstations."""
    upper, access = [(left + 144, 264), (left + 256, 264)], list_row(left, 408, 6)
    seats = [*list_row(left, 536, 6), *list_row(left + 80, 696, 2)]
    drop(editor, "Layer 3 switch", *upper)
    drop(editor, "Switch", *access)
    drop(editor, "Workstation", *seats)
    for switch in upper:
        editor.pull(switch, CORE_1).pull(switch, CORE_2)
    select_row(editor, access)
    for name in distribution:
        join_selected_to(editor, access[0], name)
    for seat, switch in zip(seats, [*access, *access[1:3]], strict=True):
        editor.pull(seat, switch)


def test_a_campus_takes_no_more_clicks_than_in_drawio(editor: Editor, page: Page) -> None:
    page.set_viewport_size({"width": 1640, "height": 1000})
    page.evaluate(COUNT)

    for name in ZONES:
        draw_zone(editor, name)
    drop(editor, "Cloud", CLOUD)
    drop(editor, "Firewall", FIREWALL)
    drop(editor, "Layer 3 switch", CORE_1, CORE_2)
    drop(editor, "Server", *SERVERS)
    editor.pull(CLOUD, FIREWALL).pull(FIREWALL, CORE_1).pull(CORE_1, CORE_2)
    for server in SERVERS:
        editor.pull(server, CORE_2)
    for left, distribution in zip(BUILDINGS, (("L3SW3", "L3SW4"), ("L3SW5", "L3SW6")), strict=True):
        draw_building(editor, left, distribution)
    for words, spot in TEXTS.items():
        drop(editor, "Text", spot)
        write(editor, words)

    clicks = page.evaluate("window.clicks")
    drawn = read_drawn(page).document
    kinds = Counter(node["type"] for node in drawn["nodes"])
    assert kinds == {"device": 40, "note": 6}
    assert len(drawn["links"]) == 55
    assert {zone["label"]: zone["color"] for zone in drawn["zones"]} == {
        name: color.lower() for name, (*_, color) in ZONES.items()
    }
    assert {node["label"] for node in drawn["nodes"] if node["type"] == "note"} == TEXTS.keys()
    assert clicks == CLICKS_HERE <= CLICKS_IN_DRAWIO
