"""The folder of a lab as a ZIP archive: the topology in it, and the annotations beside that. Quick to import."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from labmapper.formats.topology.archives.archive import Archive

ANNOTATIONS = ".annotations.json"
_TOPOLOGY = re.compile(r"(?:\.clab|(?:^|/)topology|(?:^|/)topo)\.ya?ml$", re.IGNORECASE)


def find_topology(archive: "Archive") -> str | None:
    """Return the name of the topology that lies least deep in *archive*, None where there is none."""
    named = [name for name in archive.names if _TOPOLOGY.search(name) and "/clab-" not in f"/{name}"]
    return min(named, key=lambda name: (name.count("/"), ".clab." not in name, name), default=None)


def is_lab(data: bytes) -> bool:
    """Return whether *data* is an archive with a topology."""
    # Imported here because zipfile takes long, and few files are archives.
    from labmapper.formats.topology.archives.archive import Archive, UnreadableArchiveError  # noqa: PLC0415

    try:
        return find_topology(Archive(data)) is not None
    except UnreadableArchiveError:
        return False


def unpack_lab(data: bytes) -> tuple[bytes, str]:
    """Return the topology in the archive *data*, and the annotations beside it, an empty text where there are none.

    Raises:
        UnreadableArchiveError: The archive or a member of it cannot be read, or there is no topology in it.
    """
    from labmapper.core.problems import Problem  # noqa: PLC0415
    from labmapper.formats.topology.archives.archive import Archive, UnreadableArchiveError  # noqa: PLC0415

    archive = Archive(data)
    name = find_topology(archive)
    if name is None:
        raise UnreadableArchiveError(Problem.error("import-archive", variant="without", name=".clab.yml"))
    beside = f"{name}{ANNOTATIONS}"
    annotations = archive.read(beside).decode("utf-8", "replace") if beside in archive.names else ""
    return archive.read(name), annotations
