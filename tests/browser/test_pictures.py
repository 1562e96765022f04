"""Pictures of the drawing: what is on them, how large they are, and what never is."""

import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.editor import Editor
from support.panels import PODS, open_example, pick

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"


def export(editor: Editor, directory: Path, **choices: str) -> Path:
    """Export a picture with these *choices* in the dialog and return the file."""
    page = editor.page
    page.keyboard.press("Control+Shift+e")
    dialog = page.get_by_role("dialog", name="Export a picture")
    for label, value in choices.items():
        dialog.get_by_label(label.replace("_", " ")).select_option(value)
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Export").click()
    path = directory / f"{len(list(directory.iterdir()))}-{download.value.suggested_filename}"
    download.value.save_as(path)
    return path


def read_texts(path: Path) -> set[str]:
    return {"".join(text.itertext()) for text in ET.parse(path).getroot().iter(f"{SVG}text")}


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
