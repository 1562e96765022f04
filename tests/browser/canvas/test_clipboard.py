"""Copies within a drawing, between tabs and between drawings, through the clipboard of the browser."""

import pytest
from playwright.sync_api import Page, expect

from support.browser.editor import Editor, Spot
from support.browser.pages import register
from support.browser.saved_drawing import read_drawn
from support.browser.watch import Watch

pytestmark = pytest.mark.browser

R1: Spot = (200, 150)
SWITCH: Spot = (400, 150)
PC: Spot = (300, 330)
STUDENTS: Spot = (560, 330)
EMPTY: Spot = (640, 80)

MOST_LOOKS = 100

R1_TO_SWITCH = frozenset({"R1", "SW1"})
PC_TO_SWITCH = frozenset({"PC1", "SW1"})


@pytest.fixture
def lab(editor: Editor) -> Editor:
    """Return the editor with a router and a workstation at a switch; students reach the workstation."""
    editor.drop("Router", R1).fill("Host", "10.0.0.1")
    editor.drop("Switch", SWITCH).fill("Host", "10.0.0.2")
    editor.drop("Workstation", PC).fill("Host", "10.0.0.11")
    editor.drop("Users", STUDENTS)
    return editor.join(R1, SWITCH).join(PC, SWITCH).join(STUDENTS, PC).press("Escape").press("Escape")


@pytest.fixture
def other(lab: Editor, server: str, watches: dict[Page, Watch]) -> Editor:
    """Return the editor on an empty drawing in another tab of the same browser."""
    lab.expect_saved()
    page = lab.page.context.new_page()
    watches[page] = Watch(page, server)
    page.goto("/new")
    return Editor(page)


def hosts_of(page: Page) -> dict[str, str]:
    nodes = read_drawn(page).document["nodes"]
    return {node["label"]: node["connections"][0]["host"] for node in nodes if node["type"] == "device"}


def take_back(editor: Editor) -> None:
    """Undo what was copied, so that the lab is as it was drawn."""
    editor.press("Control+z")
    expect(editor.status).to_contain_text("3 devices")
    editor.click(EMPTY)


def test_a_duplicate_is_beside_it_on_the_same_cable_and_reached_by_the_same_people(lab: Editor, page: Page) -> None:
    # It is what is selected, and can go again.
    lab.click(PC).press("Control+d")
    expect(lab.get_field("Name")).to_have_value("PC2")
    lab.press("Delete")
    expect(lab.status).to_contain_text("3 devices")
    drawn = read_drawn(page)
    assert set(drawn.get_labels()) == {"R1", "SW1", "PC1", "student1"}
    assert drawn.get_cables() == {R1_TO_SWITCH, PC_TO_SWITCH}

    lab.click(EMPTY).click(PC).press("Control+d")
    expect(lab.status).to_contain_text("4 devices")
    drawn = read_drawn(page)
    assert drawn.get_cables() == {R1_TO_SWITCH, PC_TO_SWITCH, frozenset({"PC2", "SW1"})}
    assert drawn.get_access() == {("student1", "PC1"), ("student1", "PC2")}
    assert hosts_of(page)["PC2"] == "10.0.0.12"
    (x, y), (copied_x, copied_y) = drawn.get_place("PC1"), drawn.get_place("PC2")
    assert copied_x - x >= 96
    assert copied_y == y
    take_back(lab)

    # Addresses of copies pass those that are taken.
    lab.click(R1).press("Control+d")
    expect(lab.status).to_contain_text("4 devices")
    assert hosts_of(page) == {"R1": "10.0.0.1", "SW1": "10.0.0.2", "PC1": "10.0.0.11", "R2": "10.0.0.3"}


def test_what_is_copied_together_stays_cabled_together_and_goes_aside(lab: Editor, page: Page) -> None:
    lab.click(R1)
    lab.canvas.click(position={"x": SWITCH[0], "y": SWITCH[1]}, modifiers=["Shift"])
    lab.press("Control+c").press("Control+v")
    expect(lab.status).to_contain_text("5 devices")
    assert read_drawn(page).get_cables() == {R1_TO_SWITCH, PC_TO_SWITCH, frozenset({"R2", "SW2"})}
    take_back(lab)

    lab.click(R1).press("Control+c").press("Control+v")
    expect(lab.status).to_contain_text("4 devices")
    drawn = read_drawn(page)
    (x, y), (copied_x, copied_y) = drawn.get_place("R1"), drawn.get_place("R2")
    assert max(abs(copied_x - x), abs(copied_y - y)) >= 96


def test_what_is_cut_comes_back_under_the_pointer_with_its_cables_and_its_name(lab: Editor, page: Page) -> None:
    lab.click(PC).press("Control+x")
    expect(lab.status).to_contain_text("2 devices")

    lab.canvas.hover(position={"x": 120, "y": 400})
    lab.press("Control+v")

    drawn = read_drawn(page)
    assert drawn.get_cables() == {R1_TO_SWITCH, PC_TO_SWITCH}
    assert drawn.get_access() == {("student1", "PC1")}
    lab.click(EMPTY).click((120, 400))
    lab.expect_selected("PC1")


def test_copies_go_to_another_drawing_in_another_tab(lab: Editor, page: Page, other: Editor) -> None:
    page.bring_to_front()
    lab.press("Control+a").press("Control+c")

    other.page.bring_to_front()
    other.press("Control+v")
    first = read_drawn(other.page)
    other.press("Control+v")
    second = read_drawn(other.page)

    assert first.get_cables() == {R1_TO_SWITCH, PC_TO_SWITCH}
    assert first.get_access() == {("student1", "PC1")}
    assert second.get_cables() == first.get_cables() | {frozenset({"R2", "SW2"}), frozenset({"PC2", "SW2"})}
    assert second.get_access() == {("student1", "PC1"), ("student2", "PC2")}
    assert len(set(hosts_of(other.page).values())) == 6
    assert read_drawn(page).get_labels() == ["R1", "SW1", "PC1", "student1"]


def test_what_is_cut_moves_to_another_tab_without_lines_that_would_lead_nowhere(
    lab: Editor, page: Page, other: Editor
) -> None:
    page.bring_to_front()
    lab.click(PC).press("Control+x")

    other.page.bring_to_front()
    other.press("Control+v")

    assert read_drawn(other.page).get_labels() == ["PC1"]
    assert read_drawn(other.page).get_cables() == set()
    assert read_drawn(page).get_labels() == ["R1", "SW1", "student1"]


def test_two_tabs_on_one_drawing_paste_what_the_other_copied(lab: Editor, page: Page, other: Editor) -> None:
    other.page.goto(page.url)
    other = Editor(other.page)
    page.bring_to_front()
    lab.click(PC).press("Control+c")

    other.page.bring_to_front()
    other.press("Control+v")

    expect(other.status).to_contain_text("4 devices")
    expect(other.show_outline()).to_contain_text(["PC2"])


def test_menus_copy_to_another_tab_and_paste_where_they_were_opened(lab: Editor, page: Page, other: Editor) -> None:
    page.bring_to_front()
    copy_by_menu(lab, PC)

    other.page.bring_to_front()
    paste_by_menu(other, (160, 160))

    other.click(EMPTY).click((160, 160))
    other.expect_selected("PC1")


def copy_by_menu(editor: Editor, spot: Spot) -> None:
    editor.canvas.click(position={"x": spot[0], "y": spot[1]}, button="right")
    editor.page.get_by_role("menuitem", name="Copy").click()


def paste_by_menu(editor: Editor, spot: Spot) -> None:
    """Paste at *spot*; the menu is opened again where what another tab has copied is still on its way."""
    paste = editor.page.get_by_role("menuitem", name="Paste")
    for _ in range(MOST_LOOKS):
        editor.canvas.click(position={"x": spot[0], "y": spot[1]}, button="right")
        expect(paste).to_be_visible()
        if paste.is_enabled():
            break
        editor.page.keyboard.press("Escape")
    paste.click()


def test_a_menu_pastes_in_a_tab_that_was_opened_after_the_copy(lab: Editor, page: Page) -> None:
    lab.expect_saved()
    copy_by_menu(lab, PC)

    later = page.context.new_page()
    later.goto("/new")
    paste_by_menu(Editor(later), (160, 160))

    expect(Editor(later).show_outline()).to_have_text(["PC1"])


def test_a_menu_pastes_on_the_next_diagram_in_the_same_tab_but_for_nobody_else(lab: Editor, page: Page) -> None:
    lab.expect_saved()
    copy_by_menu(lab, PC)

    page.goto("/new")
    paste_by_menu(Editor(page), (160, 160))

    expect(Editor(page).show_outline()).to_have_text(["PC1"])
    Editor(page).expect_saved()
    register(page)
    page.goto("/new")
    Editor(page).canvas.click(position={"x": 160, "y": 160}, button="right")
    expect(page.get_by_role("menuitem", name="Paste")).to_be_disabled()


def test_keys_paste_what_a_menu_copied_and_cut(lab: Editor, page: Page) -> None:
    copy_by_menu(lab, PC)
    lab.press("Control+v")
    expect(lab.status).to_contain_text("4 devices")

    lab.canvas.click(position={"x": R1[0], "y": R1[1]}, button="right")
    page.get_by_role("menuitem", name="Cut").click()
    expect(lab.status).to_contain_text("3 devices")
    lab.press("Control+v")

    expect(lab.status).to_contain_text("4 devices")
    assert sorted(hosts_of(page)) == ["PC1", "PC2", "R1", "SW1"]


def test_text_in_a_field_is_copied_as_text_and_pasted_text_draws_nothing(lab: Editor, page: Page) -> None:
    lab.click(R1).press("Enter")
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")
    page.keyboard.press("Escape")
    lab.press("Control+v")
    expect(lab.status).to_contain_text("3 devices")

    lab.click(PC).press("Enter")
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+v")

    lab.expect_selected("R1")
