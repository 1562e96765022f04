"""The editor under fingers: what each gesture does on the canvas of a tablet, and out of the palette."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Check, OpenPage
from support.browser.editor import Editor, Spot
from support.browser.saved_drawing import read_drawn
from support.browser.touch import TABLET, Touch, tap_into_palette
from support.browser.touch_events import Fingers, middle_of

pytestmark = pytest.mark.browser

ROUTER: Spot = (120, 160)
SERVER: Spot = (360, 160)
EMPTY: Spot = (240, 480)
OTHER: Spot = (300, 360)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page(**TABLET)


@pytest.fixture
def fingers(page: Page) -> Fingers:
    return Fingers(page)


@pytest.fixture
def router(editor: Editor, fingers: Fingers) -> Editor:
    """Return an editor with a router called R1 on it, which is not selected."""
    carry(editor, "Router", ROUTER)
    fingers.tap(editor.point_at(EMPTY))
    expect_nothing_selected(editor)
    return editor


def carry(editor: Editor, kind: str, spot: Spot) -> None:
    """Carry *kind* out of the palette to *spot*."""
    entry = editor.page.get_by_role("button", name=f"Add {kind}", exact=True)
    Fingers(editor.page).drag(middle_of(entry), editor.point_at(spot))


def expect_nothing_selected(editor: Editor) -> None:
    expect(editor.page.get_by_role("heading", name="Diagram", exact=True)).to_be_visible()


def test_a_tap_selects_and_a_tap_beside_it_selects_nothing(router: Editor, fingers: Fingers) -> None:
    fingers.tap(router.point_at(ROUTER))
    router.expect_selected("R1")

    fingers.tap(router.point_at(EMPTY))
    expect_nothing_selected(router)


def test_one_finger_drags_a_node_in_one_step(router: Editor, fingers: Fingers) -> None:
    fingers.drag(router.point_at(ROUTER), router.point_at(SERVER)).tap(router.point_at(EMPTY))

    fingers.tap(router.point_at(SERVER))
    router.expect_selected("R1")
    router.undo.tap()
    expect(router.undo).to_have_accessible_name("Undo: Add R1")
    fingers.tap(router.point_at(EMPTY)).tap(router.point_at(ROUTER))
    router.expect_selected("R1")


def test_one_finger_on_empty_canvas_moves_the_view_and_not_the_drawing(router: Editor, fingers: Fingers) -> None:
    before = router.undo.get_attribute("aria-label")

    fingers.drag(router.point_at(OTHER), router.point_at((OTHER[0] + 160, OTHER[1] + 80)))

    fingers.tap(router.point_at((ROUTER[0] + 160, ROUTER[1] + 80)))
    router.expect_selected("R1")
    expect(router.undo).to_have_attribute("aria-label", before or "")


def test_two_fingers_pan_the_view_without_zooming(router: Editor, fingers: Fingers) -> None:
    left, right = router.point_at((150, 400)), router.point_at((350, 400))

    fingers.drag_all([[left, (left[0] + 60, left[1] + 100)], [right, (right[0] + 60, right[1] + 100)]])

    expect(router.status).to_contain_text("100 %")
    fingers.tap(router.point_at((ROUTER[0] + 60, ROUTER[1] + 100)))
    router.expect_selected("R1")


def test_a_pinch_zooms_about_the_middle_of_the_fingers(router: Editor, fingers: Fingers) -> None:
    x, y = router.point_at(ROUTER)

    fingers.drag_all([[(x - 40, y), (x - 80, y)], [(x + 40, y), (x + 80, y)]])

    expect(router.status).to_contain_text("200 %")
    fingers.tap((x, y))
    router.expect_selected("R1")
    fingers.drag_all([[(x - 80, y), (x - 20, y)], [(x + 80, y), (x + 20, y)]])
    expect(router.status).to_contain_text("50 %")


def test_a_pinch_that_begins_on_a_node_does_not_move_it(router: Editor, fingers: Fingers) -> None:
    before = router.undo.get_attribute("aria-label")
    x, y = router.point_at(ROUTER)

    fingers.drag_all([[(x, y), (x - 30, y)], [(x + 100, y + 100), (x + 160, y + 200)]])

    expect(router.undo).to_have_attribute("aria-label", before or "")


def test_a_long_press_opens_the_menu_of_what_is_under_the_finger(router: Editor, fingers: Fingers) -> None:
    menu = router.page.get_by_role("menu")

    fingers.hold(router.point_at(ROUTER))
    expect(menu).to_be_visible()
    fingers.lift()

    expect(menu).to_be_visible()
    menu.get_by_role("menuitem", name="Delete").tap()
    expect(router.status).to_contain_text("0 devices")


def test_a_finger_that_trembles_is_still_a_long_press(router: Editor, fingers: Fingers) -> None:
    x, y = router.point_at(ROUTER)

    fingers.hold((x, y)).move((x + 5, y - 4))

    expect(router.page.get_by_role("menu")).to_be_visible()
    fingers.lift()


def test_a_long_press_beside_everything_opens_the_menu_of_the_drawing(router: Editor, fingers: Fingers) -> None:
    fingers.hold(router.point_at(EMPTY))

    expect(router.page.get_by_role("menuitem", name="Select all")).to_be_visible()
    fingers.lift()


def test_a_double_tap_on_empty_canvas_asks_what_to_place_there(router: Editor, fingers: Fingers) -> None:
    x, y = router.point_at(OTHER)
    fingers.tap_twice((x, y), (x + 9, y + 6))

    router.page.get_by_role("option", name="Server", exact=True).tap()

    router.expect_selected("SRV1")
    fingers.tap(router.point_at(ROUTER)).tap(router.point_at(OTHER))
    router.expect_selected("SRV1")


def test_a_double_tap_on_a_node_renames_it(router: Editor, fingers: Fingers) -> None:
    fingers.tap_twice(router.point_at(ROUTER))

    expect(router.canvas.get_by_label("Name", exact=True)).to_be_focused()


def test_a_tap_in_the_palette_places_and_a_swipe_along_it_only_scrolls(
    editor: Editor, page: Page, fingers: Fingers
) -> None:
    x, y = middle_of(page.get_by_role("button", name="Add Server", exact=True))

    fingers.drag((x, y), (x + 4, y - 200))
    page.wait_for_function("document.getElementById('palette').scrollTop > 0")
    expect(editor.status).to_contain_text("0 devices")
    tap_into_palette(editor, "Server")

    expect(editor.status).to_contain_text("1 device")
    editor.expect_selected("SRV1")


def test_what_a_finger_carries_out_of_the_palette_is_put_down_where_it_is_lifted(
    editor: Editor, fingers: Fingers
) -> None:
    x, y = middle_of(editor.page.get_by_role("button", name="Add Router", exact=True))
    fingers.drag((x, y), (x + 60, y), (x, y))
    expect(editor.status).to_contain_text("0 devices")

    carry(editor, "Router", SERVER)
    fingers.tap(editor.point_at(EMPTY)).tap(editor.point_at(SERVER))

    editor.expect_selected("R1")
    expect(editor.page.locator(".carried")).to_have_count(0)


def test_a_finger_carries_out_of_the_palette_aslant_too(editor: Editor, page: Page, fingers: Fingers) -> None:
    x, y = middle_of(page.get_by_role("button", name="Add Server", exact=True))

    fingers.drag((x, y), (x + 110, y - 190), editor.point_at(OTHER))

    editor.expect_selected("SRV1")
    assert page.evaluate("document.getElementById('palette').scrollTop") == 0


def test_what_a_finger_has_rested_on_is_carried_in_any_direction(editor: Editor, page: Page, fingers: Fingers) -> None:
    x, y = middle_of(page.get_by_role("button", name="Add Server", exact=True))

    fingers.hold((x, y))
    expect(page.locator(".carried")).to_be_visible()
    for way in range(1, 7):
        fingers.move((x + 2, y - 30 * way))
    fingers.move(editor.point_at(OTHER)).lift()

    editor.expect_selected("SRV1")
    assert page.evaluate("document.getElementById('palette').scrollTop") == 0
    expect(page.locator(".carried")).to_have_count(0)


def test_a_cable_is_drawn_from_a_handle_by_finger(router: Editor, fingers: Fingers) -> None:
    carry(router, "Server", SERVER)
    x, y = router.point_at(ROUTER)
    fingers.tap((x, y))

    fingers.drag((x + 45, y + 6), router.point_at(SERVER))

    expect(router.get_field("Interface of R1")).to_be_visible()
    expect(router.get_field("Interface of SRV1")).to_be_visible()


def test_a_cable_is_bent_by_finger_and_a_double_tap_takes_the_bend_out(router: Editor, fingers: Fingers) -> None:
    carry(router, "Server", SERVER)
    x, y = router.point_at(ROUTER)
    fingers.tap((x, y)).drag((x + 45, y + 6), router.point_at(SERVER))
    middle, bend = router.point_at(((ROUTER[0] + SERVER[0]) // 2, ROUTER[1])), router.point_at((240, 300))

    fingers.drag((middle[0] + 8, middle[1] - 8), bend)
    expect(router.undo).to_have_accessible_name("Undo: Bend the cable R1–SRV1")  # noqa: RUF001 - as names of cables are written
    assert len(read_drawn(router.page).document["links"][0]["bends"]) == 1

    fingers.tap_twice(bend)
    expect(router.redo).to_be_disabled()
    assert "bends" not in read_drawn(router.page).document["links"][0]


def test_an_end_of_a_cable_is_carried_to_another_device_by_finger(router: Editor, fingers: Fingers) -> None:
    carry(router, "Server", SERVER)
    x, y = router.point_at(ROUTER)
    fingers.tap((x, y)).drag((x + 45, y + 6), router.point_at(SERVER))
    carry(router, "Switch", OTHER)
    fingers.tap(router.point_at(((ROUTER[0] + SERVER[0]) // 2, ROUTER[1])))

    right, level = router.point_at(SERVER)
    fingers.drag((right - 48, level), router.point_at(OTHER))

    names = {node["id"]: node["label"] for node in read_drawn(router.page).document["nodes"]}
    (link,) = read_drawn(router.page).document["links"]
    assert (names[link["source"]["node"]], names[link["target"]["node"]]) == ("R1", "SW1")


def test_a_loop_is_drawn_by_a_finger_that_comes_back(router: Editor, fingers: Fingers) -> None:
    x, y = router.point_at(ROUTER)
    fingers.tap((x, y))

    fingers.drag((x + 45, y + 6), (x + 120, y + 60), (x + 4, y + 4))

    (loop,) = read_drawn(router.page).document["links"]
    assert loop["source"]["node"] == loop["target"]["node"]


def test_a_zone_is_resized_by_finger(editor: Editor, fingers: Fingers) -> None:
    Touch(editor).take("Zone")
    fingers.drag(editor.point_at((80, 80)), editor.point_at((240, 240)))
    editor.expect_selected("Zone 1")

    fingers.drag(editor.point_at((246, 234)), editor.point_at((400, 400)))

    expect(editor.undo).to_have_attribute("aria-label", "Undo: Resize Zone 1")


def test_several_things_are_selected_one_after_the_other_and_changed_together(
    router: Editor, fingers: Fingers, page: Page, check_both: Check
) -> None:
    carry(router, "Server", SERVER)
    page.get_by_role("button", name="Select several", exact=True).tap()
    check_both(page)

    fingers.tap(router.point_at(ROUTER))

    expect(page.get_by_role("heading", name="2 devices", level=2)).to_be_visible()
    fingers.drag(router.point_at(ROUTER), router.point_at((ROUTER[0], ROUTER[1] + 160)))
    expect(router.undo).to_have_accessible_name("Undo: Move 2 devices")
    fingers.tap(router.point_at((SERVER[0], SERVER[1] + 160)))
    router.expect_selected("R1")
    fingers.drag(router.point_at((440, 400)), router.point_at((30, 260)))
    expect(page.get_by_role("heading", name="2 devices", level=2)).to_be_visible()
