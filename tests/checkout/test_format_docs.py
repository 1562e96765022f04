"""The documentation lists the formats there are. ``LABMAPPER_ACCEPT=1`` writes the tables anew."""

import os
from pathlib import Path

import pytest

from support.labs.format_docs import find_missing, render_table, replace_table

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("page", ["README.md", "docs/formats.md"])
def test_every_format_is_in_the_table_and_nothing_else(page: str) -> None:
    path = ROOT / page
    if os.environ.get("LABMAPPER_ACCEPT"):
        path.write_text(replace_table(path.read_text(encoding="utf-8")), encoding="utf-8")

    text = path.read_text(encoding="utf-8")

    assert find_missing(text) == []
    assert render_table() in text
