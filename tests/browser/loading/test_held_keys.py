"""What is typed while a dialog that one types in is still on its way is for the dialog, and not for the drawing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor
from support.browser.interception import held, held_until_waited_for, intercept
from support.browser.panels import choose_command, choose_in_menu
from support.browser.watch import Watch

pytestmark = pytest.mark.browser


def type_keys(page: Page, text: str) -> None:
    for letter in text:
        page.keyboard.press({"\n": "Enter", "\b": "Backspace"}.get(letter, letter))


@pytest.mark.parametrize("typed", ["Server\n", "\nServxyz\b\b\ber\nm"])
def test_what_is_typed_before_a_question_has_come_is_for_it_and_not_for_the_drawing(
    page: Page, editor: Editor, typed: str
) -> None:
    editor.drop("Server", (300, 300)).drop("Router", (500, 300))

    with held_until_waited_for(page, "features/questions/questions.js"):
        choose_command(editor, "Select by kind")
        type_keys(page, typed)

    editor.expect_selected("SRV1")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(editor.status).to_contain_text("2 devices")
    expect(page.locator(".minimap:visible")).to_have_count(0)


def test_what_is_typed_before_a_dialog_has_come_replaces_what_it_suggests(page: Page, editor: Editor) -> None:
    editor.drop("Router", (300, 300))

    with held_until_waited_for(page, "features/layers/layers-dialog.js"):
        choose_command(editor, "Put on a layer")
        page.keyboard.type("Cor")

    name = page.get_by_role("dialog", name="Put on a layer").get_by_label("Name of the layer")
    expect(name).to_have_value("Cor")
    page.keyboard.type("e")
    expect(name).to_have_value("Core")


@pytest.mark.parametrize(
    "end",
    [
        lambda page: page.keyboard.press("Escape"),
        lambda page: page.keyboard.press("Tab"),
        lambda page: page.keyboard.press("F2"),
        lambda page: page.mouse.click(640, 500),
    ],
    ids=["escape", "tab", "a command", "the pointer"],
)
def test_what_is_no_typing_gives_the_keys_back_to_the_drawing_before_a_question_has_come(
    page: Page, editor: Editor, end: Callable[[Page], None]
) -> None:
    editor.drop("Router", (300, 300))
    page.locator("#canvas").focus()

    with held_until_waited_for(page, "features/questions/questions.js"):
        choose_command(editor, "Select by kind")
        type_keys(page, "Server")
        end(page)
        page.locator("#canvas").press("m")
        expect(page.locator(".minimap:visible")).to_have_count(1)

    expect(page.get_by_role("combobox", name="Select")).to_have_value("")


def test_what_was_typed_is_for_no_dialog_that_is_opened_meanwhile(page: Page, editor: Editor) -> None:
    editor.drop("Router", (300, 300)).expect_saved()

    with held(page, "**/js/features/questions/questions.js"):
        choose_command(editor, "Select by kind")
        type_keys(page, "Server\n")
        choose_in_menu(editor, "Menu", "Save a named version")
        expect(page.get_by_role("dialog", name="Name this version").get_by_label("Name")).to_have_value("")


def test_what_is_typed_before_a_question_has_come_is_not_for_the_field_where_one_was_before(
    page: Page, editor: Editor
) -> None:
    editor.drop("Router", (300, 300))
    name = editor.get_field("Name")
    name.focus()

    with held_until_waited_for(page, "features/questions/questions.js"):
        choose_command(editor, "Select by kind")
        type_keys(page, "Server")

    expect(page.get_by_role("combobox", name="Select")).to_have_value("Server")
    expect(name).to_have_value("R1")


def test_letters_that_need_altgr_are_typed_before_a_dialog_has_come(page: Page, editor: Editor) -> None:
    editor.drop("Router", (300, 300))

    with held_until_waited_for(page, "features/layers/layers-dialog.js"):
        choose_command(editor, "Put on a layer")
        for key in ("Control", "AltGraph", "@", "m"):  # as Windows has them
            is_altgr = key != "m"
            init = {"ctrlKey": is_altgr, "altKey": is_altgr, "modifierAltGraph": key == "@"}
            page.evaluate(
                "init => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', init))",
                {"key": key, "bubbles": True, "cancelable": True} | init,
            )

    expect(page.get_by_role("dialog").get_by_label("Name of the layer")).to_have_value("@m")


def test_keys_are_for_the_drawing_again_when_a_question_does_not_come(page: Page, editor: Editor, watch: Watch) -> None:
    watch.expect_failures()
    intercept(page, "**/js/features/questions/questions.js", lambda route: route.abort())
    editor.drop("Router", (300, 300))
    choose_command(editor, "Select by kind")
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")

    editor.press("m")

    expect(page.locator(".minimap:visible")).to_have_count(1)
