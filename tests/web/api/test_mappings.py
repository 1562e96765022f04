import hashlib
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update

from labmapper.persistence.database.connection import db
from labmapper.persistence.database.tables import MappingRow
from support.labs.drawings import draw_broken, draw_lab
from support.server.people import Browser
from support.server.statements import count_statements


def generate(browser: Browser, diagram: str) -> dict[str, Any]:
    answer = browser.post(f"/api/v1/diagrams/{diagram}/mappings", json={})
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.get_json()
    return body


def test_a_mapping_is_kept_and_downloaded_byte_for_byte(alice: Browser) -> None:
    mapping = generate(alice, alice.create_diagram(draw_lab(students=300)))

    with alice.get(mapping["url"]) as answer:
        content = answer.data
    assert len(content) == mapping["size"] == answer.content_length
    assert hashlib.sha256(content).hexdigest() == mapping["sha256"]
    assert content.count(b"<authorize ") == 300
    assert (mapping["users"], mapping["devices"], mapping["connections"], mapping["revision"]) == (300, 1, 300, 1)
    assert mapping["options"] == {"guacamole": "1.6.0", "hashing": "plain"}
    assert answer.headers["Content-Disposition"] == 'attachment; filename="user-mapping.xml"'
    assert answer.mimetype == "application/xml"


def test_the_same_diagram_gives_the_same_bytes(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())

    assert generate(alice, token)["sha256"] == generate(alice, token)["sha256"]


def test_another_student_changes_no_other_password(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab(students=2))
    before = alice.get(generate(alice, token)["url"]).text.splitlines()
    alice.save(token, 1, draw_lab(students=3))

    after = alice.get(generate(alice, token)["url"]).text.splitlines()

    assert [line for line in before if "<authorize" in line] == [line for line in after if "<authorize" in line][:2]


def test_an_old_mapping_is_still_what_it_was(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab(students=2))
    old = generate(alice, token)
    alice.save(token, 1, draw_lab(students=3))
    new = generate(alice, token)

    assert alice.get(old["url"]).data.count(b"<authorize ") == 2
    listed = alice.get(f"/api/v1/diagrams/{token}/mappings").get_json()["mappings"]
    assert [(each["id"], each["revision"]) for each in listed] == [(new["id"], 2), (old["id"], 1)]


def test_a_mapping_with_errors_is_not_handed_out(alice: Browser) -> None:
    token = alice.create_diagram(draw_broken())

    answer = alice.post(f"/api/v1/diagrams/{token}/mappings", json={})

    error = answer.get_json()["error"]
    assert (answer.status_code, error["code"]) == (422, "diagram-unsound")
    assert any(problem["severity"] == "error" and problem["item"] == "n1" for problem in error["problems"])
    assert alice.get(f"/api/v1/diagrams/{token}/mappings").get_json()["mappings"] == []


def test_many_mappings_come_in_pages_each_in_as_few_statements(app: Flask, alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())
    made = [generate(alice, token)["id"] for _ in range(60)]
    path = f"/api/v1/diagrams/{token}/mappings"
    pages, costs, cursor = [], [], ""

    while cursor is not None:
        with count_statements(app) as statements:
            page = alice.get(path, query_string={"cursor": cursor} if cursor else {}).get_json()
        pages.append([mapping["id"] for mapping in page["mappings"]])
        costs.append(len(statements))
        cursor = page["next"]

    assert [len(ids) for ids in pages] == [24, 24, 12]
    assert [each for ids in pages for each in ids] == made[::-1]
    # The first page has none before it to be looked for.
    assert costs[0] <= costs[1] == costs[2]


@pytest.mark.parametrize("cursor", ["x", "1", "", "W10", "WzEsMl0"])
def test_a_cursor_that_no_page_named_is_refused(alice: Browser, cursor: str) -> None:
    token = alice.create_diagram(draw_lab())

    assert alice.get(f"/api/v1/diagrams/{token}/mappings?cursor={cursor}").status_code == 400


def list_changes(browser: Browser, diagram: str, mapping: dict[str, Any]) -> list[str]:
    answer = browser.get(f"/api/v1/diagrams/{diagram}/mappings/{mapping['id']}/changes").get_json()
    changes: list[str] = answer["changes"]
    assert f"<li>{changes[-1]}</li>" in browser.get(f"/diagrams/{diagram}/mappings/{mapping['id']}").text
    return changes


def test_another_hashing_and_release_are_told(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab(password="old-password"))
    first = generate(alice, token)
    alice.save(token, 1, draw_lab(password="old-password") | {"settings": {"guacamole": "1.5.5", "hashing": "sha256"}})
    second = generate(alice, token)

    assert list_changes(alice, token, second) == [
        "It is for Guacamole 1.5.5 now, not 1.6.0.",
        "Passwords are written as SHA-256 hashes now, not as plain text.",
    ]
    assert list_changes(alice, token, first) == ["student01 added.", "student02 added.", "R1 added."]


def test_what_leaves_the_file_as_it_was_says_so(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())
    generate(alice, token)
    alice.save(token, 1, draw_lab() | {"settings": {"guacamole": "1.5.5"}})

    assert list_changes(alice, token, generate(alice, token)) == [
        "It is for Guacamole 1.5.5 now, not 1.6.0.",
        "All of this leaves the file as it was, byte for byte.",
    ]


def test_files_that_differ_without_words_never_count_as_the_same(app: Flask, alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())
    first = generate(alice, token)
    latest = generate(alice, token)
    with app.app_context():  # as if another version of Labmapper had made it
        db.session.execute(update(MappingRow).where(MappingRow.token == first["id"]).values(sha256="0" * 64))
        db.session.commit()

    assert list_changes(alice, token, latest) == [
        "The files differ in something that has no words here. Download both to compare them."
    ]


def test_a_deleted_mapping_is_gone(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())
    mapping = generate(alice, token)

    alice.delete(f"/api/v1/diagrams/{token}/mappings/{mapping['id']}")

    assert alice.get(mapping["url"]).status_code == 404


@pytest.mark.parametrize("body", [b"", b"[]", b'{"x": 1}'])
def test_the_body_must_be_an_empty_object(alice: Browser, body: bytes) -> None:
    token = alice.create_diagram(draw_lab())

    answer = alice.post(f"/api/v1/diagrams/{token}/mappings", data=body, content_type="application/json")

    assert answer.status_code == 400


def test_a_mapping_that_is_asked_for_again_with_its_key_is_made_once(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())
    path, headers = f"/api/v1/diagrams/{token}/mappings", {"Idempotency-Key": "nightly-1"}

    first = alice.post(path, json={}, headers=headers)
    alice.save(token, 1, draw_lab(students=5))
    again = alice.post(path, json={}, headers=headers)
    other = alice.post(path, json={}, headers={"Idempotency-Key": "nightly-2"})

    assert (first.status_code, again.status_code, other.status_code) == (201, 200, 201)
    assert first.get_json() == again.get_json()
    assert [each["id"] for each in alice.get(path).get_json()["mappings"]] == [
        other.get_json()["id"],
        first.get_json()["id"],
    ]


def test_a_key_counts_for_one_diagram(alice: Browser) -> None:
    made = set()
    for _ in range(2):
        path = f"/api/v1/diagrams/{alice.create_diagram(draw_lab())}/mappings"
        made.add(alice.post(path, json={}, headers={"Idempotency-Key": "same"}).get_json()["id"])

    assert len(made) == 2


def test_a_part_of_a_mapping_comes_by_itself(alice: Browser) -> None:
    url = generate(alice, alice.create_diagram(draw_lab()))["url"]
    with alice.get(url) as answer:
        whole, etag = answer.data, answer.headers["ETag"]

    for asked, start, end in (
        ("bytes=10-19", 10, 20),
        ("bytes=-5", len(whole) - 5, len(whole)),
        ("bytes=7-", 7, len(whole)),
    ):
        with alice.get(url, headers={"Range": asked, "If-Range": etag}) as part:
            assert (part.status_code, part.data) == (206, whole[start:end])
            assert part.headers["Content-Range"] == f"bytes {start}-{end - 1}/{len(whole)}"
    with alice.get(url, headers={"Range": "bytes=10-19", "If-Range": '"older"'}) as changed:
        assert (changed.status_code, changed.data) == (200, whole)
    with alice.get(url, headers={"Range": "bytes=1-2,5-6"}) as several:
        assert (several.status_code, several.data) == (200, whole)
    with alice.get(url, headers={"If-None-Match": etag}) as same:
        assert (same.status_code, same.data) == (304, b"")


def test_a_part_that_a_mapping_has_not_is_refused(alice: Browser) -> None:
    mapping = generate(alice, alice.create_diagram(draw_lab()))

    answer = alice.get(mapping["url"], headers={"Range": "bytes=99999999-"})

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (416, "no-such-range")
    assert answer.headers["Content-Range"] == f"bytes */{mapping['size']}"
