"""Pictures that lie behind the drawing, such as a floor plan: put in, looked after, exported and kept."""

import json
import xml.etree.ElementTree as ET
from base64 import b64encode
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Check
from support.browser.editor import Editor
from support.browser.panels import choose_command, export_diagram
from support.browser.pictures import AS_SVG, SVG, export
from support.browser.watch import Watch
from support.labs.pictures import make_png, make_svg

pytestmark = pytest.mark.browser

PLAN = make_svg('<rect width="400" height="300" fill="#d33"/><script>alert(1)</script>', 'width="400" height="300"')

# A picture from another program that is dropped at a spot of the canvas, or pasted under the pointer.
GIVE = """([verb, name, type, content, x, y]) => {
  const data = new DataTransfer();
  const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  data.items.add(new File([bytes], name, { type }));
  const canvas = document.getElementById('canvas');
  const { left, top } = canvas.getBoundingClientRect();
  const about = { bubbles: true, cancelable: true, clientX: left + x, clientY: top + y };
  canvas.dispatchEvent(verb === 'drop' ? new DragEvent('drop', { ...about, dataTransfer: data }) : new ClipboardEvent('paste', { ...about, clipboardData: data }));
}"""


def test_a_floor_plan_is_put_behind_the_drawing_made_fainter_locked_exported_and_kept(
    editor: Editor, page: Page, tmp_path: Path, check_both: Check
) -> None:
    file = tmp_path / "ground floor.svg"
    file.write_bytes(PLAN)
    with page.expect_file_chooser() as chooser:
        choose_command(editor, "Add a picture …")
    chooser.value.set_files(file)

    expect(editor.get_field("What it shows")).to_have_value("ground floor")
    expect(editor.get_field("Height")).to_have_value("300")
    editor.fill("Strength in percent", "40")
    editor.get_field("Width").fill("800")
    editor.get_field("Width").press("Enter")
    expect(editor.get_field("Height")).to_have_value("600")
    check_both(page)
    editor.get_field("Locked in place").check()

    size = page.locator("#canvas").bounding_box()
    assert size is not None
    middle = (int(size["width"] / 2), int(size["height"] / 2))
    editor.click(middle)  # what is locked is as the canvas itself
    expect(page.locator("#inspector").get_by_label("What it shows")).to_have_count(0)
    editor.drop("Router", middle).expect_saved().press("Escape")

    drawn = ET.parse(export(editor, tmp_path, Format=AS_SVG)).getroot()
    (image,) = drawn.iter(f"{SVG}image")
    assert image.attrib["href"].startswith("data:image/svg+xml;base64,")
    assert (image.attrib["opacity"], image.attrib["width"], image.attrib["height"]) == ("0.4", "800", "600")

    page.reload()
    expect(editor.show_outline()).to_have_text(["ground floor", "R1"])
    document = export_diagram(editor, tmp_path)
    assert list(document["pictures"].values()) == [image.attrib["href"]]
    page.get_by_role("treeitem", name="ground floor").click()
    page.get_by_role("treeitem", name="ground floor").press("Delete")
    expect(page.get_by_role("treeitem")).to_have_count(1)
    editor.undo.click()
    expect(page.get_by_role("treeitem")).to_have_count(2)


def test_a_picture_is_dropped_or_pasted_and_what_may_be_a_lab_is_asked_about(
    editor: Editor, page: Page, tmp_path: Path, watch: Watch
) -> None:
    photo, lab = b64encode(make_png(64, 32)).decode(), b64encode(make_svg("<desc>mxfile</desc>")).decode()

    page.evaluate(GIVE, ["drop", "rack.png", "image/png", photo, 300, 200])
    expect(editor.get_field("What it shows")).to_have_value("rack")
    page.evaluate(GIVE, ["paste", "image.png", "image/png", photo, 0, 0])
    expect(editor.get_field("What it shows")).to_have_value("image")
    page.evaluate(GIVE, ["drop", "campus.svg", "image/svg+xml", lab, 300, 200])
    page.get_by_role("option", name="Put it on the drawing as a picture").click()
    expect(editor.get_field("What it shows")).to_have_value("campus")
    watch.expect_status(422)
    page.evaluate(GIVE, ["drop", "broken.png", "image/png", "AAAA", 300, 200])
    expect(page.locator("#notices")).to_contain_text("This file is neither PNG, JPEG nor SVG.")

    rack, image, campus = export_diagram(editor, tmp_path)["nodes"]
    assert (rack["width"], rack["height"], rack["picture"]) == (64, 32, image["picture"])
    assert campus["zone"] is None
    assert json.dumps(campus).count("data:") == 0
