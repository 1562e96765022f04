"""The instructor's sheet: everybody with seat and user name, a box to tick, and what to see to before and after class."""

from collections.abc import Iterator
from html import escape

from labmapper.core.checks.class_safety import check_class_safety
from labmapper.core.lab.structure import Lab
from labmapper.formats.format import Content, Language
from labmapper.formats.hand_outs.page import CLOSE_DOCUMENT, open_document
from labmapper.formats.hand_outs.people import iter_groups

# guacd holds one process a connection; from here on its limits and memory are worth a look.
_MANY_AT_ONCE = 25


def render_sheet(content: Content) -> Iterator[bytes]:
    """Yield the page: a table for each group, each on a page of its own, then what to see to. Without passwords."""
    values = content.values
    paper = str(values["paper"]).lower()
    title = content.drawing.title if content.drawing else ""
    words = content.language
    yield open_document(words.t("Instructor's sheet"), words)
    titles = (words.t("Here"), words.t("Seat"), words.t("Name"), words.t("User name"), words.t("Slip"), words.t("Note"))
    here, seat, name, user, slip, note = map(escape, titles)
    for users, people in iter_groups(content):
        yield (
            f'<section class="list group list-{paper}"><h1>{escape(title)}</h1><p>{escape(users.name)} {escape(str(values["date"]))}</p>'
            f"<table><thead><tr><th>{here}</th><th>{seat}</th><th class='name'>{name}</th><th>{user}</th><th>{slip}</th><th>{note}</th></tr></thead><tbody>\n"
        ).encode()
        for person in people:
            yield (
                f'<tr><td><span class="box"></span></td><td>{person.seat or ""}</td><td>{escape(person.name)}</td>'
                f'<td>{escape(person.username)}</td><td><span class="box"></span></td><td></td></tr>\n'
            ).encode()
        yield b"</tbody></table></section>\n"
    checks = "".join(f'<li><span class="box"></span> {escape(each)}</li>' for each in list_checks(content.lab, words))
    heading = escape(words.t("To see to"))
    yield f'<section class="list list-{paper}"><h2>{heading}</h2><ul>{checks}</ul></section>\n'.encode()
    yield CLOSE_DOCUMENT


def list_checks(lab: Lab, words: Language) -> list[str]:
    """Return in *words* what an instructor sees to on the day, as far as *lab* calls for it."""
    people = sum(users.size for users in lab.users)
    connections = max((_count(lab, place) for place in range(len(lab.users))), default=0)
    checks = [words.t("The gateway has read the newest file: log in with one of the slips.")]
    if people >= _MANY_AT_ONCE:
        checks.append(
            words.t(
                "{people} people at once: the limits of guacd and of the gateway's sessions (max-connections) are high enough.",
                people=people,
            )
        )
    checks.append(
        words.t(
            "Five mistyped passwords lock an address out for five minutes in Guacamole's images since 1.6.0; a class behind one "
            "address is one address. Raise BAN_MAX_INVALID_ATTEMPTS, or let the proxy pass the clients' addresses on."
        )
    )
    if connections:
        checks.append(words.t("Whoever is logged in sees a changed file only after logging in again."))
    found = (problem for problem in check_class_safety(lab) if problem.code == "desktop-shared")
    checks += [problem.render_message(words.messages) for problem in found]
    checks.append(_tell_spare(lab, words))
    checks.append(
        words.t(
            "After class: give everybody new passwords (rotate), and publish the file; or let a last day or the end of the links do it."
        )
    )
    return checks


def _tell_spare(lab: Lab, words: Language) -> str:
    """Return what to do about people who are not on the list: log-ins for them are a small group called so."""
    spare = sum(users.size for users in lab.users if users.name.casefold().startswith("spare"))
    if spare:
        return words.t("Slips of the spare log-ins ({spare}) for latecomers lie ready.", spare=spare)
    return words.t(
        "For latecomers: draw five spare log-ins (spare01) that reach what the class reaches, and print their slips."
    )


def _count(lab: Lab, place: int) -> int:
    return sum(device.quantity for copies in lab.list_copies(lab.users[place]) for device in copies.devices)
