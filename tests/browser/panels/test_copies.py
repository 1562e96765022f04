"""What the copies of a stack have: the switch, the list of values, and one host with many ports."""

import pytest
from playwright.sync_api import Locator, Page, expect

from support.browser.editor import Editor

pytestmark = pytest.mark.browser


def choose(page: Page, field: str, mode: str) -> None:
    get_part(page).get_by_label(field, exact=True).select_option(mode)


def get_part(page: Page) -> Locator:
    return page.get_by_role("group", name="The copies")


def test_one_host_with_many_ports_is_proposed_and_ctrl_d_goes_on_with_the_ports(editor: Editor, page: Page) -> None:
    editor.drop("Router", (200, 160)).fill("Name", "R1").fill("Count", "14").fill("Host", "127.0.0.1").fill(
        "Port", "2001"
    )
    choose(page, "Port", "Counts up")
    page.get_by_role("tab", name="Problems").click()

    page.get_by_role("button", name="Same host for all", exact=True).click()

    page.get_by_role("tab", name="Properties").click()
    expect(get_part(page).get_by_label("Host", exact=True)).to_have_value("same")
    expect(page.locator("#inspector .expansion").first).to_contain_text("127.0.0.1:2001 … 127.0.0.1:2014")
    editor.press("Control+d")
    expect(editor.get_field("Port")).to_have_value("2015")
    expect(editor.get_field("Host")).to_have_value("127.0.0.1")


def test_a_column_of_passwords_is_pasted_and_what_is_missing_is_told(editor: Editor, page: Page) -> None:
    editor.drop("Router", (200, 160)).fill("Name", "R1").fill("Count", "4").fill("Host", "10.0.0.1")
    choose(page, "Password", "A value for each")
    values = page.get_by_role("textbox", name="Values of Password, one a line")

    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    values.focus()
    page.evaluate("text => navigator.clipboard.writeText(text)", "geheim-1\ngeheim-2\ngeheim-3\n")
    page.keyboard.press("Control+v")

    expect(get_part(page).get_by_role("status")).to_have_text("3 of 4 values; none for R4.")
    expect(get_part(page).get_by_role("row", name="R4 missing")).to_be_visible()
    expect(get_part(page)).not_to_contain_text("geheim")


def test_the_names_of_a_stack_count_up_and_the_other_choice_is_refused_with_the_reason(
    editor: Editor, page: Page
) -> None:
    editor.drop("Router", (200, 160)).fill("Name", "R1").fill("Count", "4").fill("Host", "10.0.0.1")
    expect(get_part(page)).to_contain_text("R1 … R4")

    choose(page, "Names", "Same for all")

    expect(get_part(page).get_by_role("status")).to_have_text(
        "Not possible: of connections with one name Guacamole shows only one."
    )
    expect(get_part(page).get_by_label("Names", exact=True)).to_have_value("counts")
