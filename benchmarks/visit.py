"""How long a visitor on a thin line waits for the editor, in a real Chromium: until the status bar has its counts.

Beside it, in the same browser and on the same line, a bare page of as many bytes in one script, which then asks once and shows
the answer. First visits come with an empty cache, later ones with what the first has left. Ends with status 1 where a bar is missed.
"""

import argparse
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from measuring.servers import serve_bare
from playwright.sync_api import Browser, BrowserContext

from support.browser.chromium import ELSEWHERE, open_chromium
from support.server.server import run_server

# Bytes a second, and milliseconds that every answer takes to begin.
SPEED = 1_600_000 / 8
LATENCY = 150
# Milliseconds, and requests.
FIRST, LATER, REQUESTS = 2_500, 600, 40
# How a browser names the server, and how it gets the files then.
HOSTS = {"localhost": "brotli", ELSEWHERE: "gzip"}
_WATCH = """
    new MutationObserver((changes, observer) => {
      const status = document.querySelector('#status:not(.is-uncounted)');
      if (!/\\d/.test(status?.textContent ?? '')) return;
      observer.disconnect();
      document.documentElement.dataset.shownAfter = performance.now();
    }).observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
"""
# Answers that came over the line, and none that the browser had kept.
_FIGURES = """
    () => {
      const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
      const sizes = loaded.filter(({ transferSize }) => transferSize > 0).map(({ encodedBodySize }) => encodedBodySize);
      return [Number(document.documentElement.dataset.shownAfter), sizes];
    }
"""


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit: milliseconds until the counts were there, requests, and bytes of their answers."""

    milliseconds: float
    requests: int
    size: int


def visit(context: BrowserContext, address: str) -> Visit:
    """Return how *address* came, in a new page of *context*."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    line = {"offline": False, "latency": LATENCY, "downloadThroughput": SPEED, "uploadThroughput": SPEED}
    session.send("Network.emulateNetworkConditions", line)
    page.add_init_script(_WATCH)
    page.goto(address, wait_until="commit")
    page.locator("html[data-shown-after]").wait_for()
    page.wait_for_load_state("networkidle")
    milliseconds, sizes = page.evaluate(_FIGURES)
    page.close()
    return Visit(milliseconds, len(sizes), sum(sizes))


@contextmanager
def open_profile(browser: Browser) -> Iterator[BrowserContext]:
    """Yield an empty profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context
    context.close()


def measure(browser: Browser, address: str, bare: str, rounds: int) -> bool:
    """Print the rows of the editor at *address*; return whether its bars are kept."""
    first, later, bare_first, bare_later = [], [], [], []
    for _ in range(rounds):
        with open_profile(browser) as context:
            first.append(visit(context, f"{address}/"))
            later.append(visit(context, f"{address}/"))
        with open_profile(browser) as context:
            bare_first.append(visit(context, f"{bare}/visit/{first[-1].size}"))
            bare_later.append(visit(context, f"{bare}/visit/{first[-1].size}"))
    name = HOSTS[str(urlsplit(address).hostname)]
    kept = [
        show(f"first visit, {name}", first, bare_first, FIRST),
        show(f"later visit, {name}", later, bare_later, LATER),
    ]
    return all(kept)


def show(name: str, visits: list[Visit], bare: list[Visit], bar: int) -> bool:
    """Print the row of *visits* beside those of the *bare* page; return whether it keeps its *bar* of milliseconds, and that of requests."""
    taken, beside = (statistics.median(each.milliseconds for each in some) for some in (visits, bare))
    requests, size = (max(getattr(each, part) for each in visits) for part in ("requests", "size"))
    keeps = taken <= bar and requests <= REQUESTS
    figures = f"{requests:10}{size:10,}{beside:10,.0f}{taken:10,.0f}{taken / beside:10.2f}"
    print(f"{name:20}{figures}   {bar:,} ms, {REQUESTS} requests: {'ok' if keeps else 'MISSED'}", flush=True)
    return keeps


def main() -> None:
    """Run the benchmark as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with (
        TemporaryDirectory() as directory,
        run_server(Path(directory), settings={"LABMAPPER_WORKERS": "2"}) as address,
        serve_bare() as bare,
        open_chromium() as browser,
    ):
        print(f"{'':20}{'requests':>10}{'bytes':>10}{'bare ms':>10}{'ms':>10}{'/ bare':>10}")
        here = [address.replace(str(urlsplit(address).hostname), host) for host in HOSTS]
        kept = [measure(browser, each, bare, options.rounds) for each in here]
    sys.exit(0 if all(kept) else 1)


if __name__ == "__main__":
    main()
