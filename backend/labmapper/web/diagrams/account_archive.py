"""Everything of one account, or of a guest, as one ZIP file. It is written while it is sent: it never stands in memory."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import RawIOBase

from flask import Response

from labmapper.persistence.permissions import Owner
from labmapper.web.diagrams.brought_pictures import complete_document
from labmapper.web.diagrams.documents import render_document
from labmapper.web.downloads import answer_download
from labmapper.web.services import get_diagrams, get_lab_files, get_mappings, get_pictures, get_revisions

_UNFIT = re.compile(r"[^\w.-]+")
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}


def answer_archive(owner: Owner) -> Response:
    """Return the ZIP of all that *owner* has as a download, made while it is sent."""
    return answer_download(render_archive(_iter_files(owner)), "labmapper.zip", "application/zip")


def render_archive(files: Iterable[tuple[str, datetime, Iterable[bytes]]]) -> Iterator[bytes]:
    """Yield a ZIP of *files*: the name, the time and the content of each."""
    outbox = _Outbox()
    with zipfile.ZipFile(outbox, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, moment, pieces in files:
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            with archive.open(entry, "w", force_zip64=True) as file:
                for piece in pieces:
                    file.write(piece)
                    yield outbox.take()
            yield outbox.take()
    yield outbox.take()


def name_folder(title: str, token: str) -> str:
    """Return the folder of the diagram called *title*; *token* keeps two of the same title apart."""
    return f"{_UNFIT.sub('-', title).strip('-.')[:60] or 'lab'}-{token[:6]}"


def name_part(name: str | None) -> str:
    """Return what stands at the end of a file's name for the *name* that somebody gave, perhaps nothing."""
    fit = _UNFIT.sub("-", name or "").strip("-.")[:60]
    return f"-{fit}" if fit else ""


def _iter_files(owner: Owner) -> Iterator[tuple[str, datetime, Iterable[bytes]]]:
    """Yield every diagram, also those in the trash, with its earlier revisions, its mappings, its lab files and its pictures."""
    for saved in get_diagrams().iter_all(owner):
        info = saved.info
        folder = f"{'trash/' if info.deleted_at else ''}{name_folder(info.title, info.id)}"
        document = complete_document(owner, info.id, saved.document)
        yield f"{folder}/diagram.json", info.updated_at, [render_document(document)]
        for revision, document in get_revisions().iter_earlier(owner, info.id):
            name = f"revision-{revision.number}{name_part(revision.name)}.json"
            yield f"{folder}/revisions/{name}", revision.created_at, [render_document(document)]
        for mapping, pieces in get_mappings().iter_files(owner, info.id):
            stem, _, ending = mapping.facts.file_name.rpartition(".")
            name = f"{stem}-{mapping.created_at:%Y%m%d-%H%M%S}-{mapping.id[:6]}.{ending}"
            yield f"{folder}/{name}", mapping.created_at, pieces
        for file in get_lab_files().iter_all(owner, info.id):
            name = f"{file.info.created_at:%Y%m%d-%H%M%S}-{file.info.id[:6]}{name_part(file.info.name)}"
            yield f"{folder}/files/{name}", file.info.created_at, [file.content]
        for picture in get_pictures().iter_all(owner, info.id):
            name = f"{picture.id}.{_ENDINGS[picture.media_type]}"
            yield f"{folder}/pictures/{name}", picture.created_at, [picture.content]


class _Outbox(RawIOBase):
    """What ``zipfile`` writes to: bytes wait here until they are taken."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload] # zipfile writes bytes
        self._waiting.append(piece)
        return len(piece)

    def take(self) -> bytes:
        taken = b"".join(self._waiting)
        self._waiting.clear()
        return taken
