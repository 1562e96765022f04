"""From the drop of a lab file on the empty editor to its drawing on the canvas, in a real Chromium.

Counted is what the machine works: from the drop until the import page is there, and from its button *Open* until the drawing is
painted. What somebody reads and answers in between is not. Ends with status 1 where a bar is missed. The processor seconds of
server and browser together are told beside: on a busy machine the clock misses the bars and they hardly change.
"""

import argparse
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring.lab_files import SIZES, make_cml
from measuring.processor import read_processor_seconds
from playwright.sync_api import Browser, expect

from support.browser.chromium import open_chromium
from support.server.server import run_server

PATIENCE = 120_000
_DROP = """text => {
  const data = new DataTransfer();
  data.items.add(new File([text], 'lab.yaml'));
  window.droppedAt = performance.now();
  document.getElementById('canvas').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}"""
# The milliseconds since *droppedAt* at which a dialog called so is there, asked once a frame.
_SHOWN = """name => new Promise((resolve) => {
  const look = () => {
    const dialog = [...document.querySelectorAll('dialog[open]')].find((each) => each.textContent.includes(name));
    if (dialog) resolve(performance.now() - window.droppedAt); else requestAnimationFrame(look);
  };
  look();
})"""
# Notes when the canvas has its drawing: the frame after the empty page's message went.
_WATCH = """
  const look = () => {
    const empty = document.getElementById('empty');
    if (document.readyState !== 'loading' && empty?.hidden) {
      requestAnimationFrame(() => requestAnimationFrame(() => { document.documentElement.dataset.drawnAt = String(Date.now()); }));
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
"""


def drop(browser: Browser, server: str, text: str) -> tuple[float, float, float]:
    """Return the seconds from the drop to the import page, those from *Open* to the drawing, and what processors took for both."""
    context = browser.new_context(base_url=server, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto("/new")
    expect(page.locator("#status")).to_contain_text("connection")
    page.add_init_script(_WATCH)
    before = read_processor_seconds()
    page.evaluate(_DROP, text)
    read = page.evaluate(_SHOWN, "come in") / 1000
    clicked = page.evaluate("() => Date.now()")
    page.get_by_role("dialog").get_by_role("button", name="Open").click(no_wait_after=True)
    page.locator("html[data-drawn-at]").wait_for(state="attached")
    drawn = (float(page.locator("html").get_attribute("data-drawn-at") or 0) - clicked) / 1000
    taken = read_processor_seconds() - before
    context.close()
    return read, drawn, taken


def measure(browser: Browser, server: str, nodes: int, rounds: int) -> bool:
    """Print the row of a lab with so many *nodes*; return whether its bar is kept."""
    links, bar = SIZES[nodes]
    text = make_cml(nodes, links)
    taken = [drop(browser, server, text) for _ in range(rounds)]
    read, drawn, processor = (statistics.median(each[part] for each in taken) for part in (0, 1, 2))
    keeps = read + drawn <= bar
    size = len(text.encode()) // 1024
    print(
        f"{nodes:6,} nodes {links:6,} links {size:6,} KiB  {read:6.2f} + {drawn:5.2f} s   bar {bar} s: {'ok' if keeps else 'MISSED'}"
        f"   {processor:5.2f} s of the processors",
        flush=True,
    )
    return keeps


def main() -> None:
    """Run the benchmark as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with TemporaryDirectory() as directory, run_server(Path(directory)) as server, open_chromium() as browser:
        kept = [measure(browser, server, nodes, options.rounds) for nodes in SIZES]
    sys.exit(0 if all(kept) else 1)


if __name__ == "__main__":
    main()
