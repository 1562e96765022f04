import re

import pytest

from support.labs.drawings import draw_lab
from support.server.people import Browser


@pytest.fixture
def token(alice: Browser) -> str:
    made = alice.create_diagram(draw_lab("Friday lab", students=2))
    alice.save(made, 1, draw_lab("Friday lab", students=3))
    return made


def test_the_history_shows_revisions_and_mappings(alice: Browser, token: str) -> None:
    mapping = alice.post(f"/api/v1/diagrams/{token}/mappings", json={}).get_json()

    page = alice.get(f"/diagrams/{token}/history").text

    assert "History of Friday lab" in page
    assert f'action="/diagrams/{token}/history/1/restore"' in page
    assert f'action="/diagrams/{token}/history/2/restore"' not in page
    assert mapping["url"] in page
    assert "3 users, 1 device, 3 connections" in page
    assert f"{mapping['size']:,} bytes, Guacamole 1.6.0, passwords as plain text" in page
    assert f'<code class="hash">{mapping["sha256"]}</code>' in page


def test_an_old_revision_comes_back_as_a_new_one(alice: Browser, token: str) -> None:
    answer = alice.post(f"/diagrams/{token}/history/1/restore")

    assert "Revision 1 is back, as revision 3." in alice.get(answer.location).text
    assert alice.get(f"/api/v1/diagrams/{token}").get_json()["diagram"]["nodes"][1]["count"] == 2


def test_an_old_revision_is_looked_at_without_its_secrets(alice: Browser, token: str) -> None:
    page = alice.get(f"/diagrams/{token}/history/1/look").text

    assert "<h1>Revision 1 of Friday lab</h1>" in page
    assert "10.0.0.1" in page
    assert "router-secret" not in page
    assert f'href="/diagrams/{token}/history/1/look"' in alice.get(f"/diagrams/{token}/history").text


def test_what_changed_is_told_in_words(alice: Browser, token: str) -> None:
    assert "student01: 3 of them, not 2." in alice.get(f"/diagrams/{token}/history/2").text
    assert "From revision 1 to 2" in alice.get(f"/diagrams/{token}/history/2").text
    assert "Revision 1, the first" in alice.get(f"/diagrams/{token}/history/1").text


def test_any_two_revisions_can_be_compared(alice: Browser, token: str) -> None:
    alice.save(token, 2, draw_lab("Monday lab", students=5))
    alice.post(f"/diagrams/{token}/history/1/name", data={"name": "Before the exam"})

    page = alice.get(f"/diagrams/{token}/history/3?since=1").text
    first = alice.get(f"/diagrams/{token}/history/1").text

    assert "From revision 1 to 3" in page
    assert "student01: 5 of them, not 2." in page
    assert '<option value="1" selected>Revision 1, Before the exam</option>' in page
    assert '<option value="2">Revision 2</option>' in page
    assert '<option value="3"' not in page
    assert '<option value="" selected disabled>Choose a revision</option>' in first
    assert "student01: 2 of them, not 5." in alice.get(f"/diagrams/{token}/history/1?since=3").text
    assert alice.get(f"/diagrams/{token}/history/3?since=9").status_code == 404


def test_a_history_of_several_pages_leads_on_and_back(alice: Browser, token: str) -> None:
    for revision in range(2, 55):
        alice.save(token, revision, draw_lab(f"Save {revision}"))

    first = alice.get(f"/diagrams/{token}/history").text
    second = alice.get(f"/diagrams/{token}/history?cursor=6").text

    assert f'href="/diagrams/{token}/history?cursor=6">Next page' in first
    assert "First page" not in first
    assert f'href="/diagrams/{token}/history">First page' in second
    assert "Next page" not in second


def test_many_mappings_lead_on_and_back(alice: Browser, token: str) -> None:
    mappings = f"/api/v1/diagrams/{token}/mappings"
    made = [alice.post(mappings, json={}).get_json() for _ in range(60)]
    address = f"/diagrams/{token}/history"

    pages, following = [], [address]
    while following:
        pages.append(alice.get(following[0]).text)
        following = re.findall(r'href="([^"]+\?mappings=[^"]+)">Next page', pages[-1])

    assert [sum(each["url"] in page for each in made) for page in pages] == [24, 24, 12]
    assert ["<h2>Revisions</h2>" in page for page in pages] == [True, False, False]
    assert f'href="{address}">First page' in pages[-1]


def test_what_changed_in_a_mapping_is_told_in_words(alice: Browser, token: str) -> None:
    mappings = f"/api/v1/diagrams/{token}/mappings"
    alice.post(mappings, json={})
    alice.save(token, 2, draw_lab("Friday lab", students=4))
    latest = alice.post(mappings, json={}).get_json()["id"]

    page = alice.get(f"/diagrams/{token}/mappings/{latest}").text

    assert "student04 added." in page
    assert "Since the mapping of revision 2" in page


def test_a_revision_is_named_and_loses_its_name(alice: Browser, token: str) -> None:
    alice.post(f"/diagrams/{token}/history/1/name", data={"name": " Before the exam "})
    assert 'value="Before the exam"' in alice.get(f"/diagrams/{token}/history").text

    alice.post(f"/diagrams/{token}/history/1/name", data={"name": ""})
    assert "Before the exam" not in alice.get(f"/diagrams/{token}/history").text


@pytest.mark.parametrize("name", ["x" * 201, "a\x00b"])
def test_a_name_that_is_none_is_refused(alice: Browser, token: str, name: str) -> None:
    assert alice.post(f"/diagrams/{token}/history/1/name", data={"name": name}).status_code == 422


def test_a_mapping_is_deleted(alice: Browser, token: str) -> None:
    mapping = alice.post(f"/api/v1/diagrams/{token}/mappings", json={}).get_json()["id"]

    alice.post(f"/diagrams/{token}/mappings/{mapping}/delete")

    assert "No mapping has been generated yet" in alice.get(f"/diagrams/{token}/history").text
