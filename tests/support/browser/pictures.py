"""Exported pictures: the dialog that asks for one, and what is on it."""

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from support.browser.editor import Editor
from support.browser.panels import import_drawing

SVG = "{http://www.w3.org/2000/svg}"
AS_SVG = "SVG, for documents and print"
AS_PNG = "PNG, as pixels"


def ask_for_picture(page: Page, keys: str = "Control+Shift+e", **choices: str) -> Locator:
    """Open the dialog by *keys* and make these *choices*, each by the label of its field."""
    page.keyboard.press(keys)
    dialog = page.get_by_role("dialog", name="Export a picture")
    for label, value in choices.items():
        dialog.get_by_label(label.replace("_", " ")).select_option(value)
    return dialog


def export(editor: Editor, directory: Path, **choices: str) -> Path:
    """Export a picture with these *choices* in the dialog and return the file."""
    dialog = ask_for_picture(editor.page, **choices)
    with editor.page.expect_download() as download:
        dialog.get_by_role("button", name="Export").click()
    path = directory / f"{len(list(directory.iterdir()))}-{download.value.suggested_filename}"
    download.value.save_as(path)
    return path


def read_texts(path: Path) -> set[str]:
    """Return what is written on the SVG at *path*."""
    return {"".join(text.itertext()) for text in ET.parse(path).getroot().iter(f"{SVG}text")}


def open_drawing(page: Page, drawing: dict[str, Any], directory: Path) -> Editor:
    """Open *drawing* in the editor, all of it in sight at its real size, without the grid."""
    editor = import_drawing(page, drawing, directory / "drawing.json")
    expect(page.locator(".zoom-level")).to_have_text("100 %")
    page.get_by_role("button", name="Show and hide").click()
    page.get_by_role("menuitemcheckbox", name="Grid", exact=True).click()
    return editor
