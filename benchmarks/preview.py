"""How soon the preview follows a change, in a real Chromium: from the key to the new text in the drawer and the new counts.

Beside it, before every change, the same browser sends the same drawing to a bare Flask route, which reads it as JSON and
writes it again. Ends with status 1 where a bar is missed. ``preview_parts.py`` tells what the server does meanwhile.
"""

import argparse
import json
import math
import statistics
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from compile import draw
from measuring.servers import serve_bare
from playwright.sync_api import Browser, FilePayload, Page, expect

from labmapper.core.drawing.document import render_diagram
from support.browser.chromium import open_chromium
from support.server.server import run_server

# Nodes, and how many answers of the bare route one change may cost at most.
BARS = {20: 12.0, 200: 12.0, 1_000: 7.0, 5_000: 7.0}
# It stands where the drawer shows it, and everything else is reached without it.
CHANGED = "R00001"
STEP = 160.0
PATIENCE = 120_000
_WATCH = Path(__file__).with_name("preview.js").read_text(encoding="utf-8")


@dataclass(slots=True)
class Figures:
    """Milliseconds, change by change: until drawer and counts follow, the longest task meanwhile, and the bare route's."""

    follow: list[float] = field(default_factory=list)
    task: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)


class Editor:
    """One page with *drawing*, a device selected and the drawer open."""

    def __init__(self, browser: Browser, address: str, drawing: dict[str, Any]) -> None:
        self._page = page = browser.new_page(viewport={"width": 1400, "height": 950})
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}/new")
        expect(page.locator("#status")).to_contain_text("connection")
        file: FilePayload = {"name": "lab.json", "mimeType": "application/json", "buffer": json.dumps(drawing).encode()}
        page.locator("#file").set_input_files(file)
        page.wait_for_url("**/diagrams/*")
        expect(page.locator("#preview-xml")).to_contain_text("authorize", timeout=PATIENCE)
        page.locator("#canvas").focus()
        page.keyboard.press("Control+f")
        expect(page.get_by_role("dialog").get_by_role("combobox")).to_be_focused()
        page.keyboard.type(CHANGED)
        page.keyboard.press("Enter")
        page.locator("#canvas").focus()
        page.evaluate(_WATCH)

    def change(self, keys: str) -> dict[str, float]:
        """Press *keys*, and return how long drawer and counts took to follow; what that leads to is saved and over."""
        with self._page.expect_response(lambda response: response.request.method == "PUT"):
            self._page.evaluate("() => { window.followed = window.follow(); }")
            self._page.keyboard.press(keys)
            taken: dict[str, float] = self._page.evaluate("() => window.followed")
        self._page.wait_for_timeout(300)
        return taken

    def close(self) -> None:
        """Close the page."""
        self._page.close()


def spread(drawing: dict[str, Any]) -> dict[str, Any]:
    """Return *drawing* with its zones side by side and its nodes in them, as somebody would draw it."""
    across = math.ceil(math.sqrt(len(drawing["zones"])))
    for number, zone in enumerate(drawing["zones"]):
        row, column = divmod(number, across)
        zone |= {"x": column * 6 * STEP, "y": row * 5 * STEP, "width": 5 * STEP, "height": 4 * STEP}
    corners = {zone["id"]: (zone["x"], zone["y"]) for zone in drawing["zones"]}
    for number, node in enumerate(drawing["nodes"]):
        left, top = corners.get(node["zone"], (-6 * STEP, 0.0))
        node |= {"x": left + (number % 5 + 0.5) * STEP, "y": top + (number // 5 % 4 + 0.5) * STEP}
    return drawing


def measure(browser: Browser, address: str, yardstick: Page, nodes: int, rounds: int) -> Figures:
    """Return what *rounds* changes of a drawing of *nodes* cost: a device goes and comes back."""
    drawing = spread(render_diagram(draw(nodes)))
    text = json.dumps(drawing)
    editor, figures = Editor(browser, address, drawing), Figures()
    editor.change("Delete")
    for number in range(rounds):
        figures.bare.append(yardstick.evaluate("(text) => window.askBare(text)", text))
        taken = editor.change("Control+Shift+z" if number % 2 else "Control+z")
        figures.follow.append(taken["follow"])
        figures.task.append(taken["task"])
    editor.close()
    return figures


def show(nodes: int, figures: Figures) -> bool:
    """Print the row of one size of drawing; return whether its bar is kept."""
    ratio = statistics.median(one / other for one, other in zip(figures.follow, figures.bare, strict=True))
    middles = [statistics.median(each) for each in (figures.bare, figures.follow, figures.task)]
    keeps = ratio <= BARS[nodes]
    columns = "".join(f"{middle:12.0f}" for middle in middles)
    print(f"{nodes:7,}{columns}{ratio:12.1f} of {BARS[nodes]:.0f} {'ok' if keeps else 'MISSED'}", flush=True)
    return keeps


def main() -> None:
    """Run the benchmark as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, nargs="+", default=list(BARS), choices=list(BARS))
    parser.add_argument("--rounds", type=int, default=8)
    options = parser.parse_args()
    with (
        TemporaryDirectory() as directory,
        run_server(Path(directory)) as address,
        serve_bare() as bare,
        open_chromium() as browser,
    ):
        yardstick = browser.new_page()
        yardstick.goto(bare)
        yardstick.evaluate(_WATCH)
        print(f"{'nodes':>7}{'bare ms':>12}{'follows ms':>12}{'task ms':>12}{'follows / bare':>20}")
        kept = [show(nodes, measure(browser, address, yardstick, nodes, options.rounds)) for nodes in options.nodes]
    sys.exit(0 if all(kept) else 1)


if __name__ == "__main__":
    main()
