"""Colours of other tools become the nearest of ours; black and white are no colour."""

import pytest

from labmapper.formats.topology.colors import find_color


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("#f00", "red"),
        ("#F8CECC", "red"),
        ("#FFE6CC", "orange"),
        ("#FFF2CC", "yellow"),
        ("#D5E8D4", "green"),
        ("#18ffff", "teal"),
        ("#dae8fc", "blue"),
        ("#E1D5E7", "purple"),
        ("#808080FF", "gray"),
        ("rgba(208, 2, 27, 1)", "red"),
        ("rgb(0 0 255)", "blue"),
        ("#ffffff", None),
        ("#000", None),
        ("#ff000000", None),
        ("rgba(255, 0, 0, 0)", None),
        ("rgba(255, 0, 0, 0.0)", None),
        ("none", None),
        ("default", None),
        ("#12345", None),
        ("rgb(", None),
        ("", None),
    ],
)
def test_the_nearest_colour_is_taken(text: str, color: str | None) -> None:
    assert find_color(text) == color


def test_the_first_text_that_is_a_colour_counts() -> None:
    assert find_color("none", "#fff", "#00f", "#f00") == "blue"
