"""Passwords over HTTP: the list for hand-outs, that of a mapping, and new ones."""

import csv
import io

import pytest

from support.labs.drawings import draw_broken, draw_lab
from support.server.people import Browser


def test_the_owner_gets_the_passwords_that_the_mapping_carries(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab(students=2))
    url = alice.post(f"/api/v1/diagrams/{token}/mappings", json={}).get_json()["url"]

    answer = alice.get(f"/api/v1/diagrams/{token}/credentials.csv")

    people = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="passwords.csv"'
    assert len(people) == 2
    with alice.get(url) as mapping:
        for person in people:
            assert f'username="{person["username"]}" password="{person["password"]}"' in mapping.get_data(as_text=True)


def test_there_is_no_list_while_there_are_errors(alice: Browser) -> None:
    token = alice.create_diagram(draw_broken())

    answer = alice.get(f"/api/v1/diagrams/{token}/credentials.csv")

    assert answer.status_code == 422
    assert answer.get_json()["error"]["problems"]


def read_passwords(browser: Browser, path: str) -> dict[str, str]:
    answer = browser.get(f"{path}/credentials.csv")
    assert answer.status_code == 200, answer.text
    return {row["username"]: row["password"] for row in csv.DictReader(io.StringIO(answer.text))}


def test_a_mapping_has_the_passwords_of_its_own_revision(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab(students=2))
    mapping = alice.post(f"/api/v1/diagrams/{token}/mappings", json={}).get_json()["id"]
    before = read_passwords(alice, f"/api/v1/diagrams/{token}")

    alice.post(f"/api/v1/diagrams/{token}/rotate", json={"group": find_group()})
    alice.save(token, 2, draw_lab(students=5))

    assert read_passwords(alice, f"/api/v1/diagrams/{token}/mappings/{mapping}") == before
    assert len(read_passwords(alice, f"/api/v1/diagrams/{token}")) == 5


def test_rotating_a_group_gives_everybody_in_it_a_new_password(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab(students=3))
    path = f"/api/v1/diagrams/{token}"
    before = read_passwords(alice, path)

    answer = alice.post(f"{path}/rotate", json={"group": find_group()})

    after = read_passwords(alice, path)
    assert (answer.status_code, answer.get_json()["revision"], answer.headers["ETag"]) == (200, 2, '"2"')
    assert after.keys() == before.keys()
    assert all(after[name] != before[name] for name in before)


def test_rotating_one_person_leaves_the_others_alone(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab(students=3))
    path = f"/api/v1/diagrams/{token}"
    before = read_passwords(alice, path)
    somebody = list(before)[1]

    alice.post(f"{path}/rotate", json={"group": find_group(), "username": somebody})

    after = read_passwords(alice, path)
    assert [name for name in before if after[name] != before[name]] == [somebody]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"group": "nobody"}, "no-group"),
        ({"group": "GROUP", "username": "mallory"}, "no-person"),
    ],
)
def test_what_cannot_be_rotated_is_refused_and_nothing_is_saved(
    alice: Browser, body: dict[str, str], code: str
) -> None:
    token = alice.create_diagram(draw_lab())

    answer = alice.post(
        f"/api/v1/diagrams/{token}/rotate", json=body | {"group": body["group"].replace("GROUP", find_group())}
    )

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (422, code)
    assert alice.get(f"/api/v1/diagrams/{token}").get_json()["revision"] == 1


def find_group() -> str:
    """Return the id of the group in the drawing."""
    return next(str(node["id"]) for node in draw_lab()["nodes"] if node["type"] == "users")
