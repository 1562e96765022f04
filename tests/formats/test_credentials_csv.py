"""Lists of passwords: exact for programs, defused and with a note for spreadsheets."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labmapper.core.lab.numbering import build_literal
from labmapper.core.lab.structure import FixedPassword, Lab, UserType
from labmapper.formats.credentials_csv import EXACT, SPREADSHEET
from labmapper.formats.format import Content, Format


def write(target: Format, password: str, separator: str = "comma") -> bytes:
    lab = Lab((UserType("group", build_literal("ann"), 1, 1, FixedPassword(password)),))
    assert target.writer is not None
    return b"".join(target.writer.render(Content(lab, None, b"", {"separator": separator})))


def test_a_password_that_looks_like_a_formula_is_exact_for_programs() -> None:
    assert write(EXACT, "-Secret1") == b"username,password,group\r\nann,-Secret1,group\r\n"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_a_password_is_a_program_reads_it_back(password: str) -> None:
    rows = list(csv.reader(io.StringIO(write(EXACT, password).decode(), newline="")))

    assert rows == [["username", "password", "group"], ["ann", password, "group"]]


@pytest.mark.parametrize(("name", "separator"), [("comma", ","), ("semicolon", ";")])
def test_a_spreadsheet_gets_a_mark_its_separator_and_a_note_at_what_was_defused(name: str, separator: str) -> None:
    data = write(SPREADSHEET, "=1+1", name)

    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator))
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows == [
        ["username", "password", "group", "note"],
        ["ann", "'=1+1", "group", "without the ' before it: password"],
    ]


@given(st.sampled_from("=+-@\t\r"), st.text(st.characters(exclude_categories=["Cs"])))
def test_no_field_for_a_spreadsheet_begins_as_a_formula(first: str, rest: str) -> None:
    rows = list(csv.reader(io.StringIO(write(SPREADSHEET, first + rest).decode("utf-8-sig"), newline="")))

    assert rows[1][1] == f"'{first}{rest}"
    assert rows[1][3]


def test_what_is_no_formula_stays_and_has_no_note() -> None:
    assert write(SPREADSHEET, "Secret-1").endswith(b"ann,Secret-1,group,\r\n")
