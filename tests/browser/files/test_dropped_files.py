"""What comes onto the canvas from other programs: files that are carried over it, and text that is pasted."""

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor
from support.browser.timers import stop_timers
from support.browser.watch import Watch
from support.labs.drawings import GOLDEN

pytestmark = pytest.mark.browser

CONFIG = (GOLDEN / "usermapper-example" / "config.yaml").read_text(encoding="utf-8")

DROP = """([name, content]) => {
  const data = new DataTransfer();
  data.items.add(new File([content], name));
  document.getElementById('canvas').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}"""
# A file that comes over the canvas: browsers say so again and again, until it is carried away.
HOLD = """([name, content]) => {
  const data = new DataTransfer();
  data.items.add(new File([content], name));
  document.getElementById('canvas').dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
}"""
SECOND = 1_000
PASTE = """text => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  document.getElementById('canvas').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def test_a_file_over_the_canvas_shows_where_it_lands_until_it_is_carried_away_or_dropped(
    editor: Editor, page: Page, watch: Watch
) -> None:
    watch.expect_status(422)
    file = ["monday.yaml", "<?xml version='1.0'?><domain/>"]
    target = page.locator(".stage").get_by_text("Drop the file to open it as a new diagram")
    stop_timers(page)

    page.evaluate(HOLD, file)
    expect(target).to_be_visible()
    page.clock.run_for(SECOND)
    expect(target).to_have_count(0)

    # Time stands still: only what is dropped takes the sign away.
    page.evaluate(HOLD, file)
    expect(target).to_be_visible()
    page.evaluate(DROP, file)
    expect(page.get_by_role("dialog", name="monday.yaml cannot be opened")).to_be_visible()
    expect(target).to_have_count(0)


def test_a_dropped_file_is_opened_under_its_name_and_the_new_page_says_so(editor: Editor, page: Page) -> None:
    editor.drop("Router", (300, 200)).expect_saved()

    page.evaluate(DROP, ["monday.yaml", CONFIG])

    expect(page.locator("#title")).to_have_value("monday")
    expect(page.locator("#notices")).to_contain_text(
        "monday.yaml is open as a new diagram. What was on the screen before is in My diagrams."
    )


def test_pasted_host_names_are_offered_as_devices(editor: Editor, page: Page) -> None:
    notice = page.locator("#notices")
    page.evaluate(PASTE, "Bring a cable, please!")
    expect(notice).to_contain_text("What was pasted is text.")
    expect(notice.get_by_role("button", name="Add a note with it")).to_be_visible()

    page.evaluate(PASTE, "core 10.0.0.1\nedge 10.0.0.2\n")
    expect(notice).to_contain_text("What was pasted reads as 2 host names.")

    notice.get_by_role("button", name="Add 2 devices").click()

    expect(editor.show_outline()).to_have_text(["core", "edge"])
    expect(notice).not_to_contain_text("pasted")


def test_a_pasted_config_is_offered_as_a_new_diagram(editor: Editor, page: Page) -> None:
    page.evaluate(PASTE, CONFIG)
    expect(page.locator("#notices")).to_contain_text("What was pasted reads as YAML.")

    page.get_by_role("button", name="Open it as a new diagram").click()

    # All of the sentence: with nothing drawn there is no word of what was on the screen before.
    expect(page.locator("#notices").get_by_text("pasted text is open as a new diagram.", exact=True)).to_be_visible()


FOREIGN = {
    "monday.yaml": ("<?xml version='1.0'?><domain><devices/></domain>", "The file is XML of no kind"),
    "lab_vars.yaml": ("spines:\n  num: 2\n", "such as variables of a template"),
    "tuesday.json": ("\x89PNG\r\n\x1a\n....IHDR", "The file is a PNG picture."),
}


@pytest.mark.usefixtures("editor")
def test_a_file_of_another_kind_is_called_what_it_is(page: Page, watch: Watch) -> None:
    watch.expect_status(422)

    for name, (content, words) in FOREIGN.items():
        file = {"name": name, "mimeType": "text/plain", "buffer": content.encode("latin-1")}
        page.locator("#file").set_input_files(file)  # type: ignore[arg-type]

        dialog = page.get_by_role("dialog", name=f"{name} cannot be opened")
        expect(dialog).to_contain_text(words)
        expect(dialog.get_by_role("button", name="Open it anyway")).to_have_count(0)
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)


def test_pasted_host_names_can_be_opened_as_a_table_is(editor: Editor, page: Page) -> None:
    page.evaluate(PASTE, "core 10.0.0.1\nedge 10.0.0.2\n")

    page.locator("#notices").get_by_role("button", name="Open it as a new diagram").click()

    dialog = page.get_by_role("dialog", name="What is in pasted text")
    expect(dialog).to_contain_text("2 devices and 2 connections come in.")
