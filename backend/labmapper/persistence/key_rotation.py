"""Changing the encryption key: everything is sealed anew with the first key, a little at a time.

The server may run meanwhile. Whatever it seals with an older key is found by running this again.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, delete, select, update
from sqlalchemy.orm import InstrumentedAttribute

from labmapper.persistence.database.tables import (
    DiagramRow,
    KeyRow,
    LabFileRow,
    MappingChunkRow,
    MappingRow,
    PictureRow,
    RevisionRow,
    UploadRow,
)
from labmapper.persistence.lab_files import purpose_of_content, purpose_of_options
from labmapper.persistence.pictures import purpose_of_picture
from labmapper.persistence.revisions import purpose_of
from labmapper.persistence.store import Store


@dataclass(frozen=True, slots=True)
class _Column:
    """A sealed column: its key, the rows with what their purpose is made of, and that purpose."""

    column: InstrumentedAttribute[bytes]
    keys: tuple[InstrumentedAttribute[Any], ...]
    query: Select[*tuple[Any, ...]]
    purpose: Callable[[Any], str]


_COLUMNS = (
    _Column(
        DiagramRow.seed, (DiagramRow.id,), select(DiagramRow.id, DiagramRow.token), lambda row: f"seed:{row.token}"
    ),
    _Column(
        RevisionRow.document,
        (RevisionRow.id,),
        select(RevisionRow.id, RevisionRow.number, DiagramRow.token).join(DiagramRow),
        lambda row: purpose_of(row.token, row.number),
    ),
    _Column(
        MappingChunkRow.data,
        (MappingChunkRow.mapping_id, MappingChunkRow.number),
        select(MappingChunkRow.mapping_id, MappingChunkRow.number, MappingRow.token).join(
            MappingRow, MappingRow.id == MappingChunkRow.mapping_id
        ),
        lambda row: f"mapping:{row.token}:{row.number}",
    ),
    _Column(
        LabFileRow.content,
        (LabFileRow.id,),
        select(LabFileRow.id, LabFileRow.token),
        lambda row: purpose_of_content(row.token),
    ),
    _Column(
        LabFileRow.options,
        (LabFileRow.id,),
        select(LabFileRow.id, LabFileRow.token),
        lambda row: purpose_of_options(row.token),
    ),
    _Column(
        PictureRow.content,
        (PictureRow.id,),
        select(PictureRow.id, PictureRow.name, DiagramRow.token).join(DiagramRow),
        lambda row: purpose_of_picture(row.token, row.name),
    ),
    _Column(
        UploadRow.content, (UploadRow.id,), select(UploadRow.id, UploadRow.token), lambda row: f"upload:{row.token}"
    ),
    _Column(
        UploadRow.seed, (UploadRow.id,), select(UploadRow.id, UploadRow.token), lambda row: f"upload-seed:{row.token}"
    ),
)


def reseal(store: Store) -> int:
    """Seal everything in *store* with its first key, and return how much was sealed with another."""
    return sum(_reseal_row(store, each, row) for each in _COLUMNS for row in _iter_rows(store, each))


def forget_keys(store: Store) -> None:
    """Forget that other keys than the first were in use: nothing is sealed with them any more."""
    current = store.cipher.keys[0].name
    store.session.execute(delete(KeyRow).where(KeyRow.key_id != current))
    store.session.commit()


def _iter_rows(store: Store, sealed: _Column) -> Iterator[Any]:
    """Yield the keys of all rows, without their blobs."""
    rows: Sequence[Any] = store.session.execute(sealed.query.order_by(*sealed.keys)).all()
    store.session.rollback()
    yield from rows


def _reseal_row(store: Store, sealed: _Column, row: Any) -> int:  # noqa: ANN401 - rows of several tables
    here = and_(*(key == getattr(row, key.key) for key in sealed.keys))
    blob = store.session.scalar(select(sealed.column).where(here))
    if blob is None or store.cipher.is_current(blob):
        store.session.rollback()
        return 0
    purpose = sealed.purpose(row)
    fresh = store.cipher.seal(store.cipher.open(blob, purpose), purpose)
    # Whoever saved in the meantime has the last word.
    changed = store.change(
        update(sealed.column.class_).where(here, sealed.column == blob).values({sealed.column: fresh})
    )
    store.session.commit()
    return changed
