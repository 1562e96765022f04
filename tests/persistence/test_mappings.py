import hashlib
import os
import tracemalloc
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from labmapper.core.drawing.document import parse_diagram
from labmapper.persistence.database.tables import MappingChunkRow, MappingRow
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.mappings import CHUNK_SIZE, MappingFacts, Mappings, join_chunks
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import NotFound, Store
from labmapper.persistence.total_space import NoRoom
from support.labs.drawings import draw_lab
from support.server.clocks import NOON, after, at

FACTS = MappingFacts(1, users=2, devices=1, connections=2, options={"hashing": "plain"})


@pytest.fixture
def diagram(store: Store, alice: Owner) -> str:
    parsed, _ = parse_diagram(draw_lab())
    assert parsed is not None
    return Diagrams(store).create(alice, parsed, bytes(32)).id


@given(st.lists(st.binary(max_size=300), max_size=20))
def test_chunks_hold_what_the_pieces_held(pieces: list[bytes]) -> None:
    chunks = list(join_chunks(pieces))

    assert b"".join(chunks) == b"".join(pieces)
    assert len(chunks) == 1


def test_a_chunk_ends_once_it_is_large_enough() -> None:
    sizes = [len(chunk) for chunk in join_chunks([bytes(CHUNK_SIZE // 2)] * 5)]

    assert sizes == [CHUNK_SIZE, CHUNK_SIZE, CHUNK_SIZE // 2]


def test_a_mapping_comes_back_byte_for_byte(store: Store, alice: Owner, diagram: str) -> None:
    pieces = [os.urandom(400_000) for _ in range(8)]

    info = Mappings(store).create(alice, diagram, FACTS, pieces)

    content = b"".join(pieces)
    assert b"".join(Mappings(store).read(alice, diagram, info.id)) == content
    assert (info.size, info.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert info.facts == FACTS
    assert store.session.scalar(select(func.count()).select_from(MappingChunkRow)) == 3


def test_a_large_mapping_stops_where_the_disk_fills_and_leaves_nothing(
    store: Store, alice: Owner, diagram: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make() -> Iterator[bytes]:
        yield from [os.urandom(CHUNK_SIZE)] * 3
        monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_bavail=0, f_frsize=512))
        yield from [os.urandom(CHUNK_SIZE)] * 3

    with pytest.raises(NoRoom):
        Mappings(store).create(alice, diagram, FACTS, make())

    assert [store.session.scalar(select(func.count()).select_from(each)) for each in (MappingRow, MappingChunkRow)] == [
        0,
        0,
    ]


def test_chunks_are_sealed(store: Store, alice: Owner, diagram: str) -> None:
    Mappings(store).create(alice, diagram, FACTS, [b'<param name="password">router-secret</param>'])

    assert b"router-secret" not in store.session.scalars(select(MappingChunkRow.data)).one()


def test_mappings_are_listed_the_latest_first(store: Store, alice: Owner, diagram: str) -> None:
    ids = [Mappings(after(store, hours=hour)).create(alice, diagram, FACTS, [b"x"]).id for hour in range(3)]

    assert [info.id for info in Mappings(store).list(alice, diagram).items] == ids[::-1]


def test_pages_of_mappings_hold_each_once_also_those_of_one_moment(store: Store, alice: Owner, diagram: str) -> None:
    mappings = Mappings(at(store, NOON))
    made = [mappings.create(alice, diagram, FACTS, [b"x"]) for _ in range(5)]

    first = mappings.list(alice, diagram, size=3)
    second = mappings.list(alice, diagram, cursor=first.next, size=3)

    assert (len(first.items), len(second.items), second.next) == (3, 2, None)
    assert {info.id for info in (*first.items, *second.items)} == {info.id for info in made}
    assert [mappings.find_before(alice, diagram, info) for info in first.items[:2]] == list(first.items[1:])


def test_all_files_are_met_once_each_with_its_bytes(store: Store, alice: Owner, bob: Owner, diagram: str) -> None:
    mappings = Mappings(store)
    made = {mappings.create(alice, diagram, FACTS, [bytes([number])]).id: bytes([number]) for number in range(5)}
    Diagrams(store).delete(alice, diagram)

    met = [(info.id, b"".join(pieces)) for info, pieces in mappings.iter_files(alice, diagram)]

    assert len(met) == len(made)
    assert dict(met) == made
    assert list(mappings.iter_files(bob, diagram)) == []


def test_another_persons_mapping_is_not_there(store: Store, alice: Owner, bob: Owner, diagram: str) -> None:
    mappings = Mappings(store)
    info = mappings.create(alice, diagram, FACTS, [b"x"])

    for act in (
        lambda: mappings.create(bob, diagram, FACTS, [b"x"]),
        lambda: mappings.list(bob, diagram),
        lambda: mappings.get(bob, diagram, info.id),
        lambda: mappings.read(bob, diagram, info.id),
        lambda: mappings.delete(bob, diagram, info.id),
    ):
        with pytest.raises(NotFound):
            act()


def test_a_mapping_is_only_found_under_its_own_diagram(store: Store, alice: Owner, diagram: str) -> None:
    parsed, _ = parse_diagram(draw_lab())
    assert parsed is not None
    other = Diagrams(store).create(alice, parsed, bytes(32)).id
    info = Mappings(store).create(alice, diagram, FACTS, [b"x"])

    with pytest.raises(NotFound):
        Mappings(store).get(alice, other, info.id)


def test_a_mapping_that_broke_off_is_shown_to_nobody_and_purged(store: Store, alice: Owner, diagram: str) -> None:
    mappings = Mappings(at(store, NOON))

    def break_off() -> Iterator[bytes]:
        yield bytes(CHUNK_SIZE)
        raise RuntimeError("the process was killed")

    with pytest.raises(RuntimeError):
        mappings.create(alice, diagram, FACTS, break_off())

    assert mappings.list(alice, diagram).items == ()
    assert Mappings(after(store, hours=1)).purge_unfinished(timedelta(hours=6)) == 0
    assert Mappings(after(store, hours=7)).purge_unfinished(timedelta(hours=6)) == 1
    assert store.session.scalars(select(MappingChunkRow)).all() == []


def test_a_deleted_mapping_is_gone_with_its_chunks(store: Store, alice: Owner, diagram: str) -> None:
    info = Mappings(store).create(alice, diagram, FACTS, [b"x"])

    Mappings(store).delete(alice, diagram, info.id)

    assert store.session.scalars(select(MappingRow)).all() == []
    assert store.session.scalars(select(MappingChunkRow)).all() == []


def test_a_large_mapping_never_stands_in_memory(store: Store, alice: Owner, diagram: str) -> None:
    piece = b"<authorize>" * 2000
    tracemalloc.start()

    info = Mappings(store).create(alice, diagram, FACTS, (piece for _ in range(2000)))
    size = sum(len(chunk) for chunk in Mappings(store).read(alice, diagram, info.id))

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size == info.size == 44_000_000
    assert peak < 12 * CHUNK_SIZE
