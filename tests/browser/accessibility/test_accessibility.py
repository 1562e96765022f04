"""axe finds nothing on any page or state of the editor, light or dark; and all of it speaks to this server only."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Check, OpenPage
from support.browser.editor import Editor
from support.browser.pages import register, upload
from support.browser.panels import choose_command, choose_in_menu
from support.browser.watch import Watch

pytestmark = [pytest.mark.browser, pytest.mark.long]


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, open_page: OpenPage) -> Page:
    return open_page(color_scheme=request.param)


@pytest.mark.parametrize("path", ["/convert", "/login", "/register", "/diagrams", "/diagrams?trash=1"])
def test_pages_are_open_to_everybody(themed: Page, check_access: Check, path: str) -> None:
    themed.goto(path)

    check_access(themed)


def test_pages_with_something_on_them_are_open_to_everybody(
    themed: Page, check_access: Check, config_file: Path
) -> None:
    upload(themed, config_file)
    expect(themed.get_by_role("link", name="Download user-mapping.xml")).to_be_visible()
    check_access(themed)
    register(themed)
    Editor(themed).drop("Router", (200, 150)).expect_saved()

    for path in ("/diagrams", "/account"):
        themed.goto(path)
        check_access(themed)
    themed.goto("/diagrams")
    for link in ("History", "What changed"):
        themed.get_by_role("link", name=link).first.click()
        expect(themed).to_have_title(re.compile(f"^{link}"))
        check_access(themed)


def test_pages_that_refuse_are_open_to_everybody(
    themed: Page, check_access: Check, watches: dict[Page, Watch], config_file: Path
) -> None:
    watches[themed].expect_status(404)
    watches[themed].expect_status(422)
    themed.goto("/nowhere")
    check_access(themed)

    config_file.write_text("users: [", encoding="utf-8")
    upload(themed, config_file)
    expect(themed.get_by_role("list", name="Problems")).to_be_visible()
    check_access(themed)


def test_the_editor_is_open_to_everybody_in_each_of_its_states(editor: Editor, page: Page, check_both: Check) -> None:
    check_both(page)
    editor.drop("Users", (500, 300))
    check_both(page)
    editor.get_field("Each password is").select_option("The same for everybody")
    page.get_by_role("button", name="List their names instead").click()
    check_both(page)

    editor.drop("Router", (200, 150)).join((500, 300), (200, 150)).click((500, 300)).click((200, 150))
    page.get_by_role("button", name="Add a connection").click()
    page.get_by_role("combobox", name="Add a parameter").first.fill("key")
    check_both(page)
    page.get_by_role("combobox", name="Add a parameter").first.press("Enter")
    editor.get_field("Count").fill("0")
    check_both(page)
    editor.get_field("Count").fill("3")

    editor.click((350, 225))
    check_both(page)
    for kind in ("Network", "Gateway", "Note", "Zone"):
        editor.drop(kind, (400, 100))
        check_both(page)
    editor.press("Control+a")
    check_both(page)

    page.get_by_role("button", name="Download user-mapping.xml").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("tab", name="Problems").click()
    editor.show_outline()
    page.get_by_role("tree").press("ArrowRight")
    editor.press("m")
    check_both(page)
    page.get_by_role("tree").press("F2")
    check_both(page)
    for tab in ("XML", "YAML", "Access"):
        page.get_by_role("tab", name=tab, exact=True).click()
        check_both(page)
    page.get_by_role("button", name="Fold the palette").click()
    check_both(page)


def test_what_opens_over_the_editor_is_open_to_everybody(editor: Editor, page: Page, check_both: Check) -> None:
    over = page.locator("dialog, [role=menu], [role=dialog]")
    page.get_by_role("button", name="Show me around").click()
    expect(over).to_be_visible()
    check_both(page)
    page.get_by_role("button", name="Skip").click()
    page.get_by_role("button", name="Start from an example").click()
    expect(over).to_be_visible()
    check_both(page)
    page.keyboard.press("Escape")
    expect(over).to_have_count(0)

    editor.drop("Router", (200, 150)).fill("Host", "10.0.0.1").drop("Users", (400, 150))
    for opener in ("Export", "Menu", "Tidy up", "Show and hide"):
        page.get_by_role("button", name=opener, exact=True).click()
        expect(over).to_be_visible()
        check_both(page)
        page.keyboard.press("Escape")
        expect(over).to_have_count(0)
    for keys in ("Control+k", "Control+f", "?", "Control+Shift+e", "Shift+F10"):
        editor.press(keys)
        expect(over).to_be_visible()
        check_both(page)
        page.keyboard.press("Escape")
        expect(over).to_have_count(0)
    editor.press("Control+s")
    expect(page.locator("#notices")).to_contain_text("Saved.")
    check_both(page)
    for name in (
        "Layers",
        "Templates",
        "Print, or save",
        "Put on a layer",
        "Keep as a template",
        "Save a named version",
    ):
        choose_command(editor, name)
        expect(over).to_be_visible()
        check_both(page)
        page.keyboard.press("Escape")
        expect(over).to_have_count(0)
    choose_in_menu(editor, "Menu", "History")
    page.get_by_role("button", name="What changed").first.click()
    expect(page.get_by_role("region", name="Versions")).to_contain_text("student1 added.")
    check_both(page)


def test_on_a_small_screen_everything_can_be_reached(open_page: OpenPage, check_both: Check) -> None:
    page = open_page(viewport={"width": 390, "height": 800}, has_touch=True)
    page.goto("/new")

    check_both(page)
    page.get_by_role("button", name="Add and outline").click()
    page.get_by_role("button", name="Add Router", exact=True).click()
    check_both(page)
    expect(page.locator("#status")).to_contain_text("1 device")
    page.get_by_role("button", name="Add and outline").click()
    editor = Editor(page)
    expect(editor.show_outline()).to_have_text(["R1"])
    check_both(page)
    page.get_by_role("tree").press("Enter")
    editor.fill("Host", "10.0.0.1").fill("Count", "4")
    expect(editor.status).to_contain_text("4 devices")
    check_both(page)
    page.get_by_role("tab", name="Problems").click()
    page.get_by_role("button", name="Menu", exact=True).click()
    check_both(page)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_done_is_announced_and_nothing_moves_for_who_asks_for_that(editor: Editor, page: Page) -> None:
    announced = page.locator("#announcer")
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--quick')") == "0ms"

    editor.drop("Router", (200, 150))
    expect(announced).to_have_text("Add R1")
    editor.press("Delete")
    expect(announced).to_have_text("Delete R1")
    editor.press("Control+z")
    expect(announced).to_have_text("Undone: Delete R1")


def test_the_empty_outline_adds_the_first_thing_and_keeps_the_focus(editor: Editor, page: Page) -> None:
    editor.show_outline()
    add = page.locator("#outline").get_by_role("button", name="Add something")

    add.press("Enter")
    page.get_by_role("combobox", name="Add something").fill("router")
    page.keyboard.press("Enter")
    expect(editor.status).to_contain_text("1 device")
    expect(page.get_by_role("tree")).to_be_focused()
    page.keyboard.press("Delete")

    expect(editor.status).to_contain_text("0 devices")
    expect(add).to_be_focused()


def test_the_outline_does_by_keyboard_what_the_canvas_does(editor: Editor, page: Page) -> None:
    tree = page.get_by_role("tree")
    editor.drop("Users", (200, 150)).drop("Zone", (450, 200))
    names = editor.show_outline()

    tree.press("Home")
    tree.press("ArrowDown")
    tree.press("Insert")
    page.get_by_role("combobox", name="Add something").fill("router")
    page.keyboard.press("Enter")
    expect(names).to_have_text(["student1", "Zone 1", "R1"])
    expect(editor.get_field("In zone").locator("option:checked")).to_have_text("Zone 1")
    tree.press("Insert")
    page.get_by_role("combobox", name="Add something").fill("server")
    page.keyboard.press("Enter")
    expect(editor.status).to_contain_text("2 devices")

    def act(entry: str, answer: str | None = None) -> None:
        """Open the menu of the row by keyboard, take *entry*, and answer what it asks."""
        tree.press("Shift+F10")
        page.get_by_role("menuitem", name=entry).press("Enter")
        if answer is not None:
            page.get_by_role("dialog").get_by_role("combobox").fill(answer)
            page.keyboard.press("Enter")

    act("Connect to", "R1")
    expect(editor.undo).to_have_accessible_name("Undo: Connect SRV1 and R1")
    act("Take out of the zone")
    act("Move into a zone", "Zone")
    expect(editor.get_field("In zone").locator("option:checked")).to_have_text("Zone 1")
    act("Let users reach this", "student")
    expect(page.get_by_role("region", name="Reached by")).to_contain_text("student1")
    act("Rename")
    expect(page.get_by_label("New name")).to_be_focused()
    page.keyboard.type("web")
    page.keyboard.press("Enter")
    act("Properties")
    expect(editor.get_field("Name")).to_be_focused()
    editor.expect_selected("web")
    tree.press("Delete")
    expect(editor.status).to_contain_text("1 device")
