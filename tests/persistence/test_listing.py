from dataclasses import replace

import pytest
from sqlalchemy import event

from labmapper.core.diagram import parse_diagram
from labmapper.persistence.database import db
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.listing import BadCursor, Listing
from labmapper.persistence.owner import Owner
from labmapper.persistence.store import Store
from support.clocks import after
from support.drawings import draw_lab


def fill(store: Store, owner: Owner, titles: list[str]) -> None:
    for minute, title in enumerate(titles):
        diagram, _ = parse_diagram(draw_lab(title))
        assert diagram is not None
        Diagrams(after(store, minutes=minute // 2)).create(owner, diagram, bytes(32))


def read_all(store: Store, owner: Owner, listing: Listing) -> list[str]:
    titles, page = [], Diagrams(store).list(owner, listing)
    titles += [info.title for info in page.items]
    while page.next:
        page = Diagrams(store).list(owner, replace(listing, cursor=page.next))
        titles += [info.title for info in page.items]
    return titles


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
@pytest.mark.parametrize("sort", ["updated", "created", "title"])
def test_pages_together_are_the_whole_list_once(store: Store, alice: Owner, size: int, sort: str) -> None:
    titles = ["b", "a", "c", "a", "e", "d", "b"]
    fill(store, alice, titles)

    read = read_all(store, alice, Listing(sort=sort, size=size))

    assert sorted(read) == sorted(titles)
    if sort == "title":
        assert read == sorted(titles)
    else:
        assert set(read[:1]) == {"b"}


@pytest.mark.parametrize("cursor", ["x", "!!!", "bnVsbA", "W10", "WzEsMl0", "WyJ4IiwgInkiXQ", "é", "=" * 50])
def test_a_cursor_that_no_page_named_is_refused(store: Store, alice: Owner, cursor: str) -> None:
    with pytest.raises(BadCursor):
        Diagrams(store).list(alice, Listing(cursor=cursor))


def test_a_page_is_one_query_however_many_diagrams_there_are(store: Store, alice: Owner) -> None:
    statements = []

    def note(*details: object) -> None:
        statements.append(details[2])

    fill(store, alice, [f"lab {number}" for number in range(30)])
    event.listen(db.engine, "before_cursor_execute", note)
    page = Diagrams(store).list(alice, Listing())
    event.remove(db.engine, "before_cursor_execute", note)

    assert len(page.items) == 24
    assert len(statements) == 1
