"""Registering, leaving and coming back to the diagram; and what others can see of it."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from support.browser.editor import Editor
from support.browser.interception import held
from support.browser.pages import fill_log_in, log_in, log_out, register
from support.browser.watch import Watch

pytestmark = pytest.mark.browser


def test_somebody_registers_saves_leaves_and_comes_back_to_the_diagram(page: Page, open_page: OpenPage) -> None:
    name = register(page)
    editor = Editor(page)
    editor.drop("Router", (200, 150)).fill("Name", "R1").expect_saved()
    log_out(page)

    elsewhere = open_page()
    log_in(elsewhere, name)

    expect(Editor(elsewhere).show_outline()).to_have_text(["R1"])


def test_what_was_drawn_before_registering_comes_along(editor: Editor, page: Page, open_page: OpenPage) -> None:
    editor.drop("Router", (200, 150)).fill("Name", "before").expect_saved()
    name = register(page)

    elsewhere = open_page()
    log_in(elsewhere, name)

    expect(Editor(elsewhere).show_outline()).to_have_text(["before"])


def test_a_guest_s_work_is_taken_over_beside_what_is_there(page: Page) -> None:
    name = register(page)
    Editor(page).drop("Router", (200, 150)).fill("Name", "R1")
    page.get_by_label("Title of the diagram").fill("Mine")
    Editor(page).expect_saved()
    log_out(page)
    page.goto("/new")
    Editor(page).drop("Server", (200, 150)).fill("Name", "web")
    page.get_by_label("Title of the diagram").fill("The guest's")
    Editor(page).expect_saved()

    page.goto("/login")
    expect(page.get_by_role("group")).to_contain_text("Drawn in this browser without an account: The guest's.")
    page.get_by_label("I did: put it into my account").check()
    fill_log_in(page, name)
    expect(page.locator("#notices")).to_contain_text("1 diagram drawn before logging in now belongs to your account.")
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.get_by_role("menuitem", name=f"Account of {name}")).to_be_visible()
    page.goto("/diagrams")

    for title, device in {"Mine": "R1", "The guest's": "web"}.items():
        page.get_by_role("link", name=title, exact=True).click()
        expect(Editor(page).show_outline()).to_have_text([device])
        page.goto("/diagrams")


@pytest.fixture
def deleted(editor: Editor, page: Page) -> None:
    """Have a diagram with one device, 'Friday's lab', deleted in the list of diagrams, which *page* then shows."""
    editor.drop("Router", (200, 150))
    page.get_by_label("Title of the diagram").fill("Friday's lab")
    editor.expect_saved()
    page.goto("/diagrams")
    page.get_by_role("button", name="Delete Friday's lab").click()
    expect(page.get_by_role("table")).to_have_count(0)


@pytest.mark.usefixtures("deleted")
def test_a_diagram_that_was_deleted_in_the_list_is_brought_back(page: Page) -> None:
    page.get_by_role("button", name="Undo Friday's lab").click()
    page.get_by_role("link", name="Friday's lab", exact=True).click()

    expect(Editor(page).show_outline()).to_have_count(1)


@pytest.mark.usefixtures("deleted")
def test_what_cannot_be_undone_takes_two_steps_and_a_way_back(page: Page) -> None:
    page.get_by_role("link", name="Trash").click()
    for_good = page.get_by_role("button", name="Delete for good Friday's lab")
    opener = page.locator("summary")

    expect(for_good).to_be_hidden()
    opener.click()
    expect(for_good).to_be_focused()
    expect(page.get_by_role("button", name="Restore")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(for_good).to_be_hidden()
    opener.click()
    for_good.click()

    expect(page.get_by_role("heading", name="The trash is empty")).to_be_visible()


def test_a_step_that_is_opened_before_the_script_of_the_page_came_gets_the_focus_then(
    editor: Editor, page: Page
) -> None:
    editor.drop("Router", (200, 150)).expect_saved()

    with held(page, "**/js/pages.js"):
        page.goto("/diagrams", wait_until="commit")
        page.locator("summary", has_text="Rename").click()
        expect(page.get_by_label("New title")).to_be_visible()

    expect(page.get_by_label("New title")).to_be_focused()


def test_a_wrong_password_is_said_at_its_field(page: Page, watch: Watch) -> None:
    watch.expect_status(422)
    name = register(page)
    log_out(page)

    page.goto("/login")
    fill_log_in(page, name, "not the password")

    expect(page.get_by_label("Password")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Password")).to_be_focused()
    expect(page.get_by_role("main")).to_contain_text("The user name or the password is wrong.")


def test_somebody_else_s_diagram_is_not_there(
    editor: Editor, page: Page, open_page: OpenPage, watches: dict[Page, Watch]
) -> None:
    editor.drop("Router", (200, 150)).expect_saved()
    other = open_page()
    watches[other].expect_status(404)

    answer = other.goto(page.url)

    assert answer is not None
    assert answer.status == 404
    expect(other.get_by_role("heading", name="Nothing is here")).to_be_visible()
