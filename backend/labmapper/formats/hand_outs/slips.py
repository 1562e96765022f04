"""Slips to cut out: one a person, with where to go, user name, password, seat and devices. HTML that prints by itself."""

from collections.abc import Iterator
from html import escape

from labmapper.core.lab.structure import UserType
from labmapper.formats.format import Content, Language
from labmapper.formats.hand_outs.fitting import Size as SlipSize
from labmapper.formats.hand_outs.fitting import SlipText, choose_size, count_device_lines
from labmapper.formats.hand_outs.log_ins import LogInTexts, render_entries
from labmapper.formats.hand_outs.page import CLOSE_DOCUMENT, define_qr, open_document
from labmapper.formats.hand_outs.people import Recipient, iter_groups


def render_slips(content: Content) -> Iterator[bytes]:
    """Yield the pages; each group begins on a page of its own, so that trainers' slips never lie among the students'."""
    yield open_document(content.language.t("Slips"), content.language)
    layout = str(content.values["layout"])
    shared = _Shared(content)
    yield shared.drawn_qr.encode()
    for users, people in iter_groups(content):
        texts = [_tell(each, shared) for each in people]
        size = None if layout == "list" else choose_size(texts, int(layout))
        pages = _render_pages(people, shared, size) if size else _render_list(users, people, shared)
        for page in pages:
            yield page.encode()
    yield CLOSE_DOCUMENT


def put_in_stacks(people: list[Recipient], size: int) -> list[list[Recipient | None]]:
    """Return pages of *size* slips such that the piles, cut and laid on each other, are in the order of *people*."""
    pages = -(-len(people) // size)
    places: list[Recipient | None] = [*people, *[None] * (pages * size - len(people))]
    return [places[page::pages] for page in range(pages)]


class _Shared:
    """What is the same on all slips."""

    def __init__(self, content: Content) -> None:
        values = content.values
        self.title = content.drawing.title if content.drawing else ""
        self.paper = str(values["paper"]).lower()
        self.is_stacked = values["order"] == "stack"
        self.date, address = str(values["date"]), str(values["address"])
        self.words, self.texts = content.language, LogInTexts(content)
        self.devices = self.words.t("Devices")
        self.drawn_qr, self.qr = define_qr(address) if address else ("", "")


def _render_pages(people: list[Recipient], shared: _Shared, size: SlipSize) -> Iterator[str]:
    number = size.slips
    if shared.is_stacked:
        pages = put_in_stacks(people, number)
    else:
        pages = [[*people[start : start + number]] for start in range(0, len(people), number)]
    for page in pages:
        slips = "".join(_render_slip(each, shared, size) if each else '<div class="slip"></div>\n' for each in page)
        yield f'<section class="page {shared.paper} slips-{number}">\n{slips}</section>\n'


def _tell(person: Recipient, shared: _Shared) -> SlipText:
    """Return what stands on the slip of *person*, to find out how large it must be."""
    texts = shared.texts
    password = (texts.instead,) if person.password is None else ()
    return SlipText(
        _tell_seat(person, shared),
        shared.title,
        (person.name or " ", texts.address, *password),
        (person.username, person.password or ""),
        _tell_devices(person, shared.words),
        texts.spell_notes(person),
        has_code=bool(shared.qr),
        labels=(texts.name, texts.go_to, texts.username, texts.password, shared.devices),
    )


def _tell_seat(person: Recipient, shared: _Shared) -> str:
    return " · ".join(
        filter(None, [shared.date, shared.words.t("Seat {seat}", seat=person.seat) if person.seat else ""])
    )


def _render_slip(person: Recipient, shared: _Shared, size: SlipSize) -> str:
    text, texts = _tell(person, shared), shared.texts
    entries = [(texts.name, _render_name(person)), *texts.list_address(), *texts.list_log_in(person)]
    if text.devices:
        lines = count_device_lines(text, size)
        entries.append((shared.devices, f'<dd class="devices lines-{lines}">{escape(text.devices)}</dd>'))
    return (
        f'<article class="slip"><header><h2>{escape(text.title)}</h2><span>{escape(text.head)}</span></header>'
        f"<dl>{render_entries(entries)}</dl>{shared.qr}<footer>{escape(text.foot)}</footer></article>\n"
    )


def _render_list(users: UserType, people: list[Recipient], shared: _Shared) -> Iterator[str]:
    words, texts = shared.words, shared.texts
    titles = (texts.name, texts.username, texts.password, words.t("Seat"), shared.devices)
    name, user, password, seat, devices = map(escape, titles)
    where = f'<p class="where">{escape(texts.address)} {shared.qr}</p>' if texts.address else ""
    yield (
        f'<section class="list group list-{shared.paper}"><h1>{escape(shared.title)}</h1><p>{escape(users.name)} {escape(shared.date)}</p>{where}'
        f"<table><thead><tr><th class='name'>{name}</th><th>{user}</th><th>{password}</th><th>{seat}</th><th>{devices}</th></tr></thead><tbody>\n"
    )
    for person in people:
        log_in = "".join(f"<td><dl>{value}</dl></td>" for _, value in texts.list_log_in(person))
        told = escape(_tell_devices(person, words))
        yield f"<tr><td>{escape(person.name)}</td>{log_in}<td>{person.seat or ''}</td><td>{told}</td></tr>\n"
    yield f"</tbody></table><p>{escape(texts.line)}</p></section>\n"


def _render_name(person: Recipient) -> str:
    return f"<dd>{escape(person.name)}</dd>" if person.name else '<dd><span class="blank"></span></dd>'


def _tell_devices(person: Recipient, words: Language) -> str:
    devices = ", ".join(person.devices)
    return words.t("{devices}, and {count} more", devices=devices, count=person.more) if person.more else devices
