"""A page in a language that is longer, accented and in brackets: nothing on it is English, and nothing overflows."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from support.drawings import CONFIG
from support.pseudo import LANGUAGE, write_pseudo
from support.sentences import find_overflow, find_untranslated
from support.server import run_server

pytestmark = pytest.mark.browser

NARROW, WIDE = (390, 844), (1280, 800)
# Names, and words that are the same in every language.
KNOWN = frozenset(
    ["Labmapper", "Guacamole", "Ann", "Bearer", "SHA-256", "JavaScript", "KiB", "MiB", "backup", "UTC", "Untitled lab"]
)


@pytest.fixture(scope="module")
def foreign_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of a server that speaks the language too."""
    directory = tmp_path_factory.mktemp("pseudo")
    (directory / "translations").mkdir()
    write_pseudo(directory / "translations")
    with run_server(directory, settings={"LABMAPPER_TRANSLATIONS": str(directory / "translations")}) as address:
        yield address


@pytest.fixture
def foreign_page(chromium: Browser, foreign_server: str) -> Iterator[Page]:
    """Yield a page of a browser that asks for the language."""
    with chromium.new_context(base_url=foreign_server, locale=LANGUAGE, reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.fixture
def check_texts(foreign_page: Page) -> Callable[[], None]:
    """Return a check of what is on the page, on a wide and on a narrow window."""

    def check() -> None:
        for width, height in (NARROW, WIDE):
            foreign_page.set_viewport_size({"width": width, "height": height})
            assert find_untranslated(foreign_page, KNOWN) == []
            assert find_overflow(foreign_page) == []

    return check


def send_form(page: Page, action: str) -> None:
    page.locator(f"form[action*='{action}'] button[type=submit]").first.click()


def register(page: Page) -> None:
    page.goto("/register")
    page.fill("#username", "Ann")
    page.fill("#password", "correct horse battery")
    page.click("main button[type=submit]")


def convert(page: Page, content: str) -> None:
    page.goto("/convert")
    page.fill("#text", content)
    page.click("main form button[type=submit]")


@pytest.mark.parametrize("address", ["/login", "/register", "/convert", "/diagrams", "/diagrams?trash=1", "/nowhere"])
def test_a_page_for_anybody_is_in_the_language(
    foreign_page: Page, check_texts: Callable[[], None], address: str
) -> None:
    foreign_page.goto(address)

    assert foreign_page.locator("html").get_attribute("lang") == LANGUAGE
    check_texts()


@pytest.mark.parametrize("address", ["/login", "/register"])
def test_what_is_wrong_in_a_form_is_in_the_language(
    foreign_page: Page, check_texts: Callable[[], None], address: str
) -> None:
    foreign_page.goto(address)

    foreign_page.click("main button[type=submit]")

    check_texts()


def test_the_account_is_in_the_language(foreign_page: Page, check_texts: Callable[[], None]) -> None:
    register(foreign_page)
    foreign_page.goto("/account")
    foreign_page.fill("#token-name", "backup")

    send_form(foreign_page, "/account/tokens")

    check_texts()
    send_form(foreign_page, "/account/password")
    check_texts()


def test_converting_and_what_is_saved_are_in_the_language(
    foreign_page: Page, check_texts: Callable[[], None], tmp_path: Path
) -> None:
    convert(foreign_page, CONFIG.decode())
    check_texts()
    send_form(foreign_page, "/open")
    foreign_page.wait_for_url("**/diagrams/*")
    diagram = foreign_page.url
    foreign_page.goto(f"{diagram}/history")
    check_texts()
    foreign_page.goto(f"{diagram}/history/1/look")
    check_texts()
    foreign_page.goto("/diagrams")
    check_texts()
    foreign_page.goto("/diagrams?q=nowhere")
    check_texts()
    foreign_page.goto("/diagrams")
    send_form(foreign_page, "/delete")
    check_texts()
    foreign_page.goto("/diagrams?trash=1")
    check_texts()
