"""What the editor loads on a first visit: little enough for a slow line, and nothing from anywhere else."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from browser.conftest import OpenPage
from support.browser.chromium import ELSEWHERE
from support.browser.editor import Editor

pytestmark = pytest.mark.browser

MOST_BYTES = 150_000
MOST_REQUESTS = 40


@pytest.mark.parametrize(("host", "encoding"), [("localhost", "br"), (ELSEWHERE, "gzip")])
def test_a_first_visit_loads_little_and_all_of_it_from_here(
    open_page: OpenPage, server: str, host: str, encoding: str
) -> None:
    page = open_page(base_url=f"http://{host}:{urlsplit(server).port}")
    requests: list[Request] = []
    page.on("requestfinished", lambda request: requests.append(request))  # noqa: PLW0108 - Playwright cannot mark append

    page.goto("/", wait_until="networkidle")
    expect(page.get_by_role("button", name="Start from an example")).to_be_visible()

    loaded = {urlsplit(each.url).path: each for each in requests if each.url.startswith("http")}
    sizes = {path: each.sizes()["responseBodySize"] for path, each in loaded.items()}
    assert any(path.endswith("/js/main.js") for path in sizes)
    assert any(path.endswith("/catalogue.json") for path in sizes)
    assert {_get_encoding(each) for path, each in loaded.items() if path.endswith(".js")} == {encoding}
    assert len(requests) <= MOST_REQUESTS, sorted(each.url for each in requests)
    assert sum(sizes.values()) <= MOST_BYTES, sorted(sizes.items(), key=lambda each: -each[1])[:20]


def _get_encoding(request: Request) -> str | None:
    response = request.response()
    return response.headers.get("content-encoding") if response else None


def test_a_second_visit_loads_the_page_and_no_file_again(page: Page) -> None:
    for _ in range(2):
        page.goto("/", wait_until="networkidle")
        Editor(page)

    transferred = page.evaluate(
        "performance.getEntriesByType('resource').filter(each => each.name.includes('/static/') && each.transferSize > 0)"
        ".map(each => each.name)"
    )
    assert transferred == []
