"""The editor where there is little room: panels that come over the canvas of an upright tablet, and the work on a phone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from support.browser.editor import Editor, read_reach
from support.browser.pages import register
from support.browser.person import download
from support.browser.saved_drawing import save_drawing
from support.browser.touch import PHONE, TABLET, Touch, tap_into_palette
from support.browser.touch_events import Fingers
from support.labs.drawings import draw_lab

pytestmark = pytest.mark.browser


def test_on_an_upright_tablet_the_panels_come_and_go_over_the_canvas(open_page: OpenPage) -> None:
    page = open_page(**TABLET | {"viewport": {"width": 768, "height": 1024}})
    page.goto("/new")
    editor = Editor(page)
    page.get_by_role("button", name="Add and outline").tap()

    tap_into_palette(editor, "Router")
    expect(page.get_by_role("button", name="Add Router", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Properties and problems").tap()
    Touch(editor).type(editor.get_field("Name"), "core")
    Fingers(page).tap(editor.point_at((60, 60)))

    expect(editor.get_field("Name")).to_be_hidden()
    expect(editor.undo).to_have_attribute("aria-label", re.compile("^Undo: Change"))


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    return open_page(**PHONE)


def test_on_a_phone_a_lab_is_drawn_in_the_outline_and_downloaded(phone: Page, tmp_path: Path) -> None:
    phone.goto("/new")
    editor = Editor(phone)
    hand = Touch(editor)
    for kind, fields in {
        "Router": {"Name": "core", "Host": "10.0.0.1"},
        "Users": {"First user name": "student1"},
    }.items():
        phone.get_by_role("button", name="Add and outline").tap()
        tap_into_palette(editor, kind)
        phone.get_by_role("button", name="Properties and problems").tap()
        for field, value in fields.items():
            hand.type(editor.get_field(field), value)
        phone.get_by_role("button", name="Properties and problems").tap()

    choose_in_outline(phone, "student1", "Give access to …")
    phone.get_by_role("option", name="core").tap()

    expect(editor.status).to_contain_text("1 connection")
    expect(phone.get_by_role("treeitem", name="student1")).not_to_contain_text("all devices")
    choose_in_outline(phone, "core", "Properties")
    hand.type(editor.get_field("Name"), "edge")
    assert read_reach(download(hand, phone, tmp_path)) == {"student1": {"edge": "ssh 10.0.0.1"}}


def test_on_a_phone_the_tour_shows_the_buttons_of_the_sheets(phone: Page) -> None:
    phone.goto("/new")
    phone.get_by_role("button", name="Show me around").tap()

    for name in ("Add and outline", None, "Properties and problems", None, None):
        if name:
            expect(phone.get_by_role("button", name=name)).to_have_class(re.compile("is-shown-by-tour"))
        phone.get_by_role("dialog", name="Tour").get_by_role("button", name=re.compile("Next|Done")).tap()

    expect(phone.get_by_role("dialog", name="Tour")).to_have_count(0)


def test_on_a_phone_everything_over_the_file_is_in_reach(phone: Page) -> None:
    phone.goto("/new")
    phone.get_by_role("tab", name="XML").tap()

    for name in ("Show passwords", "Copy", "Close the preview"):
        button = phone.get_by_role("button", name=name)
        expect(button).to_be_visible()
        box = button.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 390
    phone.get_by_role("button", name="Close the preview").tap()
    expect(phone.locator("#preview-xml")).to_be_hidden()


def choose_in_outline(page: Page, name: str, action: str) -> None:
    """Tap what can be done at the row *name* of the outline, and *action* in the menu."""
    if not page.get_by_role("tree").is_visible():
        page.get_by_role("button", name="Add and outline").tap()
        page.get_by_role("tab", name="Outline").tap()
    page.get_by_role("treeitem", name=name).locator(".outline-more").tap()
    page.get_by_role("menuitem", name=action).tap()


def test_on_a_phone_a_whole_lab_is_seen_at_once_and_nothing_is_out_of_reach(phone: Page) -> None:
    phone.goto("/new")
    phone.get_by_role("button", name="Start from an example").tap()
    phone.get_by_role("button", name="A pod for every student").tap()

    editor = Editor(phone)
    editor.expect_summary(devices="26 devices", users="9 users", connections="58 connections")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.get_by_role("button", name="Add and outline").tap()
    phone.get_by_role("tab", name="Outline").tap()
    for name in ("trainer01", "CORE", "wiki"):
        expect(phone.get_by_role("treeitem", name=re.compile(name)).first).to_be_visible()


def test_on_a_phone_a_finger_meets_each_button_and_box(phone: Page) -> None:
    phone.goto("/new")
    editor = Editor(phone)
    phone.get_by_role("button", name="Add and outline").tap()
    tap_into_palette(editor, "Router")
    phone.get_by_role("button", name="Properties and problems").tap()
    expect(editor.get_field("Name")).to_be_visible()

    buttons = phone.locator(
        "#status button:visible, #tools button:visible, #inspector button:visible, #inspector .check"
    )

    heights = {each.text_content(): box["height"] for each in buttons.all() if (box := each.bounding_box())}
    assert len(heights) > 5
    assert {text: height for text, height in heights.items() if height < 32} == {}
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shown = phone.locator("#status > :visible, #status .status-problems > span:visible")
    assert all(shown.evaluate_all("all => all.map((each) => each.scrollWidth <= each.clientWidth)"))


@pytest.mark.parametrize("width", [360, 375, 390])
def test_on_a_phone_the_tools_have_one_row(open_page: OpenPage, width: int) -> None:
    page = open_page(**PHONE | {"viewport": {"width": width, "height": 667}})
    page.goto("/new")
    Editor(page)

    tools = page.locator("#tools button:visible")
    expect(tools).to_have_count(7)
    boxes = [box for tool in tools.all() if (box := tool.bounding_box())]

    assert len({box["y"] + box["height"] / 2 for box in boxes}) == 1
    assert all(box["width"] >= 34 for box in boxes)


@pytest.mark.parametrize("width", [320, 768])
def test_no_page_is_wider_than_the_window_where_a_name_is_one_long_word(open_page: OpenPage, width: int) -> None:
    page = open_page(**PHONE | {"viewport": {"width": width, "height": 700}})
    register(page)
    drawing = draw_lab("router.of.the.second.floor." * 5)
    drawing["nodes"].append({"id": "u", "type": "users", "label": f"{'students' * 8}01"})
    address = f"/diagrams/{save_drawing(page, drawing)}"

    widths = {}
    for path in ("/diagrams", "/account", *(f"{address}/{name}" for name in ("history", "history/1/look", "hand-out"))):
        page.goto(path)
        expect(page.locator("main h1")).to_be_visible()
        widths[path] = page.evaluate("document.documentElement.scrollWidth")

    assert {path: wide for path, wide in widths.items() if wide > width} == {}
