from dataclasses import replace

import pytest
from sqlalchemy import select

from labmapper.core.drawing.document import parse_diagram
from labmapper.persistence.database.tables import KeyRow
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.key_rotation import forget_keys, reseal
from labmapper.persistence.lab_files import LabFiles
from labmapper.persistence.mappings import MappingFacts, Mappings
from labmapper.persistence.permissions import Owner
from labmapper.persistence.sealing.encryption import Cipher, EncryptionError, make_key, parse_keys
from labmapper.persistence.store import Store, read_clock
from labmapper.persistence.uploads import Uploads
from support.labs.drawings import draw_lab
from support.server.databases import ENCRYPTION_KEY

NEW = make_key()


def use(store: Store, *keys: str) -> Store:
    return replace(store, cipher=Cipher(parse_keys(" ".join(keys))))


def test_everything_opens_with_the_new_key_alone(store: Store, alice: Owner) -> None:
    diagram, _ = parse_diagram(draw_lab())
    assert diagram is not None
    token = Diagrams(store).create(alice, diagram, b"s" * 32).id
    Diagrams(store).save(alice, token, diagram, revision=1)
    mapping = Mappings(store).create(alice, token, MappingFacts(1, 1, 1, 1, {}), [b"x" * 100])
    upload = Uploads(store).create(alice, b"users:", b"t" * 32)
    file = LabFiles(store).create(alice, token, "lab.unl", "eve-ng", b"<lab/>", {"pod": "1"})

    assert reseal(use(store, NEW, ENCRYPTION_KEY)) == 1 + 2 + 1 + 2 + 2

    new = use(store, NEW)
    assert Diagrams(new).load(alice, token).seed == b"s" * 32
    assert b"".join(Mappings(new).read(alice, token, mapping.id)) == b"x" * 100
    assert Uploads(new).load(alice, upload).content == b"users:"
    kept = LabFiles(new).load(alice, token, file.id)
    assert (kept.content, kept.options) == (b"<lab/>", {"pod": "1"})
    with pytest.raises(EncryptionError):
        Diagrams(store).load(alice, token)


def test_running_it_again_does_nothing(store: Store, alice: Owner) -> None:
    Uploads(store).create(alice, b"users:", b"t" * 32)
    both = use(store, NEW, ENCRYPTION_KEY)
    reseal(both)

    assert reseal(both) == 0


def test_without_the_old_key_nothing_is_damaged(store: Store, alice: Owner) -> None:
    upload = Uploads(store).create(alice, b"users:", b"t" * 32)

    with pytest.raises(EncryptionError):
        reseal(use(store, NEW))

    store.session.rollback()
    assert Uploads(store).load(alice, upload).content == b"users:"


def test_old_keys_are_forgotten_when_they_are_no_longer_needed(store: Store) -> None:
    both = use(store, NEW, ENCRYPTION_KEY)
    for key in both.cipher.keys:
        store.session.add(KeyRow(key_id=key.name, created_at=read_clock()))
    store.session.commit()

    forget_keys(both)

    assert store.session.scalars(select(KeyRow.key_id)).all() == [both.cipher.keys[0].name]
