"""Pictures of the drawing: what is on them, how large they are, and what never is."""

import struct
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor
from support.browser.panels import PODS, open_example, pick
from support.browser.pictures import export, open_drawing, read_texts
from support.browser.pixels import compare, photograph

pytestmark = pytest.mark.browser


def read_size(path: Path) -> tuple[int, int]:
    """Return the width and height in the header of a PNG."""
    data = path.read_bytes()
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_an_svg_shows_what_the_canvas_shows_and_no_secrets(page: Page, tmp_path: Path) -> None:
    editor = open_example(page, PODS)
    pick(editor, "CORE").fill("Password", "device-secret")
    pick(editor, "student01…student08")
    editor.get_field("Each password is").select_option("The same for everybody")
    editor.fill("Password", "class-secret")
    editor.press("Escape")

    light = export(editor, tmp_path, Format="SVG, for documents and print", Colours="Light")
    assert {"CORE", "10.0.0.2", "student01…student08", "Pod", "R{pod:02}-edge", "Gi1/0/1"} <= read_texts(light)
    assert "secret" not in light.read_text(encoding="utf-8")

    dark = export(editor, tmp_path, Format="SVG, for documents and print", Colours="Dark")
    assert read_texts(dark) == read_texts(light)
    assert "#15181d" not in light.read_text(encoding="utf-8")
    assert dark.read_text(encoding="utf-8") != light.read_text(encoding="utf-8")

    pick(editor, "CORE", "wiki")
    part = export(editor, tmp_path, Format="SVG, for documents and print", What="What is selected")
    assert {"CORE", "wiki"} <= read_texts(part)
    assert "Pod" not in read_texts(part)


def test_a_png_has_the_size_that_was_asked_for(page: Page, tmp_path: Path) -> None:
    editor = open_example(page, PODS)

    svg = ET.parse(export(editor, tmp_path, Format="SVG, for documents and print")).getroot()
    small = read_size(export(editor, tmp_path, Format="PNG, as pixels", Size_of_the_PNG="1"))
    large = read_size(export(editor, tmp_path, Format="PNG, as pixels", Size_of_the_PNG="4"))

    assert small == (int(svg.attrib["width"]), int(svg.attrib["height"]))
    assert all(0 <= 4 * side - other < 4 for side, other in zip(small, large, strict=True))


def test_an_empty_drawing_has_no_picture(editor: Editor, page: Page) -> None:
    page.keyboard.press("Control+Shift+e")
    page.get_by_role("dialog").get_by_role("button", name="Export").click()

    expect(page.locator("#notices")).to_contain_text("There is nothing to show on a picture yet.")


def draw_device(node: str, label: str, host: str, **fields: Any) -> dict[str, Any]:
    connections = [{"protocol": "ssh", "host": host}]
    return {"id": node, "type": "device", "kind": "server", "label": label, "connections": connections, **fields}


# Two zones apart from each other, each with all that is in it and reaches it.
TWO_ZONES: dict[str, Any] = {
    "schema": 1,
    "title": "Two zones",
    "zones": [
        {"id": "a", "label": "Room", "x": 0, "y": 0, "width": 344, "height": 384},
        {"id": "b", "label": "Pod", "x": 408, "y": 0, "width": 232, "height": 384, "pod": "people"},
    ],
    "nodes": [
        draw_device("r", "R1", "10.0.0.1", x=96, y=96, zone="a"),
        draw_device("p", "PC01", "10.0.1.1", x=248, y=96, zone="a", count=11),
        draw_device("s", "S{pod}", "10.1.{pod}.1", x=520, y=120, zone="b"),
        {
            "id": "people",
            "type": "users",
            "label": "student1",
            "count": 8,
            "x": 96,
            "y": 280,
            "zone": "a",
            "locked": True,
        },
        {"id": "trainer", "type": "users", "label": "trainer", "x": 248, "y": 280, "zone": "a"},
        {"id": "n", "type": "note", "label": "Mind the gap", "x": 520, "y": 280, "zone": "b"},
    ],
    "links": [{"id": "l", "source": {"node": "r", "interface": "Gi0/0"}, "target": {"node": "p", "interface": "eth0"}}],
    "access": [{"id": "e", "users": "people", "target": "p"}],
}

# How far the blocks may be apart that differ most, of 255: next to nothing where the same pixels were painted, more
# where edges were smoothed by another hand. A badge that is missing makes 100 and more, a cable 25.
SAME = 8
SMOOTHED = 50


@pytest.fixture
def two_zones(page: Page, tmp_path: Path) -> Editor:
    """Return the editor with a drawing that has no problem, all of it in sight at its real size, without the grid."""
    editor = open_drawing(page, TWO_ZONES, tmp_path)
    expect(editor.status).to_contain_text("No problems")
    return editor


def set_theme(editor: Editor, theme: Literal["light", "dark"]) -> None:
    editor.page.emulate_media(color_scheme=theme)
    expect(editor.page.locator("html")).to_have_attribute("data-theme", theme)


def test_a_picture_is_what_the_canvas_shows(two_zones: Editor, page: Page, tmp_path: Path) -> None:
    seen = {"Light": photograph(two_zones)}
    set_theme(two_zones, "dark")
    seen["Dark"] = photograph(two_zones)

    for colours, canvas in seen.items():
        png = export(two_zones, tmp_path, Format="PNG, as pixels", Colours=colours, Size_of_the_PNG="1")
        assert compare(page, canvas, png.read_bytes()) < SAME
        svg = export(two_zones, tmp_path, Format="SVG, for documents and print", Colours=colours)
        assert compare(page, canvas, svg.read_bytes(), mime="image/svg+xml") < SMOOTHED
    for scale in (2, 3, 4):
        png = export(two_zones, tmp_path, Format="PNG, as pixels", Colours="Dark", Size_of_the_PNG=str(scale))
        assert compare(page, seen["Dark"], png.read_bytes(), scale=scale) < SMOOTHED


def test_a_picture_of_a_selection_is_what_the_canvas_shows_of_it(two_zones: Editor, page: Page, tmp_path: Path) -> None:
    pick(two_zones, "Room").press("Shift+2")
    page.locator(".zoom-level").click()
    png = export(two_zones, tmp_path, Format="PNG, as pixels", What="What is selected", Size_of_the_PNG="1")
    two_zones.press("Escape").press("Escape")
    expect(page.get_by_role("heading", name="Diagram")).to_be_visible()

    assert compare(page, photograph(two_zones), png.read_bytes()) < SAME


# What people draw over and beside devices, in colours.
ANNOTATED: dict[str, Any] = {
    "schema": 1,
    "title": "Annotated",
    "zones": [
        {"id": "z", "label": "", "x": -32, "y": -48, "width": 640, "height": 464, "color": "gray"},
        {"id": "a", "label": "Room", "x": 0, "y": 64, "width": 280, "height": 320, "zone": "z", "color": "blue"},
    ],
    "nodes": [
        draw_device("r", "R1", "10.0.0.1", x=96, y=176, zone="a"),
        draw_device("p", "PC01", "10.0.1.1", x=400, y=176),
        {"id": "people", "type": "users", "label": "student1", "x": 96, "y": 304, "zone": "a"},
        {
            "id": "t",
            "type": "note",
            "label": "Campus",
            "plain": True,
            "size": "title",
            "color": "purple",
            "x": 128,
            "y": 16,
        },
        {"id": "n", "type": "note", "heading": "Rules", "label": "Mind the gap", "color": "red", "x": 440, "y": 320},
        {"id": "b", "type": "shape", "shape": "rectangle", "label": "DMZ", "color": "orange", "x": 400, "y": 180}
        | {"width": 180, "height": 160},
        {"id": "e", "type": "shape", "shape": "ellipse", "x": 200, "y": 320, "width": 120, "height": 64},
        {"id": "w", "type": "shape", "shape": "arrow", "label": "up", "x": 330, "y": 320, "width": -60, "height": -80},
    ],
    "links": [{"id": "l", "source": {"node": "r", "interface": "Gi0/0"}, "target": {"node": "p", "interface": "eth0"}}],
}


def test_a_picture_shows_texts_shapes_and_colours_as_the_canvas_does(page: Page, tmp_path: Path) -> None:
    editor = open_drawing(page, ANNOTATED, tmp_path)
    expect(editor.status).to_contain_text("No problems")
    canvas = photograph(editor)

    png = export(editor, tmp_path, Format="PNG, as pixels", Size_of_the_PNG="1")
    svg = export(editor, tmp_path, Format="SVG, for documents and print")

    assert compare(page, canvas, png.read_bytes()) < SAME
    assert compare(page, canvas, svg.read_bytes(), mime="image/svg+xml") < SMOOTHED
    assert {"Campus", "Rules", "Mind the gap", "DMZ", "up"} <= read_texts(svg)
