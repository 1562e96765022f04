"""The hand on a mouse."""

from typing import Any, ClassVar

from playwright.sync_api import Locator, expect

from support.browser.editor import Editor
from support.browser.person import Addition, Enclosure, Thing


class Mouse:
    """Clicks and drags; keys only write."""

    options: ClassVar[dict[str, Any]] = {}
    device: ClassVar[str] = "mouse"

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._page = editor.page

    def type(self, field: Locator, value: str) -> None:
        field.click(click_count=3)
        self._page.keyboard.type(value)
        expect(field).to_have_value(value)

    def choose(self, field: Locator, option: str) -> None:
        # The browser shows the list itself, outside of the page, where no test can point.
        field.select_option(label=option)

    def add(self, addition: Addition) -> None:
        self._editor.drop(addition.kind, addition.spot)

    def enclose(self, zone: Enclosure) -> None:
        self.press(self._page.get_by_role("button", name="Add Zone", exact=True))
        self._editor.drag(*zone.corners)

    def connect(self, source: Thing, target: Thing) -> None:
        self._editor.pull(source.spot, target.spot)

    def give_access(self, users: Thing, target: Thing) -> None:
        self._editor.pull(users.spot, target.spot)

    def press(self, button: Locator) -> None:
        button.click()
