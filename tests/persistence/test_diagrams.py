import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, select, update

from labmapper.core.drawing.document import Diagram, parse_diagram, render_diagram
from labmapper.persistence.database.tables import DiagramRow, RevisionRow
from labmapper.persistence.diagrams import Diagrams, RepeatedRequest
from labmapper.persistence.listing import Listing
from labmapper.persistence.permissions import Owner
from labmapper.persistence.sealing.encryption import EncryptionError
from labmapper.persistence.store import NotFound, StaleRevision, Store
from support.labs.drawings import draw_lab
from support.server.clocks import NOON, at

SEED = bytes(range(32))
GUEST = Owner(guest="g" * 43)


def build(title: str = "Lab", **options: Any) -> Diagram:
    diagram, problems = parse_diagram(draw_lab(title, **options))
    assert diagram is not None, problems
    return diagram


def test_a_diagram_comes_back_as_it_was_saved(store: Store, alice: Owner) -> None:
    diagrams = Diagrams(at(store, NOON))
    info = diagrams.create(alice, build("Übung 1"), SEED)

    saved = diagrams.load(alice, info.id)

    assert saved.document == render_diagram(build("Übung 1"))
    assert saved.seed == SEED
    assert saved.info == info
    assert (info.title, info.revision, info.created_at, info.updated_at) == ("Übung 1", 1, NOON, NOON)


def test_a_save_is_the_next_revision(store: Store, alice: Owner) -> None:
    info = Diagrams(at(store, NOON)).create(alice, build("Old"), SEED)

    saved = Diagrams(at(store, NOON + timedelta(hours=1))).save(alice, info.id, build("New"), revision=1)

    assert (saved.title, saved.revision, saved.updated_at) == ("New", 2, NOON + timedelta(hours=1))
    assert Diagrams(store).load(alice, info.id).document["title"] == "New"


def test_a_save_asks_postgres_once(store: Store, alice: Owner) -> None:
    diagrams, asked = Diagrams(store), list[str]()
    info = diagrams.create(alice, build("Old"), SEED)

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement.split(maxsplit=1)[0])

    event.listen(Engine, "before_cursor_execute", note)
    diagrams.save(alice, info.id, build("New"), revision=1)
    event.remove(Engine, "before_cursor_execute", note)

    is_postgres = store.session.get_bind().dialect.name == "postgresql"
    assert asked == (["WITH"] if is_postgres else ["UPDATE", "INSERT"])


def test_a_save_with_an_old_revision_is_a_conflict_and_changes_nothing(store: Store, alice: Owner) -> None:
    diagrams = Diagrams(store)
    info = diagrams.create(alice, build(), SEED)
    diagrams.save(alice, info.id, build("Theirs"), revision=1)

    with pytest.raises(StaleRevision) as caught:
        diagrams.save(alice, info.id, build("Mine"), revision=1)

    assert caught.value.current == 2
    assert diagrams.load(alice, info.id).document["title"] == "Theirs"


def test_what_belongs_to_somebody_else_is_not_there(store: Store, alice: Owner, bob: Owner) -> None:
    diagrams = Diagrams(store)
    info = diagrams.create(alice, build(), SEED)

    for act in (
        lambda: diagrams.load(bob, info.id),
        lambda: diagrams.save(bob, info.id, build(), revision=1),
        lambda: diagrams.delete(bob, info.id),
        lambda: diagrams.load(GUEST, info.id),
    ):
        with pytest.raises(NotFound):
            act()
    assert diagrams.list(bob, Listing()).items == ()


def test_documents_and_seeds_are_sealed(store: Store, alice: Owner) -> None:
    Diagrams(store).create(alice, build(password="hush-hush-hush"), SEED)

    row = store.session.scalars(select(DiagramRow)).one()
    document = store.session.scalars(select(RevisionRow.document)).one()
    assert SEED not in row.seed
    assert b"router-secret" not in document
    assert b"hush-hush-hush" not in document
    assert "hush" not in row.search_text


def test_a_document_that_was_copied_to_another_diagram_does_not_open(store: Store, alice: Owner) -> None:
    diagrams = Diagrams(store)
    mine, other = diagrams.create(alice, build("Mine"), SEED), diagrams.create(alice, build("Other"), SEED)
    sealed = store.session.scalar(select(RevisionRow.document).join(DiagramRow).where(DiagramRow.token == other.id))
    place = select(DiagramRow.id).where(DiagramRow.token == mine.id).scalar_subquery()
    store.session.execute(update(RevisionRow).where(RevisionRow.diagram_id == place).values(document=sealed))

    with pytest.raises(EncryptionError):
        diagrams.load(alice, mine.id)


def test_a_deleted_diagram_is_in_the_trash_until_it_is_restored(store: Store, alice: Owner) -> None:
    diagrams = Diagrams(store)
    info = diagrams.create(alice, build(), SEED)

    diagrams.delete(alice, info.id)

    assert diagrams.list(alice, Listing()).items == ()
    assert [each.id for each in diagrams.list(alice, Listing(is_trash=True)).items] == [info.id]
    with pytest.raises(NotFound):
        diagrams.load(alice, info.id)
    diagrams.restore(alice, info.id)
    assert [each.id for each in diagrams.list(alice, Listing()).items] == [info.id]
    assert diagrams.load(alice, info.id).info.id == info.id


def test_only_what_is_in_the_trash_is_erased(store: Store, alice: Owner) -> None:
    diagrams = Diagrams(store)
    info = diagrams.create(alice, build(), SEED)
    with pytest.raises(NotFound):
        diagrams.erase(alice, info.id)
    diagrams.delete(alice, info.id)

    diagrams.erase(alice, info.id)

    assert diagrams.list(alice, Listing(is_trash=True)).items == ()
    assert store.session.scalars(select(RevisionRow)).all() == []


def test_a_guests_work_goes_over_beside_what_is_there(store: Store, alice: Owner) -> None:
    diagrams = Diagrams(store)
    diagrams.create(alice, build("Hers"), SEED)
    drawn = diagrams.create(GUEST, build("Drawn before"), SEED)

    assert diagrams.adopt(GUEST, alice) == 1

    assert {info.title for info in diagrams.list(alice, Listing()).items} == {"Hers", "Drawn before"}
    assert diagrams.load(alice, drawn.id).seed == SEED
    assert diagrams.find_latest(GUEST) is None


def test_the_latest_is_what_was_saved_last(store: Store, alice: Owner) -> None:
    first = Diagrams(at(store, NOON)).create(alice, build("First"), SEED)
    Diagrams(at(store, NOON + timedelta(minutes=1))).create(alice, build("Second"), SEED)
    Diagrams(at(store, NOON + timedelta(minutes=2))).save(alice, first.id, build("First"), revision=1)

    assert Diagrams(store).find_latest(alice) == first.id


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("übung",), ["ÜBUNG 1", "Übung 2"]),
        (("übung", "2"), ["Übung 2"]),
        (("r1",), ["ÜBUNG 1", "Übung 2", "100% Lab_1"]),
        (("%",), ["100% Lab_1"]),
        (("_",), ["100% Lab_1"]),
        (("router-secret",), []),
    ],
)
def test_the_search_looks_at_titles_and_names(
    store: Store, alice: Owner, words: tuple[str, ...], found: list[str]
) -> None:
    for minute, title in enumerate(["ÜBUNG 1", "Übung 2", "100% Lab_1"]):
        Diagrams(at(store, NOON - timedelta(minutes=minute))).create(alice, build(title), SEED)

    assert [info.title for info in Diagrams(store).list(alice, Listing(words)).items] == found


def test_the_order_of_parameters_is_kept(store: Store, alice: Owner) -> None:
    drawing = draw_lab()
    drawing["nodes"][0]["connections"][0]["parameters"] = {"z": "1", "a": "2", "m": "3"}
    diagram, _ = parse_diagram(drawing)
    assert diagram is not None

    saved = Diagrams(store).load(alice, Diagrams(store).create(alice, diagram, SEED).id)

    assert list(json.loads(json.dumps(saved.document))["nodes"][0]["connections"][0]["parameters"]) == ["z", "a", "m"]


def test_the_same_request_makes_no_twin(store: Store, alice: Owner, bob: Owner) -> None:
    diagrams = Diagrams(at(store, NOON))
    first = diagrams.create(alice, build("First"), SEED, request_key="k1")
    Diagrams(at(store, NOON + timedelta(hours=1))).save(alice, first.id, build("Second"), revision=1)

    with pytest.raises(RepeatedRequest) as caught:
        diagrams.create(alice, build("Again"), SEED, request_key="k1")

    assert (caught.value.info.id, caught.value.info.revision) == (first.id, 1)
    assert caught.value.info.updated_at == NOON
    assert diagrams.create(alice, build(), SEED, request_key="k2").id != first.id
    assert diagrams.create(bob, build(), SEED, request_key="k1").id != first.id
    assert len(diagrams.list(alice, Listing()).items) == 2


def test_two_requests_at_once_with_one_key_make_one_diagram(
    store: Store, alice: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    diagrams = Diagrams(store)
    first = diagrams.create(alice, build(), SEED, request_key="k1")
    look, looks = diagrams._refuse_repeated, iter([True, False])
    # The first look comes before the other request has finished.
    monkeypatch.setattr(diagrams, "_refuse_repeated", lambda *what: None if next(looks) else look(*what))

    with pytest.raises(RepeatedRequest) as caught:
        diagrams.create(alice, build(), SEED, request_key="k1")

    assert caught.value.info.id == first.id


def test_a_key_that_guest_and_account_both_used_does_not_keep_the_work_from_going_over(
    store: Store, alice: Owner
) -> None:
    diagrams = Diagrams(store)
    diagrams.create(alice, build("Hers"), SEED, request_key="k1")
    diagrams.create(GUEST, build("Drawn before"), SEED, request_key="k1")
    drawn = diagrams.create(GUEST, build("Too"), SEED, request_key="k2")

    assert diagrams.adopt(GUEST, alice) == 2

    with pytest.raises(RepeatedRequest) as caught:
        diagrams.create(alice, build(), SEED, request_key="k2")
    assert caught.value.info.id == drawn.id
