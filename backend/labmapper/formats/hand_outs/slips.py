"""Slips to cut out: one a person, with where to go, user name, password, seat and devices. HTML that prints by itself."""

from collections.abc import Iterator
from html import escape

from labmapper.core.lab.structure import UserType
from labmapper.formats.format import Content, Language
from labmapper.formats.hand_outs.fitting import Size as SlipSize
from labmapper.formats.hand_outs.fitting import SlipText, choose_size, count_device_lines
from labmapper.formats.hand_outs.options import LINE
from labmapper.formats.hand_outs.page import (
    CLOSE_DOCUMENT,
    define_qr,
    note_lookalikes,
    open_document,
    render_secret,
    show_address,
)
from labmapper.formats.hand_outs.people import Recipient, iter_groups


def render_slips(content: Content) -> Iterator[bytes]:
    """Yield the pages; each group begins on a page of its own, so that trainers' slips never lie among the students'."""
    yield open_document(content.language.t("Slips"), content.language)
    layout = str(content.values["layout"])
    around = _Surroundings(content)
    yield around.drawn_qr.encode()
    for users, people in iter_groups(content):
        texts = [_tell(each, around) for each in people]
        size = None if layout == "list" else choose_size(texts, int(layout))
        pages = _render_pages(people, around, size) if size else _render_list(users, people, around)
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
        words = self.words = content.language
        self.labels = (words.t("Name"), words.t("Go to"), words.t("User name"), words.t("Password"), words.t("Devices"))
        self.date, self.address = str(values["date"]), str(values["address"])
        self.line = tell_line(content)
        self.instead = tell_instead(content)
        self.drawn_qr, self.qr = define_qr(self.address) if self.address else ("", "")


def _render_pages(people: list[Recipient], around: _Surroundings, size: SlipSize) -> Iterator[str]:
    number = size.slips
    if around.is_stacked:
        pages = put_in_stacks(people, number)
    else:
        pages = [[*people[start : start + number]] for start in range(0, len(people), number)]
    for page in pages:
        slips = "".join(_render_slip(each, around, size) if each else '<div class="slip"></div>\n' for each in page)
        yield f'<section class="page {around.paper} slips-{number}">\n{slips}</section>\n'


def _tell(person: Recipient, around: _Surroundings) -> SlipText:
    """Return what stands on the slip of *person*, to find out how large it must be."""
    password = (around.instead,) if person.password is None else ()
    return SlipText(
        _tell_seat(person, around),
        around.title,
        (person.name or " ", show_address(around.address), *password),
        (person.username, person.password or ""),
        _tell_devices(person, around.words),
        _tell_notes(person, around),
        has_code=bool(around.qr),
        labels=around.labels,
    )


def _tell_seat(person: Recipient, around: _Surroundings) -> str:
    return " · ".join(
        filter(None, [around.date, around.words.t("Seat {seat}", seat=person.seat) if person.seat else ""])
    )


def _tell_notes(person: Recipient, around: _Surroundings) -> str:
    return " ".join(filter(None, [note_password(person, around.words), around.line]))


def _render_slip(person: Recipient, around: _Surroundings, size: SlipSize) -> str:
    words = around.words
    entries = [(words.t("Name"), _render_name(person))]
    if around.address:
        entries.append((words.t("Go to"), f"<dd>{escape(show_address(around.address))}</dd>"))
    entries += list_log_in(person, around.instead, words)
    if person.devices:
        lines = count_device_lines(_tell(person, around), size)
        devices = f'<dd class="devices lines-{lines}">{escape(_tell_devices(person, words))}</dd>'
        entries.append((words.t("Devices"), devices))
    rows = "".join(f"<dt>{escape(name)}</dt>{value}" for name, value in entries)
    return (
        f'<article class="slip"><header><h2>{escape(around.title)}</h2><span>{escape(_tell_seat(person, around))}</span></header>'
        f"<dl>{rows}</dl>{around.qr}<footer>{escape(_tell_notes(person, around))}</footer></article>\n"
    )


def _render_list(users: UserType, people: list[Recipient], around: _Surroundings) -> Iterator[str]:
    words = around.words
    titles = (words.t("Name"), words.t("User name"), words.t("Password"), words.t("Seat"), words.t("Devices"))
    name, user, password, seat, devices = map(escape, titles)
    where = f'<p class="where">{escape(show_address(around.address))} {around.qr}</p>' if around.address else ""
    yield (
        f'<section class="list group list-{around.paper}"><h1>{escape(around.title)}</h1><p>{escape(users.name)} {escape(around.date)}</p>{where}'
        f"<table><thead><tr><th class='name'>{name}</th><th>{user}</th><th>{password}</th><th>{seat}</th><th>{devices}</th></tr></thead><tbody>\n"
    )
    for person in people:
        log_in = "".join(
            f"<td>{value}</td>"
            for value in (f"<dl>{value}</dl>" for _, value in list_log_in(person, around.instead, words))
        )
        told = escape(_tell_devices(person, words))
        yield f"<tr><td>{escape(person.name)}</td>{log_in}<td>{person.seat or ''}</td><td>{told}</td></tr>\n"
    yield f"</tbody></table><p>{escape(around.line)}</p></section>\n"


def _render_name(person: Recipient) -> str:
    return f"<dd>{escape(person.name)}</dd>" if person.name else '<dd><span class="blank"></span></dd>'


def tell_instead(content: Content) -> str:
    """Return what people read who have no password that could be printed."""
    return str(content.values["sign_on"]) or content.language.t("Your own password. Nobody here knows it.")


def tell_line(content: Content) -> str:
    """Return the line below a log-in: in the language of the page where nobody has written another."""
    line = str(content.values["line"])
    return content.language.find(line) if line == LINE.default else line


def list_log_in(person: Recipient, instead: str, words: Language) -> list[tuple[str, str]]:
    """Return what *person* logs in with, each with its name in *words*; *instead* is told where there is no password to print."""
    password = f"<dd>{escape(instead)}</dd>" if person.password is None else render_secret(person.password)
    return [(words.t("User name"), render_secret(person.username)), (words.t("Password"), password)]


def _tell_devices(person: Recipient, words: Language) -> str:
    devices = ", ".join(person.devices)
    return words.t("{devices}, and {count} more", devices=devices, count=person.more) if person.more else devices


def note_password(person: Recipient, words: Language) -> str:
    """Return in *words* which letters of a typed password are which, if they may be mistaken."""
    alike = note_lookalikes(person.password or "", words)
    return words.t("In the password {letters}.", letters=alike) if alike else ""
