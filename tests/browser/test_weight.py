"""What the editor loads on a first visit: little enough for a slow line, and nothing from anywhere else."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Response, expect

pytestmark = pytest.mark.browser

MOST_BYTES = 150_000


@dataclass
class Load:
    """Every answer that a page gets, with the bytes that travel for its content."""

    sizes: dict[str, int] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)

    def add(self, response: Response) -> None:
        address = urlsplit(response.url)
        if address.scheme in {"http", "https"}:
            self.hosts.add(address.netloc)
            self.sizes[address.path] = int(response.headers["content-length"])


def test_a_first_visit_loads_little_and_all_of_it_from_here(page: Page, server: str) -> None:
    load = Load()
    page.on("response", load.add)

    page.goto("/", wait_until="networkidle")
    expect(page.get_by_role("button", name="Start from an example")).to_be_visible()

    assert load.hosts == {urlsplit(server).netloc}
    assert any(path.endswith("/js/editor.js") for path in load.sizes)
    assert any(path.endswith("/catalogue.json") for path in load.sizes)
    assert sum(load.sizes.values()) <= MOST_BYTES, sorted(load.sizes.items(), key=lambda each: -each[1])[:20]


def test_a_second_visit_loads_the_page_and_no_file_again(page: Page) -> None:
    page.goto("/", wait_until="networkidle")

    page.goto("/", wait_until="networkidle")

    transferred = page.evaluate(
        "performance.getEntriesByType('resource').filter(each => each.name.includes('/static/') && each.transferSize > 0)"
        ".map(each => each.name)"
    )
    assert transferred == []
