"""Who logs in with what, for hand-outs: one line a person, plain passwords even where the file carries hashes."""

import csv
import io
from collections.abc import Iterator

from labmapper.formats.format import Content, Format, Writer

# A spreadsheet takes a cell that begins so for a formula.
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def _render(content: Content) -> Iterator[bytes]:
    """Yield a CSV file (RFC 4180, UTF-8) of everybody with their passwords."""
    yield _render_row("username", "password", "group")
    for users in content.lab.users:
        for user in users.iter_users(content.seed or b"", content.lab.recipe):
            yield _render_row(_disarm(user.username), _disarm(user.password), users.name)


def _disarm(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _render_row(*cells: str) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()


FORMAT = Format(
    name="credentials",
    title="List of user names and passwords",
    file_name="passwords.csv",
    suffixes=(".csv",),
    media_type="text/csv",
    writer=Writer(_render, action="Export passwords to hand out (CSV)", icon="key"),
)
