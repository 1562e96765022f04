"""Saved diagrams. Every query names the owner, and every save the revision it is based on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select, update
from sqlalchemy.exc import IntegrityError

from labmapper.core.drawing.checked_text import Drawing, render_text
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.drawn_pictures import list_pictures
from labmapper.persistence.database.connection import execute_alone, give_connection_back, name_dialect
from labmapper.persistence.database.tables import DiagramRow
from labmapper.persistence.diagram_statements import ADD_REVISION, INFO, build_find, build_save, build_whole_save
from labmapper.persistence.listing import Listing, Page, build_search_text, build_title, slice_page
from labmapper.persistence.permissions import Action, Owner, is_listed, may, name_parameters
from labmapper.persistence.pictures import Pictures
from labmapper.persistence.quotas import QuotaExceeded, Quotas
from labmapper.persistence.revisions import Revisions, purpose_of
from labmapper.persistence.store import NotFound, StaleRevision, Store, make_token
from labmapper.persistence.total_space import NoRoom

# Thinning and counting cost more than a save; so much more than allowed may be kept in between.
_TIDIED_EVERY = 10
# Packed as hard as zlib does without being told, a drawing takes a tenth less room and three times as long.
_LEVEL = 3


@dataclass(frozen=True, slots=True)
class DiagramInfo:
    """A diagram as a list shows it."""

    id: str
    title: str
    revision: int
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class SavedDiagram:
    """A diagram with the *text* of its document, its secret seed, and the key of the request that made it."""

    info: DiagramInfo
    text: bytes
    seed: bytes
    request_key: str | None

    @property
    def document(self) -> dict[str, Any]:
        """Return its document, as JSON."""
        document: dict[str, Any] = json.loads(self.text)
        return document


class RepeatedRequest(Exception):
    """A request that has been answered before came again; *info* is what was answered."""

    def __init__(self, info: DiagramInfo) -> None:
        """Say that *info* was made by the first of them."""
        super().__init__(info.id)
        self.info = info


class Diagrams:
    """The diagrams in *store*."""

    def __init__(self, store: Store) -> None:
        """Work on *store*; the caller commits nothing, each method is one transaction."""
        self._store = store

    def create(self, owner: Owner, diagram: Drawing, seed: bytes, *, request_key: str | None = None) -> DiagramInfo:
        """Save *diagram* as a new one of *owner*, with *seed*, and return it at revision 1.

        Raises:
            RepeatedRequest: A request with this *request_key* has made one before.
            QuotaExceeded: There is no room for another one.
        """
        if request_key is not None:
            self._refuse_repeated(owner, request_key)
        Quotas(self._store).check_diagrams(owner)
        now, token = self._store.clock(), make_token()
        document = self._seal(diagram, token, 1)
        row = DiagramRow(
            token=token,
            user_id=owner.user_id,
            guest=owner.guest,
            title=build_title(diagram),
            search_text=build_search_text(diagram),
            revision=1,
            seed=self._store.cipher.seal(seed, f"seed:{token}"),
            request_key=request_key,
            stored_bytes=len(document),
            created_at=now,
            updated_at=now,
        )
        self._insert(owner, row)
        Pictures(self._store).take_in(owner, row.id, token, diagram)
        self._add_revision(row.id, 1, document, now)
        self._store.session.commit()
        return _as_info(row)

    def get(self, owner: Owner, token: str) -> DiagramInfo:
        """Return what lists show of the diagram *token* of *owner*, or raise NotFound."""
        row = self._store.session.execute(select(*INFO).where(may(owner, Action.VIEW, token))).first()
        if row is None:
            raise NotFound(token)
        return DiagramInfo(*row)

    def iter_all(self, owner: Owner) -> Iterator[SavedDiagram]:
        """Yield all diagrams of *owner*, also those in the trash, one in memory at a time and between transactions."""
        query = select(DiagramRow.token).where(owner.owns(DiagramRow)).order_by(DiagramRow.id)
        for token in self._store.session.scalars(query).all():
            saved = self._find(owner, Action.EXPORT, token)
            self._store.session.rollback()
            if saved is not None:
                yield saved

    def load(self, owner: Owner, token: str) -> SavedDiagram:
        """Return the diagram *token* of *owner*, or raise NotFound."""
        saved = self._find(owner, Action.VIEW, token)
        if saved is None:
            raise NotFound(token)
        return saved

    def save(self, owner: Owner, token: str, diagram: Drawing, *, revision: int) -> DiagramInfo:
        """Save *diagram* over *revision* of the diagram *token*.

        Raises:
            NotFound: It is not there, or not *owner*'s.
            StaleRevision: Somebody has saved another revision since.
            QuotaExceeded: There is no room for more.
        """
        number = revision + 1
        has_pictures, is_tidied = bool(list_pictures(diagram)), number % _TIDIED_EVERY == 0
        if has_pictures or is_tidied:
            self._store.session.connection()  # begins a transaction, for more follows
        saved = self._write(owner, token, diagram, number)
        if saved is None:
            self._store.session.rollback()
            raise StaleRevision(self.get(owner, token).revision)
        if has_pictures:
            Pictures(self._store).take_in(owner, saved.id, token, diagram)
        if is_tidied:
            self._tidy(owner, saved.id, number)
        give_connection_back(self._store.session)
        return DiagramInfo(*saved[1:])

    def list(self, owner: Owner, listing: Listing) -> Page[DiagramInfo]:
        """Return the part of *owner*'s diagrams that *listing* asks for."""
        query = select(*INFO).where(is_listed(owner, in_trash=listing.is_trash))
        for word in listing.words:
            query = query.where(DiagramRow.search_text.contains(word, autoescape=True))
        page = slice_page(self._store.session, query, listing)
        return Page(tuple(DiagramInfo(*row) for row in page.items), page.next, page.previous)

    def find_latest(self, owner: Owner) -> str | None:
        """Return the diagram that *owner* saved last, or None."""
        query = select(DiagramRow.token).where(is_listed(owner, in_trash=False))
        return self._store.session.scalars(query.order_by(DiagramRow.updated_at.desc()).limit(1)).first()

    def delete(self, owner: Owner, token: str) -> None:
        """Put the diagram *token* of *owner* in the trash, from which it can be restored."""
        self._set_deleted(may(owner, Action.DELETE, token), token, self._store.clock())

    def find_deleted(self, owner: Owner, token: str) -> DiagramInfo | None:
        """Return the diagram *token* of *owner* if it is in the trash, else None."""
        query = select(DiagramRow).where(may(owner, Action.RECOVER, token))
        row = self._store.session.scalars(query).first()
        return _as_info(row) if row else None

    def restore(self, owner: Owner, token: str) -> None:
        """Take the diagram *token* of *owner* out of the trash."""
        self._set_deleted(may(owner, Action.RECOVER, token), token, None)

    def erase(self, owner: Owner, token: str) -> None:
        """Remove the diagram *token* of *owner* from the trash for good."""
        if not self._store.commit_change(delete(DiagramRow).where(may(owner, Action.RECOVER, token))):
            raise NotFound(token)

    def adopt(self, guest: Owner, user: Owner) -> int:
        """Hand what *guest* has over to *user*, beside what is there, and return how many diagrams that was."""
        theirs = select(DiagramRow.request_key).where(user.owns(DiagramRow), DiagramRow.request_key.is_not(None))
        shared = update(DiagramRow).where(guest.owns(DiagramRow), DiagramRow.request_key.in_(theirs))
        self._store.session.execute(shared.values(request_key=None))
        return self._store.commit_change(
            update(DiagramRow).where(guest.owns(DiagramRow)).values(user_id=user.user_id, guest=None)
        )

    def _write(self, owner: Owner, token: str, diagram: Drawing, number: int) -> Row[*tuple[Any, ...]] | None:
        """Save *diagram* as the revision *number*, and return its row id and what lists show, or None where it is not the next.

        The caller commits. Postgres is asked once, and has committed it where no transaction had begun.
        """
        document, now = self._seal(diagram, token, number), self._store.clock()
        values = name_parameters(owner, token) | {
            "based_on": number - 1,
            "new_title": build_title(diagram),
            "new_search_text": build_search_text(diagram),
            "added": len(document),
            "now": now,
        }
        session = self._store.session
        if name_dialect() == "postgresql":
            return execute_alone(session, build_whole_save(is_guest=owner.is_guest), values | {"document": document})
        saved = session.execute(build_save(is_guest=owner.is_guest), values).first()
        if saved is not None:
            self._add_revision(saved.id, number, document, now)
        return saved

    def _set_deleted(self, condition: ColumnElement[bool], token: str, moment: datetime | None) -> None:
        if not self._store.commit_change(update(DiagramRow).where(condition).values(deleted_at=moment)):
            raise NotFound(token)

    def _find(self, owner: Owner, action: Action, token: str) -> SavedDiagram | None:
        """Return the diagram *token* if *owner* may do *action* to it, else None."""
        query = build_find(action, is_guest=owner.is_guest)
        found = execute_alone(self._store.session, query, name_parameters(owner, token))
        if found is None:
            return None
        sealed_text, sealed_seed, request_key, *columns = found
        info = DiagramInfo(*columns)
        text = self._store.cipher.open(sealed_text, purpose_of(token, info.revision))
        seed = self._store.cipher.open(sealed_seed, f"seed:{token}")
        return SavedDiagram(info, text, seed, request_key)

    def _refuse_repeated(self, owner: Owner, request_key: str) -> None:
        query = select(DiagramRow).where(owner.owns(DiagramRow), DiagramRow.request_key == request_key)
        row = self._store.session.scalars(query).first()
        if row is not None:
            raise RepeatedRequest(replace(_as_info(row), revision=1, updated_at=row.created_at))

    def _insert(self, owner: Owner, row: DiagramRow) -> None:
        """Insert *row*, unless the same request has done so in the meantime."""
        request_key = row.request_key
        self._store.session.add(row)
        try:
            self._store.session.flush()
        except IntegrityError:
            self._store.session.rollback()
            if request_key is not None:
                self._refuse_repeated(owner, request_key)
            raise

    def _tidy(self, owner: Owner, diagram_id: int, current: int) -> None:
        """Thin the history of a diagram, and see that what is left has room."""
        quotas = Quotas(self._store)
        if Revisions(self._store).thin(diagram_id, current):
            quotas.measure(diagram_id)
        try:
            quotas.check_space(owner)
        except (NoRoom, QuotaExceeded):
            self._store.session.rollback()
            raise

    def _seal(self, diagram: Drawing, token: str, number: int) -> bytes:
        """Return the document of *diagram*, sealed; the pictures that it brings along are kept beside it."""
        if isinstance(diagram, Diagram) and diagram.pictures:
            diagram = diagram.model_copy(update={"pictures": {}})
        return self._store.cipher.seal(render_text(diagram), purpose_of(token, number), level=_LEVEL)

    def _add_revision(self, diagram_id: int, number: int, document: bytes, now: datetime) -> None:
        values = {"diagram_id": diagram_id, "number": number, "document": document, "created_at": now}
        self._store.session.execute(ADD_REVISION, values)


def _as_info(row: DiagramRow) -> DiagramInfo:
    return DiagramInfo(row.token, row.title, row.revision, row.created_at, row.updated_at, row.deleted_at)
