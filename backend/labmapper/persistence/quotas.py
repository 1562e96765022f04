"""How much one owner may keep, so that nobody fills the disk for everybody else."""

from sqlalchemy import func, select, update

from labmapper.persistence.database.tables import (
    DiagramRow,
    LabFileRow,
    MappingChunkRow,
    MappingRow,
    RevisionRow,
    UploadRow,
)
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import Store


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
        """Raise QuotaExceeded unless *owner* has room for more of anything."""
        limit = self._store.limits.of(owner.guest).space
        diagrams = select(func.coalesce(func.sum(DiagramRow.stored_bytes), 0)).where(owner.owns(DiagramRow))
        uploads = select(func.coalesce(func.sum(func.length(UploadRow.content)), 0)).where(owner.owns(UploadRow))
        used = self._store.session.scalar(select(diagrams.scalar_subquery() + uploads.scalar_subquery())) or 0
        if used >= limit:
            raise QuotaExceeded(owner, space=limit)

    def measure(self, diagram_id: int) -> None:
        """Count anew what a diagram's revisions, mappings and lab files take; the caller commits."""
        revisions = select(func.coalesce(func.sum(func.length(RevisionRow.document)), 0))
        chunks = select(func.coalesce(func.sum(func.length(MappingChunkRow.data)), 0)).join(MappingRow)
        files = select(func.coalesce(func.sum(func.length(LabFileRow.content) + func.length(LabFileRow.options)), 0))
        stored = (
            revisions.where(RevisionRow.diagram_id == diagram_id).scalar_subquery()
            + chunks.where(MappingRow.diagram_id == diagram_id).scalar_subquery()
            + files.where(LabFileRow.diagram_id == diagram_id).scalar_subquery()
        )
        self._store.session.execute(update(DiagramRow).where(DiagramRow.id == diagram_id).values(stored_bytes=stored))
