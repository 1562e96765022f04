"""Parts of the editor that come when somebody asks: asked twice, on a slow line, and when they do not come."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor
from support.browser.interception import held_until_waited_for, intercept
from support.browser.panels import choose_command, choose_in_menu
from support.browser.watch import Watch

pytestmark = pytest.mark.browser

FAILED = "This part of Labmapper could not be loaded: check the network and try again, or reload the page."


@pytest.mark.parametrize(
    ("module", "ask", "shown"),
    [
        ("features/help/shortcuts-dialog.js", lambda editor: editor.press("?"), "dialog:has-text('Shortcuts')"),
        (
            "features/examples/examples-dialog.js",
            lambda editor: press(editor, "Start from an example"),
            "dialog .examples",
        ),
        ("features/tour/guided-tour.js", lambda editor: press(editor, "Show me around"), ".tour"),
        ("features/outline/outline-tree.js", lambda editor: choose_tab(editor, "Outline"), "#outline > .panel-empty"),
        (
            "features/access-matrix/matrix-table.js",
            lambda editor: choose_tab(editor, "Access"),
            "#matrix .panel-empty",
        ),
        (
            "features/unsaved-work/open-draft.js",
            lambda editor: choose_in_menu(editor, "Menu", "Work kept"),
            "dialog:has-text('kept')",
        ),
        (
            "features/pictures/export-picture.js",
            lambda editor: choose_in_menu(editor, "Export", "Export a picture"),
            "dialog .picture-form",
        ),
        (
            "features/history/versions.js",
            lambda editor: choose_in_menu(editor, "Menu", "History"),
            "dialog:has-text('Versions')",
        ),
        (
            "features/history/versions.js",
            lambda editor: editor.press("Control+s"),
            ".notice:has-text('Name this version')",
        ),
        (
            "features/import-export/transfers.js",
            lambda editor: press(editor, "Download user-mapping.xml"),
            ".notice-error",
        ),
        ("features/minimap/minimap-painter.js", lambda editor: editor.press("m"), ".minimap:visible"),
    ],
)
def test_who_asks_twice_gets_it_once(
    page: Page, editor: Editor, module: str, ask: Callable[[Editor], object], shown: str
) -> None:
    with held_until_waited_for(page, module):
        ask(editor)
        ask(editor)
        expect(page.locator(shown)).to_have_count(0)

    expect(page.locator(shown)).to_have_count(1)
    expect(page.get_by_text("Loading …")).to_have_count(0)
    expect(page.locator("dialog, .tour")).to_have_count(1 if "dialog" in shown or "tour" in shown else 0)


def test_a_part_that_has_come_does_not_end_the_wait_for_another(page: Page, editor: Editor) -> None:
    editor.drop("Router", (300, 300))

    with held_until_waited_for(page, "features/questions/questions.js"):
        choose_command(editor, "Select by kind")
        expect(page.locator(".notice")).to_have_text("Loading …")
        page.keyboard.press("Escape")
        page.keyboard.press("m")
        expect(page.locator(".minimap:visible")).to_have_count(1)

    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator(".notice")).to_have_count(0)


def test_tidying_up_twice_is_one_step(page: Page, editor: Editor) -> None:
    editor.drop("Router", (200, 200)).drop("Switch", (500, 300))

    with held_until_waited_for(page, "features/tidy/tidy-up.js"):
        choose_in_menu(editor, "Tidy up", "Tidy up in a grid")
        choose_in_menu(editor, "Tidy up", "Tidy up in a grid")

    expect(editor.undo).to_have_attribute("title", "Undo: Tidy up (Ctrl+Z)")
    editor.undo.click()
    expect(editor.undo).to_have_attribute("title", "Undo: Add SW1 (Ctrl+Z)")


def test_keys_for_an_outline_that_is_on_its_way_leave_the_drawing_alone(page: Page, editor: Editor) -> None:
    editor.drop("Router", (300, 300))

    with held_until_waited_for(page, "features/outline/outline-tree.js"):
        choose_command(editor, "Go to the outline")
        page.keyboard.press("Delete")

    expect(page.get_by_role("tree")).to_be_focused()
    expect(page.get_by_role("treeitem")).to_have_text(["R1error"])


def test_the_first_key_that_reaches_the_outline_counts(page: Page, editor: Editor) -> None:
    editor.drop("Router", (300, 300))
    page.locator("#outline").evaluate(
        """(panel) => new MutationObserver((_, observer) => {
            observer.disconnect();
            panel.firstChild.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true }));
        }).observe(panel, { childList: true })"""
    )

    choose_tab(editor, "Outline")

    expect(editor.status).to_contain_text("0 devices")


def test_what_does_not_come_says_so_and_comes_when_it_can(page: Page, editor: Editor, watch: Watch) -> None:
    watch.expect_failures()
    intercept(page, "**/js/features/help/shortcuts-dialog.js", lambda route: route.abort())

    editor.press("?")

    notice = page.get_by_role("alert").filter(has_text=FAILED)
    expect(notice.get_by_role("button", name="Reload the page")).to_be_visible()
    expect(editor.canvas).to_be_focused()
    page.unroute("**/js/features/help/shortcuts-dialog.js")
    notice.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("dialog", name="Shortcuts")).to_be_visible()
    expect(notice).to_have_count(0)


def test_a_part_that_an_update_took_away_comes_with_a_reload(page: Page, editor: Editor, watch: Watch) -> None:
    watch.expect_status(404)
    intercept(page, "**/js/features/outline/outline-tree.js", lambda route: route.fulfill(status=404))
    editor.drop("Router", (300, 300)).expect_saved()
    page.get_by_role("tab", name="Outline").click()
    notice = page.get_by_role("alert").filter(has_text=FAILED)
    expect(notice).to_be_visible()
    page.unroute("**/js/features/outline/outline-tree.js")

    notice.get_by_role("button", name="Reload the page").click()

    expect(notice).to_have_count(0)
    expect(Editor(page).show_outline()).to_have_text(["R1"])


def test_what_rescues_a_drawing_is_there_without_a_network(page: Page, editor: Editor, watch: Watch) -> None:
    watch.expect_failures()
    editor.drop("Router", (300, 300))
    page.context.set_offline(True)

    with page.expect_download() as download:
        choose_in_menu(editor, "Export", "Export the diagram (JSON)")

    assert download.value.suggested_filename == "r1.json"


def press(editor: Editor, name: str) -> None:
    editor.page.get_by_role("button", name=name).click()


def choose_tab(editor: Editor, name: str) -> None:
    editor.page.get_by_role("tab", name=name).click()


def test_rarer_properties_that_did_not_come_come_with_a_later_change(editor: Editor, page: Page, watch: Watch) -> None:
    watch.expect_failures()
    intercept(page, "**/help.json", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        editor.drop("Router", (300, 200))
    finder = page.get_by_role("combobox", name="Add a parameter")
    expect(page.locator("#inspector").get_by_text("Loading …")).to_be_visible()
    expect(finder).to_have_count(0)

    page.unroute("**/help.json")
    editor.fill("Name", "core")

    expect(finder).to_be_visible()
    expect(page.locator("#inspector").get_by_text("Loading …")).to_have_count(0)
    expect(editor.get_field("Name")).to_be_focused()
