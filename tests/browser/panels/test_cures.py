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
