"""Slips to cut out: one a person, with where to go, user name, password, seat and devices. HTML that prints by itself."""

from collections.abc import Iterator
from html import escape

from labmapper.core.lab.structure import UserType
from labmapper.formats.format import Content
from labmapper.formats.hand_outs.page import (
    CLOSE_DOCUMENT,
    note_lookalikes,
    open_document,
    render_qr,
    render_secret,
    show_address,
)
from labmapper.formats.hand_outs.people import Recipient, iter_groups

UNKNOWN_PASSWORD = "Your own password. Nobody here knows it."  # noqa: S105 - a sentence


def render_slips(content: Content) -> Iterator[bytes]:
    """Yield the pages; each group begins on a page of its own, so that trainers' slips never lie among the students'."""
    yield open_document("Slips")
    layout = str(content.values["layout"])
    around = _Surroundings(content)
    for users, people in iter_groups(content):
        pages = _render_list(users, people, around) if layout == "list" else _render_pages(people, around, int(layout))
        for page in pages:
            yield page.encode()
    yield CLOSE_DOCUMENT


def put_in_stacks(people: list[Recipient], size: int) -> list[list[Recipient | None]]:
    """Return pages of *size* slips such that the piles, cut and laid on each other, are in the order of *people*."""
    pages = -(-len(people) // size)
    places: list[Recipient | None] = [*people, *[None] * (pages * size - len(people))]
    return [places[page::pages] for page in range(pages)]


class _Surroundings:
    """What is the same on all slips."""

    def __init__(self, content: Content) -> None:
        values = content.values
        self.title = content.drawing.title if content.drawing else ""
        self.paper = str(values["paper"]).lower()
        self.is_stacked = values["order"] == "stack"
        self.date, self.line, self.address = (str(values[name]) for name in ("date", "line", "address"))
        self.qr = render_qr(self.address) if self.address else ""


def _render_pages(people: list[Recipient], around: _Surroundings, size: int) -> Iterator[str]:
    if around.is_stacked:
        pages = put_in_stacks(people, size)
    else:
        pages = [[*people[start : start + size]] for start in range(0, len(people), size)]
    for page in pages:
        slips = "".join(_render_slip(each, around) if each else '<div class="slip"></div>\n' for each in page)
        yield f'<section class="page {around.paper} slips-{size}">\n{slips}</section>\n'


def _render_slip(person: Recipient, around: _Surroundings) -> str:
    seat = f"Seat {person.seat}" if person.seat else ""
    when = f"{escape(around.date)}{' · ' if seat else ''}" if around.date else ""
    entries = [("Name", _render_name(person))]
    if around.address:
        entries.append(("Go to", f"<dd>{escape(show_address(around.address))}</dd>"))
    entries += list_log_in(person)
    if person.devices:
        entries.append(("Devices", f'<dd class="devices">{escape(_tell_devices(person))}</dd>'))
    rows = "".join(f"<dt>{name}</dt>{value}" for name, value in entries)
    notes = " ".join(filter(None, [note_password(person), around.line]))
    return (
        f'<article class="slip"><header><h2>{escape(around.title)}</h2><span>{when}{seat}</span></header>'
        f"<dl>{rows}</dl>{around.qr}<footer>{escape(notes)}</footer></article>\n"
    )


def _render_list(users: UserType, people: list[Recipient], around: _Surroundings) -> Iterator[str]:
    where = f'<p class="where">{escape(show_address(around.address))} {around.qr}</p>' if around.address else ""
    yield (
        f'<section class="list group list-{around.paper}"><h1>{escape(around.title)}</h1><p>{escape(users.name)} {escape(around.date)}</p>{where}'
        "<table><thead><tr><th class='name'>Name</th><th>User name</th><th>Password</th><th>Seat</th><th>Devices</th></tr></thead><tbody>\n"
    )
    for person in people:
        log_in = "".join(f"<td>{value}</td>" for value in (f"<dl>{value}</dl>" for _, value in list_log_in(person)))
        seat = person.seat or ""
        yield f"<tr><td>{escape(person.name)}</td>{log_in}<td>{seat}</td><td>{escape(_tell_devices(person))}</td></tr>\n"
    yield f"</tbody></table><p>{escape(around.line)}</p></section>\n"


def _render_name(person: Recipient) -> str:
    return f"<dd>{escape(person.name)}</dd>" if person.name else '<dd><span class="blank"></span></dd>'


def list_log_in(person: Recipient) -> list[tuple[str, str]]:
    """Return what *person* logs in with, each with its name."""
    password = f"<dd>{UNKNOWN_PASSWORD}</dd>" if person.password is None else render_secret(person.password)
    return [("User name", render_secret(person.username)), ("Password", password)]


def _tell_devices(person: Recipient) -> str:
    more = [f"and {person.more} more"] if person.more else []
    return ", ".join([*person.devices, *more])


def note_password(person: Recipient) -> str:
    """Return which letters of a typed password are which, if they may be mistaken."""
    alike = note_lookalikes((person.password or "",))
    return f"In the password {alike}." if alike else ""
