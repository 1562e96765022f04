"""Comparing two drawings over HTTP."""

from support.drawings import draw_lab
from support.people import Browser


def test_two_drawings_are_compared_in_words(nobody: Browser) -> None:
    old, new = draw_lab("Before"), draw_lab("After")
    gone = new["nodes"].pop()
    new["links"] = new["access"] = old["links"] = old["access"] = []

    answer = nobody.post("/api/v1/compare", json={"old": old, "new": new})

    assert answer.get_json() == {"changes": ["The title is now 'After'.", f"{gone['label']} removed."]}


def test_a_missing_drawing_is_named(nobody: Browser) -> None:
    answer = nobody.post("/api/v1/compare", json={"old": draw_lab()})

    assert answer.status_code == 400
    assert answer.get_json()["error"]["message"] == "The body must have the key 'new'."
