from dataclasses import replace

import pytest
from sqlalchemy import select

from labmapper.core.drawing.document import Diagram, parse_diagram
from labmapper.persistence.database.tables import DiagramRow, LabFileRow, MappingChunkRow, RevisionRow
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.lab_files import LabFiles
from labmapper.persistence.mappings import MappingFacts, Mappings
from labmapper.persistence.permissions import Owner
from labmapper.persistence.quotas import QuotaExceeded
from labmapper.persistence.store import Limit, Limits, Store
from labmapper.persistence.uploads import Uploads
from support.labs.drawings import draw_lab
from support.server.clocks import after

SEED = bytes(32)
FACTS = MappingFacts(1, 1, 1, 1, {})
WIDE = Limit(1000, 1_000_000)


def build() -> Diagram:
    diagram, _ = parse_diagram(draw_lab())
    assert diagram is not None
    return diagram


def limit(store: Store, **limits: int) -> Store:
    narrow = replace(WIDE, **limits)
    return replace(store, limits=Limits(guest=narrow, account=WIDE))


def read_stored(store: Store) -> int:
    return store.session.scalars(select(DiagramRow.stored_bytes)).one()


def add_up(store: Store) -> int:
    columns = (RevisionRow.document, MappingChunkRow.data, LabFileRow.content, LabFileRow.options)
    blobs = [blob for column in columns for blob in store.session.scalars(select(column))]
    return sum(map(len, blobs))


def test_a_guest_has_room_for_so_many_diagrams_the_trash_included(store: Store, visitor: Owner, alice: Owner) -> None:
    diagrams = Diagrams(limit(store, diagrams=2))
    diagrams.delete(visitor, diagrams.create(visitor, build(), SEED).id)
    diagrams.create(visitor, build(), SEED)

    with pytest.raises(QuotaExceeded) as caught:
        diagrams.create(visitor, build(), SEED)

    assert (caught.value.is_guest, caught.value.diagrams) == (True, 2)
    for _ in range(3):
        diagrams.create(alice, build(), SEED)


def test_one_guest_does_not_take_the_room_of_another(store: Store, visitor: Owner) -> None:
    diagrams = Diagrams(limit(store, diagrams=1))
    diagrams.create(visitor, build(), SEED)

    diagrams.create(Owner(guest="h" * 43), build(), SEED)


def test_what_a_diagram_takes_is_counted(store: Store, visitor: Owner) -> None:
    diagrams, mappings = Diagrams(after(store)), Mappings(after(store))
    info = diagrams.create(visitor, build(), SEED)
    assert read_stored(store) == add_up(store) > 0

    diagrams.save(visitor, info.id, build(), revision=1)
    assert read_stored(store) == add_up(store)

    mapping = mappings.create(visitor, info.id, FACTS, [b"x" * 5000])
    with_mapping = read_stored(store)
    assert with_mapping == add_up(store)

    mappings.delete(visitor, info.id, mapping.id)
    assert read_stored(store) == add_up(store) < with_mapping

    without_file = read_stored(store)
    file = LabFiles(store).create(visitor, info.id, "lab.unl", "eve-ng", bytes(range(256)), {"pod": "1"})
    assert read_stored(store) == add_up(store) > without_file

    LabFiles(store).delete(visitor, info.id, file.id)
    assert read_stored(store) == add_up(store) == without_file


def test_what_thinning_removes_takes_no_room_any_more(store: Store, visitor: Owner) -> None:
    token = Diagrams(after(store)).create(visitor, build(), SEED).id
    for number in range(1, 9):
        Diagrams(after(store, minutes=number)).save(visitor, token, build(), revision=number)

    Diagrams(after(store, days=3)).save(visitor, token, build(), revision=9)

    assert read_stored(store) == add_up(store)
    assert len(store.session.scalars(select(RevisionRow.number)).all()) == 2


def test_a_guest_without_room_can_add_nothing(store: Store, visitor: Owner) -> None:
    token = Diagrams(store).create(visitor, build(), SEED).id
    full = limit(store, space=read_stored(store))

    for act in (
        lambda: Diagrams(full).create(visitor, build(), SEED),
        lambda: Mappings(full).create(visitor, token, FACTS, [b"x"]),
        lambda: Uploads(full).create(visitor, b"x", SEED),
        lambda: LabFiles(full).create(visitor, token, "lab.unl", "eve-ng", b"x", {}),
    ):
        with pytest.raises(QuotaExceeded) as caught:
            act()
        assert caught.value.space == full.limits.guest.space


def test_saves_without_room_are_refused_and_change_nothing(store: Store, visitor: Owner) -> None:
    diagrams = Diagrams(limit(store, space=2000))
    token = diagrams.create(visitor, build(), SEED).id
    for revision in range(1, 9):
        diagrams.save(visitor, token, build(), revision=revision)

    for _ in range(2):
        with pytest.raises(QuotaExceeded):
            diagrams.save(visitor, token, build(), revision=9)

    assert diagrams.load(visitor, token).info.revision == 9
    assert read_stored(store) == add_up(store)


def test_uploads_take_room_too(store: Store, visitor: Owner) -> None:
    Uploads(store).create(visitor, bytes(range(256)), SEED)

    with pytest.raises(QuotaExceeded):
        Diagrams(limit(store, space=200)).create(visitor, build(), SEED)


def test_a_full_account_still_takes_over_what_its_owner_drew_as_a_guest(
    store: Store, alice: Owner, visitor: Owner
) -> None:
    diagrams = Diagrams(replace(store, limits=Limits(guest=WIDE, account=replace(WIDE, diagrams=1))))
    diagrams.create(alice, build(), SEED)
    diagrams.create(visitor, build(), SEED)

    assert diagrams.adopt(visitor, alice) == 1
