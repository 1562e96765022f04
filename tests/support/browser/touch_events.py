"""Fingers on a page that is touched: real touch events, also where Playwright knows only the tap."""

import time
from collections.abc import Sequence
from typing import Self

from playwright.sync_api import Locator, Page

from support.browser.timers import stopped_timers

Point = tuple[float, float]

STEPS = 8
# A drag is said to have taken so long, the second half of it at rest: else the browser takes it for a fling, and
# the next tap for what stops that.
SECONDS = 0.4
# Somewhat longer than a finger has to rest.
LONG_PRESS_MILLISECONDS = 700


class Fingers:
    """Fingers on the glass over *page*. Points are pixels from the top left corner of the window.

    Time stands still for the page during a tap and a drag: on a slow machine they would be long presses.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session = page.context.new_cdp_session(page)

    def tap(self, point: Point) -> Self:
        with stopped_timers(self._page):
            self._page.touchscreen.tap(*point)
        return self

    def tap_twice(self, first: Point, second: Point | None = None) -> Self:
        """Tap quickly, as the events say, however slow the machine is."""
        begin = time.time()
        with stopped_timers(self._page):
            for point, moment in ((first, begin), (second or first, begin + SECONDS / 2)):
                self._send("touchStart", [point], moment)
                self._send("touchEnd", [], moment + SECONDS / 8)
        return self

    def drag(self, *path: Point) -> Self:
        """Move one finger along *path*."""
        return self.drag_all([path])

    def drag_all(self, paths: Sequence[Sequence[Point]]) -> Self:
        """Put one finger after another on the start of each of *paths*, move all at once to the ends, lift them."""
        starts = [path[0] for path in paths]
        begin = time.time() - SECONDS
        with stopped_timers(self._page):
            for count in range(1, len(starts) + 1):
                self._send("touchStart", starts[:count], begin)
            for step in range(1, STEPS + 1):
                places = [_find_along(path, step / STEPS) for path in paths]
                self._send("touchMove", places, begin + SECONDS * step / STEPS / 2)
            return self.lift()

    def hold(self, point: Point) -> Self:
        """Put a finger on *point* and leave it there."""
        self._send("touchStart", [point])
        return self

    def press_long(self, point: Point) -> Self:
        """Rest a finger on *point* until that is a long press, as the page's time says, and lift it."""
        with stopped_timers(self._page):
            self.hold(point)
            self._page.clock.run_for(LONG_PRESS_MILLISECONDS)
            return self.lift()

    def move(self, point: Point) -> Self:
        """Move the finger that is held to *point*."""
        self._send("touchMove", [point])
        return self

    def lift(self) -> Self:
        """Take all fingers off the glass."""
        self._send("touchEnd", [])
        return self

    def _send(self, kind: str, points: Sequence[Point], moment: float | None = None) -> None:
        touches = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(points)]
        event = {"type": kind, "touchPoints": touches, "timestamp": moment or time.time()}
        self._session.send("Input.dispatchTouchEvent", event)


def middle_of(locator: Locator) -> Point:
    """Return the middle of what *locator* finds, in pixels of the window."""
    box = locator.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _find_along(path: Sequence[Point], share: float) -> Point:
    """Return the point of *path* where *share* of its stretches lies behind."""
    stretch, way = divmod(share * (len(path) - 1), 1)
    here, there = path[int(stretch)], path[min(int(stretch) + 1, len(path) - 1)]
    return here[0] + (there[0] - here[0]) * way, here[1] + (there[1] - here[1]) * way
