"""Browser profiles that one test after another uses: a warm one opens the editor in half the time of a new one.

What a test leaves in its profile is removed; where it has done what cannot be undone, the profile is given up.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page
from playwright.sync_api._generated import Clock

DEFAULTS: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}

# What stays with a profile for as long as there is one, as a clock does that was put in.
LASTING = ("add_init_script", "expose_binding", "expose_function", "grant_permissions", "set_extra_http_headers")

# Lets all pages of a profile share one process, that has the scripts ready for as long as one page is open.
ARGUMENT = "--process-per-site"


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile with a page that is never shown, and keeps its process alive."""

    context: BrowserContext
    keeper: Page
    session: CDPSession
    # What the context was made with.
    options: dict[str, Any]

    def close_pages(self) -> None:
        """Close the pages. What they keep when they are left may come a moment later."""
        for page in self.context.pages:
            if page != self.keeper:
                page.close()
        self.context.unroute_all()
        self.context.set_offline(False)

    def clear(self, address: str) -> None:
        """Forget what the pages have kept for the server at *address*."""
        self.context.clear_cookies()
        self.session.send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": "all"})


@dataclass(slots=True)
class Profiles:
    """The profiles in *browser* for the server at *address*; each kind of window or finger has its own."""

    browser: Browser
    address: str
    free: list[Profile] = field(default_factory=list)
    taken: list[Profile] = field(default_factory=list)
    is_spoilt: bool = False

    def take(self, **options: Any) -> BrowserContext:
        """Return a profile without anything in it, made with *options*, until `give_back`."""
        found = next((each for each in self.free if each.options == options), None)
        if found:
            self.free.remove(found)
            found.clear(self.address)
        self.taken.append(found or self._make(options))
        return self.taken[-1].context

    def open_page(self, context: BrowserContext) -> Page:
        """Return a new page in the profile *context*, in the process of its keeper: a page of nothing would start another."""
        keeper = next((each.keeper for each in self.taken if each.context == context), None)
        if keeper is None:
            return context.new_page()
        with context.expect_page() as opened:
            keeper.evaluate("() => { open('about:blank'); }")
        return opened.value

    def give_back(self) -> None:
        """Keep what was taken for the next test, or close it where that would be noticed."""
        for profile in self.taken:
            if self.is_spoilt:
                profile.context.close()
            else:
                profile.close_pages()
                self.free.append(profile)
        self.taken, self.is_spoilt = [], False

    def _make(self, options: dict[str, Any]) -> Profile:
        context = self.browser.new_context(**{"base_url": self.address, **DEFAULTS, **options})
        keeper = context.new_page()
        keeper.goto("/healthz")
        return Profile(context, keeper, context.new_cdp_session(keeper), options)


@contextmanager
def run_profiles(browser: Browser, address: str) -> Iterator[Profiles]:
    """Yield the profiles in *browser* for the server at *address*."""
    profiles = Profiles(browser, address)

    def spoil(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            profiles.is_spoilt = True
            return method(*arguments, **options)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in LASTING:
            patch.setattr(BrowserContext, name, spoil(getattr(BrowserContext, name)))
        patch.setattr(Clock, "install", spoil(Clock.install))
        yield profiles
    for profile in profiles.free:
        profile.context.close()
