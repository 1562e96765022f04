"""The main job from end to end: draw a lab by mouse, change one's mind, download the file."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import SAVED, Editor, Spot, read_passwords, read_reach

pytestmark = pytest.mark.browser

R1: Spot = (200, 150)
R2: Spot = (400, 150)
SERVER: Spot = (300, 330)
STUDENTS: Spot = (560, 330)
EMPTY: Spot = (640, 80)

NAMES = [f"student0{number}" for number in range(1, 9)]
REACH = {"R1": "ssh 10.0.10.1 2201", "web": "ssh web.lab.example"}


def draw_lab(editor: Editor) -> Editor:
    """Draw two routers on one cable, a server, and eight students who reach the first router and the server."""
    editor.drop("Router", R1).fill("Name", "R1").fill("Host", "10.0.10.1").fill("Port", "2201")
    editor.drop("Router", R2).fill("Name", "R2").fill("Host", "10.0.10.2")
    editor.drop("Server", SERVER).fill("Name", "web").fill("Host", "web.lab.example")
    editor.drop("Users", STUDENTS).fill("First user name", "student01").fill("Count", "8")
    editor.join(R1, R2).join(STUDENTS, R1).join(STUDENTS, SERVER)
    return editor.expect_summary(devices="3 devices", users="8 users", connections="16 connections")


def test_a_drawn_lab_becomes_a_file_that_lets_its_students_in(editor: Editor, tmp_path: Path) -> None:
    draw_lab(editor)

    file = editor.download(tmp_path)

    assert read_reach(file) == dict.fromkeys(NAMES, REACH)
    # Random passwords differ, and stay.
    first = read_passwords(file)
    editor.click(STUDENTS).fill("Count", "9")
    second = read_passwords(editor.download(tmp_path))
    assert len(set(first.values())) == 8
    assert second | first == second
    assert len(second) == 9

    # A fixed one stands in the file.
    editor.get_field("Each password is").select_option("The same for everybody")
    editor.fill("Password", "one & <all>")
    assert read_passwords(editor.download(tmp_path)) == dict.fromkeys([*NAMES, "student09"], "one & <all>")


def test_every_gesture_is_one_step_back_and_forth(editor: Editor) -> None:
    editor.drop("Router", R1).fill("Name", "core")
    editor.drop("Server", SERVER).fill("Name", "web")
    editor.join(R1, SERVER)
    editor.press("Escape").drag(R1, R2)
    names = editor.show_outline()

    for _ in range(6):
        editor.undo.click()
    expect(names).to_have_count(0)
    for _ in range(6):
        editor.redo.click()

    expect(names).to_have_text(["core", "web"])
    expect(editor.redo).to_have_attribute("aria-disabled", "true")
    editor.click(R2)
    editor.expect_selected("core")


def test_a_deleted_device_takes_its_cable_along_and_comes_back_with_it_and_a_reload_finds_everything(
    editor: Editor, page: Page
) -> None:
    draw_lab(editor)

    editor.click(R1).press("Delete")
    editor.expect_summary(devices="2 devices", users="8 users", connections="8 connections")
    editor.press("Control+z")

    editor.expect_summary(devices="3 devices", users="8 users", connections="16 connections").expect_saved()
    page.reload()
    Editor(page).expect_summary(devices="3 devices", users="8 users", connections="16 connections")


def test_the_preview_follows_the_drawing_and_hides_passwords_until_asked(editor: Editor, page: Page) -> None:
    draw_lab(editor).click(STUDENTS)
    editor.get_field("Each password is").select_option("The same for everybody")
    editor.fill("Password", "open sesame")
    page.get_by_role("tab", name="XML").click()
    preview = page.locator("#preview-xml")

    expect(preview).to_contain_text('username="student08"')
    expect(preview).not_to_contain_text("open sesame")
    page.get_by_role("button", name="Show passwords").click()
    expect(preview).to_contain_text("open sesame")

    editor.click(STUDENTS).fill("First user name", "trainee01")
    expect(preview).to_contain_text('username="trainee08"')


def test_what_would_lock_people_out_is_named_and_not_handed_out(editor: Editor, page: Page) -> None:
    draw_lab(editor).click(R1).fill("Name", "web").click(EMPTY)

    page.get_by_role("button", name="Download user-mapping.xml").click()

    expect(page.locator("#problems").get_by_text("web").first).to_be_visible()


def test_wheel_and_space_zoom_and_pan_without_changing_the_drawing(editor: Editor, page: Page) -> None:
    editor.drop("Router", R1).expect_saved()
    editor.click(EMPTY)

    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")

    expect(editor.status).not_to_contain_text("100 %")
    expect(editor.saved).to_have_text(SAVED)
    editor.press("Shift+1")


def test_a_tab_closed_right_after_a_change_loses_nothing(editor: Editor, page: Page) -> None:
    editor.drop("Router", R1).fill("Name", "half-way")

    page.goto("/convert")
    page.goto("/")

    expect(Editor(page).show_outline()).to_have_text(["half-way"])
