"""Make the pictures of the README: each page in light and dark, as somebody with a few labs sees it."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize

from support.browser.chromium import open_chromium
from support.browser.editor import Editor
from support.server.server import run_server

Theme = Literal["light", "dark"]

PICTURES = Path(__file__).parents[1] / "docs" / "img"
SIZE: ViewportSize = {"width": 1280, "height": 800}
THEMES: tuple[Theme, ...] = ("light", "dark")
PASSWORD = "a password for the pictures"  # noqa: S105 - of a server that lives for a minute

CONFIG = Path(__file__).parents[1] / "tests" / "golden" / "usermapper-example" / "config.yaml"


def show_login(page: Page) -> None:
    """Show the log-in page."""
    page.goto("/login")


def show_convert(page: Page) -> None:
    """Show a converted config.yaml."""
    page.goto("/convert")
    page.locator("textarea").fill(CONFIG.read_text(encoding="utf-8"))
    page.get_by_role("button", name="Convert").click()


def show_editor(page: Page) -> None:
    """Show the editor on an example, with a group of people selected and the file below."""
    open_example(page, "Classroom")
    page.get_by_role("tab", name="Outline").click()
    page.get_by_role("treeitem").filter(has_text="student").first.click()
    page.get_by_role("tab", name="Add", exact=True).click()
    page.get_by_role("tab", name="XML").click()
    page.locator("#preview-xml").get_by_text("authorize").first.wait_for()
    page.get_by_role("button", name="Fit all").click()


def show_diagrams(page: Page) -> None:
    """Show the diagrams of somebody who has drawn three."""
    page.goto("/register")
    page.get_by_label("User name").fill("instructor")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Register").click()
    for title in ("Datacentre fabric", "A pod for every student", "Classroom"):
        open_example(page, title)
    page.goto("/diagrams")


def open_example(page: Page, title: str) -> None:
    """Draw the example called *title*, and wait until it is saved."""
    page.goto("/new")
    page.get_by_role("button", name="Start from an example").click()
    page.get_by_role("dialog").get_by_role("button").filter(has_text=title).click()
    Editor(page).expect_saved()


SCENES: dict[str, Callable[[Page], None]] = {
    "editor": show_editor,
    "convert": show_convert,
    "login": show_login,
    "diagrams": show_diagrams,
}


def take(browser: Browser, server: str, theme: Theme) -> None:
    """Take every picture in *theme*."""
    for name, show in SCENES.items():
        context = browser.new_context(base_url=server, viewport=SIZE, color_scheme=theme, reduced_motion="reduce")
        page = context.new_page()
        show(page)
        page.mouse.move(0, 0)
        page.wait_for_load_state("networkidle")
        path = PICTURES / f"{name}-{theme}.png"
        page.screenshot(path=path)
        print(f"{path} has {path.stat().st_size // 1024} KiB.")
        context.close()


def main() -> None:
    """Take every picture."""
    PICTURES.mkdir(exist_ok=True)
    with open_chromium() as browser:
        for theme in THEMES:
            with tempfile.TemporaryDirectory() as directory, run_server(Path(directory)) as server:
                take(browser, server, theme)


if __name__ == "__main__":
    main()
