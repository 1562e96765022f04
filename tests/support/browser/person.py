"""What a person does to the editor, whatever with: mouse, keyboard and touch each are one way to do all of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, Protocol

from playwright.sync_api import Locator, Page

from support.browser.editor import Editor, Spot

DOWNLOAD = "Download user-mapping.xml"

# Notes what the page is worked with: kinds of pointers, and keys that do not write into a field.
WITNESS = """
  window.devices = new Set();
  const writes = (event) => (event.key.length === 1 || event.key === 'Backspace')
    && !event.ctrlKey && event.target.matches('input, textarea');
  addEventListener('pointerdown', (event) => window.devices.add(event.pointerType), true);
  addEventListener('keydown', (event) => writes(event) || window.devices.add('keys'), true);
"""


class Thing(NamedTuple):
    """Something on the drawing: its name, for who reads, and where it is, for who points."""

    name: str
    spot: Spot


class Addition(NamedTuple):
    """Something to add: its kind as the palette calls it, and where, for who points; for others a place is found."""

    kind: str
    spot: Spot


class Enclosure(NamedTuple):
    """A zone to draw: from corner to corner, for who points, and around what, for who reads."""

    corners: tuple[Spot, Spot]
    names: Sequence[str]


class Hand(Protocol):
    """What a person does to the editor. What was added, enclosed or connected last is selected."""

    options: ClassVar[dict[str, Any]]
    device: ClassVar[str]

    def __init__(self, editor: Editor) -> None: ...

    def type(self, field: Locator, value: str) -> None:
        """Let *field* hold *value* and nothing else."""

    def choose(self, field: Locator, option: str) -> None:
        """Choose *option* of a list."""

    def add(self, addition: Addition) -> None: ...

    def enclose(self, zone: Enclosure) -> None: ...

    def connect(self, source: Thing, target: Thing) -> None: ...

    def give_access(self, users: Thing, target: Thing) -> None: ...

    def press(self, button: Locator) -> None: ...


def watch_devices(page: Page) -> None:
    """Note from now on what *page* is worked with."""
    page.add_init_script(WITNESS)


def read_devices(page: Page) -> set[str]:
    """Return what *page* was worked with: kinds of pointers, and ``keys`` for keys other than those that write."""
    return set(page.evaluate("[...window.devices]"))


def download(hand: Hand, page: Page, directory: Path) -> Path:
    """Let *hand* press the primary button and keep the file that comes."""
    with page.expect_download() as waiting:
        hand.press(page.get_by_role("button", name=DOWNLOAD))
    waiting.value.save_as(directory / "user-mapping.xml")
    return directory / "user-mapping.xml"
