"""The fallback: from a config.yaml to the file, with scripts switched off."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from support.browser.editor import Editor, read_reach
from support.browser.pages import upload
from support.browser.panels import import_file
from support.browser.watch import Watch

pytestmark = pytest.mark.browser

EXPECTED = {f"student0{student}": {"R1": "ssh 10.0.0.1 22", "R2": "ssh 10.0.0.2 22"} for student in (1, 2)}


def download(page: Page, directory: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download user-mapping.xml").click()
    waiting.value.save_as(directory / "user-mapping.xml")
    return directory / "user-mapping.xml"


@pytest.fixture
def plain_page(open_page: OpenPage) -> Page:
    """Return a page without JavaScript."""
    return open_page(java_script_enabled=False)


def test_an_uploaded_config_becomes_the_file_without_javascript(
    plain_page: Page, config_file: Path, tmp_path: Path
) -> None:
    upload(plain_page, config_file)

    expect(plain_page.get_by_role("main")).to_contain_text("2 users, 2 devices, 4 connections.")
    expect(plain_page.get_by_label("Preview of user-mapping.xml")).to_contain_text("student02")
    expect(plain_page.get_by_label("Preview of user-mapping.xml")).not_to_contain_text("router-secret")
    assert read_reach(download(plain_page, tmp_path)) == EXPECTED


def test_a_pasted_config_becomes_the_file_without_javascript(
    plain_page: Page, config_file: Path, tmp_path: Path
) -> None:
    plain_page.goto("/convert")
    plain_page.locator("textarea").fill(config_file.read_text(encoding="utf-8"))
    plain_page.get_by_role("button", name="Convert").click()

    assert read_reach(download(plain_page, tmp_path)) == EXPECTED


def test_a_wrong_file_gets_a_message_with_its_line(
    plain_page: Page, config_file: Path, watches: dict[Page, Watch]
) -> None:
    watches[plain_page].expect_status(422)
    text = config_file.read_text(encoding="utf-8").replace("quantity: 2", "quantity: two", 1)
    config_file.write_text(text, encoding="utf-8")

    upload(plain_page, config_file)

    expect(plain_page.get_by_role("list", name="Problems")).to_contain_text("Line 3")


def test_a_converted_file_opens_in_the_editor_as_a_drawing(page: Page, config_file: Path, tmp_path: Path) -> None:
    upload(page, config_file)

    page.get_by_role("button", name="Open in the editor").click()

    editor = Editor(page).expect_summary(devices="2 devices", users="2 users", connections="4 connections")
    assert read_reach(editor.download(tmp_path)) == EXPECTED


def test_a_config_is_imported_in_the_editor(editor: Editor, page: Page, config_file: Path) -> None:
    import_file(page, config_file)

    page.wait_for_url("**/diagrams/*")
    Editor(page).expect_summary(devices="2 devices", users="2 users", connections="4 connections")


def test_the_editor_without_javascript_leads_to_the_fallback(plain_page: Page) -> None:
    plain_page.goto("/new")

    plain_page.get_by_role("link", name="convert a config.yaml").click()

    expect(plain_page.get_by_role("heading", name="Convert a file")).to_be_visible()
