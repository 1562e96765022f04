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
    """Yield a CSV file with a line a person and no passwords: for Moodle's *Upload users*, or Canvas' import of groups.

    Moodle knows a group by its course. Canvas reads commas only, and knows people by the name that they log in with.
    """
    course = str(content.values["course"])
    is_canvas = content.values["platform"] == "canvas"
    separator = "," if is_canvas else SEPARATORS[str(content.values["separator"])]
    heads = (
        ("login_id", "group_name") if is_canvas else ("username", "email", *(["course1"] if course else []), "group1")
    )
    yield render_row(heads, separator)
    for users, people in iter_groups(content):
        for person in people:
            about = () if is_canvas else (person.email, *([course] if course else []))
            yield render_row((person.username, *about, users.name), separator)
