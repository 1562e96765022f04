"""Cures beside problems: one button does what the hint says, and undo takes it back."""

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor

pytestmark = pytest.mark.browser


def test_what_was_written_around_a_host_is_put_where_it_belongs(editor: Editor, page: Page) -> None:
    editor.drop("Router", (200, 160)).fill("Host", "ssh://root@10.0.0.1:2022")
    page.get_by_role("tab", name="Problems").click()

    page.get_by_role("button", name="Put it where it belongs").click()

    expect(page.get_by_role("button", name="Put it where it belongs")).to_have_count(0)
    expect(editor.get_field("Host")).to_have_value("10.0.0.1")
    expect(editor.get_field("Port")).to_have_value("2022")
    expect(editor.get_field("User name")).to_have_value("root")


def test_addresses_carry_past_255_by_one_button_and_the_properties_say_so(editor: Editor, page: Page) -> None:
    editor.drop("Workstation", (200, 160)).fill("Host", "10.0.0.1").fill("Count", "500")
    page.get_by_role("tab", name="Problems").click()
    expect(page.locator("#problems")).to_contain_text("would get the address 10.0.0.500")

    page.get_by_role("button", name="Count past 255 too").click()

    expect(page.get_by_role("button", name="Count past 255 too")).to_have_count(0)
    page.get_by_role("tab", name="Properties").click()
    expect(page.locator("#inspector .expansion").first).to_contain_text("10.0.0.1 … 10.0.1.244")
    counting = page.locator("#inspector").get_by_role("group", name="The copies").get_by_label("Host")
    expect(counting).to_have_value("carries")
    editor.undo.click()
    expect(counting).to_have_value("counts")
