"""Lists of people: for mail merge with passwords, and for the groups of a learning platform without."""

from collections.abc import Iterator

from labmapper.formats.csv_rows import SEPARATORS, render_row
from labmapper.formats.format import Content
from labmapper.formats.hand_outs.page import complete_address
from labmapper.formats.hand_outs.people import iter_groups


def render_mail_merge(content: Content) -> Iterator[bytes]:
    """Yield a CSV file with a line a person: name, e-mail, address, user name and password."""
    separator = SEPARATORS[str(content.values["separator"])]
    address = str(content.values["address"])
    shown = complete_address(address) if address else ""
    yield render_row(("name", "email", "address", "username", "password"), separator)
    for _, people in iter_groups(content):
        for person in people:
            yield render_row((person.name, person.email, shown, person.username, person.password or ""), separator)


def render_group_list(content: Content) -> Iterator[bytes]:
    """Yield a CSV file with a line a person as Moodle's group import reads it: user name, e-mail and group. No passwords."""
    separator = SEPARATORS[str(content.values["separator"])]
    yield render_row(("username", "email", "group1"), separator)
    for users, people in iter_groups(content):
        for person in people:
            yield render_row((person.username, person.email, users.name), separator)
