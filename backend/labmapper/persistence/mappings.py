"""Generated mappings, and other outputs for a Guacamole: stored piece by piece, sealed, and read back byte for byte.

A mapping may be larger than the memory. Neither writing nor reading holds more than one chunk, and every chunk is a
transaction of its own, so that nobody else waits for the database meanwhile.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, select, tuple_, update
from sqlalchemy.exc import IntegrityError

from labmapper.persistence.database.tables import (
    DiagramRow,
    MappingRow,
)
from labmapper.persistence.listing import PAGE_SIZE, Page, cursor_before, parse_cursor, render_cursor
from labmapper.persistence.mapping_statements import ADD_CHUNK, ADD_MAPPING, build_add_bytes, select_chunk
from labmapper.persistence.permissions import Action, Owner, may, name_parameters, require
from labmapper.persistence.quotas import Quotas
from labmapper.persistence.store import NotFound, Store, make_token
from labmapper.persistence.total_space import NoRoom

CHUNK_SIZE = 1024 * 1024
# XML of a mapping repeats itself; harder packing takes longer and gains little.
_LEVEL = 1
# The format of a mapping itself; what else is kept here has a name of its own.
MAPPING = "user-mapping"


@dataclass(frozen=True, slots=True)
class MappingFacts:
    """What a mapping was made of: the diagram's *revision*, and how much there is in it; and in which format it is."""

    revision: int
    users: int
    devices: int
    connections: int
    options: dict[str, Any]
    format: str = MAPPING
    file_name: str = "user-mapping.xml"


@dataclass(frozen=True, slots=True)
class MappingInfo:
    """A finished mapping as a list shows it."""

    id: str
    facts: MappingFacts
    size: int
    sha256: str
    created_at: datetime


class Mappings:
    """The mappings in *store*."""

    def __init__(self, store: Store) -> None:
        """Work on *store*."""
        self._store = store

    def create(
        self,
        owner: Owner,
        diagram: str,
        facts: MappingFacts,
        pieces: Iterable[bytes],
        *,
        request_key: str | None = None,
    ) -> MappingInfo:
        """Store *pieces*, one file, as a mapping of the *diagram* of *owner*, and return it once it is complete.

        Where a request with the same *request_key* has made one meanwhile, that is returned, and this is not kept.

        Raises:
            NotFound: The diagram is not there, or not *owner*'s.
            NoRoom, QuotaExceeded: There is no room for more.
        """
        Quotas(self._store).check_space(owner)
        chunks = join_chunks(pieces)
        first = next(chunks)
        try:
            if len(first) < CHUNK_SIZE:
                return self._add_whole(owner, diagram, facts, first, request_key)
            diagram_id = require(self._store, owner, Action.CHANGE, diagram)
            token = self._add_large(diagram_id, facts, chain([first], chunks), request_key)
        except IntegrityError:
            self._store.session.rollback()
            made = self.find_made(owner, diagram, request_key) if request_key else None
            if made is None:
                raise
            return made
        return self.get(owner, diagram, token)

    def find_made(self, owner: Owner, diagram: str, request_key: str) -> MappingInfo | None:
        """Return the mapping that a request with *request_key* has made of the *diagram* of *owner*, or None."""
        query = _select_finished(owner, Action.CHANGE, diagram).where(MappingRow.request_key == request_key)
        row = self._store.session.scalars(query).first()
        return _as_info(row) if row else None

    def list(
        self,
        owner: Owner,
        diagram: str,
        *,
        cursor: str | None = None,
        size: int = PAGE_SIZE,
        kind: str | None = MAPPING,
    ) -> Page[MappingInfo]:
        """Return at most *size* finished mappings of the *diagram* of *owner*, the latest first, from *cursor* on.

        With another *kind* these are outputs of that format, without one all there are.
        """
        require(self._store, owner, Action.VIEW, diagram)
        query = _select_finished(owner, Action.VIEW, diagram)
        if kind is not None:
            query = query.where(MappingRow.format == kind)
        previous, rest = None, query
        if cursor is not None:
            rest = query.where(_is_before(*parse_cursor(cursor)))
            later = query.where(~_is_before(*parse_cursor(cursor))).order_by(MappingRow.created_at, MappingRow.token)
            passed = self._store.session.scalars(later.limit(size + 1)).all()
            previous = cursor_before(passed, size, lambda row: render_cursor(row.created_at, row.token))
        rows = self._store.session.scalars(_order(rest).limit(size + 1)).all()
        infos = tuple(_as_info(row) for row in rows[:size])
        following = render_cursor(infos[-1].created_at, infos[-1].id) if len(rows) > size else None
        return Page(infos, following, previous)

    def iter_files(self, owner: Owner, diagram: str) -> Iterator[tuple[MappingInfo, Iterator[bytes]]]:
        """Yield all finished mappings of the *diagram* of *owner*, the latest first, each with its bytes, chunk by chunk.

        The diagram may be in the trash. No transaction is open meanwhile.
        """
        query = _order(_select_finished(owner, Action.EXPORT, diagram)).limit(1)
        row = self._store.session.scalars(query).first()
        while row is not None:
            place, info = row.id, _as_info(row)
            self._store.session.rollback()
            yield info, self._read_chunks(place, info.id)
            row = self._store.session.scalars(query.where(_is_before(info.created_at, info.id))).first()

    def get(self, owner: Owner, diagram: str, token: str) -> MappingInfo:
        """Return the mapping *token* of the *diagram* of *owner*, or raise NotFound."""
        return _as_info(self._get_row(owner, Action.VIEW, diagram, token))

    def find_before(self, owner: Owner, diagram: str, info: MappingInfo) -> MappingInfo | None:
        """Return the mapping of the same format that was generated before *info*, or None for the first."""
        query = _select_finished(owner, Action.VIEW, diagram).where(MappingRow.format == info.facts.format)
        query = query.where(_is_before(info.created_at, info.id))
        row = self._store.session.scalars(_order(query).limit(1)).first()
        return _as_info(row) if row else None

    def read(self, owner: Owner, diagram: str, token: str) -> Iterator[bytes]:
        """Yield the bytes of the mapping *token*, chunk by chunk."""
        row = self._get_row(owner, Action.VIEW, diagram, token)
        return self._read_chunks(row.id, row.token)

    def delete(self, owner: Owner, diagram: str, token: str) -> None:
        """Remove the mapping *token* of the *diagram* of *owner*."""
        row = self._get_row(owner, Action.CHANGE, diagram, token)
        self._store.session.execute(delete(MappingRow).where(MappingRow.id == row.id))
        Quotas(self._store).measure(row.diagram_id)
        self._store.session.commit()

    def purge_unfinished(self, age: timedelta) -> int:
        """Remove what a broken request or a killed process left half-written longer than *age* ago."""
        conditions = (MappingRow.finished_at.is_(None), MappingRow.created_at < self._store.clock() - age)
        return self._store.commit_change(delete(MappingRow).where(*conditions))

    def _add_whole(
        self, owner: Owner, diagram: str, facts: MappingFacts, content: bytes, request_key: str | None
    ) -> MappingInfo:
        """Store *content*, all of a small file, in one transaction; that the *owner* may is asked by what counts its bytes."""
        info = MappingInfo(make_token(), facts, len(content), hashlib.sha256(content).hexdigest(), self._store.clock())
        sealed = self._seal(info.id, 0, content)
        values = name_parameters(owner, diagram) | {"added": len(sealed)}
        diagram_id = self._store.session.execute(build_add_bytes(is_guest=owner.is_guest), values).scalar()
        if diagram_id is None:
            raise NotFound(diagram)
        mapping_id = self._begin(
            diagram_id,
            info.id,
            facts,
            request_key=request_key,
            size=info.size,
            sha256=info.sha256,
            created_at=info.created_at,
            finished_at=info.created_at,
        )
        self._add_chunk(mapping_id, 0, sealed)
        self._store.session.commit()
        return info

    def _add_large(self, diagram_id: int, facts: MappingFacts, chunks: Iterable[bytes], request_key: str | None) -> str:
        """Store *chunks*, each in a transaction, and return the id of the mapping. Its key is known once it is finished."""
        token = make_token()
        mapping_id = self._begin(diagram_id, token, facts)
        self._store.session.commit()
        digest, size = hashlib.sha256(), 0
        for number, chunk in enumerate(chunks):
            self._check_room(mapping_id)
            digest.update(chunk)
            size += len(chunk)
            self._add_chunk(mapping_id, number, self._seal(token, number, chunk))
            self._store.session.commit()
        self._finish(mapping_id, request_key=request_key, size=size, sha256=digest.hexdigest())
        return token

    def _check_room(self, mapping_id: int) -> None:
        """Raise NoRoom, with nothing of the mapping left, where the disk has filled: a file may be larger than what was free."""
        try:
            self._store.total.check(self._store.session, is_guest=False)
        except NoRoom:
            self._store.session.execute(delete(MappingRow).where(MappingRow.id == mapping_id))
            self._store.session.commit()
            raise

    def _begin(self, diagram_id: int, token: str, facts: MappingFacts, **more: object) -> int:
        """Add the row of a mapping and return its id; *more* are columns that are known already."""
        row = {"token": token, "diagram_id": diagram_id, "created_at": self._store.clock(), **asdict(facts), **more}
        mapping_id: int = self._store.session.execute(ADD_MAPPING, row).scalar_one()
        return mapping_id

    def _seal(self, token: str, number: int, chunk: bytes) -> bytes:
        return self._store.cipher.seal(chunk, f"mapping:{token}:{number}", level=_LEVEL)

    def _add_chunk(self, mapping_id: int, number: int, sealed: bytes) -> None:
        self._store.session.execute(ADD_CHUNK, {"mapping_id": mapping_id, "number": number, "data": sealed})

    def _finish(self, mapping_id: int, **columns: object) -> None:
        query = update(MappingRow).where(MappingRow.id == mapping_id)
        query = query.values(finished_at=self._store.clock(), **columns)
        diagram_id = self._store.session.scalar(query.returning(MappingRow.diagram_id))
        if diagram_id is not None:
            Quotas(self._store).measure(diagram_id)
        self._store.session.commit()

    def _read_chunks(self, mapping_id: int, token: str) -> Iterator[bytes]:
        number = 0
        while (sealed := self._store.session.scalar(select_chunk(mapping_id, number))) is not None:
            self._store.session.rollback()
            yield self._store.cipher.open(sealed, f"mapping:{token}:{number}")
            number += 1

    def _get_row(self, owner: Owner, action: Action, diagram: str, token: str) -> MappingRow:
        query = _select_finished(owner, action, diagram).where(MappingRow.token == token)
        row = self._store.session.scalars(query).first()
        if row is None:
            raise NotFound(token)
        return row


def join_chunks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield *pieces* joined to chunks of about one MiB; nothing at all is one empty chunk."""
    waiting: list[bytes] = []
    size = number = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= CHUNK_SIZE:
            yield b"".join(waiting)
            waiting, size, number = [], 0, number + 1
    if waiting or not number:
        yield b"".join(waiting)


def _is_before(moment: datetime | str, token: str) -> ColumnElement[bool]:
    """Return whether a mapping comes after the one of *moment* called *token* in a list with the latest first."""
    return tuple_(MappingRow.created_at, MappingRow.token) < tuple_(moment, token)


def _order(query: Select[MappingRow]) -> Select[MappingRow]:
    """Return *query* with the latest mapping first."""
    return query.order_by(MappingRow.created_at.desc(), MappingRow.token.desc())


def _select_finished(owner: Owner, action: Action, diagram: str) -> Select[MappingRow]:
    """Return the query for the complete mappings of the *diagram*, if *owner* may do *action* to it."""
    is_finished = MappingRow.finished_at.is_not(None)
    return select(MappingRow).join(DiagramRow).where(may(owner, action, diagram), is_finished)


def _as_info(row: MappingRow) -> MappingInfo:
    facts = MappingFacts(row.revision, row.users, row.devices, row.connections, row.options, row.format, row.file_name)
    return MappingInfo(row.token, facts, row.size, row.sha256, row.created_at)
