"""Lists of what is saved: the title and the words that they show and search, and their pages.

A page is found by where the last one ended, so that the last costs as much as the first.
"""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import Row, Select, tuple_

from labmapper.core.drawing.checked_text import Drawing
from labmapper.core.drawing.document import DEFAULT_TITLE
from labmapper.core.drawing.shown_title import find_shown_title
from labmapper.persistence.database.tables import DiagramRow
from labmapper.persistence.total_space import AnySession

PAGE_SIZE = 24
MAX_PAGE_SIZE = 100
_SEARCHED = 20_000

_Item = TypeVar("_Item")

SORTS = {
    "updated": (DiagramRow.updated_at, True),
    "created": (DiagramRow.created_at, True),
    "title": (DiagramRow.title, False),
}


class BadCursor(ValueError):
    """The place to go on from is not one that a page named."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list should show: all *words*, in the order *sort*, from where *cursor* says."""

    words: tuple[str, ...] = ()
    sort: str = "updated"
    cursor: str | None = None
    size: int = field(default=PAGE_SIZE)
    is_trash: bool = False


@dataclass(frozen=True, slots=True)
class Page(Generic[_Item]):
    """A part of a list, the cursor of the following part, None at the end, and that of the part before.

    The part before is None at the beginning, and an empty text where it is the first one, which needs no cursor.
    """

    items: Sequence[_Item]
    next: str | None
    previous: str | None = None


def build_title(diagram: Drawing) -> str:
    """Return the title of *diagram* as lists show it: one line, without what a database refuses."""
    return _clean(find_shown_title(diagram)) or DEFAULT_TITLE


def build_search_text(diagram: Drawing) -> str:
    """Return what *diagram* is found by: its title and the names of its nodes, and nothing else."""
    names = (diagram.title, *(node.label for node in diagram.nodes if node.type not in {"note", "shape"}))
    # Cut before too: of thousands of long names nobody looks at each letter.
    return _clean(" ".join(names)[:_SEARCHED]).casefold()[:_SEARCHED]


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of *text*, somebody's question, as they are in the search text of what has them."""
    return tuple(text.casefold().split())


def slice_page(session: AnySession, query: Select[*tuple[Any, ...]], listing: Listing) -> Page[Row[*tuple[Any, ...]]]:
    """Return the rows of *query*, on diagrams, that *listing* asks for, with the cursors of the pages beside them."""
    column, is_falling = SORTS[listing.sort]
    position = tuple_(column, DiagramRow.token)
    falling, rising = (column.desc(), DiagramRow.token.desc()), (column, DiagramRow.token)
    order, reverse = (falling, rising) if is_falling else (rising, falling)
    previous, rest = None, query
    if listing.cursor is not None:
        after = tuple_(*parse_cursor(listing.cursor, is_moment=listing.sort != "title"))
        rest = query.where(position < after if is_falling else position > after)
        before = query.where(position >= after if is_falling else position <= after)
        passed = session.execute(before.order_by(*reverse).limit(listing.size + 1)).all()
        previous = cursor_before(passed, listing.size, lambda row: render_cursor(getattr(row, column.key), row.token))
    rows = session.execute(rest.order_by(*order).limit(listing.size + 1)).all()
    if len(rows) <= listing.size:
        return Page(rows, None, previous)
    last = rows[listing.size - 1]
    return Page(rows[: listing.size], render_cursor(getattr(last, column.key), last.token), previous)


def cursor_before(passed: Sequence[_Item], size: int, render: Callable[[_Item], str]) -> str:
    """Return the cursor of the page of *size* items that ends with the first of *passed*, the nearest first.

    Where no more than one page was *passed*, that is the first one, by an empty text.
    """
    return render(passed[size]) if len(passed) > size else ""


def render_cursor(value: datetime | str, token: str) -> str:
    """Return the cursor of what comes after the row *token* in a list sorted by *value*."""
    text = value.isoformat() if isinstance(value, datetime) else value
    return base64.urlsafe_b64encode(json.dumps([text, token]).encode()).decode().rstrip("=")


def parse_cursor(cursor: str, *, is_moment: bool = True) -> tuple[datetime | str, str]:
    """Return the value, a moment or a text, and the token that *cursor* was made of, or raise BadCursor."""
    try:
        value, token = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        place = _parse_moment(value) if is_moment else value
    except (binascii.Error, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise BadCursor(cursor) from error
    if not isinstance(place, str | datetime) or not isinstance(token, str) or not f"{value}{token}".isprintable():
        raise BadCursor(cursor)
    return place, token


def _parse_moment(text: str) -> datetime:
    """Return the moment that *text* names; without a zone it is none, and the first and last years end in some zones only."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment.astimezone(UTC)


def _clean(text: str) -> str:
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return " ".join("".join(letter if letter.isprintable() else " " for letter in line).split())
