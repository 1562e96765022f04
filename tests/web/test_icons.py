import re

import pytest

from labmapper import paths
from labmapper.web.icons import get_icon
from support.server.people import Browser


def test_an_icon_is_its_shapes() -> None:
    assert get_icon("minus") == '<path d="M5 12h14"/>'


def test_what_is_no_icon_is_not_drawn() -> None:
    with pytest.raises(KeyError):
        get_icon("unicorn")


def test_every_icon_of_the_file_is_found() -> None:
    text = (paths.STATIC / "img" / "icons.svg").read_text(encoding="utf-8")
    names = re.findall(r'id="icon-([^"]+)"', text)

    assert len(names) == text.count("<symbol") > 0
    assert all(get_icon(name) for name in names)


def test_a_page_carries_the_icons_that_it_shows_and_no_others(nobody: Browser) -> None:
    page = nobody.get("/login").get_data(as_text=True)

    assert get_icon("moon") in page
    assert get_icon("undo") not in page
    assert "<symbol" not in page
