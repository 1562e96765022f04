"""What people do with the panels of the editor: open an example or a file, pick by name, take the drawing out again."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from support.browser.editor import Editor, Spot, wait_for_paint

CLASSROOM = "Classroom"
PODS = "A pod for every student"
FABRIC = "Datacentre fabric"


def open_example(page: Page, title: str) -> Editor:
    """Start a new diagram from the example *title*."""
    page.goto("/new")
    editor = Editor(page)
    page.get_by_role("button", name="Start from an example").click()
    page.get_by_role("dialog").get_by_role("button", name=title).click()
    expect(page.get_by_label("Title of the diagram")).to_have_value(title)
    return editor


def import_file(page: Page, file: Path) -> None:
    """Choose *file* for Import, in the editor that *page* shows."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Import", exact=True).click()
    chooser.value.set_files(file)


def import_drawing(page: Page, drawing: dict[str, Any], file: Path) -> Editor:
    """Open *drawing* in the editor, by way of *file*."""
    file.write_text(json.dumps(drawing), encoding="utf-8")
    page.goto("/new")
    import_file(page, file)
    expect(page.get_by_label("Title of the diagram")).to_have_value(drawing["title"])
    return Editor(page)


def pick(editor: Editor, *names: str) -> Editor:
    """Select the items with these *names* in the outline."""
    editor.show_outline()
    for place, name in enumerate(names):
        row = editor.page.get_by_role("treeitem").filter(has=editor.page.get_by_text(name, exact=True)).first
        row.click(modifiers=["Control"] if place else [])
    return editor


def choose_command(editor: Editor, name: str) -> Editor:
    """Run the command *name* from the command palette."""
    editor.page.keyboard.press("Control+k")
    editor.page.get_by_role("combobox", name="Commands").fill(name)
    editor.page.keyboard.press("Enter")
    return editor


def save_version(page: Page, name: str) -> None:
    """Save by the keys, and name the version that this makes."""
    page.keyboard.press("Control+s")
    page.get_by_role("button", name="Name this version").click()
    page.get_by_role("dialog", name="Name this version").get_by_label("Name").fill(name)
    page.keyboard.press("Enter")
    expect(page.locator("#notices")).to_contain_text(f'This version is kept as "{name}".')


def choose_in_menu(editor: Editor, opener: str, entry: str) -> Editor:
    """Open the menu of the button *opener* and take *entry*."""
    editor.page.get_by_role("button", name=opener, exact=True).click()
    editor.page.get_by_role("menuitem", name=entry).click()
    return editor


def export_diagram(editor: Editor, directory: Path) -> dict[str, Any]:
    """Return the diagram as the file that the export gives."""
    with editor.page.expect_download() as download:
        choose_in_menu(editor, "Export", "Export the diagram (JSON)")
    path = directory / "diagram.json"
    download.value.save_as(path)
    diagram = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(diagram, dict)
    return diagram


def read_places(editor: Editor, directory: Path) -> dict[str, Spot]:
    """Return where everything is on the drawing, by its name."""
    diagram = export_diagram(editor, directory)
    return {item["label"]: (item["x"], item["y"]) for item in [*diagram["nodes"], *diagram["zones"]]}


def look_at(editor: Editor, spot: Spot, *, reach: int = 36) -> bytes:
    """Return a picture of the canvas around *spot*, when all is painted."""
    wait_for_paint(editor.page)
    x, y = editor.point_at(spot)
    clip = {"x": x - reach, "y": y - reach, "width": reach * 2, "height": reach * 2}
    return editor.page.screenshot(clip=clip)  # type: ignore[arg-type]
