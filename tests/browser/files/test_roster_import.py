"""Lists of people from spreadsheets and mails: pasted or dropped, looked at, taken over, undone, and pasted again."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import Check
from support.browser.editor import Editor
from support.browser.panels import choose_command, export_diagram

pytestmark = pytest.mark.browser

MOODLE = "Vorname,Nachname,E-Mail-Adresse,Gruppen\nAnna,Weiß,anna@x.example,A\nBert,Berg,bert@x.example,B\n"


def paste(field: Locator, text: str) -> None:
    """Paste *text* into *field*, as a browser does, where the page does not take it."""
    field.focus()
    field.evaluate(
        """(field, text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', text);
            const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
            if (field.dispatchEvent(event)) document.execCommand('insertText', false, text);
        }""",
        text,
    )


def drop_file(field: Locator, name: str, content: bytes) -> None:
    """Drop a file on *field*."""
    field.evaluate(
        """(field, [name, bytes]) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type: 'text/plain' }));
            field.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        }""",
        [name, list(content)],
    )


def open_list(editor: Editor, text: str) -> Locator:
    """Draw users, and paste *text* as a list of them into the dialog."""
    editor.drop("Users", (300, 200))
    editor.page.locator("#inspector").get_by_role("button", name="Paste a list of people").click()
    dialog = editor.page.get_by_role("dialog")
    paste(dialog.get_by_label("List of people"), text)
    return dialog


def read_roster(editor: Editor, directory: Path) -> list[dict[str, Any]]:
    (node,) = (each for each in export_diagram(editor, directory)["nodes"] if each["type"] == "users")
    roster: list[dict[str, Any]] = node["roster"]
    return roster


def test_a_list_is_looked_at_taken_over_in_one_step_and_pasted_again(
    editor: Editor, page: Page, tmp_path: Path
) -> None:
    dialog = open_list(editor, MOODLE)
    expect(dialog.get_by_role("status")).to_have_text("2 people · 2 new")
    expect(dialog.get_by_role("rowheader")).to_have_text(["anna.weiss", "bert.berg"])
    expect(editor.status).to_contain_text("1 user")
    dialog.get_by_label("Make user names by").fill("{g}{family}")
    dialog.get_by_label("Column 4 is").select_option("Password")
    expect(dialog.get_by_role("row").nth(1)).to_contain_text("••••••••")
    dialog.get_by_label("Column 4 is").select_option("Left out")
    dialog.get_by_role("button", name="Take over the list").click()
    expect(editor.status).to_contain_text("2 users")
    nothing_else = {"password": None, "encoding": None, "pod": None, "id": ""}
    assert read_roster(editor, tmp_path) == [
        {"username": "aweiss", "name": "Anna Weiß", "email": "anna@x.example", **nothing_else},
        {"username": "bberg", "name": "Bert Berg", "email": "bert@x.example", **nothing_else},
    ]

    editor.undo.click()
    expect(editor.status).to_contain_text("1 user")
    editor.redo.click()

    names = editor.get_field("User names, one a line")
    paste(names, "Name\tE-Mail\tPassword\nCarl Carlsen\tcarl@x.example\tOwn-1\nBert Berg\tbert@x.example\t\n")
    expect(dialog.get_by_role("status")).to_have_text("2 people · 1 new · 1 stays · 1 gone")
    expect(dialog).to_contain_text("Not on this list, and taken off: aweiss (Anna Weiß)")
    expect(dialog.get_by_role("rowheader")).to_have_text(["carl.carlsen", "bberg"])
    dialog.get_by_label("Keep people who are not on this list").check()
    expect(dialog.get_by_role("status")).to_have_text("3 people · 1 new · 1 stays")
    dialog.get_by_label("Keep people who are not on this list").uncheck()
    dialog.get_by_role("button", name="Take over the list").click()
    expect(names).to_have_value("bberg\ncarl.carlsen, ••••••••")
    # Pods stay with their people: the first one, free now, goes to who is new.
    assert [(each["username"], each["pod"]) for each in read_roster(editor, tmp_path)] == [
        ("bberg", 2),
        ("carl.carlsen", 1),
    ]


def test_a_tab_makes_two_columns_and_dots_in_the_list_keep_the_password(
    editor: Editor, page: Page, tmp_path: Path
) -> None:
    editor.drop("Users", (300, 200))
    page.get_by_role("button", name="List their names instead").click()
    names = editor.get_field("User names, one a line")

    paste(names, "anna\tSecret-1\nbert\tSecret-2\nbert\tSecret-3\n")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_have_text("3 people · 2 new · 1 line left out")
    expect(dialog).to_contain_text("Left out: twice on the list")
    expect(dialog).not_to_contain_text("Secret-1")
    dialog.get_by_label("Show passwords").check()
    expect(dialog.get_by_role("cell", name="Secret-1", exact=True)).to_be_visible()
    dialog.get_by_label("Keep people who are not on this list").uncheck()
    dialog.get_by_role("button", name="Take over the list").click()

    expect(names).to_have_value("anna, ••••••••\nbert, ••••••••")
    names.press("ControlOrMeta+Home")
    page.keyboard.type("j")
    names.press("ControlOrMeta+End")
    page.keyboard.type("\ncarl")
    people = [(each["username"], each["password"]) for each in read_roster(editor, tmp_path)]
    assert people == [("janna", "Secret-1"), ("bert", "Secret-2"), ("carl", None)]


def test_nothing_changes_before_it_is_confirmed_and_a_plain_list_needs_no_dialog(editor: Editor, page: Page) -> None:
    dialog = open_list(editor, "Anna Weiß <anna@x.example>")
    expect(dialog.get_by_role("rowheader")).to_have_text(["anna.weiss"])
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(editor.status).to_contain_text("1 user")

    page.get_by_role("button", name="List their names instead").click()
    names = editor.get_field("User names, one a line")
    names.press("ControlOrMeta+a")
    paste(names, "anna\nbert, own\n")
    expect(editor.status).to_contain_text("2 users")
    expect(dialog).to_be_hidden()


def test_a_file_in_utf_16_is_dropped_on_the_list(editor: Editor, page: Page) -> None:
    editor.drop("Users", (300, 200))
    page.get_by_role("button", name="List their names instead").click()

    drop_file(
        editor.get_field("User names, one a line"), "people.txt", "Name\tID\nJürgen Groß\t0042\n".encode("utf-16")
    )

    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("rowheader")).to_have_text(["jurgen.gross"])
    expect(dialog.get_by_role("cell", name="0042")).to_be_visible()


def test_the_dialog_opens_from_the_list_of_commands_and_is_worked_by_keys(editor: Editor, page: Page) -> None:
    editor.drop("Users", (300, 200))
    editor.canvas.focus()
    choose_command(editor, "Paste a list of people")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("List of people")).to_be_focused()
    page.keyboard.type("anna,bert,carl")
    expect(dialog.get_by_role("rowheader")).to_have_text(["anna", "bert", "carl"])
    dialog.get_by_role("button", name="Take over the list").focus()
    page.keyboard.press("Enter")
    expect(editor.status).to_contain_text("3 users")


def test_a_list_to_look_at_is_open_to_everybody(editor: Editor, page: Page, check_both: Check) -> None:
    dialog = open_list(editor, MOODLE + "Anna,Weiß,anna@x.example,A\n王,伟,wang@x.example,\n")
    expect(dialog.get_by_role("status")).to_contain_text("1 line left out · 1 to look at")
    check_both(page)
    page.set_viewport_size({"width": 390, "height": 844})
    expect(dialog.get_by_role("button", name="Take over the list")).to_be_in_viewport()
    check_both(page)
