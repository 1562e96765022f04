"""Tells projects of GNS3 from other files, and finds the project in an archive. Quick to import, as every format is."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from labmapper.formats.topology.archives.archive import Archive

PROJECT = "project.gns3"
_TOPOLOGY = re.compile(rb'"topology"\s*:\s*\{')
_MARK = re.compile(rb'"type"\s*:\s*"topology"|"project_id"\s*:')


def recognises(data: bytes) -> bool:
    """Return whether *data* is the JSON of a project, or an archive with one."""
    if data.startswith(b"PK\x03\x04"):
        return _is_archive_of_project(data)
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return False
    return _TOPOLOGY.search(data) is not None and _MARK.search(data) is not None


def _is_archive_of_project(data: bytes) -> bool:
    # Imported here because zipfile takes long, and few files are archives.
    from labmapper.formats.topology.archives.archive import Archive, UnreadableArchiveError  # noqa: PLC0415

    try:
        return find_project(Archive(data)) is not None
    except UnreadableArchiveError:
        return False


def find_project(archive: "Archive") -> str | None:
    """Return the project at the top of the *archive*, else the one that lies least deep: someone zipped its folder."""
    found = [name for name in archive.names if name.rpartition("/")[2].endswith(".gns3") and "snapshots/" not in name]
    return min(found, key=lambda name: (name.count("/"), name != PROJECT), default=None)
