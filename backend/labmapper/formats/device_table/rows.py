"""From the bytes of a table to its rows: which sign parts the columns, and what the columns are."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from labmapper.formats.device_table.columns import count_headings, guess_columns, is_list_of_hosts, read_header
from labmapper.formats.device_table.hosts import is_address

# A table of so many lines is no class; counted before anything else.
MOST_LINES = 100_000
MOST_CELLS = 2_000_000
_SEPARATORS = "\t;,"
_LOOKED_AT = 50
_LONGEST_LOOKED_AT = 65_536


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells, and the line that it ends on."""

    cells: list[str]
    line: int

    def get(self, place: int | None) -> str:
        """Return the text in the column at *place*, empty where there is none."""
        return self.cells[place].strip() if place is not None and place < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the sign between its columns, empty where each line is a row of words, and its heading, if it has one."""

    separator: str
    columns: dict[str, int]
    header: list[str]


def decode_table(data: bytes) -> str | None:
    """Return the text of *data*, as spreadsheets of all systems write it; None where it is none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def find_table(text: str) -> Table | None:
    """Return how *text* is a table; None where it is none."""
    begin = text[:_LONGEST_LOOKED_AT]
    if begin.lstrip()[:1] in tuple("{[<") or begin.lstrip().startswith("---"):
        return None
    for separator in _list_separators(begin):
        rows = _peek(begin, separator)
        if not rows or (separator and max(len(row) for row in rows) < 2):  # noqa: PLR2004
            continue
        header = read_header(rows[0])
        if header and (len(rows) > 1 or len(header) > 1) and (separator or _is_even(rows)):
            return Table(separator, header, rows[0])
        columns = guess_columns(rows)
        if columns:
            return Table(separator, columns, [])
    return _find_list(begin)


def _is_even(rows: list[list[str]]) -> bool:
    """Return whether words may be the cells of *rows* below a heading: a text begins with such a word too (``hostname R1``)."""
    words, known = len(rows[0]), count_headings(rows[0])
    return len(rows) > 1 and (known == words or (known > 1 and all(len(row) == words for row in rows)))


def _peek(text: str, separator: str) -> list[list[str]]:
    """Return the cells of the first rows of *text*; none where *separator* is not what parts them."""
    try:
        return [row.cells for row in islice(iter_rows(text, separator), _LOOKED_AT)]
    except csv.Error:
        return []


def _list_separators(text: str) -> Iterator[str]:
    first = text.lstrip().partition("\n")[0].strip()
    if first.lower().startswith("sep=") and len(first) == 5:  # noqa: PLR2004
        yield first[4]
    yield from _SEPARATORS
    yield ""


def _find_list(text: str) -> Table | None:
    """Return a list of hosts, one a line, or of addresses with their names, as in a hosts file."""
    rows = _peek(text, "")
    if all(len(row) == 1 for row in rows):
        return Table("", {"name": 0, "address": 0}, []) if is_list_of_hosts([row[0] for row in rows]) else None
    if rows and all(len(row) > 1 and is_address(row[0]) for row in rows):
        return Table("", {"address": 0, "name": 1}, [])
    return None


def iter_rows(text: str, separator: str) -> Iterator[Row]:
    """Yield the rows of *text*, its columns parted by *separator*, or by blanks where it is empty.

    Raises:
        csv.Error: A cell is longer than any is, because of a quotation mark without an end for example.
    """
    if separator:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        for cells in reader:
            if any(cell.strip() for cell in cells) and not _is_remark(cells):
                yield Row(cells, reader.line_num)
        return
    for number, line in enumerate(text.splitlines(), start=1):
        cells = line.partition("#")[0].split()
        if cells:
            yield Row(cells, number)


def _is_remark(cells: list[str]) -> bool:
    return cells[0].lstrip().startswith("#") or (len(cells) <= 2 and cells[0].strip().lower() == "sep=")  # noqa: PLR2004
