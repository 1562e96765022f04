"""Tidying up over HTTP."""

import pytest

from support.labs.drawings import draw_lab
from support.server.people import Browser


def test_every_style_answers_with_places(alice: Browser) -> None:
    drawing = draw_lab()

    for style in ("tiers", "force", "grid"):
        answer = alice.post("/api/v1/arrange", json={"diagram": drawing, "style": style})

        assert set(answer.get_json()["nodes"]) == {node["id"] for node in drawing["nodes"]}


def test_only_what_is_named_gets_a_place(alice: Browser) -> None:
    drawing = draw_lab()
    chosen = [node["id"] for node in drawing["nodes"][:2]]

    answer = alice.post("/api/v1/arrange", json={"diagram": drawing, "style": "grid", "items": chosen})

    assert set(answer.get_json()["nodes"]) == set(chosen)


@pytest.mark.parametrize(
    "wrong", [{"style": "round"}, {}, {"style": "grid", "items": "n1"}, {"style": "grid", "items": [1]}]
)
def test_a_wrong_question_is_explained(alice: Browser, wrong: dict[str, object]) -> None:
    answer = alice.post("/api/v1/arrange", json={"diagram": draw_lab()} | wrong)

    assert answer.status_code == 400
    assert answer.get_json()["error"]["message"].startswith("'")
