"""Everything of somebody as one ZIP, written while it is read: it never stands in memory."""

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import RawIOBase

_UNFIT = re.compile(r"[^\w.-]+")


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


def render_document(document: dict[str, object]) -> bytes:
    """Return a diagram as the file that Labmapper opens."""
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"
