"""Measure the editor's canvas beside a bare-canvas yardstick and Cytoscape.js, in one headless Chromium.

Main-thread milliseconds a frame come from the DevTools protocol (``TaskDuration``), real mouse input drives the pages, one
move a frame, and every figure is the median of the rounds. Only the ratios mean something: the machine is busy with other things.
"""

import argparse
import contextlib
import functools
import http.server
import shutil
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
CYTOSCAPE = "cytoscape@3.34.4"
BUILD = ROOT / "build" / "bench"
SIZE: ViewportSize = {"width": 1400, "height": 900}
FRAMES = 40
NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))"

BARS = {"pan close": 2.0, "pan fitted": 1.5, "zoom": 1.8, "drag 1": 1.5, "drag 50": 1.5, "first paint": 3.0}
LEAD = 5.0


@dataclass(frozen=True, slots=True)
class Bench:
    """One page open on one drawing."""

    page: Page
    cdp: CDPSession
    name: str

    def task_seconds(self) -> float:
        """Return how long the main thread has worked so far."""
        metrics = self.cdp.send("Performance.getMetrics")["metrics"]
        return float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))

    def frame(self) -> None:
        """Wait until the next frame has been painted."""
        self.page.evaluate(NEXT_FRAME)


def measure(bench: Bench, scenario: str) -> float:
    """Return the main-thread milliseconds a frame of *scenario*."""
    bench.page.evaluate("() => bench.fit()" if "fitted" in scenario else "() => bench.showClose()")
    bench.page.evaluate(f"() => bench.select({50 if scenario == 'drag 50' else 0})")
    bench.frame()
    bench.frame()
    steps = {"pan": pan, "zoom": zoom, "drag": drag}[scenario.split(maxsplit=1)[0]]
    started, frames = 0.0, 0
    for moves_done in steps(bench):
        if moves_done == 1:
            started = bench.task_seconds()
        frames = moves_done
    return (bench.task_seconds() - started) * 1000 / max(1, frames - 1)


def pan(bench: Bench) -> Iterator[int]:
    """Pan there and back, by the wheel where that pans, else by a drag on empty canvas."""
    mouse = bench.page.mouse
    mouse.move(30, 30)
    is_dragged = bench.name == "cytoscape"
    if is_dragged:
        mouse.down()
    for move in range(1, FRAMES + 1):
        way = 12 if move <= FRAMES / 2 else -12
        if is_dragged:
            offset = 12 * (move if move <= FRAMES / 2 else FRAMES - move)
            mouse.move(30 + offset, 30 + offset / 2)
        else:
            mouse.wheel(-way, -way / 2)
        bench.frame()
        yield move
    if is_dragged:
        mouse.up()


def zoom(bench: Bench) -> Iterator[int]:
    """Zoom out and in again at the pointer."""
    bench.page.mouse.move(500, 400)
    if bench.name != "cytoscape":
        bench.page.keyboard.down("Control")
    for move in range(1, FRAMES + 1):
        bench.page.mouse.wheel(0, 8 if move <= FRAMES / 2 else -8)
        bench.frame()
        yield move
    bench.page.keyboard.up("Control")


def drag(bench: Bench) -> Iterator[int]:
    """Drag the first node, and with it whatever is selected."""
    start = bench.page.evaluate("() => bench.where()")
    mouse = bench.page.mouse
    mouse.move(start["x"], start["y"])
    mouse.down()
    mouse.move(start["x"] + 8, start["y"] + 8)
    bench.frame()
    for move in range(1, FRAMES + 1):
        offset = 8 * (move if move <= FRAMES / 2 else FRAMES - move)
        mouse.move(start["x"] + 8 + offset, start["y"] + 8 + offset / 2)
        bench.frame()
        yield move
    mouse.up()
    bench.frame()


def open_page(browser: Browser, base: str, name: str, nodes: int) -> tuple[Bench, float]:
    """Return the page *name* with a drawing of *nodes* nodes, and the milliseconds of work to its first picture."""
    page = browser.new_page(viewport=SIZE)
    page.goto(f"{base}/benchmarks/canvas/{name}.html")
    page.wait_for_function("() => window.bench")
    bench = Bench(page, page.context.new_cdp_session(page), name)
    bench.cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = bench.task_seconds()
    page.evaluate(f"() => {{ bench.load({nodes}); bench.fit(); }}")
    bench.frame()
    return bench, (bench.task_seconds() - before) * 1000


def run_round(browser: Browser, base: str, name: str, nodes: int) -> dict[str, float]:
    """Return all figures of one page in one round."""
    bench, first = open_page(browser, base, name, nodes)
    figures = {"first paint": first}
    for scenario in BARS:
        if scenario != "first paint":
            figures[scenario] = measure(bench, scenario)
    bench.page.close()
    return figures


def compare(browser: Browser, base: str, nodes: int, rounds: int, with_cytoscape: bool) -> bool:
    """Print the figures of a drawing of *nodes* nodes, and return whether the editor keeps its bars."""
    names = ["yardstick", "editor", *(["cytoscape"] if with_cytoscape else [])]
    taken: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            taken[name].append(run_round(browser, base, name, nodes))
    print(f"\n{nodes:,} nodes, {2 * nodes:,} cables: main-thread milliseconds a frame, median of {rounds}")
    print(
        f"{'':14}"
        + "".join(f"{name:>12}" for name in names)
        + "    editor / yardstick"
        + ("   cytoscape / editor" if with_cytoscape else "")
    )
    keeps, leads = True, []
    for scenario, bar in BARS.items():
        medians = {name: statistics.median(figures[scenario] for figures in taken[name]) for name in names}
        ratio = medians["editor"] / medians["yardstick"]
        keeps &= ratio <= bar
        verdict = "ok" if ratio <= bar else "MISSED"
        line = (
            f"{scenario:14}"
            + "".join(f"{medians[name]:12.1f}" for name in names)
            + f"    {ratio:5.2f} of {bar:.1f}  {verdict:6}"
        )
        leads += [medians["cytoscape"] / medians["editor"]] if with_cytoscape else []
        print(line + (f" {medians['cytoscape'] / medians['editor']:12.1f}" if with_cytoscape else ""))
    if leads:
        lead = statistics.geometric_mean(leads)
        keeps &= lead >= LEAD
        print(
            f"ahead of Cytoscape.js by {lead:.1f} of {LEAD:.0f} in the geometric mean  {'ok' if lead >= LEAD else 'MISSED'}"
        )
    return keeps


@contextlib.contextmanager
def serve() -> Iterator[str]:
    """Serve the checkout on a free port, and give the address."""
    handler = functools.partial(_QuietHandler, directory=str(ROOT))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is that of the base class
        """Keep quiet."""


def install_cytoscape() -> None:
    """Install Cytoscape.js where its page looks for it."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is not on the PATH: run this by make bench-canvas.")
    subprocess.run([npm, "install", "--silent", "--no-save", "--prefix", str(BUILD), CYTOSCAPE], check=True)


def main() -> None:
    """Run the benchmark as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, nargs="+", default=[200, 1000, 5000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--cytoscape", type=int, default=1000, help="the largest drawing to show Cytoscape.js, 0 for none"
    )
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="the browser to run")
    options = parser.parse_args()
    if options.cytoscape:
        install_cytoscape()
    with serve() as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium)
        kept = [compare(browser, base, nodes, options.rounds, nodes <= options.cytoscape) for nodes in options.nodes]
        browser.close()
    sys.exit(0 if all(kept) else 1)


if __name__ == "__main__":
    main()
