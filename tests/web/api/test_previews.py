import re
from typing import Any

import pytest

from support.labs.drawings import draw_broken, draw_lab
from support.server.normalized import LONGEST, watch_normalizing
from support.server.people import Browser


def preview(browser: Browser, diagram: dict[str, Any], **options: object) -> dict[str, Any]:
    answer = browser.post("/api/v1/preview", json={"diagram": diagram} | options)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.get_json()
    return body


def test_a_preview_tells_what_the_drawing_means(nobody: Browser) -> None:
    answer = preview(nobody, draw_lab(students=3))

    assert answer["summary"] == {"users": 3, "devices": 1, "connections": 3}
    assert answer["problems"] == []
    assert answer["expansion"]["n2"]["count"] == 3
    assert answer["reach"] == {"n2": ["n1"]}
    assert '<authorize username="student03"' in answer["xml"]["text"]
    assert "students" in answer["yaml"]["text"] or "student" in answer["yaml"]["text"]


def test_names_that_take_long_to_compare_are_not_compared(nobody: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    lengths, pair = watch_normalizing(monkeypatch), "\u0315\u0300"

    for marks in (pair * 5, pair * 30_000):  # to bring the second into order took ten seconds
        drawing = draw_lab()
        drawing["nodes"][0] |= {"label": marks}
        drawing["nodes"][0]["connections"][0] |= {"host": "\uff11" + marks}
        drawing["nodes"][1] |= {"roster": [{"username": marks}]}
        preview(nobody, drawing)

    assert 0 < max(lengths) < LONGEST


@pytest.mark.parametrize("parts", [[], ["xml"], ["yaml", "expansion"], ["reach", "dependents"]])
def test_a_preview_tells_only_what_it_is_asked_for(nobody: Browser, parts: list[str]) -> None:
    everything = preview(nobody, draw_lab())
    answer = preview(nobody, draw_lab(), parts=parts)

    assert answer == {part: everything[part] for part in ("summary", "problems", *parts)}


def test_secrets_are_dots_unless_asked_for(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab(password="class-password"))

    masked = preview(alice, draw_lab(password="class-password"), id=token)
    shown = preview(alice, draw_lab(password="class-password"), id=token, reveal=True)

    for name in ("xml", "yaml"):
        assert "router-secret" not in masked[name]["text"]
        assert "class-password" not in masked[name]["text"]
        assert "••••••••" in masked[name]["text"]
        assert "router-secret" in shown[name]["text"]
        assert "class-password" in shown[name]["text"]


def test_revealed_passwords_are_those_of_the_mapping(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab())
    url = alice.post(f"/api/v1/diagrams/{token}/mappings", json={}).get_json()["url"]

    shown = preview(alice, draw_lab(), id=token, reveal=True)

    assert shown["xml"]["text"] == alice.get(url).text


def test_random_passwords_are_not_shown_before_there_are_any(nobody: Browser) -> None:
    answer = nobody.post("/api/v1/preview", json={"diagram": draw_lab(), "reveal": True})

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (409, "preview-unsaved")


def test_fixed_passwords_need_no_saved_diagram(nobody: Browser) -> None:
    assert "class-password" in preview(nobody, draw_lab(password="class-password"), reveal=True)["xml"]["text"]


def test_another_persons_seed_is_never_used(alice: Browser, bob: Browser, nobody: Browser) -> None:
    token = alice.create_diagram(draw_lab())

    answers = [
        stranger.post("/api/v1/preview", json={"diagram": draw_lab(), "id": token, "reveal": True})
        for stranger in (bob, nobody)
    ]

    assert [answer.status_code for answer in answers] == [404, 404]


@pytest.mark.parametrize("limit", [0, 1, 100, 1000])
def test_a_long_preview_is_cut(nobody: Browser, limit: int) -> None:
    xml = preview(nobody, draw_lab(students=100), limit=limit)["xml"]

    assert xml["truncated"]
    assert len(xml["text"].encode()) <= limit


def test_a_drawing_with_errors_has_problems_and_no_mapping(nobody: Browser) -> None:
    answer = preview(nobody, draw_broken())

    assert any(problem["severity"] == "error" for problem in answer["problems"])
    assert answer["xml"] == {"text": "", "truncated": False}


def test_a_preview_leaves_the_cookie_of_the_session_alone(nobody: Browser) -> None:
    # It may be answered after a save that has put the guest into that cookie.
    token = re.findall(r'name="csrf-token" content="([^"]+)"', nobody.get("/new").text)[0]

    answer = nobody.client.post("/api/v1/preview", json={"diagram": draw_lab()}, headers={"X-CSRFToken": token})

    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
