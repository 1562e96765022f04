"""How much one owner may keep, so that nobody fills the disk for everybody else."""

from functools import cache

from sqlalchemy import BindParameter, Select, bindparam, func, select, update

from labmapper.persistence.database.tables import (
    DIAGRAMS,
    UPLOADS,
    DiagramRow,
    LabFileRow,
    MappingChunkRow,
    MappingRow,
    PictureRow,
    RevisionRow,
)
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import Store
from labmapper.persistence.total_space import AnySession


class QuotaExceeded(Exception):
    """An owner has no room left: for another diagram, or for anything at all."""

    def __init__(self, owner: Owner, *, diagrams: int = 0, space: int = 0) -> None:
        """Say that *owner* has reached the limit of so many *diagrams*, or of so many bytes of *space*."""
        super().__init__(f"no room: {diagrams} diagrams, {space} bytes")
        self.is_guest = owner.guest is not None
        self.diagrams = diagrams
        self.space = space


class Quotas:
    """What the owners in *store* keep, held against its limits. What is in the trash counts."""

    def __init__(self, store: Store) -> None:
        """Work on *store*."""
        self._store = store

    def check_diagrams(self, owner: Owner) -> None:
        """Raise QuotaExceeded unless *owner* has room for another diagram."""
        limit = self._store.limits.of(owner.guest).diagrams
        count = self._store.session.scalar(select(func.count()).where(owner.owns(DiagramRow))) or 0
        if count >= limit:
            raise QuotaExceeded(owner, diagrams=limit)
        self.check_space(owner)

    def check_space(self, owner: Owner) -> None:
        """Raise QuotaExceeded unless *owner* has room for more of anything, NoRoom where nobody has, or no guest."""
        limit = self.find_limit(owner)
        query = build_used(is_guest=owner.is_guest)
        used = self._store.session.scalar(query, {"owner": owner.key}) or 0
        if used >= limit:
            raise QuotaExceeded(owner, space=limit)

    def find_limit(self, owner: Owner) -> int:
        """Return how many bytes *owner* may keep, or raise NoRoom where nobody can keep more, or no guest."""
        self._store.total.check(self._store.session, is_guest=owner.guest is not None)
        return self._store.limits.of(owner.guest).space

    def measure(self, diagram_id: int) -> None:
        """Count anew what a diagram's revisions, mappings, lab files and pictures take; the caller commits."""
        revisions = select(func.coalesce(func.sum(func.length(RevisionRow.document)), 0))
        chunks = select(func.coalesce(func.sum(func.length(MappingChunkRow.data)), 0)).join(MappingRow)
        files = select(func.coalesce(func.sum(func.length(LabFileRow.content) + func.length(LabFileRow.options)), 0))
        pictures = select(func.coalesce(func.sum(func.length(PictureRow.content)), 0))
        stored = (
            revisions.where(RevisionRow.diagram_id == diagram_id).scalar_subquery()
            + chunks.where(MappingRow.diagram_id == diagram_id).scalar_subquery()
            + files.where(LabFileRow.diagram_id == diagram_id).scalar_subquery()
            + pictures.where(PictureRow.diagram_id == diagram_id).scalar_subquery()
        )
        self._store.session.execute(update(DiagramRow).where(DiagramRow.id == diagram_id).values(stored_bytes=stored))


def measure_guests(session: AnySession) -> int:
    """Return how many bytes all guests keep together, with what waits on the page **Convert a file**."""
    diagrams = select(func.coalesce(func.sum(DIAGRAMS.c.stored_bytes), 0)).where(DIAGRAMS.c.guest.is_not(None))
    uploads = select(func.coalesce(func.sum(func.length(UPLOADS.c.content)), 0)).where(UPLOADS.c.guest.is_not(None))
    return int(session.scalar(select(diagrams.scalar_subquery() + uploads.scalar_subquery())) or 0)


@cache
def build_used(*, is_guest: bool) -> Select[int]:
    """Return the query for how many bytes the ``owner`` keeps."""
    owner: BindParameter[str | int] = bindparam("owner")
    diagrams = select(func.coalesce(func.sum(DIAGRAMS.c.stored_bytes), 0))
    diagrams = diagrams.where((DIAGRAMS.c.guest if is_guest else DIAGRAMS.c.user_id) == owner)
    uploads = select(func.coalesce(func.sum(func.length(UPLOADS.c.content)), 0))
    uploads = uploads.where((UPLOADS.c.guest if is_guest else UPLOADS.c.user_id) == owner)
    return select(diagrams.scalar_subquery() + uploads.scalar_subquery())
