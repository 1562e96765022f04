"""Lab files of other tools in the editor: what is in them is shown, what is missing asked for, before anything is made."""

import json

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor
from support.labs.containerlab import CAMPUS

pytestmark = pytest.mark.browser

ANNOTATIONS = json.dumps({
    "nodeAnnotations": [{"id": "r1", "position": {"x": 0, "y": 0}, "groupId": "g"}, {"id": "sw1", "position": {"x": 90, "y": 0}}],
    # Too long for an address.
    "freeTextAnnotations": [{"id": "t", "text": "Rack 1 " * 300, "position": {"x": 0, "y": 300}}],
    "groupStyleAnnotations": [{"id": "g", "name": "Core", "position": {"x": 0, "y": 0}, "width": 40, "height": 40}],
})  # fmt: skip

DROP = """files => {
  const data = new DataTransfer();
  for (const [name, content] of files) data.items.add(new File([content], name));
  document.getElementById('canvas').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


def test_a_lab_shows_what_is_in_it_and_what_is_lost_and_asks_for_what_is_missing(editor: Editor, page: Page) -> None:
    page.evaluate(DROP, [["lab.clab.yml", CAMPUS]])
    dialog = page.get_by_role("dialog", name="What is in lab.clab.yml")
    expect(dialog).to_contain_text("2 devices, 1 cable and 2 connections come in.")
    expect(dialog).to_contain_text("1 device has no address: r1")
    expect(dialog).to_contain_text("Line 5: frobnicate of sw1 is not read.")
    expect(dialog.get_by_text("Line 5")).to_have_count(1)

    dialog.get_by_label("Rule for addresses").fill("10.0.{pod}.{n}")
    expect(dialog.get_by_text("has no address: r1")).to_be_hidden()
    dialog.get_by_role("button", name="Open").click()

    expect(page.get_by_label("Title of the diagram")).to_have_value("campus")
    expect(Editor(page).show_outline()).to_contain_text(["r1", "sw1"])


def test_a_topology_and_its_annotations_are_dropped_together(editor: Editor, page: Page) -> None:
    page.evaluate(DROP, [["lab.clab.yml.annotations.json", ANNOTATIONS], ["lab.clab.yml", CAMPUS]])

    dialog = page.get_by_role("dialog", name="What is in lab.clab.yml")

    expect(dialog).to_contain_text("2 devices, 1 cable, 1 zone, 1 note and 2 connections come in.")


def test_a_lab_that_takes_long_can_be_stopped(editor: Editor, page: Page) -> None:
    page.route("**/api/v1/imports*", lambda _route: None)
    page.evaluate(DROP, [["lab.clab.yml", CAMPUS]])
    dialog = page.get_by_role("dialog", name="Reading lab.clab.yml")

    dialog.get_by_role("button", name="Stop").click()

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("#notices")).to_be_empty()
