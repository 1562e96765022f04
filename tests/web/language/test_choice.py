import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from labmapper.config import Config
from support.server.people import HERE

CATALOGUE = {
    "plural": "n != 1",
    "server": {
        "Log in": "Anmelden",
        "The file is empty. Choose a diagram document or a config.yaml.": "Die Datei ist leer.",
    },
    "browser": {"Undo": "Zurück"},
}


@pytest.fixture
def german(make_app: Callable[[Config], Flask], config: Config, tmp_path: Path) -> Flask:
    """Return an app that speaks German too."""
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "de.json").write_text(json.dumps(CATALOGUE), encoding="utf-8")
    return make_app(replace(config, translations=tmp_path / "translations"))


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("de", "de"),
        ("de-AT,en;q=0.5", "de"),
        ("fr, de;q=0.5", "de"),
        ("en-US,de;q=0.9", "en"),
        ("fr", "en"),
        ("", "en"),
        ("*", "en"),
    ],
)
def test_a_page_is_in_the_language_that_the_browser_asks_for(german: Flask, asked: str, language: str) -> None:
    page = german.test_client().get("/login", headers={"Accept-Language": asked})

    assert f'<html lang="{language}">' in page.text
    assert ("<h1>Anmelden</h1>" in page.text) == (language == "de")
    assert "Accept-Language" in page.vary


def test_the_scripts_get_their_sentences_before_they_run(german: Flask) -> None:
    client = german.test_client()
    page = client.get("/login", headers={"Accept-Language": "de"}).text
    address = page.split('.de.js"')[0].rsplit('"', 1)[1] + ".de.js"

    assert page.index(address) < page.index('type="module"')
    assert '"Undo":"Zurück"' in client.get(address).text


def test_the_api_says_its_sentences_in_the_language_and_its_codes_as_ever(german: Flask) -> None:
    browser = german.test_client()
    headers = {"Accept-Language": "de", "Content-Type": "application/octet-stream", **HERE}

    answer = browser.get("/api/v1/diagrams/nowhere", headers=headers)

    assert answer.get_json()["error"]["code"] == "not-found"


def test_who_names_no_language_gets_english(german: Flask) -> None:
    page = german.test_client().get("/login").text

    assert '<html lang="en">' in page
    assert ".de.js" not in page


def test_where_only_english_ships_nothing_varies(app: Flask) -> None:
    page = app.test_client().get("/login", headers={"Accept-Language": "de"})

    assert '<html lang="en">' in page.text
    assert "Accept-Language" not in page.vary
