from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, event

from labmapper.config import Config
from labmapper.persistence.database.connection import db
from support.labs.drawings import draw_broken, draw_lab
from support.server.people import Browser


def test_a_new_diagram_says_where_it_is(alice: Browser) -> None:
    answer = alice.post("/api/v1/diagrams", json={"diagram": draw_lab("Lab")})

    body = answer.get_json()
    assert answer.status_code == 201
    assert answer.location == f"/api/v1/diagrams/{body['id']}"
    assert (body["title"], body["revision"], answer.headers["ETag"]) == ("Lab", 1, '"1"')
    assert body["created_at"] == body["updated_at"]
    assert body["created_at"].endswith("Z")


def test_a_diagram_comes_back_with_its_document_and_tag(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab("Lab"))

    answer = alice.get(f"/api/v1/diagrams/{token}")

    assert answer.get_json()["diagram"]["nodes"][0]["label"] == "R1"
    assert answer.headers["ETag"] == '"1"'


@pytest.mark.parametrize("title", ["Übung für Ñandú 🐘", 'a "quoted" } \\ one', ""])
def test_a_document_comes_back_as_it_was_saved_beside_what_lists_show(alice: Browser, title: str) -> None:
    drawing = draw_lab(title)
    token = alice.create_diagram(drawing)

    answer = alice.get(f"/api/v1/diagrams/{token}")

    listed = alice.get("/api/v1/diagrams").get_json()["diagrams"][0]
    assert answer.get_json() == listed | {"diagram": answer.get_json()["diagram"]}
    assert answer.get_json()["diagram"]["title"] == title
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Content-Length"] == str(len(answer.data))


def test_who_has_logged_in_saves_without_a_transaction_around_it(app: Flask, alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())
    waits: list[bool] = []

    def note(_connection: object, cursor: Any, *_others: object) -> None:
        waits.append(getattr(cursor.connection, "autocommit", None) is not True)

    with app.app_context():
        engine: Engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    answer = alice.save(token, 1, draw_lab("Again"))
    event.remove(engine, "before_cursor_execute", note)

    assert answer.status_code == 200
    assert waits == ([False, False] if engine.dialect.name == "postgresql" else [True, True, True])


def test_who_has_the_latest_revision_gets_no_body(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())

    answer = alice.get(f"/api/v1/diagrams/{token}", headers={"If-None-Match": '"1"'})

    assert (answer.status_code, answer.data) == (304, b"")


def test_saves_go_from_revision_to_revision(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())

    answers = [alice.save(token, revision, draw_lab(f"Save {revision}")) for revision in (1, 2, 3)]

    assert [answer.get_json()["revision"] for answer in answers] == [2, 3, 4]
    assert [answer.headers["ETag"] for answer in answers] == ['"2"', '"3"', '"4"']
    assert alice.list_titles() == ["Save 3"]


def test_two_tabs_never_overwrite_each_other_silently(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab("Start"))
    assert alice.save(token, 1, draw_lab("First tab")).status_code == 200

    answer = alice.save(token, 1, draw_lab("Second tab"))

    assert answer.status_code == 412
    assert answer.get_json()["revision"] == 2
    assert answer.get_json()["error"]["code"] == "revision-stale"
    assert alice.list_titles() == ["First tab"]


@pytest.mark.parametrize(
    ("header", "status", "code"),
    [
        (None, 428, "revision-missing"),
        ("*", 400, "revision-unreadable"),
        ("1", 400, "revision-unreadable"),
        ('"one"', 400, "revision-unreadable"),
        ('"1", "2"', 400, "revision-unreadable"),
        ('"7"', 412, "revision-stale"),
        ('"9999999999"', 400, "revision-unreadable"),
        ('"999999999"', 412, "revision-stale"),
    ],
)
def test_a_save_must_name_the_revision_it_is_based_on(
    alice: Browser, header: str | None, status: int, code: str
) -> None:
    token = alice.create_diagram(draw_lab("Start"))
    headers = {"If-Match": header} if header else {}

    answer = alice.put(f"/api/v1/diagrams/{token}", json={"diagram": draw_lab("Mine")}, headers=headers)

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (status, code)
    assert alice.list_titles() == ["Start"]


def test_a_tag_that_a_proxy_has_weakened_is_understood(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())

    answer = alice.put(f"/api/v1/diagrams/{token}", json={"diagram": draw_lab()}, headers={"If-Match": 'W/"1"'})

    assert answer.status_code == 200


def test_what_is_not_a_diagram_is_refused_with_all_that_is_wrong(alice: Browser) -> None:
    drawing = draw_lab()
    drawing["nodes"][0]["x"] = "left"
    drawing["nodes"][1]["colour"] = "red"

    answer = alice.post("/api/v1/diagrams", json={"diagram": drawing})

    error = answer.get_json()["error"]
    assert (answer.status_code, error["code"]) == (422, "diagram-invalid")
    assert {problem["field"].split(".")[-1] for problem in error["problems"]} == {"x", "colour"}


def test_a_half_drawn_diagram_is_saved_all_the_same(alice: Browser) -> None:
    token = alice.create_diagram(draw_broken("Not ready"))

    assert alice.save(token, 1, draw_broken("Still not ready")).status_code == 200


def test_a_deleted_diagram_is_not_there_until_it_is_restored(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())
    alice.delete(f"/api/v1/diagrams/{token}")

    assert alice.get(f"/api/v1/diagrams/{token}").status_code == 404
    assert alice.save(token, 1, draw_lab()).status_code == 404
    assert alice.list_titles("?trash=1") == ["Lab"]

    alice.post(f"/api/v1/diagrams/{token}/restore")
    assert alice.get(f"/api/v1/diagrams/{token}").status_code == 200


def test_a_diagram_is_renamed_as_a_new_revision(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab("Old"))

    answer = alice.write("PATCH", f"/api/v1/diagrams/{token}", json={"title": " New "})

    assert (answer.get_json()["title"], answer.get_json()["revision"], answer.headers["ETag"]) == ("New", 2, '"2"')
    assert alice.get(f"/api/v1/diagrams/{token}").get_json()["diagram"] == {
        **alice.get(f"/api/v1/diagrams/{token}/revisions/1").get_json()["diagram"],
        "title": "New",
    }


@pytest.mark.parametrize(
    "body", [{}, {"title": None}, {"title": ""}, {"title": "  "}, {"title": "x" * 201}, {"name": "x"}]
)
def test_what_is_no_title_is_refused(alice: Browser, body: dict[str, Any]) -> None:
    token = alice.create_diagram(draw_lab("Old"))

    assert alice.write("PATCH", f"/api/v1/diagrams/{token}", json=body).status_code == 400
    assert alice.list_titles() == ["Old"]


def test_a_copy_has_passwords_of_its_own_and_no_twin(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab("Friday lab"))
    headers = {"Idempotency-Key": "5f2a"}

    made, again = (alice.post(f"/api/v1/diagrams/{token}/duplicate", headers=headers) for _ in range(2))

    assert (made.status_code, again.status_code) == (201, 200)
    assert made.get_json() == again.get_json()
    assert alice.list_titles("?sort=title") == ["Friday lab", "Friday lab (copy)"]
    assert made.location == f"/api/v1/diagrams/{made.get_json()['id']}"
    lists = {alice.get(f"/api/v1/diagrams/{each}/credentials.csv").text for each in (token, made.get_json()["id"])}
    assert len(lists) == 2


def test_only_what_is_in_the_trash_is_erased(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())
    path = f"/api/v1/diagrams/{token}"
    assert alice.post(f"{path}/erase").status_code == 404
    alice.delete(path)

    assert alice.post(f"{path}/erase").status_code == 204

    assert alice.list_titles("?trash=true") == []
    assert alice.post(f"{path}/restore").status_code == 404


def test_a_list_goes_on_where_the_last_page_ended(alice: Browser) -> None:
    for number in range(5):
        alice.create_diagram(draw_lab(f"Lab {number}"))

    first = alice.get("/api/v1/diagrams?sort=title&limit=3").get_json()
    second = alice.get(f"/api/v1/diagrams?sort=title&limit=3&cursor={first['next']}").get_json()

    titles = [each["title"] for each in first["diagrams"] + second["diagrams"]]
    assert titles == [f"Lab {number}" for number in range(5)]
    assert second["next"] is None


def test_the_session_says_who_one_is(alice: Browser, nobody: Browser) -> None:
    hers, nobodys = alice.get("/api/v1/session").get_json(), nobody.get("/api/v1/session").get_json()

    assert (hers["signed_in"], hers["username"]) == (True, "Alice")
    assert (nobodys["signed_in"], nobodys["username"]) == (False, None)


def test_a_save_whose_answer_was_lost_can_be_repeated_without_a_twin(alice: Browser) -> None:
    headers = {"Idempotency-Key": "5f2a"}

    answers = [
        alice.post("/api/v1/diagrams", json={"diagram": draw_lab(title)}, headers=headers) for title in ("One", "Two")
    ]

    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].get_json() == answers[1].get_json()
    assert answers[0].location == answers[1].location
    assert answers[1].headers["ETag"] == '"1"'
    assert alice.list_titles() == ["One"]


@pytest.mark.parametrize("key", ["", "a b", "x" * 65, "é"])
def test_a_request_key_that_cannot_be_kept_is_refused(alice: Browser, key: str) -> None:
    answer = alice.post("/api/v1/diagrams", json={"diagram": draw_lab()}, headers={"Idempotency-Key": key})

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, "bad-request-key")
    assert alice.list_titles() == []


def test_a_guest_without_room_is_told_how_to_make_some(make_app: Callable[[Config], Flask], config: Config) -> None:
    guest = Browser(make_app(replace(config, guest_diagrams=1)).test_client())
    token = guest.create_diagram(draw_lab("First"))

    answer = guest.post("/api/v1/diagrams", json={"diagram": draw_lab("Second")})

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (409, "quota")
    assert answer.get_json()["error"]["message"] == (
        "Without an account you can keep 1 diagram, and that is reached. "
        "Register or log in, or delete diagrams and empty the trash."
    )
    assert "that is reached" in guest.post(f"/diagrams/{token}/duplicate").text
    assert guest.save(token, 1, draw_lab("Still saved")).status_code == 200


def test_an_account_without_room_is_told_how_to_make_some(make_app: Callable[[Config], Flask], config: Config) -> None:
    alice = Browser(make_app(replace(config, account_space=1)).test_client()).enter("Alice")
    token = alice.create_diagram(draw_lab())

    answer = alice.post(f"/api/v1/diagrams/{token}/mappings", json={})

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (409, "quota")
    assert "Delete diagrams or mappings and empty the trash." in answer.get_json()["error"]["message"]
