import hashlib
from typing import Any

import pytest

from support.drawings import draw_broken, draw_lab
from support.people import Browser


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
