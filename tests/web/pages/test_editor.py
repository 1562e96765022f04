import gzip
import json
from typing import Any

import pytest
from werkzeug.test import TestResponse

from support.labs.drawings import draw_lab
from support.server.people import Browser


def read_data(answer: TestResponse) -> dict[str, Any]:
    block = answer.text.split('id="editor-data">')[1].split("</script>")[0]
    data: dict[str, Any] = json.loads(block)
    return data


def test_nobody_gets_an_empty_diagram(nobody: Browser) -> None:
    data = read_data(nobody.get("/"))

    assert (data["id"], data["revision"], data["savedAt"], data["username"]) == (None, 0, None, None)
    assert data["diagram"]["nodes"] == []


@pytest.mark.parametrize("address", ["/", "/new"])
def test_an_empty_page_without_a_word_of_anybody_comes_compressed(nobody: Browser, address: str) -> None:
    packed, plain = (nobody.get(address, headers={"Accept-Encoding": encoding}) for encoding in ("gzip", "identity"))

    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert all("Accept-Encoding" in answer.headers["Vary"] for answer in (packed, plain))
    assert len(packed.data) < len(plain.data) / 3
    assert gzip.decompress(packed.data).splitlines()[-20:] == plain.data.splitlines()[-20:]


def test_a_page_with_a_name_a_message_or_a_drawing_in_it_is_not_compressed(guest: Browser, alice: Browser) -> None:
    saved = guest.create_diagram(draw_lab())
    with guest.client.session_transaction() as session:
        session["_flashes"] = [("message", "Made 'My lab'.")]
    headers = {"Accept-Encoding": "gzip"}

    answers = [
        guest.get("/new", headers=headers),
        guest.get(f"/diagrams/{saved}", headers=headers),
        alice.get("/new", headers=headers),
    ]

    assert read_data(answers[0])["messages"] == ["Made 'My lab'."]
    assert not any("Content-Encoding" in answer.headers for answer in answers)


def test_looking_around_stores_nothing(nobody: Browser) -> None:
    nobody.get("/")
    nobody.get("/new")

    assert nobody.list_titles() == []


def test_the_editor_opens_on_what_was_worked_on_last(guest: Browser) -> None:
    first, _ = guest.create_diagram(draw_lab("First")), guest.create_diagram(draw_lab("Second"))
    guest.save(first, 1, draw_lab("First, again"))

    answer = guest.get("/")

    assert answer.location == f"/diagrams/{first}"
    data = read_data(guest.get(answer.location))
    assert (data["id"], data["revision"], data["diagram"]["title"]) == (first, 2, "First, again")


def test_the_page_names_the_request_that_made_its_diagram(guest: Browser) -> None:
    headers = {"Idempotency-Key": "draft-1"}
    made = guest.post("/api/v1/diagrams", json={"diagram": draw_lab()}, headers=headers).get_json()

    assert read_data(guest.get(f"/diagrams/{made['id']}"))["requestKey"] == "draft-1"
    assert read_data(guest.get("/new"))["requestKey"] is None


def test_a_new_diagram_can_be_begun_beside_it(guest: Browser) -> None:
    guest.create_diagram(draw_lab())

    assert read_data(guest.get("/new"))["id"] is None


def test_the_page_tells_the_editor_what_it_needs(alice: Browser) -> None:
    data = read_data(alice.get("/"))

    assert data["username"] == "Alice"
    assert data["urls"]["api"] == "/api/v1"
    assert {"ssh", "rdp", "vnc"} <= set(alice.get(data["urls"]["catalogue"]).get_json()["protocols"])
    examples = alice.get(data["urls"]["examples"]).get_json()
    assert all(example["nodes"] for example in examples)
    assert len(examples) >= 3


def test_the_order_of_parameters_is_kept(alice: Browser) -> None:
    drawing = draw_lab()
    drawing["nodes"][0]["connections"][0]["parameters"] = {"z": "1", "a": "2"}
    token = alice.create_diagram(drawing)

    diagram = read_data(alice.get(f"/diagrams/{token}"))["diagram"]

    assert list(diagram["nodes"][0]["connections"][0]["parameters"]) == ["z", "a"]
