import pytest

from labmapper.web.previews import _cut


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
