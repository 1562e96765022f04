"""Who logs in with what, for hand-outs and programs: one line a person, plain passwords even where the file carries hashes.

Two kinds: exact, as programs read it (RFC 4180, every value as it is), and for spreadsheets, which take some values for
formulas. Where somebody's password is known only as a hash, its field is empty and a note says so.
"""

from collections.abc import Iterator

from labmapper.core.lab.structure import Lab, User
from labmapper.formats.csv_rows import SEPARATORS, defuse, is_formula, render_row
from labmapper.formats.format import Content, Format, Writer
from labmapper.formats.options import Option

_HEADER = ("username", "password", "group")


def _render_exact(content: Content) -> Iterator[bytes]:
    """Yield a CSV file (RFC 4180, UTF-8); with a note a line only where a password is known only as a hash."""
    has_notes = any(person.encoding for users in content.lab.users for person in users.roster)
    yield render_row((*_HEADER, "note") if has_notes else _HEADER, ",")
    for user, group in _iter_users(content.lab, content.seed):
        cells = (user.username, _tell_password(user), group)
        yield render_row((*cells, _note_hash(user)) if has_notes else cells, ",")


def _render_for_spreadsheets(content: Content) -> Iterator[bytes]:
    """Yield a CSV file with a byte order mark, by which spreadsheets know UTF-8, and a note where a value was defused."""
    separator = SEPARATORS[str(content.values["separator"])]
    yield "\ufeff".encode() + render_row((*_HEADER, "note"), separator)
    for user, group in _iter_users(content.lab, content.seed):
        cells = {"username": user.username, "password": _tell_password(user), "group": group}
        defused = [name for name, text in cells.items() if is_formula(text)]
        told = [f"without the ' before it: {', '.join(defused)}"] if defused else []
        notes = "; ".join([*filter(None, [_note_hash(user)]), *told])
        yield render_row((*map(defuse, cells.values()), notes), separator)


def _iter_users(lab: Lab, seed: bytes | None) -> Iterator[tuple[User, str]]:
    for users in lab.users:
        for user in users.iter_users(seed or b"", lab.recipe):
            yield user, users.name


def _tell_password(user: User) -> str:
    return "" if user.encoding else user.password


def _note_hash(user: User) -> str:
    return f"password known only as {user.encoding} hash" if user.encoding else ""


EXACT = Format(
    name="credentials",
    title="List of user names and passwords",
    file_name="passwords.csv",
    suffixes=(".csv",),
    media_type="text/csv",
    writer=Writer(_render_exact, action="Export passwords for programs (CSV)", icon="key", tells_logins=True),
)
SPREADSHEET = Format(
    name="credentials-spreadsheet",
    title="List of user names and passwords for a spreadsheet",
    file_name="passwords-spreadsheet.csv",
    suffixes=("-spreadsheet.csv",),
    media_type="text/csv",
    words="excel calc hand out",
    writer=Writer(
        _render_for_spreadsheets,
        action="Export passwords for a spreadsheet (CSV)",
        icon="key",
        tells_logins=True,
        options=(
            Option(
                "separator",
                "Between fields",
                "choice",
                "comma",
                tuple(SEPARATORS),
                hint="A value that begins like a formula (= + - @) gets a ' before it, which is not part of it; a note tells where.",
            ),
        ),
    ),
)
