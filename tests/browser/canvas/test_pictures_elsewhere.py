"""Pictures for other places than a file of everything: a zone, glass, the clipboard, paper."""

from base64 import b64encode
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Check
from support.browser.panels import PODS, choose_command, import_drawing, open_example, pick
from support.browser.pictures import AS_PNG, AS_SVG, ask_for_picture, export, read_texts

pytestmark = pytest.mark.browser

READ_CORNER = """
async (text) => {
  const bytes = Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const ctx = new OffscreenCanvas(image.width, image.height).getContext('2d');
  ctx.drawImage(image, 0, 0);
  return [...ctx.getImageData(0, 0, 1, 1).data];
}
"""
READ_CANVAS = """
() => {
  const ctx = new OffscreenCanvas(1, 1).getContext('2d');
  ctx.drawImage(document.querySelector('#canvas canvas'), -2, -2);
  return [...ctx.getImageData(0, 0, 1, 1).data].slice(0, 3);
}
"""
READ_CLIPBOARD = "navigator.clipboard.read().then((items) => items.flatMap((item) => item.types))"


def read_corner(page: Page, path: Path) -> list[int]:
    """Return red, green, blue and alpha of the first pixel of the PNG at *path*."""
    pixel = page.evaluate(READ_CORNER, b64encode(path.read_bytes()).decode())
    assert isinstance(pixel, list)
    return pixel


def open_wide(page: Page, directory: Path) -> None:
    """Open a drawing that no sheet has room for at its real size."""
    ends = [{"id": f"d{x}", "type": "device", "label": f"R{x}", "x": x, "y": x / 2} for x in (0, 2400)]
    import_drawing(page, {"schema": 1, "title": "Wide", "nodes": ends}, directory / "wide.json")


def test_a_picture_of_a_zone_lies_on_white_paper_or_on_nothing(page: Page, tmp_path: Path) -> None:
    page.emulate_media(color_scheme="dark")
    editor = open_example(page, PODS)

    zone = export(editor, tmp_path, Format=AS_SVG, What="Only Pod")
    glass = export(editor, tmp_path, Format=AS_PNG, Background="Transparent")
    paper = export(editor, tmp_path, Format=AS_PNG, Background="White paper")

    assert "Pod" in read_texts(zone)
    assert "CORE" not in read_texts(zone)
    assert read_corner(page, glass)[3] == 0
    assert read_corner(page, paper) == [255, 255, 255, 255]


def test_a_picture_goes_to_the_clipboard(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    editor = open_example(page, PODS)
    notices = page.locator("#notices")

    pick(editor, "CORE").press("Alt+Shift+C")
    expect(notices).to_contain_text("The picture is copied.")
    assert page.evaluate(READ_CLIPBOARD) == ["image/png"]

    choose_command(editor, "Copy as a picture (SVG)")
    page.wait_for_function("navigator.clipboard.readText().then((text) => text.startsWith('<svg'))")
    assert ">CORE<" in page.evaluate("navigator.clipboard.readText()")


def test_paper_has_the_drawing_alone_as_vectors_in_light_colours(page: Page, tmp_path: Path, check_both: Check) -> None:
    page.add_init_script("window.print = () => { window.hasPrinted = true; }")
    open_wide(page, tmp_path)

    dialog = ask_for_picture(page, "Control+p")
    check_both(page)
    page.emulate_media(color_scheme="dark")
    dialog.get_by_label("With the date").check()
    dialog.get_by_role("button", name="Print").click()
    page.wait_for_function("window.hasPrinted")
    sheet = page.locator(".print-sheet").text_content() or ""
    one = page.pdf(prefer_css_page_size=True)

    ask_for_picture(page, "Control+p", Sheets="At real size, on as many as it needs")
    page.get_by_role("dialog").get_by_role("button", name="Print").click()
    tiles = page.pdf(prefer_css_page_size=True)
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert count_pages(one) == 1
    assert count_pages(tiles) > 1
    assert b"/Subtype /Image" not in one
    assert "Wide" in sheet
    expect(page.locator(".print-sheet")).to_have_count(0)


def test_the_page_as_the_browser_prints_it_itself_shows_the_drawing_in_light_colours(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    editor = open_example(page, PODS)

    editor.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.evaluate(READ_CANVAS)
    editor.page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert printed == [255, 255, 255]
    assert page.evaluate(READ_CANVAS) != printed


def count_pages(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n")
