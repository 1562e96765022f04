"""The drawing is updated from a newer file of its lab: what happens is shown first, and is one step that can be undone."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import Check
from support.browser.editor import Editor
from support.browser.panels import choose_command, export_diagram
from support.browser.watch import Watch

pytestmark = pytest.mark.browser

LAB = "name: lab\ntopology:\n  nodes:\n    r1: {kind: linux, mgmt-ipv4: 10.0.0.1}\n    r2: {kind: linux, mgmt-ipv4: 10.0.0.2}\n"
NEWER = LAB.replace("10.0.0.1", "10.0.0.9").replace("r2:", "r3:")


def choose(field: Locator, text: str) -> None:
    field.set_input_files({"name": "lab.clab.yml", "mimeType": "text/yaml", "buffer": text.encode()})


@pytest.fixture
def dialog(editor: Editor, page: Page) -> Locator:
    """Return the dialog over the drawing of LAB, before a file is chosen."""
    choose(page.locator("#file"), LAB)
    page.get_by_role("dialog", name="What is in lab.clab.yml").get_by_role("button", name="Open").click()
    expect(page.get_by_label("Title of the diagram")).to_have_value("lab")
    choose_command(Editor(page), "Update from a file")
    return page.get_by_role("dialog", name="Update from a file")


def test_what_is_new_gone_and_kept_is_shown_and_done_in_one_step(
    dialog: Locator, page: Page, check_both: Check
) -> None:
    expect(dialog.get_by_role("button", name="Update")).to_be_disabled()
    choose(dialog.get_by_label("Newer file of this lab"), NEWER)

    expect(dialog.get_by_role("status")).to_contain_text("What the update does")
    expect(dialog.get_by_role("listitem")).to_contain_text(["r3 added.", "r2 removed.", "r1: host now 10.0.0.9."])
    check_both(page)
    dialog.get_by_label("Remove what the file has no more").check()
    dialog.get_by_label("Take what the file says where both differ").check()
    expect(dialog.get_by_text("Kept as it is drawn")).to_be_hidden()
    dialog.get_by_role("button", name="Update").click()

    outline = Editor(page).show_outline()
    expect(outline).to_contain_text(["r1", "r3"])
    expect(Editor(page).undo).to_have_accessible_name("Undo: Update from lab.clab.yml")
    Editor(page).undo.click()
    expect(outline).to_contain_text(["r1", "r2"])


def test_the_former_file_tells_what_the_file_has_changed(dialog: Locator, page: Page, tmp_path: Path) -> None:
    choose(dialog.get_by_label("Newer file of this lab"), NEWER)
    choose(dialog.get_by_label("The former file, if there is one"), LAB)

    expect(dialog.get_by_text("Kept as it is drawn")).to_be_hidden()
    expect(dialog.get_by_role("listitem")).to_contain_text(["r3 added.", "r1: host now 10.0.0.9.", "r2 removed."])
    dialog.get_by_role("button", name="Update").click()

    nodes = export_diagram(Editor(page), tmp_path)["nodes"]
    assert {node["label"]: node["connections"][0]["host"] for node in nodes} == {
        "r1": "10.0.0.9",
        "r2": "10.0.0.2",
        "r3": "10.0.0.2",
    }


def test_a_file_that_cannot_be_read_and_one_of_another_lab_say_so(dialog: Locator, watch: Watch) -> None:
    watch.expect_status(422)
    choose(dialog.get_by_label("Newer file of this lab"), "users: [")
    expect(dialog.get_by_role("status")).to_contain_text("The file cannot be opened.")
    expect(dialog.get_by_role("button", name="Update")).to_be_disabled()

    choose(dialog.get_by_label("Newer file of this lab"), LAB.replace("r1", "a").replace("r2", "b"))

    expect(dialog.get_by_role("status")).to_contain_text("Is it the file of another lab?")


def test_a_kept_file_is_the_former_one_and_the_newer_is_kept_beside_it(editor: Editor, page: Page) -> None:
    choose(page.locator("#file"), LAB)
    found = page.get_by_role("dialog", name="What is in lab.clab.yml")
    found.get_by_label("Keep the file with the diagram").check()
    found.get_by_role("button", name="Open").click()
    expect(page.get_by_label("Title of the diagram")).to_have_value("lab")
    opened = Editor(page)
    choose_command(opened, "Update from a file")
    dialog = page.get_by_role("dialog", name="Update from a file")
    expect(dialog).to_contain_text("It is compared with lab.clab.yml, which is kept with the diagram")

    choose(dialog.get_by_label("Newer file of this lab"), NEWER)

    expect(dialog.get_by_role("listitem")).to_contain_text(["r3 added.", "r1: host now 10.0.0.9.", "r2 removed."])
    expect(dialog.get_by_text("Kept as it is drawn")).to_be_hidden()
    dialog.get_by_role("button", name="Update").click()
    expect(opened.show_outline()).to_contain_text(["r1", "r2", "r3"])
    opened.expect_saved()
    choose_command(opened, "History")
    files = page.get_by_role("dialog", name="History").get_by_role("region", name="Lab files")
    expect(files.get_by_role("listitem")).to_have_count(2)
