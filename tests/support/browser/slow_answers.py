"""Answers that come late: what a page asks for is held up, as on a slow line."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Route


@contextmanager
def held(page: Page, address: str) -> Iterator[None]:
    """Let what *page* asks for at *address* come only when this is over."""
    waiting: list[Route] = []
    is_held = True
    page.route(address, lambda route: waiting.append(route) if is_held else route.continue_())
    yield
    is_held = False
    for route in waiting:
        route.continue_()
