"""Everything of somebody as one file, to keep or to take elsewhere."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from flask import Response, stream_with_context

from labmapper.persistence.owner import Owner
from labmapper.web.archives import name_folder, name_part, render_archive, render_document
from labmapper.web.services import get_diagrams, get_mappings, get_revisions


def answer_archive(owner: Owner) -> Response:
    """Return the ZIP of all that *owner* has as a download, made while it is sent."""
    response = Response(stream_with_context(render_archive(_iter_files(owner))), mimetype="application/zip")
    response.headers["Content-Disposition"] = 'attachment; filename="labmapper.zip"'
    return response


def _iter_files(owner: Owner) -> Iterator[tuple[str, datetime, Iterable[bytes]]]:
    """Yield every diagram, also those in the trash, with its earlier revisions and its mappings."""
    for saved in get_diagrams().iter_all(owner):
        info = saved.info
        folder = f"{'trash/' if info.deleted_at else ''}{name_folder(info.title, info.id)}"
        yield f"{folder}/diagram.json", info.updated_at, [render_document(saved.document)]
        for revision, document in get_revisions().iter_earlier(owner, info.id):
            name = f"revision-{revision.number}{name_part(revision.name)}.json"
            yield f"{folder}/revisions/{name}", revision.created_at, [render_document(document)]
        for mapping, pieces in get_mappings().iter_files(owner, info.id):
            name = f"user-mapping-{mapping.created_at:%Y%m%d-%H%M%S}-{mapping.id[:6]}.xml"
            yield f"{folder}/{name}", mapping.created_at, pieces
