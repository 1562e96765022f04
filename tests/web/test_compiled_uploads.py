"""A file is compiled once for its page and its download, and anew where anything about it is another."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from labmapper.core import pipeline
from labmapper.core.problems import Problem
from labmapper.formats import importing, registry
from labmapper.formats.format import Format
from labmapper.persistence.permissions import Owner
from labmapper.persistence.uploads import Upload, Uploads
from labmapper.web import compiled_uploads
from labmapper.web.compiled_uploads import compile_upload
from support.labs.drawings import CONFIG, draw_lab
from support.server.people import Browser


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Yield the list to which everything that is compiled is added."""
    done: list[object] = []

    def note(source: Any, problems: tuple[Problem, ...], **others: Any) -> pipeline.Compilation:
        done.append(source)
        return pipeline.compile_source(source, problems, **others)

    compiled_uploads._compile.cache_clear()
    monkeypatch.setattr(importing, "compile_source", note)
    yield done
    compiled_uploads._compile.cache_clear()


def get_config_format() -> Format:
    found = registry.find_readable("config")
    assert found is not None
    return found


def test_a_conversion_compiles_once(guest: Browser, compiled: list[object]) -> None:
    page = guest.post("/convert", data={"text": CONFIG.decode()}).location

    shown, mapping = guest.get(page), guest.get(f"{page}/user-mapping.xml")

    assert (shown.status_code, mapping.status_code, len(compiled)) == (200, 200, 1)


def test_another_file_and_a_long_one_are_compiled_anew(compiled: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    known = get_config_format()
    for content in (CONFIG, CONFIG, CONFIG.replace(b"student", b"pupil")):
        compile_upload(content, known, {})
    few = len(compiled)

    monkeypatch.setattr(compiled_uploads, "_LONGEST", 10)
    compile_upload(CONFIG, known, {})
    compile_upload(CONFIG, known, {})

    assert (few, len(compiled)) == (2, 4)


def test_a_conversion_asks_for_its_upload_in_no_database_and_a_minute_later_it_does(
    guest: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = guest.post("/convert", data={"text": CONFIG.decode()}).location
    asked: list[str] = []
    load = Uploads.load

    def note(uploads: Uploads, owner: Owner, token: str) -> Upload:
        asked.append(token)
        return load(uploads, owner, token)

    monkeypatch.setattr(Uploads, "load", note)

    at_once = guest.get(page).status_code
    few = len(asked)
    later = time.monotonic() + 61
    monkeypatch.setattr(time, "monotonic", lambda: later)

    assert (at_once, few) == (200, 0)
    assert (guest.get(page).status_code, len(asked)) == (200, 1)


def test_another_guest_gets_no_upload_that_was_kept_a_moment_ago(guest: Browser, app: Flask) -> None:
    page = guest.post("/convert", data={"text": CONFIG.decode()}).location
    stranger = Browser(app.test_client())
    stranger.create_diagram(draw_lab())

    assert stranger.get(page).status_code == 404
    assert stranger.get(f"{page}/user-mapping.xml").status_code == 404


def test_uploads_in_mind_have_an_end(guest: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled_uploads, "_RECENT", 2)
    pages = [guest.post("/convert", data={"text": CONFIG.decode()}).location for _ in range(3)]

    assert [guest.get(page).status_code for page in pages] == [200] * 3
    assert len(compiled_uploads._recent._uploads) <= 2
