"""The personal library: parts of a drawing kept as templates, put on other drawings, and taken elsewhere as a file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from support.browser.editor import Editor
from support.browser.panels import choose_command, choose_in_menu, export_diagram
from support.browser.watch import Watch
from support.labs.pictures import make_png

pytestmark = pytest.mark.browser


@pytest.fixture
def kept(editor: Editor, page: Page) -> Editor:
    """Return an editor whose library has the template "Edge site", a router and a switch joined by a cable."""
    editor.drop("Router", (160, 200)).fill("Password", "router-secret").drop("Switch", (320, 200))
    editor.join((160, 200), (320, 200)).press("Control+a")
    choose_command(editor, "Keep as a template")
    page.get_by_role("dialog", name="Keep as a template").get_by_label("Name").fill("Edge site")
    page.keyboard.press("Enter")
    expect(page.locator("#notices")).to_contain_text("'Edge site' is kept as a template.")
    return editor


def test_a_template_comes_onto_another_drawing_with_its_cables_and_without_secrets(
    kept: Editor, page: Page, tmp_path: Path
) -> None:
    kept.expect_saved()
    page.goto("/new")
    editor = Editor(page)

    for _ in range(2):
        choose_command(editor, "Insert a template")
        page.get_by_role("combobox", name="Insert a template").fill("edge")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="2 devices", level=2)).to_be_visible()

    diagram = export_diagram(editor, tmp_path)
    assert sorted(node["label"] for node in diagram["nodes"]) == ["R1", "R2", "SW1", "SW2"]
    assert len(diagram["links"]) == 2
    assert "router-secret" not in json.dumps(diagram)


@pytest.fixture
def elsewhere(open_page: OpenPage, watches: dict[Page, Watch]) -> Page:
    """Return the editor of somebody else."""
    page = open_page()
    watches[page].expect_status(422)
    page.goto("/new")
    return page


def export_library(page: Page, directory: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("dialog", name="Templates").get_by_role("button", name="Export the library").click()
    path = directory / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_a_library_travels_as_a_file(
    kept: Editor, elsewhere: Page, tmp_path: Path, check_access: Callable[[Page], None]
) -> None:
    choose_in_menu(kept, "Menu", "Templates")
    check_access(kept.page)
    path = export_library(kept.page, tmp_path)

    editor = choose_in_menu(Editor(elsewhere), "Menu", "Templates")
    library = elsewhere.get_by_role("dialog", name="Templates")
    expect(library).to_contain_text("Nothing is kept yet.")
    library.get_by_label("Library to import").set_input_files(path)
    expect(library.get_by_role("status")).to_have_text("1 template came in.")
    row = library.get_by_role("listitem")
    expect(row).to_contain_text("2 nodes and 1 cable")
    row.get_by_role("button", name="Forget").click()
    row.get_by_role("button", name="Undo").click()
    row.get_by_role("button", name="Insert").click()

    expect(editor.status).to_contain_text("2 devices")


def test_a_template_brings_its_picture_to_somebody_else(
    editor: Editor, elsewhere: Page, page: Page, tmp_path: Path
) -> None:
    (tmp_path / "plan.png").write_bytes(make_png(64, 48))
    with page.expect_file_chooser() as chooser:
        choose_command(editor, "Add a picture …")
    chooser.value.set_files(tmp_path / "plan.png")
    expect(editor.get_field("What it shows")).to_have_value("plan")
    choose_command(editor, "Keep as a template")
    page.get_by_role("dialog", name="Keep as a template").get_by_label("Name").fill("plan")
    page.keyboard.press("Enter")
    expect(page.locator("#notices")).to_contain_text("'plan' is kept as a template.")
    choose_in_menu(editor, "Menu", "Templates")
    path = export_library(page, tmp_path)

    other = choose_in_menu(Editor(elsewhere), "Menu", "Templates")
    elsewhere.get_by_label("Library to import").set_input_files(path)
    elsewhere.get_by_role("listitem").get_by_role("button", name="Insert").click()
    expect(other.get_field("What it shows")).to_have_value("plan")

    document = export_diagram(other, tmp_path)
    assert [node["picture"] for node in document["nodes"]] == list(document["pictures"])


def test_a_file_that_is_no_library_or_a_broken_one_is_refused_with_the_reason(
    kept: Editor, elsewhere: Page, tmp_path: Path
) -> None:
    choose_in_menu(kept, "Menu", "Templates")
    broken = json.loads(export_library(kept.page, tmp_path).read_text())
    broken["templates"][0]["parts"]["nodes"][0]["type"] = "unicorn"
    (tmp_path / "broken.json").write_text(json.dumps(broken))
    (tmp_path / "other.json").write_text("{}")

    choose_in_menu(Editor(elsewhere), "Menu", "Templates")
    library = elsewhere.get_by_role("dialog", name="Templates")
    file = library.get_by_label("Library to import")
    file.set_input_files(tmp_path / "other.json")
    expect(library.get_by_role("status")).to_have_text("This is no library of templates, or too large for one.")
    file.set_input_files(tmp_path / "broken.json")
    expect(library.get_by_role("status")).to_contain_text("The template 'Edge site' cannot be read")

    expect(library).to_contain_text("Nothing is kept yet.")
