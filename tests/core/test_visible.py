from labmapper.core.diagram import render_json
from labmapper.core.visible import strip_secrets
from support.drawings import build_diagram, draw_lab


def test_a_drawing_to_look_at_holds_no_secret_and_all_that_shows() -> None:
    drawing = draw_lab(password="class-password")
    drawing["nodes"][1]["roster"] = [{"username": "anna", "password": "annas-password"}]

    text = render_json(strip_secrets(build_diagram(drawing))).decode()

    assert not any(secret in text for secret in ("router-secret", "class-password", "annas-password"))
    assert all(shown in text for shown in ("R1", "10.0.0.1", "student01", "anna"))
