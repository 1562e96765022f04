"""The editor as a person works it: palette, pointer and keys on the canvas, fields, outline and downloads."""

import re
import time
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Self

from playwright.sync_api import Locator, Page, expect

Spot = tuple[int, int]

# The first of the two frames is asked for before what was changed is painted, the second after it.
_PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"

SAVED = re.compile(r"^Saved \d\d:\d\d$")

# How far the handles beside a tile are from its middle.
HANDLE = 39

DOUBLE_CLICK_SECONDS = 0.1


def wait_for_paint(page: Page) -> None:
    """Wait until all that *page* has changed so far is painted."""
    page.evaluate(_PAINTED)


class Editor:
    """One editor page. Spots are pixels from the top left corner of the canvas."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.canvas = page.locator("#canvas")
        self.status = page.locator("#status")
        self.undo = page.locator("#undo")
        self.redo = page.locator("#redo")
        self.saved = page.locator("#saved")
        expect(self.status).to_contain_text("connection")

    def drop(self, kind: str, spot: Spot) -> Self:
        """Drag *kind* from the palette to *spot*; it is then selected."""
        entry = self.page.get_by_role("button", name=f"Add {kind}", exact=True)
        if not entry.is_visible():
            self.page.get_by_role("tab", name="Add", exact=True).click()
        entry.drag_to(self.canvas, target_position={"x": spot[0], "y": spot[1]})
        return self

    def fill(self, name: str, value: str) -> Self:
        """Type *value* into the field *name* of the inspector."""
        field = self.get_field(name)
        field.fill(value)
        expect(field).to_have_value(value)
        return self

    def get_field(self, name: str) -> Locator:
        return self.page.locator("#inspector").get_by_label(name, exact=True).first

    def expect_selected(self, name: str) -> Self:
        """Wait until the inspector shows what is called *name*, and only that is selected."""
        expect(self.get_field("Name")).to_have_value(name)
        return self

    def click(self, spot: Spot) -> Self:
        self.canvas.click(position={"x": spot[0], "y": spot[1]})
        return self

    def double_click(self, spot: Spot) -> Self:
        """Click twice quickly, as the events say, however slow the machine is."""
        x, y = self.point_at(spot)
        session = self.page.context.new_cdp_session(self.page)
        begin = time.time()
        for count, moment in ((1, begin), (2, begin + DOUBLE_CLICK_SECONDS)):
            event = {"x": x, "y": y, "button": "left", "clickCount": count, "timestamp": moment}
            for kind in ("mousePressed", "mouseReleased"):
                session.send("Input.dispatchMouseEvent", {"type": kind, **event})
        session.detach()
        return self

    def point_at(self, spot: Spot) -> tuple[float, float]:
        """Return where *spot* is in the window."""
        box = self.canvas.bounding_box()
        assert box is not None
        return box["x"] + spot[0], box["y"] + spot[1]

    def drag(self, start: Spot, end: Spot) -> Self:
        """Press at *start*, move in steps as a hand does, release at *end*."""
        mouse = self.page.mouse
        mouse.move(*self.point_at(start))
        mouse.down()
        mouse.move(*self.point_at(end), steps=8)
        mouse.up()
        return self

    def pull(self, start: Spot, end: Spot) -> Self:
        """Draw a cable or access from the handle beside the tile at *start*, which shows when the pointer is there."""
        self.page.mouse.move(*self.point_at(start))
        return self.drag((start[0] + HANDLE, start[1]), end)

    def join(self, start: Spot, end: Spot) -> Self:
        """Draw a line with the connect tool: a cable, or access where one end is people."""
        self.press("Escape").press("Escape")
        self.page.locator("#tools").get_by_role("button", name="Connect").click()
        self.click(start).click(end)
        self.page.keyboard.press("Escape")
        return self

    def press(self, keys: str) -> Self:
        """Press *keys* while the canvas has the focus."""
        self.canvas.press(keys)
        return self

    def show_outline(self) -> Locator:
        """Open the outline and return the names in it, in its order."""
        self.page.get_by_role("tab", name="Outline").click()
        expect(
            self.page.locator("#outline").get_by_role("tree").or_(self.page.locator("#outline .panel-empty")).first
        ).to_be_attached()
        return self.page.get_by_role("treeitem").locator(".outline-label")

    def expect_summary(self, *, devices: str, users: str, connections: str) -> Self:
        """Wait until the status bar says so; the canvas then marks what the server finds wrong, too."""
        for text in (devices, users, connections):
            expect(self.status).to_contain_text(text)
        return self

    def expect_saved(self) -> Self:
        """Wait until everything is saved and the page has the address of the diagram."""
        expect(self.saved).to_have_text(SAVED)
        expect(self.page).to_have_url(re.compile(r"/diagrams/[\w-]+$"))
        return self

    def download(self, directory: Path) -> Path:
        """Press the primary button and keep the file that comes."""
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name="Download user-mapping.xml").click()
        path = directory / download.value.suggested_filename
        download.value.save_as(path)
        return path


def read_reach(path: Path) -> dict[str, dict[str, str]]:
    """Return who reaches what by the mapping in *path*: user name -> connection -> protocol, host and port if given."""
    return {
        user.attrib["username"]: {
            connection.attrib["name"]: _describe(connection) for connection in user.iter("connection")
        }
        for user in ET.parse(path).getroot().iter("authorize")
    }


def _describe(connection: ET.Element) -> str:
    parameters = {param.attrib["name"]: param.text for param in connection.iter("param")}
    return " ".join(filter(None, [connection.findtext("protocol"), parameters.get("hostname"), parameters.get("port")]))


def read_passwords(path: Path) -> dict[str, str]:
    """Return each user's password by the mapping in *path*."""
    return {user.attrib["username"]: user.attrib["password"] for user in ET.parse(path).getroot().iter("authorize")}
