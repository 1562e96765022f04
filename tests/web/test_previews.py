import pytest

from labmapper.core.pipeline import compile_diagram
from labmapper.web.previews import _cut, build_preview
from support.labs.drawings import build_diagram, draw_pods


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
