"""A page in a language that is longer, accented and in brackets: nothing on it is English, and nothing overflows."""

import calendar
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from labmapper.web.static_files.assets import load_examples
from support.browser.sentences import find_overflow, find_untranslated
from support.labs.drawings import CONFIG, draw_pods
from support.labs.pseudo import LANGUAGE, pseudo, write_pseudo
from support.server.server import run_server

pytestmark = pytest.mark.browser

NARROW, WIDE = (390, 844), (1280, 800)
# Names, and words that are the same in every language.
NAMES = (
    "student01",
    "student02",
    "R1",
    "LAN1",
    "Gate",
    "Pod",
    "Hello",
    "Lab",
    "core",
    "10.0.0.1",
    "10.0.{pod}.1",
    "eth0",
    "Ann",
    "backup",
)
# What is the same in every language.
TECHNICAL = (
    "Labmapper",
    "Guacamole",
    "XML",
    "YAML",
    "PGSQL",
    "MYSQL",
    "IMPORT",
    "LINKS",
    "SHA-256",
    "JavaScript",
    "KiB",
    "MiB",
    "UTC",
    "Untitled lab",
    "${GUAC_USERNAME}",
    "user-mapping.xml",
    "config.yaml",
)
# What the browser itself writes: times in words.
TIMES = (*calendar.day_name, *calendar.month_name[1:], " at ", "AM", "PM")
EXAMPLES = tuple(each["title"] for each in load_examples())
KNOWN = frozenset([*NAMES, *EXAMPLES, *TECHNICAL, *TIMES, "Untitled lab"])


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
    foreign_page.goto(f"{diagram}/history/1")
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


# A thing of each kind.
LAB = draw_pods() | {
    "nodes": [
        *draw_pods()["nodes"],
        {"id": "n3", "type": "network", "label": "LAN1", "x": 100, "y": 200},
        {"id": "n4", "type": "gateway", "label": "Gate", "x": 250, "y": 200},
        {"id": "n5", "type": "note", "label": "Hello", "x": 250, "y": 300},
        {"id": "n6", "type": "device", "kind": "server", "label": "core", "x": 100, "y": 300, "connections": []},
    ],
    "links": [{"id": "l1", "source": {"node": "n6", "interface": "eth0"}, "target": {"node": "n3"}}],
    "access": [{"id": "a1", "users": "n2", "target": "n3"}],
}


@pytest.fixture
def editor_page(foreign_page: Page) -> Page:
    """Return the page of the editor, with a thing of each kind on it."""
    foreign_page.goto("/new")
    diagram = foreign_page.evaluate(
        """async (diagram) => {
          const token = document.querySelector('meta[name="csrf-token"]').content;
          const headers = { 'Content-Type': 'application/json', 'X-CSRFToken': token };
          const answer = await fetch('/api/v1/diagrams', { method: 'POST', headers, body: JSON.stringify({ diagram }) });
          return (await answer.json()).id;
        }""",
        LAB,
    )
    foreign_page.goto(f"/diagrams/{diagram}")
    expect(foreign_page.locator("#status")).to_contain_text(re.compile(r"\d"))
    return foreign_page


def show_wide(page: Page) -> None:
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})


def check_now(page: Page) -> None:
    """Check what is on *page* in the window as it is: another width would close menus."""
    assert find_untranslated(page, KNOWN) == []
    assert find_overflow(page) == []


def test_the_empty_editor_is_in_the_language(foreign_page: Page, check_texts: Callable[[], None]) -> None:
    foreign_page.goto("/new")
    expect(foreign_page.locator("#empty")).to_be_visible()
    check_texts()

    foreign_page.locator("#empty button").first.click()
    expect(foreign_page.locator("dialog")).to_be_visible()
    check_texts()


@pytest.mark.parametrize(
    "opener",
    ["#menu", "#export", "#tools button[aria-haspopup]", "#status button[aria-haspopup]"],
)
def test_every_menu_is_in_the_language(editor_page: Page, opener: str) -> None:
    show_wide(editor_page)

    editor_page.click(opener)

    expect(editor_page.get_by_role("menu")).to_be_visible()
    check_now(editor_page)


@pytest.mark.parametrize("keys", ["?", "Control+k", "Control+f", "Control+Shift+E"])
def test_every_dialog_is_in_the_language(editor_page: Page, check_texts: Callable[[], None], keys: str) -> None:
    editor_page.locator("#canvas").focus()

    editor_page.keyboard.press(keys)

    expect(editor_page.locator("dialog[open]")).to_be_visible()
    check_texts()


def test_what_says_that_all_is_saved_is_in_the_language(editor_page: Page, check_texts: Callable[[], None]) -> None:
    editor_page.locator("#canvas").press("Control+s")

    expect(editor_page.locator("#notices .notice").first).to_be_visible()
    check_texts()


def test_the_history_is_in_the_language(editor_page: Page, check_texts: Callable[[], None]) -> None:
    show_wide(editor_page)
    editor_page.click("#menu")
    editor_page.get_by_role("menuitem", name=pseudo("History")).click()

    expect(editor_page.locator("dialog .history-row").first).to_be_visible()
    check_texts()


def test_the_properties_of_everything_are_in_the_language(editor_page: Page) -> None:
    show_wide(editor_page)
    editor_page.click("#tab-outline")
    tree = editor_page.get_by_role("tree")
    tree.focus()
    editor_page.keyboard.press("*")
    for key in ("Home", *["ArrowRight", "ArrowDown"] * 12):
        editor_page.keyboard.press(key)
        editor_page.keyboard.press("Space")
        editor_page.wait_for_timeout(50)
        check_now(editor_page)
        editor_page.keyboard.press("Space")


def test_several_things_and_their_menu_are_in_the_language(editor_page: Page) -> None:
    show_wide(editor_page)
    editor_page.locator("#canvas").focus()
    editor_page.keyboard.press("Control+a")
    expect(editor_page.locator("#inspector h2")).to_contain_text("9")
    check_now(editor_page)

    editor_page.keyboard.press("Shift+F10")
    expect(editor_page.get_by_role("menu")).to_be_visible()
    check_now(editor_page)


def test_the_preview_and_the_problems_are_in_the_language(editor_page: Page) -> None:
    show_wide(editor_page)
    editor_page.click("#tab-problems")
    expect(editor_page.locator("#problems li").first).to_be_visible()
    check_now(editor_page)

    for tab in ("#tab-xml", "#tab-yaml", "#tab-matrix"):
        editor_page.click(tab)
        check_now(editor_page)


def test_the_tour_is_in_the_language(foreign_page: Page) -> None:
    foreign_page.goto("/new")
    foreign_page.locator("#empty > button").click()
    for _ in range(5):
        expect(foreign_page.locator(".tour")).to_be_visible()
        check_now(foreign_page)
        foreign_page.locator(".tour .button-primary").click()
