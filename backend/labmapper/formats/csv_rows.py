"""Rows of CSV files that are written, exact (RFC 4180) or with the cells defused that spreadsheets take for formulas."""

import csv
import io
from collections.abc import Iterable, Mapping

SEPARATORS: Mapping[str, str] = {"comma": ",", "semicolon": ";"}
# A spreadsheet takes a cell that begins so for a formula.
# The wide ones are of Chinese and Japanese keyboards, which some versions take alike.
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render_row(cells: Iterable[str], separator: str = ",") -> bytes:
    """Return *cells* as one line of a CSV file, each as it is."""
    line = io.StringIO()
    csv.writer(line, delimiter=separator).writerow(cells)
    return line.getvalue().encode()


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet would take *text* for a formula."""
    return text.startswith(_FORMULAS)


def defuse(text: str) -> str:
    """Return *text*, with a ' before what a spreadsheet would take for a formula."""
    return f"'{text}" if is_formula(text) else text
