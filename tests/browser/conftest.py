"""The whole of Labmapper in a real Chromium: a server process, a browser, and a watch on every page."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from support.browser.axe import check_page
from support.browser.chromium import ARGUMENTS, get_chromium
from support.browser.editor import Editor
from support.browser.profiles import ARGUMENT, DEFAULTS, Profiles, run_profiles
from support.browser.watch import Watch
from support.labs.drawings import CONFIG
from support.server.server import run_server

# Long: what is in order comes as soon as it can, and what is not may keep a busy machine waiting.
ACTION_MILLISECONDS = 30_000
LOAD_MILLISECONDS = 60_000
expect.set_options(timeout=ACTION_MILLISECONDS)


# Finds nothing on a page that keeps somebody out.
Check = Callable[[Page], None]


class OpenPage(Protocol):
    """Opens a page in a browser profile of its own: another person, or the same one elsewhere."""

    def __call__(self, **options: Any) -> Page: ...


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with run_server(tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    return get_chromium()


@pytest.fixture(scope="session")
def chromium(chromium_path: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=[*ARGUMENTS, ARGUMENT])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def profiles(chromium: Browser, server: str) -> Iterator[Profiles]:
    with run_profiles(chromium, server) as profiles:
        yield profiles


@pytest.fixture
def watches() -> dict[Page, Watch]:
    return {}


@pytest.fixture
def open_page(chromium: Browser, profiles: Profiles, server: str, watches: dict[Page, Watch]) -> Iterator[OpenPage]:
    """Yield a way to open pages; when the test is over, nothing may have gone wrong on any of them.

    They come in profiles that other tests have used, and that are empty and warm; where the server is another, in new ones.
    """
    contexts = []

    def open_one(**options: Any) -> Page:
        if "base_url" in options:
            context = chromium.new_context(**DEFAULTS | options)
            contexts.append(context)
        else:
            context = profiles.take(**options)
        context.set_default_timeout(ACTION_MILLISECONDS)
        context.set_default_navigation_timeout(LOAD_MILLISECONDS)
        page = profiles.open_page(context)
        watches[page] = Watch(page, options.get("base_url", server))
        return page

    yield open_one
    for context in contexts:
        context.close()
    profiles.give_back()
    assert [complaint for watch in watches.values() for complaint in watch.get_complaints()] == []


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page()


@pytest.fixture
def blank(page: Page, watches: dict[Page, Watch], server: str) -> Page:
    """Return a page of nothing, and for which no rule of the server holds: what is printed stands alone."""
    made = page.context.new_page()
    watches[made] = Watch(made, server)
    return made


@pytest.fixture
def watch(page: Page, watches: dict[Page, Watch]) -> Watch:
    return watches[page]


@pytest.fixture
def editor(page: Page) -> Editor:
    """Return the editor on an empty diagram."""
    page.goto("/new")
    return Editor(page)


@pytest.fixture(scope="session")
def check_access() -> Check:
    """Return a check that axe finds nothing on a page that keeps somebody out."""
    return check_page


@pytest.fixture
def check_both(check_access: Check) -> Check:
    """Return a check that axe finds nothing on a page; in the dark, only its colours are others."""

    def check(page: Page) -> None:
        check_access(page)
        page.emulate_media(color_scheme="dark")
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        check_page(page, "color-contrast")
        page.emulate_media(color_scheme="light")
        expect(page.locator("html")).to_have_attribute("data-theme", "light")

    return check


@pytest.fixture
def config_file(tmp_path: Path) -> Path:
    """Return a file as usermapper reads it."""
    path = tmp_path / "config.yaml"
    path.write_bytes(CONFIG)
    return path
