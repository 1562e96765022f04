"""Lists of people: for mail merge with passwords, and for the groups of a learning platform without."""

import csv
import io
from collections.abc import Iterator

from labmapper.formats.format import Content
from labmapper.formats.hand_outs.page import complete_address
from labmapper.formats.hand_outs.people import iter_groups

_SEPARATORS = {"comma": ",", "semicolon": ";"}


def render_mail_merge(content: Content) -> Iterator[bytes]:
    """Yield a CSV file with a line a person: name, e-mail, address, user name and password."""
    separator = _SEPARATORS[str(content.values["separator"])]
    address = str(content.values["address"])
    shown = complete_address(address) if address else ""
    yield _render_row(("name", "email", "address", "username", "password"), separator)
    for _, people in iter_groups(content):
        for person in people:
            yield _render_row((person.name, person.email, shown, person.username, person.password or ""), separator)


def render_group_list(content: Content) -> Iterator[bytes]:
    """Yield a CSV file with a line a person as Moodle's group import reads it: user name, e-mail and group. No passwords."""
    separator = _SEPARATORS[str(content.values["separator"])]
    yield _render_row(("username", "email", "group1"), separator)
    for users, people in iter_groups(content):
        for person in people:
            yield _render_row((person.username, person.email, users.name), separator)


def _render_row(cells: tuple[str, ...], separator: str) -> bytes:
    line = io.StringIO()
    csv.writer(line, delimiter=separator).writerow(cells)
    return line.getvalue().encode()
