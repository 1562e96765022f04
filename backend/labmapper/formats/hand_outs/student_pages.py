"""A page for each person: log-in and address, the lab as this person sees it, and how to log in to the devices if asked."""

from collections.abc import Iterator
from html import escape

from labmapper.core.lab.connections import iter_connections
from labmapper.core.lab.structure import Lab, Person, UserType
from labmapper.formats.format import Content
from labmapper.formats.hand_outs.page import CLOSE_DOCUMENT, define_qr, open_document, show_address
from labmapper.formats.hand_outs.people import Recipient, iter_groups
from labmapper.formats.hand_outs.pictures import define_pictures
from labmapper.formats.hand_outs.slips import list_log_in, note_password, tell_instead

_MOST_ROWS = 200


def render_student_pages(content: Content) -> Iterator[bytes]:
    """Yield the pages, one a person; a long list of devices goes on on the next."""
    # Imported here because pydantic takes longer to import than a config.yaml takes to convert.
    from labmapper.formats.hand_outs.student_drawing import look, render_drawing  # noqa: PLC0415

    values = content.values
    drawing, _ = content.drawn
    address = str(values["address"])
    where = f"<dt>Go to</dt><dd>{escape(show_address(address))}</dd>" if address else ""
    drawn_qr, qr = define_qr(address) if address else ("", "")
    paper, with_log_ins = str(values["paper"]).lower(), bool(values["logins"])
    yield open_document("Pages") + drawn_qr.encode() + define_pictures(drawing).encode()
    for users, people in iter_groups(content):
        sight = look(drawing, content.lab, users) if drawing else None
        persons = {person.username: person for person in users.iter_people()}
        for each in people:
            person = persons[each.username]
            yield _open_page(content, each, paper, where, qr).encode()
            if drawing and sight:
                yield "".join(render_drawing(drawing, sight, person, with_hosts=with_log_ins)).encode()
            yield _render_devices(content.lab, users, person, with_log_ins=with_log_ins).encode()
            yield f"<footer>{escape(' '.join(filter(None, [note_password(each), str(values['line'])])))}</footer></section>\n".encode()
    yield CLOSE_DOCUMENT


def _open_page(content: Content, person: Recipient, paper: str, where: str, qr: str) -> str:
    title = content.drawing.title if content.drawing else ""
    seat = f"Seat {person.seat}" if person.seat else ""
    about = " · ".join(filter(None, [str(content.values["date"]), seat]))
    rows = "".join(f"<dt>{name}</dt>{value}" for name, value in list_log_in(person, tell_instead(content)))
    name = f"<dt>Name</dt><dd>{escape(person.name)}</dd>" if person.name else ""
    return (
        f'<section class="list group person list-{paper}"><h1>{escape(title)}</h1><p>{escape(about)}</p>'
        f'<div class="where"><dl>{name}{where}{rows}</dl>{qr}</div>'
    )


def _render_devices(lab: Lab, users: UserType, person: Person, *, with_log_ins: bool) -> str:
    """Return the table of what *person* opens; with addresses and log-ins of the devices where the author wants that."""
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
                _spell(given.get("username", "")),
                _spell(given.get("password", "")),
            ]
        rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
    heads = ["Device", "Opens by", *(["Address", "User name there", "Password there"] if with_log_ins else [])]
    head = "".join(f"<th>{each}</th>" for each in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>" if rows else ""


def _spell(value: str) -> str:
    """Return *value* in words where it is a token of Guacamole's."""
    return {"${GUAC_USERNAME}": "as yours", "${GUAC_PASSWORD}": "as yours"}.get(value, value)
