"""axe on a page: put into it once, and asked for nothing but what keeps somebody out."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

# Which parts of a page pass would cost as much again to tell. There are no frames, and no rule that runs reads style sheets as text.
_OPTIONS = {"resultTypes": ["violations"], "iframes": False, "preload": False}
_RUN = "(options) => axe.run(options).then(({ violations }) => ({ violations }))"


def check_page(page: Page, *rules: str) -> None:
    """Let *page* break none of the *rules*, or none at all."""
    if page.evaluate("() => !globalThis.axe"):
        page.evaluate(AXE_SCRIPT)
    options: dict[str, Any] = _OPTIONS | ({"runOnly": list(rules)} if rules else {})
    found: dict[str, Any] = page.evaluate(_RUN, options)
    assert found["violations"] == [], AxeResults(found).generate_report()
