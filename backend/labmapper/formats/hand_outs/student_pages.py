"""A page for each person: log-in and address, the lab as this person sees it, and how to log in to the devices if asked."""

from collections.abc import Iterator
from html import escape

from labmapper.core.lab.connections import iter_connections
from labmapper.core.lab.structure import Lab, Person, UserType
from labmapper.formats.format import Content, Language
from labmapper.formats.hand_outs.log_ins import LogInTexts, render_entries
from labmapper.formats.hand_outs.page import CLOSE_DOCUMENT, define_qr, open_document
from labmapper.formats.hand_outs.people import Recipient, iter_groups
from labmapper.formats.hand_outs.pictures import define_pictures

_MOST_ROWS = 200


def render_student_pages(content: Content) -> Iterator[bytes]:
    """Yield the pages, one a person; a long list of devices goes on on the next."""
    # Imported here because pydantic takes longer to import than a config.yaml takes to convert.
    from labmapper.formats.hand_outs.student_drawing import find_visible_part, render_drawing  # noqa: PLC0415

    values, words = content.values, content.language
    drawing, _ = content.drawn
    address = str(values["address"])
    texts = LogInTexts(content)
    drawn_qr, qr = define_qr(address) if address else ("", "")
    paper, with_log_ins = str(values["paper"]).lower(), bool(values["logins"])
    yield open_document(words.t("Pages"), words) + drawn_qr.encode() + define_pictures(drawing).encode()
    for users, people in iter_groups(content):
        visible = find_visible_part(drawing, content.lab, users) if drawing else None
        persons = {person.username: person for person in users.iter_people()}
        for each in people:
            person = persons[each.username]
            yield _open_page(content, each, paper, texts, qr).encode()
            if drawing and visible:
                yield "".join(
                    render_drawing(drawing, visible, person, words.t("The lab"), with_hosts=with_log_ins)
                ).encode()
            yield _render_devices(content.lab, users, person, words, with_log_ins=with_log_ins).encode()
            yield f"<footer>{escape(texts.spell_notes(each))}</footer></section>\n".encode()
    yield CLOSE_DOCUMENT


def _open_page(content: Content, person: Recipient, paper: str, texts: LogInTexts, qr: str) -> str:
    title = content.drawing.title if content.drawing else ""
    seat = content.language.t("Seat {seat}", seat=person.seat) if person.seat else ""
    about = " · ".join(filter(None, [str(content.values["date"]), seat]))
    name = [(texts.name, f"<dd>{escape(person.name)}</dd>")] if person.name else []
    entries = render_entries([*name, *texts.list_address(), *texts.list_log_in(person)])
    return (
        f'<section class="list group person list-{paper}"><h1>{escape(title)}</h1><p>{escape(about)}</p>'
        f'<div class="where"><dl>{entries}</dl>{qr}</div>'
    )


def _render_devices(lab: Lab, users: UserType, person: Person, words: Language, *, with_log_ins: bool) -> str:
    """Return in *words* the table of what *person* opens; with addresses and log-ins of the devices where the author wants that."""
    rows: list[str] = []
    for connection in iter_connections(lab, users, person):
        if len(rows) == _MOST_ROWS:
            rows.append("<tr><td>…</td></tr>")
            break
        given = dict(connection.parameters)
        port = f":{given['port']}" if given.get("port") else ""
        cells = [connection.name, given.get("protocol", "")]
        if with_log_ins:
            cells += [
                f"{given.get('hostname', '')}{port}",
                _spell(given.get("username", ""), words),
                _spell(given.get("password", ""), words),
            ]
        rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
    heads = [words.t("Device"), words.t("Opens by")]
    if with_log_ins:
        heads += [words.t("Address"), words.t("User name there"), words.t("Password there")]
    head = "".join(f"<th>{escape(each)}</th>" for each in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>" if rows else ""


def _spell(value: str, words: Language) -> str:
    """Return *value* in *words* where it is a token of Guacamole's."""
    return words.t("as yours") if value in {"${GUAC_USERNAME}", "${GUAC_PASSWORD}"} else value
