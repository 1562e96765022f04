"""A stored document that this version cannot read: it is said, nothing is lost, and its owner can have it."""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update

from labmapper.core.drawing.document import Diagram
from labmapper.core.pipeline import Compilation, compile_diagram
from labmapper.persistence.database.connection import db
from labmapper.persistence.database.tables import RevisionRow
from labmapper.persistence.revisions import purpose_of
from labmapper.web.diagrams import documents
from labmapper.web.services import get_store
from support.labs.drawings import draw_lab
from support.server.people import Browser

FUTURE = draw_lab("From the future") | {"schema": 2, "layers": []}
BROKEN = draw_lab("Broken") | {"nodes": [{"id": "n1", "type": "spaceship"}]}
DOCUMENTS = [pytest.param(FUTURE, id="of a future schema"), pytest.param(BROKEN, id="that no longer parses")]


@pytest.fixture
def store_document(app: Flask) -> Callable[[str, int, dict[str, Any]], None]:
    """Return a way to put a document in the place of a stored revision, as another version might have left it."""

    def put(token: str, number: int, document: dict[str, Any]) -> None:
        with app.app_context():
            sealed = get_store().cipher.seal(json.dumps(document).encode(), purpose_of(token, number))
            db.session.execute(update(RevisionRow).where(RevisionRow.number == number).values(document=sealed))
            db.session.commit()

    return put


@pytest.mark.parametrize("document", DOCUMENTS)
def test_it_is_said_and_its_owner_can_download_it(
    alice: Browser, bob: Browser, store_document: Callable[..., None], document: dict[str, Any]
) -> None:
    token = alice.create_diagram(draw_lab("Mine"))
    store_document(token, 1, document)

    page = alice.get(f"/diagrams/{token}")

    place = f"/diagrams/{token}/history/1/diagram.json"
    assert page.status_code == 422
    assert "cannot read this diagram as it is stored. Nothing of it is lost" in page.text
    assert f'href="{place}"' in page.text
    assert alice.get(place).get_json() == document
    assert f"Mine-{token[:6]}-revision-1.json" in alice.get(place).headers["Content-Disposition"]
    assert bob.get(place).status_code == 404


@pytest.mark.parametrize("document", DOCUMENTS)
def test_whatever_needs_the_drawing_is_refused_in_the_same_words(
    alice: Browser, store_document: Callable[..., None], document: dict[str, Any]
) -> None:
    token = alice.create_diagram(draw_lab("Mine"))
    store_document(token, 1, document)
    api = f"/api/v1/diagrams/{token}"

    answers = [
        alice.post(f"{api}/mappings", json={}),
        alice.get(f"{api}/credentials.csv"),
        alice.get(f"{api}/revisions/1/changes"),
        alice.post(f"{api}/revisions/1/restore", headers={"If-Match": '"1"'}),
    ]

    for answer in answers:
        assert answer.status_code == 422
        assert answer.get_json()["error"]["code"] == "diagram-unreadable"
        assert answer.get_json()["error"]["problems"]
        assert answer.get_json()["document"] == f"/diagrams/{token}/history/1/diagram.json"
    for step in ("duplicate", "rename", "history/1/restore"):
        assert alice.post(f"/diagrams/{token}/{step}", data={"title": "New"}).status_code == 422
    assert alice.get(f"{api}/revisions/1").get_json()["diagram"] == document


@pytest.mark.parametrize("document", DOCUMENTS)
def test_lists_pictures_and_the_zip_go_on(
    alice: Browser, store_document: Callable[..., None], document: dict[str, Any]
) -> None:
    token = alice.create_diagram(draw_lab("Mine"))
    store_document(token, 1, document)

    assert "Mine" in alice.get("/diagrams").text
    assert alice.get(f"/diagrams/{token}/thumbnail.svg").status_code == 200
    assert alice.get(f"/diagrams/{token}/history").status_code == 200
    with zipfile.ZipFile(io.BytesIO(alice.get("/diagrams/export.zip").data)) as archive:
        assert [json.loads(archive.read(name)) for name in archive.namelist()] == [document]


def test_an_older_revision_that_can_be_read_is_a_way_back(alice: Browser, store_document: Callable[..., None]) -> None:
    token = alice.create_diagram(draw_lab("Old"))
    alice.save(token, 1, draw_lab("New"))
    store_document(token, 2, FUTURE)

    alice.post(f"/diagrams/{token}/history/1/restore")

    assert alice.get(f"/diagrams/{token}").status_code == 200
    assert alice.get(f"/diagrams/{token}/history/2/diagram.json").get_json() == FUTURE


def test_what_follows_a_generation_compiles_the_drawing_no_second_time(
    alice: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[object] = []

    def note(drawing: Diagram) -> Compilation:
        compiled.append(drawing)
        return compile_diagram(drawing)

    monkeypatch.setattr(documents, "compile_diagram", note)
    documents._compile.cache_clear()
    token = alice.create_diagram(draw_lab("Compiled once"))

    answers = [
        alice.post(f"/api/v1/diagrams/{token}/mappings", json={}),
        alice.get(f"/diagrams/{token}/hand-out"),
        alice.get(f"/api/v1/diagrams/{token}/exports/slips"),
    ]
    documents._compile.cache_clear()

    assert [answer.status_code for answer in answers] == [201, 200, 200]
    assert len(compiled) == 1


def test_a_drawing_that_changed_is_compiled_anew(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab("Changed", students=2))
    alice.post(f"/api/v1/diagrams/{token}/mappings", json={})
    alice.put(
        f"/api/v1/diagrams/{token}", json={"diagram": draw_lab("Changed", students=3)}, headers={"If-Match": '"1"'}
    )

    made = alice.post(f"/api/v1/diagrams/{token}/mappings", json={}).get_json()

    assert made["users"] == 3
