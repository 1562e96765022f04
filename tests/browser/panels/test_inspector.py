"""The properties of what is selected: one thing, several, or the diagram; what is typed there is what the file has."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor, read_reach
from support.browser.panels import PODS, open_example, pick

pytestmark = pytest.mark.browser


def test_counts_and_pods_expand_while_one_types(page: Page) -> None:
    editor = open_example(page, PODS)
    expansion = page.locator("#inspector .expansion").first

    pick(editor, "PC{pod:02}")
    expect(expansion).to_have_text("student01: PC01 at 10.0.101.10\n…\nstudent08: PC08 at 10.0.108.10")
    pick(editor, "student01…student08").fill("Count", "9")
    expect(expansion).to_have_text("student01 … student09")
    pick(editor, "PC{pod:02}").fill("Name", "PC{pod:02}-{n}").fill("Host", "10.0.{pod+100}.10").fill("Count", "3")
    expect(expansion).to_have_text(
        "student01: PC01-1 … PC01-3 at 10.0.101.10 … 10.0.101.12\n…\nstudent09: PC09-1 … PC09-3 at 10.0.109.10 … 10.0.109.12"
    )


def test_nothing_moves_under_the_pointer_while_one_types(editor: Editor, page: Page) -> None:
    editor.drop("Workstation", (300, 200)).fill("Name", "PC9").fill("Host", "10.0.10.109")
    fields = [editor.get_field(name) for name in ("Kind", "Protocol", "Host", "Port", "User name", "Password")]
    expect(page.locator("#inspector .row.parameters")).to_be_visible()
    before = [field.bounding_box() for field in fields]

    editor.fill("Count", "11")
    expect(page.locator("#inspector .expansion")).to_have_text("PC9 … PC19\n10.0.10.109 … 10.0.10.119")
    assert [field.bounding_box() for field in fields] == before
    editor.fill("Port", "99999999")
    expect(page.get_by_text("Ports are 1 to 65,535.")).to_be_visible()
    assert [field.bounding_box() for field in fields] == before


def test_a_connection_has_its_essentials_and_finds_every_parameter_by_name(
    editor: Editor, page: Page, tmp_path: Path
) -> None:
    editor.drop("Users", (560, 300)).drop("Router", (300, 200)).fill("Name", "R1").fill("Host", "10.0.0.1")
    finder = page.get_by_role("combobox", name="Add a parameter")
    password = editor.get_field("Password")

    offer = page.get_by_role("button", name="${GUAC_USERNAME}")
    editor.fill("User name", "LAB\\")
    offer.press("Enter")
    expect(editor.get_field("User name")).to_have_value("LAB\\${GUAC_USERNAME}")
    expect(editor.get_field("User name")).to_be_focused()
    expect(offer).to_be_hidden()
    editor.fill("Password", "device-secret")
    expect(page.get_by_role("button", name="${GUAC_PASSWORD}")).to_be_hidden()
    expect(password).to_have_attribute("type", "password")
    page.get_by_role("button", name="Show password").click()
    expect(password).to_have_attribute("type", "text")

    for words, name in (
        ("read-only", "read-only"),
        ("wol send", "wol-send-packet"),
        ("size font", "font-size"),
    ):
        finder.fill(words)
        page.get_by_role("option", name=name).first.click()
        expect(editor.get_field(name)).to_be_focused()
    expect(editor.get_field("read-only")).to_have_value("true")
    assert editor.get_field("read-only").evaluate("field => field.localName") == "select"
    expect(editor.get_field("font-size")).to_have_accessible_description(
        re.compile("Size of the terminal's letters.* Without it: 12")
    )
    page.get_by_role("button", name="Remove wol-send-packet").click()

    page.get_by_role("button", name="Add a connection").click()
    expect(page.get_by_label("Host", exact=True).nth(1)).to_have_value("10.0.0.1")
    page.get_by_label("Name of this connection").fill("desktop")
    page.get_by_label("Port", exact=True).nth(1).fill("5901")
    editor.expect_summary(devices="1 device", users="1 user", connections="2 connections")

    file = editor.download(tmp_path)
    assert read_reach(file) == {"student1": {"R1": "ssh 10.0.0.1", "R1 (desktop)": "vnc 10.0.0.1 5901"}}
    for name, value in (("read-only", "true"), ("username", "LAB\\${GUAC_USERNAME}"), ("password", "device-secret")):
        assert f'<param name="{name}">{value}</param>' in file.read_text(encoding="utf-8")


def test_passwords_in_a_list_of_people_are_hidden_until_asked(editor: Editor, page: Page) -> None:
    editor.drop("Users", (300, 200))
    page.get_by_role("tab", name="XML").click()
    page.get_by_role("button", name="List their names instead").click()
    names = editor.get_field("User names, one a line")
    show = page.get_by_role("button", name="Show the passwords in this list")
    expect(show).to_be_hidden()

    names.press("End")
    page.keyboard.type("x,")
    # What the server says meanwhile leaves a comma that was just typed where it is.
    expect(page.locator("#preview-xml")).to_contain_text('username="student1x"')
    page.keyboard.type(" own secret\nbob")
    expect(names).to_have_value("student1x, own secret\nbob")
    editor.fill("Name of the group", "class")

    expect(names).to_have_value("student1x, ••••••••\nbob")
    # The list is edited also while it hides them.
    names.press("ControlOrMeta+Home")
    page.keyboard.type("x")
    expect(page.locator("#preview-xml")).to_contain_text('username="xstudent1x"')
    names.press("Delete")
    names.press("Backspace")
    page.keyboard.type("s")
    editor.fill("Name of the group", "class")
    expect(names).to_have_value("student1x, ••••••••\nbob")
    show.press("Enter")
    expect(names).to_have_value("student1x, own secret\nbob")
    names.press("ControlOrMeta+End")
    page.keyboard.type("\ncarol")
    expect(editor.status).to_contain_text("3 users")
    show.click()
    expect(names).to_have_value("student1x, ••••••••\nbob\ncarol")


def test_what_guacamole_does_not_know_is_said_where_it_stands(editor: Editor, page: Page) -> None:
    editor.drop("Router", (300, 200)).fill("Host", "10.0.0.1")

    page.get_by_role("combobox", name="Add a parameter").fill("no-such-thing")
    page.keyboard.press("Enter")

    expect(page.locator(".parameter")).to_contain_text("Guacamole does not know this parameter")
    page.get_by_role("tab", name="Problems").click()
    expect(page.locator("#problems")).to_contain_text("R1SSH has no parameter 'no-such-thing'")


def test_a_preset_is_kept_for_its_kind_and_applied_to_another_device(editor: Editor, page: Page) -> None:
    presets = page.get_by_role("button", name="Presets")
    editor.drop("Router", (200, 150)).fill("Host", "10.0.0.1").fill("Port", "2222").fill("Password", "do not keep")
    presets.click()
    page.get_by_role("menuitem", name="Keep these connections").click()
    expect(page.get_by_label("Name of the preset")).to_have_value("Router, SSH")
    page.get_by_label("Name of the preset").fill("Console")
    page.keyboard.press("Enter")

    page.goto("/new")
    editor = Editor(page)
    editor.drop("Server", (200, 150))
    presets.click()
    expect(page.get_by_role("menuitem", name="Console", exact=True)).to_have_count(0)
    page.keyboard.press("Escape")
    editor.drop("Router", (400, 150)).fill("Host", "10.0.0.9")
    presets.click()
    page.get_by_role("menuitem", name="Console", exact=True).click()
    expect(editor.get_field("Port")).to_have_value("2222")
    expect(editor.get_field("Host")).to_have_value("10.0.0.9")
    expect(editor.get_field("Password")).to_have_value("")
    presets.click()
    page.get_by_role("menuitem", name="Forget 'Console'").click()
    presets.click()
    expect(page.get_by_role("menuitem", name="Console")).to_have_count(0)


def test_several_devices_show_what_differs_as_mixed_and_change_together(page: Page, tmp_path: Path) -> None:
    editor = open_example(page, PODS)

    pick(editor, "CORE", "wiki", "PC{pod:02}")
    expect(page.locator("#inspector").get_by_role("heading", name="3 devices").first).to_be_visible()
    for name in ("Kind", "Protocol of the first connection"):
        expect(editor.get_field(name).locator("option:checked")).to_have_text("Mixed")
    expect(editor.get_field("User name")).to_have_attribute("placeholder", "Mixed")
    editor.get_field("Protocol of the first connection").select_option("Telnet")
    editor.fill("User name", "lab")
    expect(editor.undo).to_have_accessible_name("Undo: Set the username of 3 devices")

    file = editor.download(tmp_path)
    assert {kind.split()[0] for kind in read_reach(file)["student01"].values()} == {"ssh", "telnet"}
    assert file.read_text(encoding="utf-8").count('<param name="username">lab</param>') == 2 * 9 + 8 * 2 + 1 - 9
    editor.undo.click()
    editor.undo.click()
    expect(editor.get_field("Protocol of the first connection").locator("option:checked")).to_have_text("Mixed")


def test_numbered_people_become_a_list_and_numbers_again(page: Page) -> None:
    editor = open_example(page, PODS)

    pick(editor, "student01…student08")
    page.get_by_role("button", name="List their names instead").click()
    names = editor.get_field("User names, one a line")
    expect(names).to_have_value("\n".join(f"student0{number}" for number in range(1, 9)))
    names.fill("ada, own secret\nbob")
    expect(editor.status).to_contain_text("3 users")
    page.get_by_role("tab", name="XML").click()
    expect(page.locator("#preview-xml")).to_contain_text('username="ada"')
    page.get_by_role("button", name="Show passwords").click()
    expect(page.locator("#preview-xml")).to_contain_text('username="ada" password="own secret"')

    page.get_by_role("button", name="Number them instead").click()
    expect(editor.get_field("Count")).to_have_value("2")


def test_with_nothing_selected_the_diagram_is_set_up(page: Page) -> None:
    editor = open_example(page, PODS)
    page.get_by_role("tab", name="XML").click()

    editor.get_field("Passwords in the file").select_option("MD5")
    expect(page.locator("#preview-xml")).to_contain_text('encoding="md5"')
    editor.get_field("Guacamole version").select_option("1.3.0")
    editor.get_field("Passwords in the file").select_option("SHA-256 (Guacamole 1.4.0 and later)")
    expect(page.get_by_role("tab", name="Problems")).to_contain_text("1")
    editor.fill("Title", "Friday")
    expect(page.get_by_label("Title of the diagram")).to_have_value("Friday")


def test_a_diagram_that_nobody_named_has_the_same_title_in_the_bar_and_in_its_properties(
    editor: Editor, page: Page
) -> None:
    editor.drop("Router", (200, 150)).drop("Switch", (400, 150)).press("Escape")

    expect(page.get_by_label("Title of the diagram")).to_have_value("R1, SW1")
    expect(editor.get_field("Title")).to_have_value("R1, SW1")


def test_access_is_offered_while_there_is_somebody_to_give_it_to(editor: Editor, page: Page) -> None:
    editor.drop("Router", (200, 150))
    give = page.get_by_role("combobox", name="Give access to these users")
    expect(page.get_by_text("Add users, then say what they reach.")).to_be_visible()
    expect(give).to_be_hidden()

    editor.drop("Users", (500, 150)).click((200, 150))

    give.click()
    page.get_by_role("option", name="student1").click()
    editor.click((500, 150)).click((200, 150))
    expect(page.get_by_role("button", name="Take access to student1 away")).to_be_visible()
    expect(give).to_be_hidden()
