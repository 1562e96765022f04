"""The finger on a tablet."""

from typing import Any, ClassVar

from playwright.sync_api import Locator, expect

from support.browser.editor import Editor
from support.browser.person import Addition, Enclosure, Thing
from support.browser.touch_events import Fingers, middle_of

TABLET: dict[str, Any] = {"viewport": {"width": 1024, "height": 768}, "has_touch": True, "is_mobile": True}
PHONE: dict[str, Any] = TABLET | {"viewport": {"width": 390, "height": 844}}


def tap_into_palette(editor: Editor, kind: str) -> None:
    """Tap *kind* in the palette, which places it."""
    editor.page.get_by_role("button", name=f"Add {kind}", exact=True).tap()


class Touch:
    """Taps and drags of one finger on a tablet; the keys of its keyboard only write."""

    options: ClassVar[dict[str, Any]] = TABLET
    device: ClassVar[str] = "touch"

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._page = editor.page
        self._fingers = Fingers(editor.page)

    def type(self, field: Locator, value: str) -> None:
        before = len(field.input_value())
        box = field.bounding_box()
        assert box is not None
        # Behind the text, where the finger sets the cursor to its end.
        field.tap(position={"x": box["width"] - 4 if before else 4, "y": box["height"] / 2})
        expect(field).to_be_focused()
        for _ in range(before):
            self._page.keyboard.press("Backspace")
        self._page.keyboard.type(value)
        expect(field).to_have_value(value)

    def choose(self, field: Locator, option: str) -> None:
        # The browser shows the list itself, outside of the page, where no test can point.
        field.select_option(label=option)

    def add(self, addition: Addition) -> None:
        entry = self._page.get_by_role("button", name=f"Add {addition.kind}", exact=True)
        entry.scroll_into_view_if_needed()
        start, (left, _) = middle_of(entry), self._editor.point_at((0, 0))
        # Out of the list sideways, since up and down scrolls it.
        self._fingers.drag(start, (left, start[1]), self._editor.point_at(addition.spot))

    def enclose(self, zone: Enclosure) -> None:
        self.take("Zone")
        self._fingers.drag(*(self._editor.point_at(corner) for corner in zone.corners))

    def connect(self, source: Thing, target: Thing) -> None:
        self.take("Connect")
        for thing in (source, target):
            self._fingers.tap(self._editor.point_at(thing.spot))
        self.take("Select")

    def give_access(self, users: Thing, target: Thing) -> None:
        self.connect(users, target)

    def press(self, button: Locator) -> None:
        button.tap()

    def take(self, tool: str) -> None:
        """Take *tool* from the tool bar."""
        button = self._page.get_by_role("toolbar", name="Tools").get_by_role("button", name=tool, exact=True)
        self.press(button)
        expect(button).to_have_attribute("aria-pressed", "true")
