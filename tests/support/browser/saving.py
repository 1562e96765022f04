"""Drawings that reach the server or do not, and what is then kept in the browser."""

from playwright.sync_api import Locator, Page, Route

from support.browser.editor import Editor
from support.browser.interception import intercept

OFFLINE = "Offline, kept in this browser"
BROUGHT_BACK = "Brought back what was drawn here and not saved."
SPOT = (200, 220)
WRITES = "**/api/v1/diagrams**"
# In milliseconds: so long after a change, it is sent.
SECOND = 1000


def draw(editor: Editor, name: str) -> Editor:
    """Draw a router called *name*."""
    return editor.drop("Router", SPOT).fill("Name", name)


def refuse_saves(page: Page, status: int | None = None) -> None:
    """Let nothing that is saved in the browser of *page* reach the server: no network, or an answer with *status*."""

    def refuse(route: Route) -> None:
        if route.request.method in {"GET", "HEAD"}:
            return route.fallback()
        if status is None:
            return route.abort("connectionfailed")
        error = {"code": "refused", "message": "This cannot be saved.", "problems": []}
        return route.fulfill(status=status, json={"error": error})

    intercept(page, WRITES, refuse, is_for_all=True)


def let_saves_through(page: Page) -> None:
    page.context.unroute(WRITES)


def open_kept(page: Page) -> Locator:
    """Open the list of what is kept in this browser."""
    page.get_by_role("button", name="Menu", exact=True).click()
    page.get_by_role("menuitem", name="Work kept in this browser").click()
    return page.get_by_role("dialog")
