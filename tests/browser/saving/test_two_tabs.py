"""One diagram in two tabs of one browser: the tab that lacks nothing follows, the one that has more says so."""

import pytest
from playwright.sync_api import FloatRect, Page, expect

from support.browser.editor import Editor, wait_for_paint
from support.browser.panels import pick
from support.browser.saving import SPOT, draw
from support.browser.watch import Watch

pytestmark = pytest.mark.browser

# From now on nothing happens later, as saving would: the clock of Playwright stands still in both tabs, or in none.
STOP = "window.setTimeout = () => 0"
HIDE = "Object.defineProperty(document, 'hidden', { configurable: true, value: true })"
SHOW = "delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))"


@pytest.fixture
def second(editor: Editor, page: Page, server: str, watches: dict[Page, Watch]) -> Editor:
    """Return a second tab on the diagram of *page*, with a router called R1 on it."""
    draw(editor, "R1").expect_saved()
    other = page.context.new_page()
    watches[other] = Watch(other, server)
    other.goto(page.url)
    return Editor(other)


def test_an_idle_tab_shows_what_the_other_one_saves_and_goes_on_from_there(editor: Editor, second: Editor) -> None:
    names = second.show_outline()
    editor.drop("Server", (420, 220)).expect_saved()
    expect(names).to_have_text(["R1", "SRV1"])
    expect(second.undo).to_have_accessible_name("Undo: Take over what another tab has saved")

    second.drop("Firewall", (300, 360)).expect_saved()

    expect(editor.show_outline()).to_have_text(["R1", "SRV1", "FW1"])
    editor.expect_saved()
    expect(editor.page.locator("#notices")).to_be_empty()
    expect(second.page.locator("#notices")).to_be_empty()


def test_what_is_dragged_stays_under_the_pointer_while_another_tab_saves(editor: Editor, second: Editor) -> None:
    page, names = editor.page, editor.show_outline()
    page.mouse.move(*editor.point_at(SPOT))
    page.mouse.down()
    x, y = editor.point_at((480, 400))
    page.mouse.move(x, y, steps=8)
    around = FloatRect(x=x - 30, y=y - 30, width=60, height=60)
    wait_for_paint(page)
    before = page.screenshot(clip=around)

    second.drop("Server", (200, 160)).expect_saved()

    expect(names).to_have_text(["R1", "SRV1"])
    wait_for_paint(page)
    assert page.screenshot(clip=around) == before
    page.mouse.up()
    expect(editor.undo).to_have_accessible_name("Undo: Move R1")
    editor.expect_saved()


def test_a_tab_with_changes_of_its_own_says_at_once_that_there_are_others(
    editor: Editor, second: Editor, watches: dict[Page, Watch]
) -> None:
    page = second.page
    watches[page].expect_status(412)
    pick(second, "R1").expect_selected("R1")
    page.evaluate(STOP)
    second.fill("Name", "core")

    editor.drop("Server", (420, 220)).expect_saved()

    expect(second.saved).to_have_text("Changed elsewhere")
    expect(second.show_outline()).to_have_text(["core"])
    expect(page.get_by_role("button", name="Compare and decide")).to_be_visible()


def test_a_tab_that_nobody_sees_follows_when_it_is_looked_at(editor: Editor, second: Editor) -> None:
    second.page.evaluate(HIDE)
    names = second.show_outline()
    editor.drop("Server", (420, 220)).expect_saved().drop("Firewall", (300, 360)).expect_saved()
    expect(names).to_have_text(["R1"])

    second.page.evaluate(SHOW)

    expect(names).to_have_text(["R1", "SRV1", "FW1"])
