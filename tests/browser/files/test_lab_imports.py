"""Lab files of other tools in the editor: what is in them is shown, what is missing asked for, before anything is made."""

import json

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor
from support.browser.interception import intercept
from support.browser.watch import Watch
from support.labs.archives import pack
from support.labs.containerlab import CAMPUS
from support.labs.eveng import make_lab, make_node

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


def test_an_answer_that_the_file_cannot_be_read_with_is_told_and_nothing_is_opened(
    editor: Editor, page: Page, watch: Watch
) -> None:
    watch.expect_status(422)
    labs = {f"{name}.unl": make_lab(make_node(1, name=name)) for name in ("First", "Second")}
    page.locator("#file").set_input_files({"name": "labs.zip", "mimeType": "application/zip", "buffer": pack(labs)})
    dialog = page.get_by_role("dialog", name="What is in labs.zip")
    expect(dialog).to_contain_text("The archive has more labs than First.unl, which is read: Second.unl.")

    dialog.get_by_label("Lab in the archive").fill("Third")

    expect(dialog).to_contain_text("No lab in the archive is called Third. There are: First.unl; Second.unl.")
    expect(dialog.get_by_role("button", name="Open")).to_be_disabled()
    expect(dialog).not_to_contain_text("come in")
    dialog.get_by_label("Lab in the archive").fill("Second")
    expect(dialog).to_contain_text("1 device and 1 connection come in.")
    dialog.get_by_role("button", name="Open").click()
    expect(page.locator("#notices")).to_contain_text("is open as a new diagram")
    expect(Editor(page).show_outline()).to_contain_text("Second")


def test_answers_that_are_typed_a_moment_before_opening_count_too(editor: Editor, page: Page, watch: Watch) -> None:
    watch.expect_status(422)
    labs = {f"{name}.unl": make_lab(make_node(1, name=name)) for name in ("First", "Second")}
    page.locator("#file").set_input_files({"name": "labs.zip", "mimeType": "application/zip", "buffer": pack(labs)})
    dialog = page.get_by_role("dialog", name="What is in labs.zip")

    dialog.get_by_label("Lab in the archive").fill("Third")
    dialog.get_by_role("button", name="Open").click()

    expect(dialog).to_contain_text("No lab in the archive is called Third.")
    expect(dialog.get_by_label("Lab in the archive")).to_have_value("Third")


def test_a_topology_and_its_annotations_are_dropped_together(editor: Editor, page: Page) -> None:
    page.evaluate(DROP, [["lab.clab.yml.annotations.json", ANNOTATIONS], ["lab.clab.yml", CAMPUS]])

    dialog = page.get_by_role("dialog", name="What is in lab.clab.yml")

    expect(dialog).to_contain_text("2 devices, 1 cable, 1 zone, 1 note and 2 connections come in.")


def test_a_lab_that_takes_long_can_be_stopped(editor: Editor, page: Page) -> None:
    intercept(page, "**/api/v1/imports*", lambda _route: None)
    page.evaluate(DROP, [["lab.clab.yml", CAMPUS]])
    dialog = page.get_by_role("dialog", name="Reading lab.clab.yml")

    dialog.get_by_role("button", name="Stop").click()

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("#notices")).to_be_empty()
