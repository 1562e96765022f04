"""Tells labs of EVE-NG from other files, and finds the labs in an archive. Quick to import, as every format is."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from labmapper.formats.topology.archives.archive import Archive

_LOOKED_AT = 2_048
# So many members are looked into for labs, where the archive has none by the name.
_MOST_LOOKED_INTO = 500
# What may stand before the root: a declaration, comments, and a DOCTYPE. None of them looks past its own end, or back.
_START = re.compile(rb"(?:\s++|<\?[^>]*+>|<!--(?:[^-]|-(?!->))*+-->|<!DOCTYPE[^>\[]*+>)*+<lab[\s/>]")


def recognises(data: bytes) -> bool:
    """Return whether *data* is XML whose root is a lab, or an archive with such a file."""
    return _is_archive_of_labs(data) if data.startswith(b"PK\x03\x04") else _is_lab(data[:_LOOKED_AT])


def _is_lab(start: bytes) -> bool:
    return _START.match(start.removeprefix(b"\xef\xbb\xbf")) is not None


def _is_archive_of_labs(data: bytes) -> bool:
    # Imported here because zipfile takes long, and few files are archives.
    from labmapper.formats.topology.archives.archive import Archive, UnreadableArchiveError  # noqa: PLC0415

    try:
        return bool(list_labs(Archive(data)))
    except UnreadableArchiveError:
        return False


def list_labs(archive: "Archive") -> list[str]:
    """Return the names of the members of *archive* that are labs, or are called so."""
    named = [name for name in archive.names if name.lower().endswith(".unl")]
    candidates = (named or archive.names)[:_MOST_LOOKED_INTO]
    return [name for name in candidates if _is_lab(archive.read_start(name, _LOOKED_AT))] or named
