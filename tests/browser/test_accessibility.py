"""axe finds nothing on any page or state of the editor, light or dark; and all of it speaks to this server only."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from browser.test_accounts import register
from browser.test_convert import upload
from support.editor import Editor
from support.watch import Watch

pytestmark = pytest.mark.browser

Check = Callable[[Page], None]


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
    check_access(themed)
    register(themed)
    Editor(themed).drop("Router", (200, 150)).expect_saved()

    for path in ("/diagrams", "/account"):
        themed.goto(path)
        check_access(themed)
    themed.goto("/diagrams")
    for link in ("History", "What changed"):
        themed.get_by_role("link", name=link).first.click()
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
    check_access(themed)


def test_the_editor_is_open_to_everybody_in_each_of_its_states(themed: Page, check_access: Check) -> None:
    themed.goto("/new")
    editor = Editor(themed)
    check_access(themed)

    editor.drop("Users", (500, 300))
    check_access(themed)
    editor.drop("Router", (200, 150)).join((500, 300), (200, 150))
    check_access(themed)
    editor.click((200, 150))
    check_access(themed)
    editor.show_outline()
    themed.get_by_role("tab", name="Problems").click()
    check_access(themed)
    for tab in ("XML", "YAML", "Access"):
        themed.get_by_role("tab", name=tab, exact=True).click()
        check_access(themed)


@pytest.mark.parametrize("opener", ["Start from an example", "Export", "Menu"])
def test_what_opens_over_the_editor_is_open_to_everybody(themed: Page, check_access: Check, opener: str) -> None:
    themed.goto("/new")
    themed.get_by_role("button", name=opener, exact=True).click()

    expect(themed.get_by_role("dialog").or_(themed.get_by_role("menu"))).to_be_visible()
    check_access(themed)


def test_on_a_small_screen_everything_can_be_reached(open_page: OpenPage, check_access: Check) -> None:
    page = open_page(viewport={"width": 390, "height": 800})
    page.goto("/new")

    check_access(page)
    page.get_by_role("button", name="Add and outline").click()
    page.get_by_role("button", name="Add Router", exact=True).click()
    check_access(page)
    expect(page.locator("#status")).to_contain_text("1 device")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
