"""Export the examples and all golden labs as SVG and PNG, light and dark, into a folder, to look at what an export is like.

Imported labs are tidied up first where *--tidy* says so. Usage: ``python scripts/export_pictures.py FOLDER``.
"""

import argparse
import re
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from labmapper.core.drawing.document import render_diagram
from labmapper.formats.importing import read_file
from labmapper.web.static_files.assets import load_examples
from support.browser.chromium import open_chromium
from support.browser.panels import import_drawing
from support.browser.pictures import AS_PNG, AS_SVG, ask_for_picture
from support.labs.drawings import GOLDEN
from support.labs.golden import list_sources
from support.server.server import run_server

FORMATS = {"svg": AS_SVG, "png": AS_PNG}
COLOURS = ("Light", "Dark")


def list_drawings() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name and the document of every drawing that has something in it."""
    for example in load_examples():
        name = re.sub(r"\W+", "-", example["title"].lower())
        yield f"example-{name}", {key: value for key, value in example.items() if key not in {"name", "description"}}
    for source in list_sources(GOLDEN):
        diagram, _ = read_file(source.read_bytes()).draw()
        if diagram is not None and diagram.nodes:
            yield f"golden-{source.parent.name}", render_diagram(diagram)


def export(page: Page, file_format: str, colours: str, target: Path) -> None:
    """Export everything as *file_format* in *colours* to *target*."""
    dialog = ask_for_picture(page, Format=FORMATS[file_format], Colours=colours)
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Export").click()
    download.value.save_as(target)


def tidy_up(page: Page) -> None:
    """Tidy up in tiers, and wait for it: what was tidy already stays as it is."""
    page.get_by_role("button", name="Tidy up").click()
    with page.expect_response("**/arrange"):
        page.get_by_role("menuitem").first.click()


def export_all(page: Page, folder: Path, names: frozenset[str], *, is_tidied: bool) -> None:
    """Export those of all drawings that are in *names*, or each where there are none."""
    for name, document in list_drawings():
        if names and name not in names:
            continue
        editor = import_drawing(page, document, folder / f"{name}.json").expect_saved()
        if is_tidied:
            tidy_up(page)
            editor.expect_saved()
        for file_format, colours in product(FORMATS, COLOURS):
            export(page, file_format, colours, folder / f"{name}-{colours.lower()}.{file_format}")
        print(name)


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", help="such as golden-gns3; without any, all")
    parser.add_argument("--tidy", action="store_true", help="tidy up before the export")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as directory, run_server(Path(directory)) as server, open_chromium() as browser:
        page = browser.new_context(base_url=server, viewport={"width": 1280, "height": 800}).new_page()
        export_all(page, arguments.folder, frozenset(arguments.names), is_tidied=arguments.tidy)


if __name__ == "__main__":
    main()
