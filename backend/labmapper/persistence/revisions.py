"""The history of a diagram: every save, until thinning leaves one an hour, then one a day. Named ones stay."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import InstrumentedAttribute

from labmapper.persistence.database.tables import MAPPINGS, REVISIONS, DiagramRow, RevisionRow
from labmapper.persistence.listing import Page, cursor_before
from labmapper.persistence.permissions import Action, Owner, may, require
from labmapper.persistence.store import NotFound, Store

PAGE_SIZE = 50
MAX_NAME = 200
# As they age: all of the last hour are kept, one an hour for a day, one a day after that.
_ALL = timedelta(hours=1)
_HOURLY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RevisionInfo:
    """A revision as a list shows it."""

    number: int
    name: str | None
    created_at: datetime
    is_current: bool


class Revisions:
    """The revisions in *store*."""

    def __init__(self, store: Store) -> None:
        """Work on *store*."""
        self._store = store

    def list(
        self, owner: Owner, diagram: str, *, before: int | None = None, size: int = PAGE_SIZE
    ) -> Page[RevisionInfo]:
        """Return at most *size* revisions of the *diagram* of *owner*, the latest first, older than *before*."""
        require(self._store, owner, Action.VIEW, diagram)
        query = select(*_INFO).join(DiagramRow).where(may(owner, Action.VIEW, diagram))
        previous, rest = None, query
        if before is not None:
            rest = query.where(RevisionRow.number < before)
            later = query.where(RevisionRow.number >= before).order_by(RevisionRow.number).limit(size + 1)
            previous = cursor_before(self._store.session.execute(later).all(), size, lambda row: str(row.number))
        rows = self._store.session.execute(rest.order_by(RevisionRow.number.desc()).limit(size + 1)).all()
        infos = tuple(RevisionInfo(*row) for row in rows[:size])
        return Page(infos, str(infos[-1].number) if len(rows) > size else None, previous)

    def get(self, owner: Owner, diagram: str, number: int) -> RevisionInfo:
        """Return revision *number* of the *diagram* of *owner*, or raise NotFound."""
        query = select(*_INFO).join(DiagramRow).where(may(owner, Action.VIEW, diagram), RevisionRow.number == number)
        row = self._store.session.execute(query).first()
        if row is None:
            raise NotFound(diagram)
        return RevisionInfo(*row)

    def load(self, owner: Owner, diagram: str, number: int) -> dict[str, Any]:
        """Return the document of revision *number* of the *diagram* of *owner*, as JSON, or raise NotFound."""
        query = select(RevisionRow.document).join(DiagramRow)
        sealed = self._store.session.scalar(query.where(may(owner, Action.VIEW, diagram), RevisionRow.number == number))
        if sealed is None:
            raise NotFound(diagram)
        document: dict[str, Any] = json.loads(self._store.cipher.open(sealed, purpose_of(diagram, number)))
        return document

    def iter_earlier(self, owner: Owner, diagram: str) -> Iterator[tuple[RevisionInfo, dict[str, Any]]]:
        """Yield the revisions of the *diagram* of *owner* before the current one, the latest first, with their documents.

        The diagram may be in the trash. One document is in memory at a time, and no transaction is open meanwhile.
        """
        query = select(RevisionRow).join(DiagramRow).where(may(owner, Action.EXPORT, diagram))
        query = query.order_by(RevisionRow.number.desc()).limit(1)
        before: InstrumentedAttribute[int] | int = DiagramRow.revision
        while (row := self._store.session.scalars(query.where(RevisionRow.number < before)).first()) is not None:
            info, sealed = RevisionInfo(row.number, row.name, row.created_at, is_current=False), row.document
            self._store.session.rollback()
            yield info, json.loads(self._store.cipher.open(sealed, purpose_of(diagram, info.number)))
            before = info.number

    def find_before(self, owner: Owner, diagram: str, number: int) -> int | None:
        """Return the number of the kept revision before *number*, or None for the first."""
        query = select(RevisionRow.number).join(DiagramRow)
        query = query.where(may(owner, Action.VIEW, diagram), RevisionRow.number < number)
        return self._store.session.scalar(query.order_by(RevisionRow.number.desc()).limit(1))

    def set_name(self, owner: Owner, diagram: str, number: int, name: str | None) -> None:
        """Name revision *number*, which keeps it for good; None takes the name away."""
        place = require(self._store, owner, Action.CHANGE, diagram)
        conditions = (RevisionRow.diagram_id == place, RevisionRow.number == number)
        if not self._store.commit_change(update(RevisionRow).where(*conditions).values(name=name)):
            raise NotFound(diagram)

    def thin(self, diagram_id: int, current: int) -> bool:
        """Remove the revisions of a diagram that thinning leaves out, and return whether there were any; the caller commits.

        Those with a name or a mapping stay.
        """
        now = self._store.clock()
        values = {"diagram": diagram_id, "current": current, "before": now - _ALL}
        superfluous = find_superfluous(
            ((row.number, row.created_at) for row in self._store.session.execute(_FIND_AGED, values)), now
        )
        if superfluous:
            conditions = (RevisionRow.diagram_id == diagram_id, RevisionRow.number.in_(superfluous))
            self._store.session.execute(delete(RevisionRow).where(*conditions))
        return bool(superfluous)


_INFO = (
    RevisionRow.number,
    RevisionRow.name,
    RevisionRow.created_at,
    RevisionRow.number == DiagramRow.revision,
)
# What thinning may leave out: each tenth save asks this.
_FIND_AGED = select(REVISIONS.c.number, REVISIONS.c.created_at).where(
    REVISIONS.c.diagram_id == bindparam("diagram"),
    REVISIONS.c.name.is_(None),
    REVISIONS.c.number != bindparam("current"),
    REVISIONS.c.number.not_in(select(MAPPINGS.c.revision).where(MAPPINGS.c.diagram_id == bindparam("diagram"))),
    REVISIONS.c.created_at < bindparam("before"),
)


def purpose_of(token: str, number: int) -> str:
    """Return what the document of revision *number* of the diagram *token* is sealed for."""
    return f"document:{token}:{number}"


def find_superfluous(revisions: Iterable[tuple[int, datetime]], now: datetime) -> tuple[int, ...]:
    """Return the numbers of those *revisions*, with their times, that a later one of the same hour or day stands for."""
    superfluous, seen = [], set()
    for number, created_at in sorted(revisions, reverse=True):
        stretch = _find_stretch(created_at, now)
        if stretch is None:
            continue
        if stretch in seen:
            superfluous.append(number)
        seen.add(stretch)
    return tuple(superfluous)


def _find_stretch(moment: datetime, now: datetime) -> tuple[str, str] | None:
    """Return the hour or the day that *moment* is one of, or None where every revision is kept."""
    age = now - moment
    if age < _ALL:
        return None
    if age < _HOURLY:
        return ("hour", f"{moment:%Y-%m-%d %H}")
    return ("day", f"{moment:%Y-%m-%d}")
