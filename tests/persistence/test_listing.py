import tracemalloc
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from sqlalchemy import event, insert, text

from labmapper.core.drawing.document import Diagram, parse_diagram
from labmapper.persistence.database.connection import db
from labmapper.persistence.database.tables import DiagramRow
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.listing import BadCursor, Listing, build_search_text, build_title, split_words
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import Store
from support.labs.drawings import draw_lab
from support.server.clocks import NOON, after


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


LONG = 10_000
SHORT = 10


@pytest.fixture
def long_list(store: Store, alice: Owner, bob: Owner) -> None:
    """Give Alice a list so long that nobody would scroll it, and Bob a short one."""
    for owner, length in ((alice, LONG), (bob, SHORT)):
        store.session.execute(
            insert(DiagramRow),
            [
                {
                    "token": f"{owner.user_id}-{number}",
                    "user_id": owner.user_id,
                    "title": f"Lab {number * 7919 % length}",
                    "search_text": "lab",
                    "revision": 1,
                    "seed": b"",
                    "created_at": NOON + timedelta(minutes=number * 31 % length),
                    "updated_at": NOON + timedelta(minutes=number * 17 % length),
                    "deleted_at": NOON if number % 1000 == 0 else None,
                }
                for number in range(length)
            ],
        )
    store.session.commit()
    store.session.execute(text("ANALYZE"))
    store.session.commit()


def explain(store: Store, owner: Owner, listing: Listing) -> list[str]:
    """Return how the database finds a page, and the one before it, by a text for each query.

    On SQLite that is the plan, on Postgres the most rows that a step of it looks at.
    """
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        asked.append((statement, parameters))

    event.listen(db.engine, "before_cursor_execute", note)
    Diagrams(store).list(owner, listing)
    event.remove(db.engine, "before_cursor_execute", note)
    return [explain_query(store, statement, parameters) for statement, parameters in asked]


def explain_query(store: Store, statement: str, parameters: Any) -> str:
    connection = store.session.connection()
    if connection.dialect.name == "sqlite":
        return "; ".join(row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters))
    plan = connection.exec_driver_sql(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", parameters).scalar()
    assert plan is not None
    return f"{count_rows(plan[0]['Plan'])} rows"


def count_rows(step: dict[str, Any]) -> int:
    """Return the most rows that *step* or one below it gives or passes over."""
    seen = step["Actual Rows"] + step.get("Rows Removed by Filter", 0)
    return max([int(seen), *(count_rows(part) for part in step.get("Plans", []))])


@pytest.mark.usefixtures("long_list")
def test_a_page_of_ten_thousand_costs_what_one_of_ten_does(store: Store, alice: Owner) -> None:
    for sort, is_trash in product(("updated", "created", "title"), (False, True)):
        first = Listing(sort=sort, is_trash=is_trash, size=5)
        cursor = Diagrams(store).list(alice, first).next

        for plan in (*explain(store, alice, first), *explain(store, alice, replace(first, cursor=cursor))):
            if plan.endswith(" rows"):
                assert int(plan.removesuffix(" rows")) <= 2 * SHORT + 1, (first, plan)
            else:
                assert plan.startswith("SEARCH diagram USING INDEX ix_diagram_user_id_"), (first, plan)
                assert is_trash or "TEMP B-TREE" not in plan, (first, plan)


@pytest.mark.parametrize("sort", ["updated", "title"])
def test_a_list_is_walked_backward_page_by_page(store: Store, alice: Owner, sort: str) -> None:
    fill(store, alice, [f"lab {number:02}" for number in range(11)])
    listing = Listing(sort=sort, size=4)
    pages = [Diagrams(store).list(alice, listing)]
    while (cursor := pages[-1].next) is not None:
        pages.append(Diagrams(store).list(alice, replace(listing, cursor=cursor)))

    back = [Diagrams(store).list(alice, replace(listing, cursor=page.previous or None)) for page in pages[1:]]

    assert [page.items for page in back] == [page.items for page in pages[:-1]]
    assert [page.previous for page in pages[:2]] == [None, ""]


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


def parse(drawing: dict[str, Any]) -> Diagram:
    diagram, problems = parse_diagram(drawing)
    assert diagram is not None, problems
    return diagram


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("  Two\nlines\t ", "Two lines"),
        ("a\x00b", "a b"),
        ("\u202eabc", "abc"),
        ("", "Untitled lab"),
        ("\x1b[31mred", "[31mred"),
        ("<b>&'\"", "<b>&'\""),
    ],
)
def test_a_hostile_title_is_one_plain_line_in_lists(store: Store, alice: Owner, title: str, shown: str) -> None:
    diagram = parse(draw_lab(title))

    info = Diagrams(store).create(alice, diagram, bytes(32))

    assert info.title == build_title(diagram) == shown
    assert Diagrams(store).load(alice, info.id).document["title"] == title


def test_the_search_text_holds_no_notes_and_no_connections() -> None:
    drawing = draw_lab("Title")
    drawing["nodes"].append({"id": "n3", "type": "note", "label": "the key is under the mat"})

    assert build_search_text(parse(drawing)) == "title r1 student01"


def test_a_question_is_split_into_words_as_the_search_text_has_them() -> None:
    assert split_words(" ÜBUNG  lab ") == ("übung", "lab")


def test_the_search_text_is_one_line_however_names_are_written() -> None:
    drawing = draw_lab("Two\nlines")
    drawing["nodes"][0]["label"] = " Core \t router\x00"
    drawing["nodes"].insert(0, {"id": "n3", "type": "gateway", "label": " "})

    assert build_search_text(parse(drawing)) == "two lines core router student01"


@pytest.mark.parametrize("label", ["ab " * 20_000, "x" * 60_000, "x\x00" * 30_000, "\n" * 60_000])
def test_of_very_many_very_long_names_no_more_is_looked_at_than_is_kept(label: str) -> None:
    drawing = draw_lab("Long")
    drawing["nodes"] += [{"id": f"g{number}", "type": "gateway", "label": label} for number in range(100)]
    diagram = parse(drawing)
    size = len(label) * 100

    tracemalloc.start()
    text = build_search_text(diagram)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert text.startswith("long r1 student01")
    assert len(text) <= 20_000
    assert peak < 2 * size
