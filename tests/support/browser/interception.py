"""Answers of the server that come late, are others, or never come, as on a slow line or a broken one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Route, expect

_PROBE = "/livez?intercepted"
_MOST_TRIES = 1000


def intercept(page: Page, address: str, answer: Callable[[Route], object], *, is_for_all: bool = False) -> None:
    """Let *answer* answer what *page*, or where it *is_for_all* each page of its profile, asks for at *address*.

    What is asked from now on. A page that is open already goes on past what intercepts for some milliseconds.
    """
    (page.context if is_for_all else page).route(address, answer)
    if page.url == "about:blank":
        return
    page.route(lambda url: url.endswith(_PROBE), lambda route: route.fulfill(status=204))
    for _ in range(_MOST_TRIES):
        if page.evaluate("address => fetch(address).then(({ status }) => status)", _PROBE) == 204:
            return
    raise AssertionError("What this page asks for is not intercepted.")


@contextmanager
def held(page: Page, address: str) -> Iterator[None]:
    """Let what *page* asks for at *address* come only when this is over."""
    waiting: list[Route] = []
    is_held = True
    intercept(page, address, lambda route: waiting.append(route) if is_held else route.continue_())
    yield
    is_held = False
    for route in waiting:
        route.continue_()


@contextmanager
def held_until_waited_for(page: Page, module: str) -> Iterator[None]:
    """Let *module* come only when this is over, and somebody has waited for it."""
    with held(page, f"**/js/{module}"):
        yield
        expect(page.locator(".notice")).to_have_text("Loading …")
