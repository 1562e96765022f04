import hashlib

import pytest
from sqlalchemy import select

from labmapper.core.drawing.document import parse_diagram
from labmapper.persistence.database.tables import LabFileRow
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.lab_files import LabFiles
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import NotFound, Store
from support.labs.drawings import draw_lab
from support.server.clocks import after

LAB = b"topology: {nodes: {r1: {kind: linux}}}\r\n\x00\xff"
OPTIONS = {"host": "10.1.1.1", "logins": "true"}


@pytest.fixture
def diagram(store: Store, alice: Owner) -> str:
    parsed, _ = parse_diagram(draw_lab())
    assert parsed is not None
    return Diagrams(store).create(alice, parsed, bytes(32)).id


def keep(store: Store, owner: Owner, diagram: str, content: bytes = LAB) -> str:
    return LabFiles(store).create(owner, diagram, "lab.clab.yml", "containerlab", content, OPTIONS).id


def test_a_file_comes_back_byte_for_byte_with_its_options(store: Store, alice: Owner, diagram: str) -> None:
    token = keep(store, alice, diagram)

    file = LabFiles(store).load(alice, diagram, token)

    assert (file.content, file.options) == (LAB, OPTIONS)
    assert (file.info.name, file.info.format, file.info.size) == ("lab.clab.yml", "containerlab", len(LAB))
    assert file.info.sha256 == hashlib.sha256(LAB).hexdigest()


def test_content_and_options_are_sealed(store: Store, alice: Owner, diagram: str) -> None:
    keep(store, alice, diagram, b"password: router-secret")

    row = store.session.scalars(select(LabFileRow)).one()

    assert b"router-secret" not in row.content
    assert b"10.1.1.1" not in row.options


def test_a_newer_file_is_kept_beside_the_former_one(store: Store, alice: Owner, diagram: str) -> None:
    files = LabFiles(store)
    first = keep(after(store), alice, diagram)
    second = keep(after(store, hours=1), alice, diagram, b"newer")

    latest = files.find_latest(alice, diagram)

    assert [info.id for info in files.list(alice, diagram)] == [second, first]
    assert latest is not None
    assert latest.content == b"newer"
    assert [file.content for file in files.iter_all(alice, diagram)] == [b"newer", LAB]


def test_without_a_kept_file_there_is_no_latest_one(store: Store, alice: Owner, diagram: str) -> None:
    assert LabFiles(store).find_latest(alice, diagram) is None


def test_nobody_else_sees_keeps_or_deletes_it(
    store: Store, alice: Owner, bob: Owner, visitor: Owner, diagram: str
) -> None:
    files, token = LabFiles(store), keep(store, alice, diagram)

    for other in (bob, visitor):
        for act in (
            lambda owner=other: files.list(owner, diagram),
            lambda owner=other: files.load(owner, diagram, token),
            lambda owner=other: files.find_latest(owner, diagram),
            lambda owner=other: files.delete(owner, diagram, token),
            lambda owner=other: keep(store, owner, diagram),
        ):
            with pytest.raises(NotFound):
                act()
        assert list(files.iter_all(other, diagram)) == []

    assert files.load(alice, diagram, token).content == LAB


def test_it_is_no_file_of_another_diagram(store: Store, alice: Owner, diagram: str) -> None:
    parsed, _ = parse_diagram(draw_lab("Other"))
    assert parsed is not None
    other = Diagrams(store).create(alice, parsed, bytes(32)).id
    token = keep(store, alice, diagram)

    with pytest.raises(NotFound):
        LabFiles(store).load(alice, other, token)
    with pytest.raises(NotFound):
        LabFiles(store).delete(alice, other, token)


def test_it_goes_with_its_diagram(store: Store, alice: Owner, diagram: str) -> None:
    keep(store, alice, diagram)
    Diagrams(store).delete(alice, diagram)
    with pytest.raises(NotFound):
        LabFiles(store).list(alice, diagram)

    Diagrams(store).erase(alice, diagram)

    assert store.session.scalars(select(LabFileRow.id)).all() == []


def test_what_is_deleted_is_gone(store: Store, alice: Owner, diagram: str) -> None:
    token = keep(store, alice, diagram)

    LabFiles(store).delete(alice, diagram, token)

    with pytest.raises(NotFound):
        LabFiles(store).load(alice, diagram, token)
