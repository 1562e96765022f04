"""Files in and out, as the editor makes its menus, tabs and dialogs of the formats that the server names."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from support.browser.editor import Editor
from support.browser.interception import intercept
from support.browser.panels import PODS, choose_command, open_example
from support.browser.watch import Watch
from support.labs import made_up_exporter, made_up_importer
from support.labs.drawings import CONFIG
from support.labs.made_up_importer import SAMPLE

pytestmark = pytest.mark.browser


def name_two_more(route: Route) -> None:
    """Answer with the catalogue of the editor, as it is where two more formats are known."""
    answer = route.fetch()
    catalogue = answer.json()
    catalogue["formats"] += [each.as_json() for each in (made_up_importer.FORMAT, made_up_exporter.FORMAT)]
    route.fulfill(response=answer, json=catalogue)


def name_their_options(route: Route) -> None:
    """Answer with the help of the editor, as it is where the options of the made-up list are known."""
    answer = route.fetch()
    help_ = answer.json()
    help_["formats"]["made-up-list"] = [option.as_json() for option in made_up_exporter.FORMAT.write_options]
    route.fulfill(response=answer, json=help_)


def test_the_config_is_written_by_the_server_after_the_drawing_is_saved(page: Page, tmp_path: Path) -> None:
    open_example(page, PODS)

    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
        page.get_by_role("menuitem", name="Export config.yaml").click()

    assert download.value.suggested_filename == "config.yaml"
    download.value.save_as(tmp_path / "config.yaml")
    assert "pod_of: student" in (tmp_path / "config.yaml").read_text()


def test_what_a_config_lacks_is_said_once_and_lost_comments_are_no_misunderstanding(page: Page) -> None:
    open_example(page, PODS)
    notices = page.locator("#notices")
    lacking = "A config.yaml has the people and the devices, not the drawing"

    _export_config(page)
    expect(notices).to_contain_text(lacking)
    notices.get_by_role("button", name="Close").first.click()
    _export_config(page)
    expect(notices).not_to_contain_text(lacking)

    page.locator("#file").set_input_files(
        {"name": "monday.yaml", "mimeType": "text/plain", "buffer": b"# On Monday\n" + CONFIG}
    )
    dialog = page.get_by_role("dialog", name="Before monday.yaml is opened")
    expect(dialog).to_contain_text("the comment of the file is not kept.")
    dialog.get_by_role("button", name="Open it").click()
    expect(page.locator("#title")).to_have_value("monday")


def _export_config(page: Page) -> None:
    with page.expect_download():
        page.get_by_role("button", name="Export").click()
        page.get_by_role("menuitem", name="Export config.yaml").click()


def test_a_format_that_is_written_asks_for_its_options(page: Page) -> None:
    intercept(page, "**/catalogue.json", name_two_more)
    intercept(page, "**/help.json", name_their_options)
    page.goto("/new")
    open_example(page, PODS)
    sent: list[object] = []

    def answer(route: Route) -> None:
        sent.append(route.request.post_data_json)
        route.fulfill(body="x")

    intercept(page, "**/exports/made-up-list", answer)

    expect(page.get_by_role("tab", name="LIST")).to_be_visible()
    page.get_by_role("button", name="Export").click()
    page.get_by_role("menuitem", name="Export the made-up list").click()
    dialog = page.get_by_role("dialog", name="Made-up list")
    expect(dialog.get_by_label("Heading")).to_have_value("People")
    expect(dialog.get_by_label("Heading")).to_have_accessible_description("The first line.")
    dialog.get_by_label("Heading").fill("Crew")
    dialog.get_by_label("In capitals").check()
    dialog.get_by_label("Key", exact=True).fill("hush")
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Export").click()

    assert download.value.suggested_filename == "people.made-up-list"
    assert sent == [{"heading": "Crew", "loud": True, "key": "hush"}]


def test_what_a_gateway_would_not_take_is_said_before_the_file_is_made_and_after(
    editor: Editor, page: Page, watch: Watch
) -> None:
    watch.expect_status(422)
    editor.drop("Router", (300, 200)).fill("Name", "R1").fill("Host", "10.0.0.1")
    editor.drop("Users", (500, 200)).fill("First user name", f"{'long' * 40}1")
    too_long = "161 characters"

    page.get_by_role("button", name="Export").click()
    page.get_by_role("menuitem", name="Export SQL for MySQL").click()
    dialog = page.get_by_role("dialog", name="SQL for Guacamole with MySQL")
    expect(dialog.get_by_role("listitem").filter(has_text=too_long).first).to_be_visible()
    dialog.get_by_role("button", name="Export").click()

    expect(page.get_by_role("dialog", name="The file was not made")).to_contain_text(too_long)


def test_an_output_for_a_gateway_tells_what_changed_since_the_last_one(editor: Editor, page: Page) -> None:
    editor.drop("Router", (300, 200)).fill("Name", "R1").fill("Host", "10.0.0.1")
    editor.drop("Users", (500, 200)).fill("First user name", "student1")
    _export_sql(page)
    editor.fill("Count", "2")
    _export_sql(page)

    notice = page.locator("#notices")
    expect(notice).to_contain_text("guacamole-mysql.sql is downloaded.")
    notice.get_by_role("button", name="What changed").click()

    expect(page.get_by_role("dialog", name="Changes since the last file")).to_contain_text("student2")


def _export_sql(page: Page) -> None:
    page.get_by_role("button", name="Export").click()
    page.get_by_role("menuitem", name="Export SQL for MySQL").click()
    with page.expect_download():
        page.get_by_role("dialog", name="SQL for Guacamole with MySQL").get_by_role("button", name="Export").click()


def test_a_format_that_is_read_asks_for_its_options_before_anything_opens(page: Page) -> None:
    intercept(page, "**/catalogue.json", name_two_more)
    page.goto("/new")
    asked = []

    def answer(route: Route) -> None:
        asked.append(route.request.url.partition("?")[2])
        route.fulfill(
            json={
                "format": "made-up-lab",
                "diagram": {"schema": 1, "title": "Read", "nodes": [], "zones": [], "links": [], "access": []},
                "problems": [],
            }
        )

    intercept(page, "**/api/v1/imports*", answer)
    with page.expect_file_chooser() as chooser:
        choose_command(Editor(page), "made-up lab")
    chooser.value.set_files({"name": "lab.made-up", "mimeType": "text/plain", "buffer": SAMPLE})
    dialog = page.get_by_role("dialog", name="Made-up lab")
    dialog.get_by_label("How many students").fill("7")
    dialog.get_by_label("Protocol").select_option("telnet")
    dialog.get_by_role("button", name="Open").click()

    expect(page.get_by_label("Title of the diagram")).to_have_value("Read")
    assert asked == ["format=made-up-lab", "format=made-up-lab&students=7&protocol=telnet"]
