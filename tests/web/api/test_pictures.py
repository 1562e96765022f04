import base64
import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from labmapper.core.pictures.checking import check_picture
from support.labs.drawings import draw_lab
from support.labs.pictures import make_exif, make_jpeg, make_png, make_svg
from support.server.people import Browser

PLAN = check_picture(make_png(40, 30))


def draw(picture: str, **fields: Any) -> dict[str, Any]:
    shape = {"id": "plan", "type": "shape", "shape": "picture", "label": "Floor plan", "picture": picture}
    document = draw_lab()
    return document | {"nodes": [*document["nodes"], shape | fields]}


def keep(browser: Browser, diagram_id: str, data: bytes) -> dict[str, Any]:
    answer = browser.post(f"/api/v1/diagrams/{diagram_id}/pictures", data=data)
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.get_json()
    return body


@pytest.mark.parametrize(
    ("data", "media_type", "size"),
    [
        (make_png(40, 30), "image/png", (40, 30)),
        (make_jpeg(40, 30, make_exif(6)), "image/jpeg", (30, 40)),
        (make_svg("<script>alert(1)</script>"), "image/svg+xml", (40, 30)),
    ],
    ids=["png", "jpeg", "svg"],
)
def test_a_picture_is_kept_and_shown_as_what_it_is_and_nothing_else(
    alice: Browser, data: bytes, media_type: str, size: tuple[int, int]
) -> None:
    diagram_id = alice.create_diagram(draw_lab())

    kept = keep(alice, diagram_id, data)

    assert (kept["media_type"], kept["width"], kept["height"]) == (media_type, *size)
    answer = alice.get(f"/api/v1/diagrams/{diagram_id}/pictures/{kept['id']}")
    assert answer.data == check_picture(data).content
    assert len(answer.data) == kept["size"]
    assert answer.headers["Content-Type"] == media_type
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"", 400, "empty"),
        (b"GIF89a", 422, "picture-unfit"),
        (make_png()[:-9], 422, "picture-unfit"),
        (make_png() + bytes(2 * 1024 * 1024), 422, "picture-unfit"),
        (make_png() + bytes(5 * 1024 * 1024), 413, "too-large"),
    ],
    ids=["empty", "gif", "broken", "large", "larger"],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(nobody: Browser, data: bytes, status: int, code: str) -> None:
    diagram_id = nobody.create_diagram(draw_lab())

    answer = nobody.post(f"/api/v1/diagrams/{diagram_id}/pictures", data=data)

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (status, code)


def test_nobody_sees_or_adds_a_picture_of_somebody_else(alice: Browser, bob: Browser, nobody: Browser) -> None:
    diagram_id = alice.create_diagram(draw_lab())
    path = f"/api/v1/diagrams/{diagram_id}/pictures"
    keep(alice, diagram_id, make_png(40, 30))

    for other in (bob, nobody):
        assert other.get(f"{path}/{PLAN.id}").status_code in {401, 404}
        assert other.post(path, data=make_png()).status_code in {401, 404}


def test_a_save_names_it_and_stays_small(alice: Browser) -> None:
    diagram_id = alice.create_diagram(draw(PLAN.id, opacity=40))

    document = alice.get(f"/api/v1/diagrams/{diagram_id}").get_json()["diagram"]

    assert document["nodes"][-1]["opacity"] == 40
    assert "pictures" not in document


def test_the_file_of_the_diagram_brings_it_along_to_another_account(alice: Browser, bob: Browser) -> None:
    diagram_id = alice.create_diagram(draw(PLAN.id))
    keep(alice, diagram_id, PLAN.content)
    text = alice.get(f"/api/v1/diagrams/{diagram_id}/exports/diagram").data
    assert json.loads(text)["pictures"] == {PLAN.id: PLAN.data_url}

    imported = bob.post("/api/v1/imports", data=text).get_json()["diagram"]
    theirs = bob.create_diagram(imported)

    assert bob.get(f"/api/v1/diagrams/{theirs}/pictures/{PLAN.id}").data == PLAN.content


def test_pictures_that_a_file_brings_along_are_cleaned_and_the_others_left_out(alice: Browser) -> None:
    hostile = make_svg("<script>alert(1)</script>")
    clean = check_picture(hostile)
    unclean = "data:image/svg+xml;base64," + base64.b64encode(hostile).decode()
    document = draw(PLAN.id)
    document["nodes"].append(document["nodes"][-1] | {"id": "other", "picture": "0" * 32})
    document["pictures"] = {PLAN.id: unclean, "0" * 32: "data:image/png;base64,AAAA", "f" * 32: PLAN.data_url}

    answer = alice.post("/api/v1/imports", data=json.dumps(document)).get_json()

    assert answer["diagram"]["pictures"] == {clean.id: clean.data_url}
    assert [node.get("picture") for node in answer["diagram"]["nodes"][-2:]] == [clean.id, "0" * 32]
    assert [problem["code"] for problem in answer["problems"]] == ["pictures-left-out"]


def test_a_duplicate_has_it_too_and_the_archive_holds_it(alice: Browser) -> None:
    diagram_id = alice.create_diagram(draw(PLAN.id))
    keep(alice, diagram_id, PLAN.content)

    copy = alice.post(f"/api/v1/diagrams/{diagram_id}/duplicate").get_json()["id"]

    assert alice.get(f"/api/v1/diagrams/{copy}/pictures/{PLAN.id}").data == PLAN.content
    with ZipFile(BytesIO(alice.get("/api/v1/export.zip").data)) as archive:
        names = archive.namelist()
        documents = [json.loads(archive.read(name)) for name in names if name.endswith("diagram.json")]
    assert sum(name.endswith(f"/pictures/{PLAN.id}.png") for name in names) == 2
    assert all(document["pictures"] == {PLAN.id: PLAN.data_url} for document in documents)


def test_an_earlier_version_shows_and_brings_along_what_was_taken_off_since(alice: Browser) -> None:
    diagram_id = alice.create_diagram(draw(PLAN.id))
    keep(alice, diagram_id, PLAN.content)
    alice.put(f"/api/v1/diagrams/{diagram_id}", json={"diagram": draw_lab()}, headers={"If-Match": '"1"'})

    document = alice.get(f"/diagrams/{diagram_id}/history/1/diagram.json").get_json()

    assert document["pictures"] == {PLAN.id: PLAN.data_url}


def test_the_pages_of_students_show_it_and_have_it_once(alice: Browser) -> None:
    diagram_id = alice.create_diagram(draw(PLAN.id, opacity=30))
    keep(alice, diagram_id, PLAN.content)

    page = alice.get(f"/api/v1/diagrams/{diagram_id}/exports/student-pages").text

    assert page.count(PLAN.data_url) == 1
    assert page.count(f'href="#picture-{PLAN.id}"') > 1
    assert 'opacity="0.3" role="img" aria-label="Floor plan"' in page
