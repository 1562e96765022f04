"""Random passwords: their length and symbols, an old diagram that gets the newer way, and one person who gets a new one."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor, read_passwords

pytestmark = pytest.mark.browser


def test_one_person_gets_a_new_password_from_wherever_one_is(editor: Editor, page: Page, tmp_path: Path) -> None:
    editor.drop("Router", (150, 160)).fill("Host", "10.0.0.1")
    editor.drop("Users", (300, 160)).fill("Count", "3")
    before = read_passwords(editor.download(tmp_path))

    page.get_by_role("button", name="Of one person …").click()
    _choose(page, "student2")
    expect(page.locator("#notices")).to_contain_text("student2 gets a new password with the next file.")
    expect(page.locator("#inspector")).to_contain_text("Rotated for student2 alone.")
    after = read_passwords(editor.download(tmp_path))
    assert {name for name in before if before[name] != after[name]} == {"student2"}

    editor.show_outline()
    page.get_by_role("treeitem").filter(has_text="student1").click(button="right")
    page.get_by_role("menuitem", name="Rotate one password …").click()
    _choose(page, "student3")
    page.get_by_role("tab", name="Access", exact=True).click()
    page.locator("#matrix").get_by_role("button", name="Rotate one password …").click()
    _choose(page, "student1")
    page.keyboard.press("ControlOrMeta+k")
    page.get_by_role("combobox", name="Commands").fill("rotate password one person")
    page.keyboard.press("Enter")
    _choose(page, "student1")
    editor.press("Escape")
    page.get_by_role("treeitem").filter(has_text="student1").click()
    expect(page.locator("#inspector")).to_contain_text("Rotated for student2, student3, student1 alone.")

    for _ in range(4):
        editor.undo.click()
    assert read_passwords(editor.download(tmp_path)) == before


def test_random_passwords_are_as_long_as_one_likes(editor: Editor, page: Page, tmp_path: Path) -> None:
    editor.drop("Router", (150, 160)).fill("Host", "10.0.0.1").drop("Users", (300, 160))
    editor.press("Escape").press("Escape")

    editor.fill("Length of each", "20").get_field("Length of each").press("Enter")
    editor.get_field("With a symbol").check()

    expect(page.locator("#notices")).to_contain_text("Everybody with a random password gets a new one")
    (password,) = read_passwords(editor.download(tmp_path)).values()
    assert len(password) == 20
    assert set(password) & set("!#%*?")


def test_an_old_diagram_gets_the_newer_passwords_only_on_purpose(editor: Editor, page: Page, tmp_path: Path) -> None:
    document = {
        "schema": 1,
        "settings": {"guacamole": "1.6.0", "hashing": "plain"},
        "nodes": [
            {"type": "users", "id": "u", "label": "student1", "count": 2},
            {"type": "device", "id": "r", "label": "R1", "x": 200, "connections": [{"protocol": "ssh", "host": "h"}]},
        ],
    }
    page.locator("#file").set_input_files(
        {"name": "old.json", "mimeType": "application/json", "buffer": json.dumps(document).encode()}
    )
    editor.expect_summary(devices="1 device", users="2 users", connections="2 connections")
    before = read_passwords(editor.download(tmp_path))

    page.get_by_role("button", name="Make them in the newer way …").click()
    dialog = page.get_by_role("dialog", name="Make the passwords in the newer way?")
    expect(dialog).to_contain_text("The random password of everybody on this diagram changes")
    dialog.get_by_role("button", name="Cancel").click()
    assert read_passwords(editor.download(tmp_path)) == before
    page.get_by_role("button", name="Make them in the newer way …").click()
    dialog.get_by_role("button", name="Change all random passwords").click()

    expect(editor.get_field("Length of each")).to_have_value("12")
    after = read_passwords(editor.download(tmp_path))
    assert all(before[name] != after[name] for name in before)


def _choose(page: Page, username: str) -> None:
    page.get_by_role("combobox", name="Rotate the password of one person").fill(username)
    page.keyboard.press("Enter")
