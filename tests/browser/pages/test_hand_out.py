"""Handing out: from the editor to printed slips, as Chromium prints them."""

import io
import re
from collections import Counter
from itertools import product

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from support.browser.editor import Editor
from support.labs.hand_outs import draw_class, list_log_ins, write

pytestmark = [pytest.mark.browser, pytest.mark.long]

# What of a slip is cut off by its border or lies beyond its page.
FIND_CUT = """
() => [...document.querySelectorAll('.slip')].filter((slip) => {
  const box = slip.getBoundingClientRect();
  const page = slip.closest('.page').getBoundingClientRect();
  const parts = [...slip.querySelectorAll('h2, span, dt, dd, svg, footer')].map((part) => part.getBoundingClientRect());
  const isWithin = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1
    && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
  return !isWithin(box, page) || !parts.every((part) => isWithin(part, box));
}).map((slip) => slip.textContent)
"""


def print_page(page: Page) -> list[str]:
    """Return the text of each page that the browser prints."""
    return [each.extract_text() for each in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]


def test_every_slip_is_printed_whole_and_once(blank: Page) -> None:
    drawing = draw_class(students=30, devices=30)
    blank.emulate_media(media="print")
    for layout, paper in product(("8", "10"), ("A4", "Letter")):
        given = {
            "layout": layout,
            "paper": paper,
            "address": "https://lab.example/guacamole/",
            "date": "27 November 2026",
        }
        html, _ = write("slips", drawing, groups="student", **given)
        blank.set_content(html)

        pages = print_page(blank)

        text = "\n".join(pages)
        assert len(pages) == -(-30 // int(layout))
        assert blank.evaluate(FIND_CUT) == []
        for username, password in list_log_ins(drawing).items():
            if username.startswith("student"):
                assert text.count(username) == 1
                assert text.count(password) == 1


# How wide and high slips are, in millimetres: Letter is too low for four of 70.
SIZES = {("8", "A4"): (105, 70), ("8", "Letter"): (105, 69.5), ("10", "A4"): (85.6, 54), ("10", "Letter"): (85.6, 54)}
MEASURE_SLIPS = """
() => [...document.querySelectorAll('.slip')].map((slip) => {
  const { width, height } = slip.getBoundingClientRect();
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(slip);
  const mark = [outlineStyle, parseFloat(outlineWidth) > 0, outlineColor];
  return [...[width, height].map((pixels) => pixels * 25.4 / 96), ...mark];
})
"""


def test_slips_are_as_large_as_they_are_told_to_be_with_marks_to_cut_along(blank: Page) -> None:
    blank.emulate_media(media="print")
    measured = {}
    for layout, paper in SIZES:
        html, _ = write("slips", draw_class(11), groups="student", layout=layout, paper=paper)
        blank.set_content(html)
        measured[layout, paper] = blank.evaluate(MEASURE_SLIPS)

    for which, size in SIZES.items():
        assert len(measured[which]) == 11
        for width, height, *mark in measured[which]:
            assert (width, height) == pytest.approx(size, abs=0.05), which
            assert mark == ["dashed", True, "rgb(136, 136, 136)"], which


# So many people stand on a page, at most and at least: how high a row of a list is depends on the fonts of the machine.
ON_A_PAGE = {"slips": (8, 8), "list": (38, 28), "student-pages": (1, 1), "instructor-sheet": (38, 28)}
# To read hundreds of pages takes seconds: of so many it is looked at what would be printed.
MOST_READ = 50


def read_printed(page: Page) -> tuple[int, str]:
    """Return how many pages the browser prints, and their text."""
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    if len(printed.pages) > MOST_READ:
        return len(printed.pages), page.inner_text("body")
    return len(printed.pages), "\n".join(each.extract_text() for each in printed.pages)


@pytest.mark.parametrize(("paper", "sizes"), [("A4", (1, 10, 11, 30, 200)), ("Letter", (11,))])
def test_everybody_is_printed_once_on_as_many_pages_as_they_need(
    blank: Page, paper: str, sizes: tuple[int, ...]
) -> None:
    blank.emulate_media(media="print")
    for students in sizes:
        drawing = draw_class(students, devices=3)
        log_ins = {name: word for name, word in list_log_ins(drawing).items() if name.startswith("student")}
        for kind, (most, least) in ON_A_PAGE.items():
            given = {"layout": "list"} if kind == "list" else {}
            html, _ = write("slips" if kind == "list" else kind, drawing, paper=paper, groups="student", **given)
            blank.set_content(html)
            pages, text = read_printed(blank)
            words = Counter(text.split())

            assert -(-students // most) <= pages <= -(-students // least), (kind, students)
            assert [words[name] for name in log_ins] == [1] * students, (kind, students)
            assert blank.evaluate(FIND_CUT) == [], (kind, students)
            if kind == "instructor-sheet":
                assert [name for name, word in log_ins.items() if word in text] == [], students
            else:
                assert {words[word] for word in log_ins.values()} == {1}, (kind, students)


LONG_ONES = [
    {
        "username": "W" * 128,
        "name": "Maximiliane Freifrau von und zu " + "Donaudampfschifffahrt" * 4,
        "password": "P" * 64,
    },
    {"username": "firstname.lastname@students.university.example", "name": "Max", "password": "0O1lIo-" * 4},
    {"username": "عمر", "name": "عمر بن الخطاب", "password": "كلمة"},
    {"username": "山田太郎" * 5, "name": "山田太郎" * 10, "password": "パスワード" * 6},
    {"username": "hashed", "name": "Ann", "password": "5f4dcc3b5aa765d61d8327deb882cf99", "encoding": "md5"},
]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_log_in_of_any_length_and_script_is_whole_on_its_slip(blank: Page, paper: str) -> None:
    blank.emulate_media(media="print")
    for person, layout in product(LONG_ONES, ("8", "10")):
        drawing = draw_class(1, devices=30, title="T" * 200, router="D" * 100 + "1", roster=[person])
        given = {"layout": layout, "paper": paper, "address": "https://gateway.of-a-long-name.example/guacamole/"}
        html, _ = write("slips", drawing, groups="student", date="27 November 2026", **given)
        blank.set_content(html)

        assert blank.evaluate(FIND_CUT) == [], person
        assert len(print_page(blank)) == 1, person


def test_slips_are_printed_from_the_editor(editor: Editor, page: Page) -> None:
    editor.drop("Router", (300, 200)).fill("Host", "10.0.0.1")
    editor.drop("Users", (500, 200)).fill("Count", "11")
    editor.expect_saved()
    page.get_by_role("button", name="Hand out", exact=True).click()
    slips = page.get_by_role("form", name="Slips with log-ins to cut out")
    expect(slips).to_contain_text("Passwords can be read on it.")
    slips.get_by_label("Address of the gateway").fill("lab.example")

    with page.context.expect_page() as opened:
        slips.get_by_role("button", name="Print slips").click()

    expect(opened.value.locator(".slip h2")).to_have_count(11)
    pages = print_page(opened.value)
    assert len(pages) == 2
    assert len(re.findall(r"student\d+", "".join(pages))) == 11
    assert "lab.example" in pages[0]
