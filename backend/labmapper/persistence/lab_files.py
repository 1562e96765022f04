"""Lab files that owners keep with the diagrams made of them: sealed, as they came, and never changed.

A newer file of the same lab is kept beside the former one; the latest is what the next update compares with.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, select

from labmapper.persistence.database.tables import DiagramRow, LabFileRow
from labmapper.persistence.permissions import Action, Owner, may, require
from labmapper.persistence.quotas import Quotas
from labmapper.persistence.store import NotFound, Store, make_token

MAX_NAME = 200
# So many are listed, the latest first.
_LISTED = 100


@dataclass(frozen=True, slots=True)
class LabFileInfo:
    """A kept file as a list shows it."""

    id: str
    name: str
    format: str
    size: int
    sha256: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class LabFile:
    """A kept file: its bytes, and the *options* that it was read with."""

    info: LabFileInfo
    content: bytes
    options: dict[str, str]


class LabFiles:
    """The lab files in *store*."""

    def __init__(self, store: Store) -> None:
        """Work on *store*."""
        self._store = store

    def create(  # noqa: PLR0913, PLR0917 - what a file is
        self, owner: Owner, diagram: str, name: str, known: str, content: bytes, options: Mapping[str, str]
    ) -> LabFileInfo:
        """Keep *content*, a file called *name* of the format *known*, with the *diagram* of *owner*.

        Raises:
            NotFound: The diagram is not there, or not *owner*'s.
            QuotaExceeded: There is no room for more.
        """
        diagram_id = require(self._store, owner, Action.CHANGE, diagram)
        Quotas(self._store).check_space(owner)
        token, cipher = make_token(), self._store.cipher
        row = LabFileRow(
            token=token,
            diagram_id=diagram_id,
            name=name[:MAX_NAME],
            format=known,
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            content=cipher.seal(content, purpose_of_content(token)),
            options=cipher.seal(json.dumps(dict(options)).encode(), purpose_of_options(token)),
            created_at=self._store.clock(),
        )
        self._store.session.add(row)
        self._store.session.flush()
        Quotas(self._store).measure(diagram_id)
        self._store.session.commit()
        return _as_info(row)

    def list(self, owner: Owner, diagram: str) -> tuple[LabFileInfo, ...]:
        """Return the files that are kept with the *diagram* of *owner*, the latest first."""
        require(self._store, owner, Action.VIEW, diagram)
        rows = self._store.session.execute(_order(_select_info(owner, Action.VIEW, diagram)).limit(_LISTED)).all()
        return tuple(LabFileInfo(*row) for row in rows)

    def find_latest(self, owner: Owner, diagram: str) -> LabFile | None:
        """Return the file that was kept last with the *diagram* of *owner*, or None; raise NotFound without a diagram."""
        listed = self.list(owner, diagram)
        return self.load(owner, diagram, listed[0].id) if listed else None

    def load(self, owner: Owner, diagram: str, token: str) -> LabFile:
        """Return the file *token* of the *diagram* of *owner*, or raise NotFound."""
        return self._load(owner, Action.VIEW, diagram, token)

    def iter_all(self, owner: Owner, diagram: str) -> Iterator[LabFile]:
        """Yield all files of the *diagram* of *owner*, one in memory at a time; the diagram may be in the trash."""
        query = _order(_select_info(owner, Action.EXPORT, diagram))
        for row in self._store.session.execute(query).all():
            yield self._load(owner, Action.EXPORT, diagram, row.token)

    def delete(self, owner: Owner, diagram: str, token: str) -> None:
        """Remove the file *token* of the *diagram* of *owner*, or raise NotFound."""
        diagram_id = require(self._store, owner, Action.CHANGE, diagram)
        conditions = (LabFileRow.token == token, LabFileRow.diagram_id == diagram_id)
        if not self._store.change(delete(LabFileRow).where(*conditions)):
            self._store.session.rollback()
            raise NotFound(token)
        Quotas(self._store).measure(diagram_id)
        self._store.session.commit()

    def _load(self, owner: Owner, action: Action, diagram: str, token: str) -> LabFile:
        query = select(LabFileRow).join(DiagramRow).where(may(owner, action, diagram), LabFileRow.token == token)
        row = self._store.session.scalars(query).first()
        if row is None:
            raise NotFound(token)
        cipher = self._store.cipher
        options: dict[str, str] = json.loads(cipher.open(row.options, purpose_of_options(token)))
        return LabFile(_as_info(row), cipher.open(row.content, purpose_of_content(token)), options)


def purpose_of_content(token: str) -> str:
    """Return what the content of the file *token* is sealed for."""
    return f"lab-file:{token}"


def purpose_of_options(token: str) -> str:
    """Return what the options of the file *token* are sealed for."""
    return f"lab-file-options:{token}"


_INFO = (
    LabFileRow.token,
    LabFileRow.name,
    LabFileRow.format,
    LabFileRow.size,
    LabFileRow.sha256,
    LabFileRow.created_at,
)


def _select_info(owner: Owner, action: Action, diagram: str) -> Select[*tuple[Any, ...]]:
    return select(*_INFO).join(DiagramRow).where(may(owner, action, diagram))


def _order(
    query: Select[*tuple[Any, ...]],
) -> Select[*tuple[Any, ...]]:
    return query.order_by(LabFileRow.created_at.desc(), LabFileRow.id.desc())


def _as_info(row: LabFileRow) -> LabFileInfo:
    return LabFileInfo(row.token, row.name, row.format, row.size, row.sha256, row.created_at)
