"""A browser that is told to keep nothing for any site: the editor starts and says, once, what that means."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser.chromium import ARGUMENTS
from support.browser.editor import Editor

pytestmark = pytest.mark.browser

BLOCK = 2
PREFERENCES = {"profile": {"default_content_setting_values": {"cookies": BLOCK}}}


@pytest.fixture
def blocked(chromium: Browser, chromium_path: Path, server: str, tmp_path: Path) -> Iterator[Page]:
    """Yield a page of a browser that keeps neither cookies nor anything else."""
    preferences = tmp_path / "profile" / "Default" / "Preferences"
    preferences.parent.mkdir(parents=True)
    preferences.write_text(json.dumps(PREFERENCES), encoding="utf-8")
    context = chromium.browser_type.launch_persistent_context(
        tmp_path / "profile", executable_path=chromium_path, args=list(ARGUMENTS), base_url=server
    )
    yield context.new_page()
    context.close()


def test_one_draws_and_is_told_once_that_nothing_is_kept(blocked: Page) -> None:
    errors: list[str] = []
    blocked.on("pageerror", lambda error: errors.append(str(error)))
    blocked.goto("/new")

    editor = Editor(blocked).drop("Router", (200, 220)).fill("Name", "core")
    editor.press("Control+c").press("Control+v")

    expect(editor.saved).to_have_text("Not kept in this browser")
    expect(editor.show_outline()).to_have_text(["core", "core2"])
    notice = blocked.locator(".notice")
    expect(notice).to_have_count(1)
    expect(notice).to_contain_text("your browser refuses cookies")
    expect(notice.get_by_role("button", name="Export the diagram")).to_be_visible()
    assert errors == []
