import json

import pytest

from labmapper.core.pipeline import compile_diagram
from labmapper.web.previews import _cut, build_preview
from support.labs.drawings import build_diagram, draw_lab, draw_pods


@pytest.mark.parametrize(
    ("pieces", "limit", "text", "truncated"),
    [
        ([b"one\n", b"two\n"], 8, "one\ntwo\n", False),
        ([b"one\n", b"two\n"], 7, "one\n", True),
        ([b"without an end"], 7, "without", True),
        (["é".encode() * 4], 3, "é", True),
        ([], 5, "", False),
        ([b"x"], 0, "", True),
    ],
)
def test_a_text_is_cut_between_lines_and_never_inside_a_letter(
    pieces: list[bytes], limit: int, text: str, truncated: bool
) -> None:
    assert _cut(iter(pieces), limit) == {"text": text, "truncated": truncated}


def test_a_file_that_cannot_be_written_says_why_where_it_would_be_seen() -> None:
    drawing = draw_pods()
    drawing["nodes"][0]["connections"][0]["host"] = "10.{pod}.$5"
    compilation = compile_diagram(build_diagram(drawing))

    preview = build_preview(compilation, b"", limit=1_000, reveal=False, files=("yaml",))

    assert compilation.is_sound, compilation.problems
    assert preview["yaml"]["text"].startswith("# A config.yaml cannot say 10.{pod}.${n+4}: a number")


def test_links_show_what_they_carry_with_secrets_as_dots_and_no_key_asked_for() -> None:
    compilation = compile_diagram(build_diagram(draw_lab()))

    preview = build_preview(compilation, b"", limit=10_000, reveal=False, files=("links",))

    first = json.loads(preview["links"]["text"].splitlines()[0])
    assert first["username"] == "student01"
    assert first["connections"]["R1"]["parameters"]["hostname"] == "10.0.0.1"
    assert "router-secret" not in preview["links"]["text"]


def test_what_a_gateway_cannot_take_is_told_of_secrets_that_are_hidden_too() -> None:
    drawing = draw_lab()
    drawing["nodes"][0]["connections"][0]["parameters"]["private-key"] = "x" * 5_000
    compilation = compile_diagram(build_diagram(drawing))

    preview = build_preview(compilation, b"", limit=1_000, reveal=False, files=("mysql", "import", "links"))

    told = {
        name: [(each["severity"], each["code"]) for each in part.get("problems", ())] for name, part in preview.items()
    }
    too_long = [("error", "database-too-long")]
    assert told == {"mysql": too_long, "import": too_long, "links": []}
    assert "xxx" not in str(preview)


def test_what_links_cannot_do_stands_where_they_would_be_seen() -> None:
    drawing = draw_lab()
    drawing["nodes"][0]["connections"][0]["parameters"]["password"] = "${GUAC_PASSWORD}"
    compilation = compile_diagram(build_diagram(drawing))

    preview = build_preview(compilation, bytes(32), limit=10_000, reveal=True, files=("links",))

    assert preview["links"]["text"].startswith("# ")
    assert "GUAC_PASSWORD" in preview["links"]["text"]
    assert "key" not in preview["links"]["text"]
