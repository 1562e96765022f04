"""What a real browser makes of names of connections: ``btoa`` throws for just the characters that are refused."""

import pytest
from playwright.sync_api import Page

from labmapper.core.guacamole.page_names import find_beyond_page

pytestmark = pytest.mark.browser

# Each character of the basic plane (surrogates are halves of all others) as Guacamole's page would encode it.
TRY_ALL = """() => {
  const refused = [];
  for (let code = 0; code < 0x10000; code += 1) {
    try { btoa(`R1${String.fromCharCode(code)}`); } catch { refused.push(code); }
  }
  return refused;
}"""


def test_btoa_throws_for_just_the_characters_that_are_refused(page: Page) -> None:
    thrown = set(page.evaluate(TRY_ALL))

    assert thrown == {code for code in range(0x10000) if find_beyond_page(f"R1{chr(code)}")}
