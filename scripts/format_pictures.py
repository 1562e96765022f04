"""Make the pictures of docs/formats: what comes of a file of each format that is read from another tool."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, expect

from support.browser.chromium import open_chromium
from support.browser.editor import Editor
from support.server.server import run_server

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "img" / "formats"
GOLDEN, EXAMPLES = ROOT / "tests" / "golden", ROOT / "docs" / "formats" / "examples"
# The page of each format with the file that its picture shows.
FILES = {
    "ansible": GOLDEN / "ansible-inventory" / "inventory.ini",
    "cml": GOLDEN / "cml" / "lab.cml.yaml",
    "containerlab": EXAMPLES / "campus.clab.yml",
    "dot": GOLDEN / "dot" / "graph.dot",
    "drawio": GOLDEN / "drawio-office" / "lab.drawio",
    "eve-ng": EXAMPLES / "firewall.unl",
    "gns3": EXAMPLES / "branch.gns3",
    "graphml": GOLDEN / "graphml" / "graph.graphml",
    "natlas": GOLDEN / "natlas" / "natlas.dot",
    "netlab": GOLDEN / "netlab" / "topology.yml",
    "pyats": GOLDEN / "pyats" / "testbed.yaml",
    "table": GOLDEN / "netbox-devices" / "devices.csv",
    "user-mapping": GOLDEN / "existing-mapping" / "user-mapping.xml",
    "virl": GOLDEN / "virl" / "topology.virl",
}


# What is said where it is asked.
ANSWERS = {"Address of the emulator's host": "10.1.1.1", "Rule for addresses": "10.0.0.{n}"}


def take(browser: Browser, server: str, name: str, file: Path) -> None:
    """Open *file* in the editor and take the picture of its drawing."""
    context = browser.new_context(base_url=server, viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    page = context.new_page()
    page.goto("/new")
    Editor(page)
    page.locator("#file").set_input_files(file)
    opened = page.locator("#notices").get_by_text("is open as a new diagram")
    go = page.get_by_role("dialog").locator(".dialog-foot .button-primary")
    expect(opened.or_(go).first).to_be_visible()
    if go.count():
        for label, value in ANSWERS.items():
            field = page.get_by_role("dialog").get_by_label(label)
            if field.count():
                field.fill(value)
        go.click()
    expect(opened).to_be_visible()
    editor = Editor(page)
    page.locator("#notices").get_by_role("button", name="Close").first.click()
    editor.press("Shift+1")
    page.mouse.move(0, 0)
    page.wait_for_load_state("networkidle")
    path = PICTURES / f"{name}.png"
    page.locator(".stage").screenshot(path=path)
    print(f"{path} has {path.stat().st_size // 1024} KiB.", flush=True)
    context.close()


def main() -> None:
    """Take every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as directory, run_server(Path(directory)) as server, open_chromium() as browser:
        for name, file in FILES.items():
            take(browser, server, name, file)


if __name__ == "__main__":
    main()
