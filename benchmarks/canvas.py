"""Measure the editor's canvas beside a bare-canvas yardstick and Cytoscape.js, in one headless Chromium.

Main-thread milliseconds a frame and the JavaScript heap come from the DevTools protocol, real mouse input drives the
pages in turn, and every figure is the median of the rounds. Ends with status 1 where a bar is missed.
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
from dataclasses import dataclass, field
from pathlib import Path

from measuring.gestures import Cost, measure, open_bench
from playwright.sync_api import Browser

from support.browser.chromium import open_chromium

ROOT = Path(__file__).resolve().parents[1]
CYTOSCAPE = "cytoscape@3.34.4"
CYTOSCAPE_AT = 1000
BUILD = ROOT / "build" / "bench"

# Product / yardstick. The last two are one figure a page; the others are scenarios.
BARS = {
    "pan close": 2.0,
    "pan fitted": 1.5,
    "zoom": 1.8,
    "drag 1": 1.5,
    "drag 50": 1.5,
    "first paint": 3.0,
    "heap, MB": 4.0,
}
SCENARIOS = list(BARS)[:-2]
# The largest drawing / the smallest, within the editor.
GROWTH = {"pan close": 2.2, "pan fitted": 3.8, "drag 1": 1.5, "drag 50": 1.5}
MEDIAN_INTERVALS, P95_INTERVALS, P95_LARGE_ZOOM = 1, 2, 4
LARGE = 5000
LEAD = 5.0


@dataclass(slots=True)
class Figures:
    """What one page brought, round by round: figures by name, and frames in intervals of the screen by scenario."""

    taken: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in BARS})
    frames: dict[str, list[int]] = field(default_factory=lambda: {name: [] for name in SCENARIOS})

    def add(self, name: str, cost: Cost) -> None:
        """Take up the *cost* of the scenario *name*."""
        self.taken[name].append(cost.milliseconds)
        self.frames[name] += cost.intervals

    def middle(self, name: str) -> float:
        """Return the median of the figure *name* over the rounds."""
        return statistics.median(self.taken[name])


@dataclass(slots=True)
class Judge:
    """Holds figures against their bars, and keeps the names of those that miss them."""

    missed: list[str] = field(default_factory=list)

    def hold(self, name: str, figure: float, bar: float, *, at_least: bool = False) -> str:
        """Return *figure* with its *bar* and the verdict, for a table."""
        keeps = figure >= bar if at_least else figure <= bar
        if not keeps:
            self.missed.append(name)
        return f"{figure:6.2f} of {bar:.1f} {'ok' if keeps else 'MISSED':6}"


def run_round(browser: Browser, address: str, page: str, nodes: int, figures: Figures) -> None:
    """Add to *figures* what *page* brings in one round."""
    bench, first_paint = open_bench(browser, address, page, nodes)
    figures.taken["first paint"].append(first_paint)
    figures.taken["heap, MB"].append(bench.read_heap())
    for scenario in SCENARIOS:
        figures.add(scenario, measure(bench, scenario))
    bench.page.close()


def measure_pages(browser: Browser, address: str, nodes: int, rounds: int) -> dict[str, Figures]:
    """Return the figures of every page on a drawing of *nodes* nodes; each round opens them one after the other."""
    pages = {
        name: Figures()
        for name in ("yardstick", "editor", "dressed", *(["cytoscape"] if nodes == CYTOSCAPE_AT else []))
    }
    for _ in range(rounds):
        for name, figures in pages.items():
            run_round(browser, address, name, nodes, figures)
    return pages


def show(judge: Judge, nodes: int, pages: dict[str, Figures]) -> None:
    """Print the figures of one size of drawing."""
    print(f"\n{nodes:,} nodes, {2 * nodes:,} cables: main-thread milliseconds a frame; frames in intervals of 16.7 ms")
    titles = f"{'':12}" + "".join(f"{name:>11}" for name in pages)
    print(f"{titles}   editor / yardstick   frame: median, p95")
    for name, bar in BARS.items():
        middles = {page: figures.middle(name) for page, figures in pages.items()}
        line = f"{name:12}" + "".join(f"{middle:11.1f}" for middle in middles.values())
        line += f"   {judge.hold(f'{name} at {nodes:,}', middles['editor'] / middles['yardstick'], bar)}"
        print(line + (show_frames(judge, nodes, name, pages["editor"].frames[name]) if name in SCENARIOS else ""))
    for name, bar in BARS.items():
        ratio = pages["dressed"].middle(name) / pages["yardstick"].middle(name)
        print(f"{name:12} dressed / yardstick   {judge.hold(f'{name} at {nodes:,}, dressed', ratio, bar)}")
    if "cytoscape" in pages:
        leads = [pages["cytoscape"].middle(name) / pages["editor"].middle(name) for name in [*SCENARIOS, "first paint"]]
        verdict = judge.hold("Cytoscape.js", statistics.geometric_mean(leads), LEAD, at_least=True)
        print(f"ahead of Cytoscape.js, in the geometric mean: {verdict}")


def show_frames(judge: Judge, nodes: int, scenario: str, frames: list[int]) -> str:
    """Return the cells about the times of *frames*."""
    most = P95_LARGE_ZOOM if scenario == "zoom" and nodes >= LARGE else P95_INTERVALS
    median, p95 = statistics.median(frames), statistics.quantiles(frames, n=20)[-1]
    where = f"{scenario} at {nodes:,}"
    return f"   {judge.hold(f'median frame of {where}', median, MEDIAN_INTERVALS)} {judge.hold(f'p95 frame of {where}', p95, most)}"


def show_growth(judge: Judge, small: int, large: int, results: dict[int, Figures]) -> None:
    """Print how the editor's frames grow with the drawing."""
    print(f"\nthe editor at {large:,} nodes / at {small:,}")
    for name, bar in GROWTH.items():
        ratio = results[large].middle(name) / results[small].middle(name)
        print(f"{name:12} {judge.hold(f'growth of {name}', ratio, bar)}")


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
    parser.add_argument("--nodes", type=int, nargs="+", default=[200, CYTOSCAPE_AT, LARGE])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if CYTOSCAPE_AT in options.nodes:
        install_cytoscape()
    judge = Judge()
    results: dict[int, Figures] = {}
    with serve() as address, open_chromium() as browser:
        for nodes in options.nodes:
            pages = measure_pages(browser, address, nodes, options.rounds)
            show(judge, nodes, pages)
            results[nodes] = pages["editor"]
    if len(results) > 1:
        show_growth(judge, min(results), max(results), results)
    sys.exit(f"\nMissed: {', '.join(judge.missed)}" if judge.missed else 0)


if __name__ == "__main__":
    main()
