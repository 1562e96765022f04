"""Pictures that lie on diagrams: sealed, each once for a diagram, under the id that drawings name it by.

A picture stays while an earlier version of its diagram may need it. Which are needed is looked up once there is no room for
another one.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, delete, func, select, update

from labmapper.core.drawing.checked_text import Drawing
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.drawn_pictures import list_pictures
from labmapper.core.pictures.bounds import MAX_BYTES_TOGETHER, MAX_PICTURES
from labmapper.core.pictures.checking import check_picture
from labmapper.core.pictures.picture import Picture, UnfitPicture, parse_data_url, render_data_url
from labmapper.core.problems import Problem
from labmapper.persistence.database.tables import DiagramRow, PictureRow, RevisionRow
from labmapper.persistence.permissions import Action, Owner, may, require
from labmapper.persistence.quotas import Quotas
from labmapper.persistence.revisions import purpose_of
from labmapper.persistence.store import NotFound, Store

# What was put in so lately may be on a drawing that is not saved yet.
_FRESH = timedelta(hours=1)
# Pictures are packed already.
_LEVEL = 1


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A picture as it is kept."""

    id: str
    media_type: str
    content: bytes
    created_at: datetime


class Pictures:
    """The pictures in *store*."""

    def __init__(self, store: Store) -> None:
        """Work on *store*."""
        self._store = store

    def create(self, owner: Owner, diagram: str, picture: Picture) -> None:
        """Keep *picture* with the *diagram* of *owner*; one that is there already stays as it is.

        Raises:
            NotFound: The diagram is not there, or not *owner*'s.
            UnfitPicture: The diagram has as many already, or as large ones.
            QuotaExceeded, NoRoom: There is no room for more.
        """
        diagram_id = require(self._store, owner, Action.CHANGE, diagram)
        if picture.id not in self._list_kept(diagram_id):
            self._add(owner, diagram_id, diagram, [(picture.id, picture.media_type, picture.content)])
        self._store.session.commit()

    def load(self, owner: Owner, diagram: str, name: str) -> KeptPicture:
        """Return the picture *name* of the *diagram* of *owner*, or raise NotFound."""
        query = _select_pictures(owner, Action.VIEW, diagram).where(PictureRow.name == name)
        row = self._store.session.scalars(query).first()
        if row is None:
            raise NotFound(name)
        return self._open(row, diagram)

    def iter_all(self, owner: Owner, diagram: str) -> Iterator[KeptPicture]:
        """Yield all pictures of the *diagram* of *owner*, one in memory at a time; the diagram may be in the trash."""
        query = _select_pictures(owner, Action.EXPORT, diagram)
        names = self._store.session.scalars(query.with_only_columns(PictureRow.name).order_by(PictureRow.id)).all()
        for name in names:
            row = self._store.session.scalars(query.where(PictureRow.name == name)).first()
            if row is not None:
                yield self._open(row, diagram)

    def embed(self, owner: Owner, diagram: str, names: Collection[str]) -> dict[str, str]:
        """Return the pictures *names* of the *diagram* of *owner* as a document that travels has them."""
        if not names:
            return {}
        kept = (each for each in self.iter_all(owner, diagram) if each.id in names)
        return {each.id: render_data_url(each.media_type, each.content) for each in kept}

    def take_in(self, owner: Owner, diagram_id: int, token: str, diagram: Drawing) -> None:
        """Keep what lies on *diagram*, which is saved under *token*, and is not kept with it yet; the caller commits.

        It is in the document itself, or comes from another diagram of *owner*. What is nowhere stays a name.

        Raises:
            UnfitPicture: A picture in the document cannot be kept, or there are too many.
            QuotaExceeded, NoRoom: There is no room for more.
        """
        named = list_pictures(diagram)
        missing = named - self._list_kept(diagram_id) if named else named
        if missing:
            added = [*_read_embedded(diagram, missing)] if isinstance(diagram, Diagram) else []
            added += self._find_elsewhere(owner, missing - {name for name, _, _ in added})
            self._add(owner, diagram_id, token, added)

    def _find_elsewhere(self, owner: Owner, names: Collection[str]) -> Iterator[tuple[str, str, bytes]]:
        """Yield those of *names* that *owner* has with any diagram."""
        query = select(PictureRow, DiagramRow.token).join(DiagramRow).where(owner.owns(DiagramRow))
        for name in sorted(names):
            found = self._store.session.execute(query.where(PictureRow.name == name).limit(1)).first()
            if found is not None:
                row, token = found
                yield name, row.media_type, self._open(row, token).content

    def _add(self, owner: Owner, diagram_id: int, token: str, pictures: Iterable[tuple[str, str, bytes]]) -> None:
        """Add *pictures*, each a name, a media type and bytes, and count what they take."""
        added = 0
        for name, media_type, content in pictures:
            if not added:
                Quotas(self._store).check_space(owner)
            self._check_room(diagram_id, token, len(content))
            sealed = self._store.cipher.seal(content, purpose_of_picture(token, name), level=_LEVEL)
            row = PictureRow(
                diagram_id=diagram_id,
                name=name,
                media_type=media_type,
                size=len(content),
                content=sealed,
                created_at=self._store.clock(),
            )
            self._store.session.add(row)
            self._store.session.flush()
            added += len(sealed)
        if added:
            more = update(DiagramRow).where(DiagramRow.id == diagram_id)
            self._store.session.execute(more.values(stored_bytes=DiagramRow.stored_bytes + added))

    def _check_room(self, diagram_id: int, token: str, size: int) -> None:
        """Raise UnfitPicture unless a diagram has room for a picture of *size* bytes, without those that nothing needs."""
        if self._has_room(diagram_id, size) is None:
            return
        self._forget_unneeded(diagram_id, token)
        variant = self._has_room(diagram_id, size)
        if variant == "count":
            raise UnfitPicture(Problem.error("picture-unfit", variant="count", most=MAX_PICTURES))
        if variant:
            raise UnfitPicture(Problem.error("picture-unfit", variant="together", most=MAX_BYTES_TOGETHER // 1024**2))

    def _has_room(self, diagram_id: int, size: int) -> str | None:
        """Return None where a picture of *size* bytes has room, else of what there is too much."""
        query = select(func.count(), func.coalesce(func.sum(PictureRow.size), 0))
        count, together = self._store.session.execute(query.where(PictureRow.diagram_id == diagram_id)).one()
        if count >= MAX_PICTURES:
            return "count"
        return "together" if together + size > MAX_BYTES_TOGETHER else None

    def _forget_unneeded(self, diagram_id: int, token: str) -> None:
        """Remove the pictures that lie on no version of a diagram, unless they have only just come."""
        old = (PictureRow.diagram_id == diagram_id, PictureRow.created_at < self._store.clock() - _FRESH)
        unneeded = set(self._store.session.scalars(select(PictureRow.name).where(*old)))
        numbers = select(RevisionRow.number).where(RevisionRow.diagram_id == diagram_id)
        for number in self._store.session.scalars(numbers.order_by(RevisionRow.number.desc())).all():
            if not unneeded:
                return
            version = (RevisionRow.diagram_id == diagram_id, RevisionRow.number == number)
            sealed = self._store.session.scalar(select(RevisionRow.document).where(*version))
            text = self._store.cipher.open(sealed, purpose_of(token, number)) if sealed else b""
            unneeded -= {name for name in unneeded if name.encode() in text}
        self._store.session.execute(delete(PictureRow).where(*old, PictureRow.name.in_(unneeded)))
        Quotas(self._store).measure(diagram_id)

    def _list_kept(self, diagram_id: int) -> set[str]:
        return set(self._store.session.scalars(select(PictureRow.name).where(PictureRow.diagram_id == diagram_id)))

    def _open(self, row: PictureRow, token: str) -> KeptPicture:
        content = self._store.cipher.open(row.content, purpose_of_picture(token, row.name))
        return KeptPicture(row.name, row.media_type, content, row.created_at)


def purpose_of_picture(token: str, name: str) -> str:
    """Return what the picture *name* of the diagram *token* is sealed for."""
    return f"picture:{token}:{name}"


def _read_embedded(diagram: Diagram, names: Collection[str]) -> Iterator[tuple[str, str, bytes]]:
    """Yield those of *names* that are in the document *diagram* itself, clean."""
    for name in sorted(diagram.pictures.keys() & names):
        picture = check_picture(parse_data_url(diagram.pictures[name]))
        if picture.id != name:
            raise UnfitPicture(Problem.error("picture-unfit", variant="name", name=name))
        yield name, picture.media_type, picture.content


def _select_pictures(owner: Owner, action: Action, diagram: str) -> Select[PictureRow]:
    return select(PictureRow).join(DiagramRow).where(may(owner, action, diagram))
