"""What changed between two revisions of a diagram, and between two mappings."""

from collections.abc import Iterator

from labmapper.core.changes.change import Change, build_change
from labmapper.core.changes.drawing_changes import list_drawing_changes
from labmapper.core.changes.lab_changes import list_lab_changes
from labmapper.core.drawing.document import Diagram, Settings
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import compile_diagram
from labmapper.persistence.mappings import MappingInfo
from labmapper.persistence.permissions import Owner
from labmapper.web.diagrams.documents import load_drawing
from labmapper.web.services import get_mappings, get_revisions


def list_revision_changes(
    owner: Owner, diagram_id: str, number: int, since: int | None
) -> tuple[int | None, tuple[Change, ...]]:
    """Return what changed in revision *number* since another one, or else the one kept before it, and which that was.

    That is None for the first revision, which is compared with an empty drawing.
    """
    if since is None:
        since = get_revisions().find_before(owner, diagram_id, number)
    new = load_drawing(owner, diagram_id, number)
    if since is None:
        return None, list_drawing_changes(Diagram(settings=Settings(passwords=new.settings.passwords)), new)
    return since, list_drawing_changes(load_drawing(owner, diagram_id, since), new)


def list_mapping_changes(
    owner: Owner, diagram_id: str, mapping_id: str
) -> tuple[MappingInfo | None, tuple[Change, ...]]:
    """Return the mapping generated before, if there is one, and what changed since then."""
    mappings = get_mappings()
    info = mappings.get(owner, diagram_id, mapping_id)
    earlier = mappings.find_before(owner, diagram_id, info)
    lab = _load_lab(owner, diagram_id, info)
    if earlier is None:
        return None, list_lab_changes(Lab(guacamole=lab.guacamole, hashing=lab.hashing, recipe=lab.recipe), lab)
    changes = list_lab_changes(_load_lab(owner, diagram_id, earlier), lab)
    return earlier, (*changes, *_tell_bytes(earlier, info, is_told=bool(changes)))


def _tell_bytes(old: MappingInfo, new: MappingInfo, *, is_told: bool) -> Iterator[Change]:
    """Yield what the bytes of two files say beyond the words, if any *is_told* of what changed between them."""
    is_same = old.sha256 == new.sha256
    if is_same and is_told:
        yield build_change("file-same")
    if not is_same and not is_told:
        yield build_change("file-differs")


def _load_lab(owner: Owner, diagram_id: str, info: MappingInfo) -> Lab:
    """Return the lab that the mapping *info* was generated from; its revision is kept as long as it is."""
    return compile_diagram(load_drawing(owner, diagram_id, info.facts.revision), rehearses=False).lab
