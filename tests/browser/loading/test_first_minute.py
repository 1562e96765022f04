"""Somebody who has never seen Labmapper: what an empty canvas says, the tour, the examples, and the first file."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from support.browser.editor import Editor, read_reach
from support.browser.interception import held
from support.browser.panels import CLASSROOM, FABRIC, PODS, open_example
from support.browser.window import expect_in_window

pytestmark = pytest.mark.browser

MOST_CLICKS = 14


class Newcomer:
    """Clicks what is on the screen and types into what has the focus, and counts the clicks."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, target: Locator) -> None:
        target.click()
        self.clicks += 1

    def type_into(self, label: str, text: str) -> None:
        """Click the field *label* of the properties and type over what is in it."""
        self.click(self.page.locator("#inspector").get_by_label(label, exact=True).first)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)


def test_a_newcomer_gets_to_the_right_file_in_few_clicks_on_a_small_laptop(
    page: Page, editor: Editor, tmp_path: Path
) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    newcomer = Newcomer(page)
    expect(page.locator("#empty")).to_contain_text("For 11 alike, type the count and the first address.")
    expect_in_window(page)

    newcomer.click(page.get_by_role("button", name="Add Router"))
    newcomer.type_into("Count", "4")
    newcomer.type_into("Host", "10.0.10.1")
    newcomer.click(page.get_by_role("button", name="Add Workstation"))
    newcomer.type_into("Count", "11")
    newcomer.type_into("Host", "10.0.10.101")
    newcomer.click(page.get_by_role("button", name="Add Users"))
    newcomer.type_into("Count", "8")
    newcomer.click(page.get_by_role("button", name="Add Users"))
    newcomer.type_into("First user name", "trainer1")
    expect_in_window(page)
    newcomer.click(page.get_by_role("tab", name="Access"))
    newcomer.click(page.get_by_role("checkbox", name="student1…student8 reach R1…R4"))
    editor.expect_summary(devices="15 devices", users="9 users", connections="103 connections")
    expect_in_window(page)
    newcomer.clicks += 1
    reach = read_reach(editor.download(tmp_path))
    expect(page.locator("#notices").get_by_role("button", name="Passwords to hand out")).to_be_visible()
    told = page.locator("#notices").inner_text().splitlines()
    assert [line.partition(":")[0] for line in told if ": " in line] == ["Place", "Readers", "Restart"]
    expect_in_window(page)

    stations = {f"PC{number}": f"rdp 10.0.10.{100 + number}" for number in range(1, 12)}
    routers = {f"R{number}": f"ssh 10.0.10.{number}" for number in range(1, 5)}
    assert reach == {f"student{number}": stations for number in range(1, 9)} | {"trainer1": routers | stations}
    assert newcomer.clicks < MOST_CLICKS


@pytest.mark.parametrize(
    ("title", "summary"),
    [(CLASSROOM, "12 users, 16 devices"), (PODS, "9 users, 26 devices"), (FABRIC, "8 users, 11 devices")],
)
def test_each_example_is_complete_and_one_step_away(page: Page, tmp_path: Path, title: str, summary: str) -> None:
    page.goto("/new")
    page.get_by_role("button", name="Start from an example").click()
    expect(page.get_by_role("dialog").get_by_role("button", name=title)).to_contain_text(summary)

    editor = open_example(page, title)
    users, devices = summary.split(", ")
    expect(editor.status).to_contain_text(users)
    expect(editor.status).to_contain_text(devices)
    expect(editor.status).to_contain_text("No problems")
    expect(editor.canvas).to_be_focused()
    assert len(read_reach(editor.download(tmp_path))) == int(users.split()[0])
    editor.undo.click()
    expect(page.locator("#empty")).to_be_visible()


def test_the_tour_shows_the_parts_can_be_left_and_never_returns(page: Page, editor: Editor) -> None:
    invitation = page.locator("#empty").get_by_role("button", name="Show me around")
    tour = page.get_by_role("dialog", name="Tour")

    invitation.click()
    for number, title in enumerate(("Add", "Connect", "Properties", "Preview", "Download"), start=1):
        expect(tour).to_contain_text(title)
        expect(tour).to_contain_text(f"{number} of 5")
        expect(page.locator(".is-shown-by-tour")).to_have_count(1)
        expect(page.locator("#empty")).to_be_hidden()
        tour.get_by_role("button", name="Done" if number == 5 else "Next").click()
    expect(tour).to_have_count(0)
    expect(invitation).to_be_hidden()
    expect(editor.canvas).to_be_focused()

    page.reload()
    expect(page.locator("#empty")).to_be_visible()
    expect(invitation).to_be_hidden()
    page.get_by_role("button", name="Menu", exact=True).click()
    page.get_by_role("menuitem", name="Show me around").click()
    tour.get_by_role("button", name="Skip").click()
    expect(tour).to_have_count(0)
    expect(editor.status).to_contain_text("0 devices")


@pytest.mark.usefixtures("editor")
def test_a_tour_that_is_skipped_never_returns(page: Page) -> None:
    invitation = page.locator("#empty").get_by_role("button", name="Show me around")

    invitation.click()
    page.get_by_role("dialog", name="Tour").get_by_role("button", name="Skip").click()
    expect(invitation).to_be_hidden()
    page.reload()

    expect(page.locator("#empty").get_by_role("button", name="Start from an example")).to_be_visible()
    expect(invitation).to_be_hidden()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_file_that_lets_nobody_in_is_not_made_and_says_what_is_missing(page: Page, editor: Editor) -> None:
    button = page.get_by_role("button", name="Download user-mapping.xml")
    notices = page.locator("#notices")

    button.click()
    expect(notices).to_contain_text("The file was not made: nobody could log in with it.")
    editor.drop("Users", (200, 150))
    button.click()

    expect(notices).to_contain_text("The file was not made: nobody could reach anything with it.")


def test_the_first_file_offers_the_passwords_and_the_next_one_what_changed(page: Page, tmp_path: Path) -> None:
    editor = open_example(page, CLASSROOM)
    notices = page.locator("#notices")

    editor.download(tmp_path)
    with page.expect_download() as passwords:
        notices.get_by_role("button", name="Passwords to hand out").click()
    passwords.value.save_as(tmp_path / "passwords.csv")
    assert "student10" in (tmp_path / "passwords.csv").read_text(encoding="utf-8")

    page.get_by_role("tab", name="Outline").click()
    page.get_by_role("treeitem", name="SW1").click()
    editor.fill("Name", "core").download(tmp_path)
    notices.get_by_role("button", name="What changed").click()
    expect(page.get_by_role("dialog")).to_contain_text("core added.")


def test_nothing_is_counted_or_found_right_before_it_is_known(page: Page) -> None:
    verdict = page.locator("#status").get_by_role("button", name="No problems")

    with held(page, "**/api/v1/preview"):
        with page.expect_request("**/api/v1/preview"):
            page.goto("/new")
        expect(page.get_by_role("button", name="Fit all")).to_be_visible()
        expect(verdict).to_be_hidden()

    expect(verdict).to_be_visible()
