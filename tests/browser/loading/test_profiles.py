"""The profiles that the browser tests share: each test finds its own empty."""

import pytest
from playwright.sync_api import Page

from support.browser.profiles import Profiles

pytestmark = pytest.mark.browser

KEEP = """
async () => {
  localStorage.setItem("left", "behind");
  sessionStorage.setItem("left", "behind");
  await new Promise((resolve) => { indexedDB.open("left", 1).onsuccess = resolve; });
}
"""
# The page itself keeps things too, at moments of its own: what counts is what the test left.
FIND = """
async () => {
  const databases = (await indexedDB.databases()).map(({ name }) => name);
  return [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...databases].filter((name) => name === "left");
}
"""


def use(profiles: Profiles) -> Page:
    page = profiles.take().new_page()
    page.goto("/new")
    return page


def test_what_one_test_leaves_in_a_profile_the_next_does_not_find(profiles: Profiles) -> None:
    page = use(profiles)
    page.evaluate(KEEP)
    assert page.evaluate(FIND) == ["left"] * 3
    cookies = page.context.cookies()
    profiles.give_back()

    again = use(profiles)

    assert again.context is page.context
    assert again.evaluate(FIND) == []
    assert cookies
    assert not {each["value"] for each in cookies} & {each["value"] for each in again.context.cookies()}
    profiles.give_back()


def test_a_profile_whose_clock_was_changed_is_given_up(profiles: Profiles) -> None:
    page = use(profiles)
    page.clock.install()
    profiles.give_back()

    again = use(profiles)

    assert again.context is not page.context
    profiles.give_back()
