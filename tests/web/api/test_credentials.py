"""The list of passwords for hand-outs."""

import csv
import io

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
