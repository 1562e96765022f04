"""Rows of CSV files: exact for programs, and defused for spreadsheets."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labmapper.formats.csv_rows import defuse, is_formula, render_row

texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(texts, min_size=2, max_size=4), st.sampled_from([",", ";"]))
def test_whatever_cells_hold_a_program_reads_them_back(cells: list[str], separator: str) -> None:
    line = render_row(cells, separator).decode()

    assert next(csv.reader(io.StringIO(line, newline=""), delimiter=separator)) == cells


@pytest.mark.parametrize("text", ["=1+1", "+1", "-Secret1", "@x", "\tx", "\rx", "\nx", "\uff1d1", "\uff0d1"])
def test_what_begins_as_a_formula_gets_a_mark_before_it(text: str) -> None:
    assert is_formula(text)
    assert defuse(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Secret-1", "'-x", "a=b"])
def test_all_else_stays(text: str) -> None:
    assert defuse(text) == text
