"""Who is quicker than the editor: what one presses while it is still on its way is not lost."""

import pytest
from playwright.sync_api import Page, expect

from support.browser.interception import held

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("presses", [1, 2])
def test_what_is_pressed_before_the_editor_is_there_happens_then_and_once(page: Page, presses: int) -> None:
    menu = page.get_by_role("button", name="Menu", exact=True)

    with held(page, "**/data/catalogue.json"):
        page.goto("/new", wait_until="commit")
        for _ in range(presses):
            menu.click()
        expect(page.get_by_role("menu")).to_have_count(0)

    expect(page.get_by_role("menuitem", name="My diagrams")).to_be_visible()
    expect(page.get_by_role("menuitem", name="New diagram")).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "true")


def test_what_is_pressed_later_happens_once(page: Page) -> None:
    page.goto("/new")
    expect(page.get_by_role("button", name="Start from an example")).to_be_visible()

    page.get_by_role("button", name="Menu", exact=True).click()

    expect(page.get_by_role("menu")).to_be_visible()


def test_a_digit_and_enter_place_something_right_after_the_page_came(page: Page) -> None:
    with held(page, "**/data/catalogue.json"):
        page.goto("/new", wait_until="commit")
        page.locator("#canvas").wait_for()
        page.keyboard.press("1")
        page.keyboard.press("Enter")

    expect(page.locator("#status")).to_contain_text("1 device")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("2 devices")


def test_a_digit_and_enter_work_without_a_click_on_the_drawing(page: Page) -> None:
    page.goto("/new")
    expect(page.get_by_role("button", name="Start from an example")).to_be_visible()

    page.keyboard.press("1")
    page.keyboard.press("Enter")

    expect(page.locator("#status")).to_contain_text("1 device")
