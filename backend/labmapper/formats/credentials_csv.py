"""Who logs in with what, for hand-outs: one line a person, plain passwords even where the file carries hashes."""

import csv
import io
from collections.abc import Iterator

from labmapper.core.lab.structure import Lab
from labmapper.formats.format import Exporter

# A spreadsheet takes a cell that begins so for a formula.
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def render(lab: Lab, seed: bytes) -> Iterator[bytes]:
    """Yield a CSV file (RFC 4180, UTF-8) of everybody in *lab* with their passwords."""
    yield _render_row("username", "password", "group")
    for users in lab.users:
        for user in users.iter_users(seed):
            yield _render_row(_disarm(user.username), _disarm(user.password), users.name)


def _disarm(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _render_row(*cells: str) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()


EXPORTER = Exporter("credentials", "List of user names and passwords", (".csv",), render)
