"""Comments in YAML are found, and nothing is taken for one that is none."""

import pytest

from labmapper.core.yaml.comments import list_comments


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: 1\n", ()),
        ("# first\na: 1 # second\n\n# third\n", (1, 2, 4)),
        ("# Übung 😀\r\na: é # x\r\nb: 2\r\n# y", (1, 2, 4)),
        ("a: x#y\nb: '# no'\nc: \"# no\"\nd: |\n  # no\ne: 1\n", ()),
        ("d: |\n  text\n# yes\ne: 1 # yes\n", (3, 4)),
        ("a: {b: [1, # yes\n 2]} # yes\n", (1, 2)),
        ("- a\n# yes\n- b\n", (2,)),
        ("a:\n  b: 1\n  # yes\nc: &x 2\n", (3,)),
        ("%YAML 1.1\n--- # yes\na: 1\n... # yes\n", (2, 4)),
    ],
)
def test_the_lines_with_comments_are_found(text: str, lines: tuple[int, ...]) -> None:
    assert list_comments(text) == lines
