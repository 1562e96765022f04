"""A server that speaks the pseudo-language too, and a browser that asks for it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from support.browser.profiles import Profiles, run_profiles
from support.labs.pseudo import LANGUAGE, write_pseudo
from support.server.server import run_server


@pytest.fixture(scope="session")
def foreign_profiles(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Profiles]:
    """Yield profiles of a server that speaks the language."""
    directory = tmp_path_factory.mktemp("pseudo")
    (directory / "translations").mkdir()
    write_pseudo(directory / "translations")
    settings = {"LABMAPPER_TRANSLATIONS": str(directory / "translations")}
    with run_server(directory, settings=settings) as address, run_profiles(chromium, address) as profiles:
        yield profiles


@pytest.fixture
def foreign_page(foreign_profiles: Profiles) -> Iterator[Page]:
    """Yield a page of a browser that asks for the language."""
    yield foreign_profiles.open_page(foreign_profiles.take(locale=LANGUAGE))
    foreign_profiles.give_back()
