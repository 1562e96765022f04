"""The hands on a keyboard."""

from collections.abc import Callable
from typing import Any, ClassVar

from playwright.sync_api import Locator, expect

from support.browser.editor import Editor
from support.browser.person import Addition, Enclosure, Thing

MOST_STEPS = 120

# Asked for at every step, without computing the roles of all that is on the page.
_TREE = "[role=tree]"
_FOLLOWS = "goal => goal.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING"
_IS_REACHED = "goal => [goal.isConnected, goal === document.activeElement]"

# The keys that take these in hand.
ROUTER, SERVER, WORKSTATION = "1", "6", "7"


def place(editor: Editor, *digits: str) -> Editor:
    """Place what *digits* stand for, one after the other, with Enter."""
    for digit in digits:
        editor.press(digit).press("Enter")
    return editor


class Keyboard:
    """Tab, arrows, Enter, letters and shortcuts, on the drawing, in the outline and in fields."""

    options: ClassVar[dict[str, Any]] = {}
    device: ClassVar[str] = "keys"

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._page = editor.page

    def type(self, field: Locator, value: str) -> None:
        self._go_to(field)
        self._page.keyboard.type(value)
        expect(field).to_have_value(value)

    def choose(self, field: Locator, option: str) -> None:
        self._go_to(field)
        chosen = "list => list.selectedOptions[0].label"
        texts = [text.strip() for text in field.locator("option").all_text_contents()]
        way = texts.index(option) - texts.index(field.evaluate(chosen))
        self._press("ArrowDown" if way > 0 else "ArrowUp", times=abs(way))
        assert field.evaluate(chosen) == option

    def add(self, addition: Addition) -> None:
        self._command(f"Add {addition.kind.lower()}")
        self._press("Enter")

    def enclose(self, zone: Enclosure) -> None:
        self.select(*zone.names)
        self._press("Control+g", "Enter")

    def connect(self, source: Thing, target: Thing) -> None:
        self._find_row(source.name)
        self._choose_from_menu("Connect to …")
        self._pick(target.name)
        if self._row.get_attribute("aria-expanded") == "false":
            self._press("ArrowRight")
        self._walk_to(f"Cable to {target.name}", "ArrowDown")
        self._press("Enter")

    def give_access(self, users: Thing, target: Thing) -> None:
        self._find_row(users.name)
        self._choose_from_menu("Give access to …")
        self._pick(target.name)

    def press(self, button: Locator) -> None:
        self._go_to(button)
        self._press("Enter")

    def select(self, first: str, *others: str) -> None:
        """Select these rows of the outline, which follow each other in this order."""
        self._find_row(first)
        for name in others:
            self._walk_to(name, "Control+ArrowDown")
            self._press("Space")

    def act(self, entry: str, *names: str) -> None:
        """Choose *entry* from the menu of the rows *names*."""
        self.select(*names)
        self._choose_from_menu(entry)

    def open(self, name: str, part: str) -> None:
        """Open the row *name* and go to *part* in it."""
        self.select(name)
        self._press("ArrowRight")
        self._walk_to(part, "ArrowDown")

    @property
    def _row(self) -> Locator:
        """The row that the arrow keys have reached in the outline."""
        place = self._page.locator(_TREE).get_attribute("aria-activedescendant")
        return self._page.locator(f"#{place}")

    def _press(self, *keys: str, times: int = 1) -> None:
        for _ in range(times):
            for key in keys:
                self._page.keyboard.press(key)

    def _go_to(self, goal: Locator) -> None:
        """Press Tab, or Shift and Tab, until *goal* has the focus."""
        found = goal.element_handle()
        key = "Shift+Tab" if found.evaluate(_FOLLOWS) else "Tab"
        for _ in range(MOST_STEPS):
            is_there, is_reached = found.evaluate(_IS_REACHED)
            if not is_there:  # what was drawn anew since is another
                found = goal.element_handle()
            elif is_reached:
                return
            else:
                self._press(key)
        raise AssertionError(f"{key} does not lead to {goal}")

    def _command(self, name: str) -> None:
        """Go to the drawing and take *name* from the command palette."""
        self._go_to(self._editor.canvas)
        self._press("Control+k")
        self._pick(name)

    def _pick(self, label: str) -> None:
        """Type *label* into the chooser that is open, go down to it, and take it."""
        dialog = self._page.get_by_role("dialog")
        expect(dialog.get_by_role("combobox")).to_be_focused()
        self._page.keyboard.type(label)
        self._walk(lambda: dialog.locator("[aria-selected=true] .choice-label"), label, "ArrowDown")
        self._press("Enter")
        expect(dialog).to_have_count(0)

    def _choose_from_menu(self, label: str) -> None:
        """Open the menu of the row, go down to *label*, and take it."""
        self._press("Shift+F10")
        self._walk(lambda: self._page.locator(".menu-item:focus .menu-label"), label, "ArrowDown")
        self._press("Enter")

    def _find_row(self, name: str) -> None:
        """Go to the outline and to the row *name* in it."""
        self._command("Go to the outline")
        expect(self._page.locator(_TREE)).to_be_focused()
        self._press("Home")
        self._walk_to(name, "ArrowDown")

    def _walk_to(self, name: str, key: str) -> None:
        """Press *key* until the row *name* is reached."""
        self._walk(lambda: self._row.locator(".outline-label"), name, key)

    def _walk(self, read: Callable[[], Locator], name: str, key: str) -> None:
        """Press *key* until what *read* finds is called *name*."""
        for _ in range(MOST_STEPS):
            if _is_called(read().inner_text(), name):
                return
            self._press(key)
        raise AssertionError(f"{key} does not lead to {name}")


def _is_called(label: str, name: str) -> bool:
    """Return whether *label* stands for *name*: a group of people or a stack is shown with its last number too."""
    return label == name or label.startswith(f"{name}…")
