"""Labmapper below a path of a site, behind a proxy: drawing, saving, downloading and converting stay within it."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenPage
from support.browser.editor import Editor, read_reach
from support.labs.drawings import CONFIG
from support.server.proxy import run_proxy
from support.server.server import run_server

pytestmark = pytest.mark.browser

PATH = "/tools/labmapper"
SETTINGS = {"LABMAPPER_PATH": PATH, "LABMAPPER_PROXIES": "1"}


def test_a_lab_is_drawn_saved_and_handed_out_below_a_path(open_page: OpenPage, tmp_path: Path) -> None:
    with run_server(tmp_path, settings=SETTINGS) as server, run_proxy([server]) as (proxy, _):
        page = open_page(base_url=proxy)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(urlsplit(request.url).path))

        page.goto(f"{PATH}/new")
        editor = Editor(page)
        editor.drop("Router", (200, 150)).fill("Name", "R1").fill("Host", "10.0.10.1")
        editor.drop("Users", (400, 150)).fill("First user name", "student01")
        editor.join((400, 150), (200, 150))
        reach = read_reach(editor.expect_saved().download(tmp_path))
        page.reload()
        Editor(page).expect_summary(devices="1 device", users="1 user", connections="1 connection")

        page.goto(f"{PATH}/convert")
        page.locator("textarea").fill(CONFIG.decode())
        page.get_by_role("button", name="Convert").click()
        expect(page.get_by_label("Preview of user-mapping.xml")).to_contain_text("<user-mapping>")
        cookies = page.context.cookies()

    assert reach == {"student01": {"R1": "ssh 10.0.10.1"}}
    assert [path for path in asked if not path.startswith(f"{PATH}/")] == []
    assert {cookie["path"] for cookie in cookies} == {PATH}
