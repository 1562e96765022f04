"""The timers of a page, stopped where a test may not be slower than they are."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page

# Time can only be stopped at a moment to come: so much later that no machine is too slow for it.
AHEAD = timedelta(seconds=30)


def stop_timers(page: Page) -> None:
    """Let the time on *page* stand still from now on; ``page.clock`` makes it go on."""
    page.clock.install()
    page.clock.pause_at(datetime.now(UTC) + AHEAD)


@contextmanager
def stopped_timers(page: Page) -> Iterator[None]:
    """Let the time on *page* stand still meanwhile."""
    stop_timers(page)
    yield
    page.clock.resume()
