"""Where the browser of the tests and screenshots comes from, and how it is started."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

VARIABLE = "LABMAPPER_TEST_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# A name for this machine that a browser does not know as its own: as when somebody comes over plain HTTP from elsewhere.
ELSEWHERE = "elsewhere.test"

# What a window does for a person who types addresses: a page of its own for each, that costs as much as one of ours.
# The last list that is given counts, so this one has in it what Playwright turns off, as far as that matters here.
DISABLED = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    # A process that is started ahead of each page, and hardly ever the one that the page is put into.
    "SpareRendererForSitePerProcess",
    "ThirdPartyStoragePartitioning",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
)

# No sandbox, because containers and CI run as root; no traffic of the browser's own.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--in-process-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
    f"--disable-features={','.join(DISABLED)}",
    f"--host-resolver-rules=MAP {ELSEWHERE} 127.0.0.1",
)


class NoBrowser(RuntimeError):
    """There is no Chromium for the tests; the message says how to get one."""


def get_chromium() -> Path:
    """Return the Chromium to test with: the one that is named, the machine's own, or Playwright's.

    Call it before Playwright is started: asking for Playwright's own starts one.

    Raises:
        NoBrowser: None of them is there.
    """
    named = os.environ.get(VARIABLE)
    if named:
        if not os.access(named, os.X_OK):
            raise NoBrowser(f"{VARIABLE} names '{named}', which is not a program.")
        return Path(named)
    found = next(filter(None, map(shutil.which, NAMES)), None) or _find_own()
    if found:
        return Path(found)
    raise NoBrowser(
        f"The browser tests need Chromium. Install it (for example: apt-get install chromium), "
        f"or set {VARIABLE} to the path of one."
    )


@contextmanager
def open_chromium() -> Iterator[Browser]:
    """Yield a Chromium that runs meanwhile."""
    executable = get_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield browser
        browser.close()


def install_chromium() -> Path:
    """Return the Chromium to test with; where there is none, let Playwright fetch its own first."""
    try:
        return get_chromium()
    except NoBrowser:
        if not os.environ.get(VARIABLE):
            subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
        return get_chromium()


def _find_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    try:
        print(f"The browser tests use {install_chromium()}.")
    except NoBrowser as error:
        sys.exit(str(error))
