import pytest

from support.labs.drawings import draw_lab
from support.server.people import Browser


@pytest.fixture
def token(alice: Browser) -> str:
    made = alice.create_diagram(draw_lab("First", students=2))
    alice.save(made, 1, draw_lab("Second", students=3))
    return made


def test_the_history_names_every_save(alice: Browser, token: str) -> None:
    body = alice.get(f"/api/v1/diagrams/{token}/revisions").get_json()

    assert [(each["number"], each["is_current"]) for each in body["revisions"]] == [(2, True), (1, False)]
    assert body["next"] is None


def test_an_old_revision_can_be_looked_at_and_restored(alice: Browser, token: str) -> None:
    path = f"/api/v1/diagrams/{token}/revisions/1"
    assert alice.get(path).get_json()["diagram"]["title"] == "First"

    answer = alice.post(f"{path}/restore", headers={"If-Match": '"2"'})

    assert (answer.status_code, answer.get_json()["revision"]) == (200, 3)
    assert alice.get(f"/api/v1/diagrams/{token}").get_json()["diagram"]["title"] == "First"
    assert alice.get(f"/api/v1/diagrams/{token}/revisions/2").get_json()["diagram"]["title"] == "Second"


def test_restoring_never_overwrites_silently(alice: Browser, token: str) -> None:
    path = f"/api/v1/diagrams/{token}/revisions/1/restore"

    answers = [alice.post(path, headers=headers) for headers in ({}, {"If-Match": '"1"'})]

    assert [answer.status_code for answer in answers] == [428, 412]


def test_a_revision_can_be_named_and_lose_its_name(alice: Browser, token: str) -> None:
    path = f"/api/v1/diagrams/{token}/revisions/1"

    named = alice.put(path, json={"name": "Before the exam"}).get_json()
    bare = alice.put(path, json={"name": None}).get_json()

    assert (named["name"], bare["name"]) == ("Before the exam", None)


def test_changes_are_told_in_words(alice: Browser, token: str) -> None:
    answers = [alice.get(f"/api/v1/diagrams/{token}/revisions/{n}/changes").get_json() for n in (1, 2)]

    assert answers[0]["since"] is None
    assert "R1 added." in answers[0]["changes"]
    assert answers[1]["since"] == 1
    assert answers[1]["changes"] == ["The title is now 'Second'.", "student01: 3 of them, not 2."]


def test_changes_are_told_with_their_facts_too(alice: Browser, token: str) -> None:
    answer = alice.get(f"/api/v1/diagrams/{token}/revisions/2/changes").get_json()

    title, students = answer["records"]
    assert [title["message"], students["message"]] == answer["changes"]
    assert (title["code"], title["facts"]) == ("title-changed", {"title": "Second"})
    assert (students["code"], students["variant"], students["facts"]) == ("changed", "item", {"name": "student01"})
    assert students["details"] == [
        {
            "code": "count-changed",
            "variant": "default",
            "message": "3 of them, not 2",
            "facts": {"new": 3, "old": 2},
            "details": [],
        }
    ]


def test_any_two_revisions_can_be_compared(alice: Browser, token: str) -> None:
    alice.save(token, 2, draw_lab("Third", students=9))
    path = f"/api/v1/diagrams/{token}/revisions"

    answers = (
        alice.get(f"{path}/{number}/changes?since={since}").get_json() for number, since in ((3, 1), (1, 3), (2, 2))
    )
    forth, back, same = ((answer["since"], answer["changes"]) for answer in answers)

    assert forth == (1, ["The title is now 'Third'.", "student01: 9 of them, not 2."])
    assert back == (3, ["The title is now 'First'.", "student01: 2 of them, not 9."])
    assert same == (2, [])


@pytest.mark.parametrize(("since", "status"), [("7", 404), ("0", 404), ("x", 400), ("-1", 400), ("99999999999", 400)])
def test_what_cannot_be_compared_with_is_refused(alice: Browser, token: str, since: str, status: int) -> None:
    assert alice.get(f"/api/v1/diagrams/{token}/revisions/2/changes?since={since}").status_code == status


def test_changes_of_a_mapping_are_told_in_words(alice: Browser, token: str) -> None:
    mappings = f"/api/v1/diagrams/{token}/mappings"
    first = alice.post(mappings, json={}).get_json()["id"]
    alice.save(token, 2, draw_lab("Third", students=4))
    second = alice.post(mappings, json={}).get_json()["id"]

    answer = alice.get(f"{mappings}/{second}/changes").get_json()

    assert (answer["since"], answer["changes"]) == (first, ["student04 added."])
    assert alice.get(f"{mappings}/{first}/changes").get_json()["since"] is None


@pytest.mark.parametrize("number", ["0", "3", "2147483647", "2147483648", "99999999999", "x", "-1"])
def test_a_revision_that_is_not_there_is_not_found(alice: Browser, token: str, number: str) -> None:
    assert alice.get(f"/api/v1/diagrams/{token}/revisions/{number}").status_code == 404


@pytest.mark.parametrize("cursor", ["x", "-1", "99999999999", "٣"])
def test_a_cursor_that_no_page_named_is_refused(alice: Browser, token: str, cursor: str) -> None:
    assert alice.get(f"/api/v1/diagrams/{token}/revisions?cursor={cursor}").status_code == 400


def test_two_drawings_are_compared_in_words(nobody: Browser) -> None:
    old, new = draw_lab("Before"), draw_lab("After")
    gone = new["nodes"].pop()
    new["links"] = new["access"] = old["links"] = old["access"] = []

    answer = nobody.post("/api/v1/compare", json={"old": old, "new": new})

    assert answer.get_json()["changes"] == ["The title is now 'After'.", f"{gone['label']} removed."]


def test_a_missing_drawing_is_named(nobody: Browser) -> None:
    answer = nobody.post("/api/v1/compare", json={"old": draw_lab()})

    assert answer.status_code == 400
    assert answer.get_json()["error"]["message"] == "The body must have the key 'new'."
