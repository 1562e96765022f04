import json
from typing import Any

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
