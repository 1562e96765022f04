"""The folder of a lab as a ZIP archive: the topology in it, and the annotations beside that. Quick to import."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from labmapper.formats.topology.archives.archive import Archive
    from labmapper.formats.topology.findings import Findings

ANNOTATIONS = ".annotations.json"
_TOPOLOGY = re.compile(r"(?:\.clab|(?:^|/)topology|(?:^|/)topo)\.ya?ml$", re.IGNORECASE)
# So many of several topologies are named.
_NAMED = 20


def list_topologies(archive: "Archive") -> list[str]:
    """Return the names of the topologies in *archive*, the one that lies least deep first."""
    named = [name for name in archive.names if _TOPOLOGY.search(name) and "/clab-" not in f"/{name}"]
    return sorted(named, key=lambda name: (name.count("/"), ".clab." not in name, name))


def is_lab(data: bytes) -> bool:
    """Return whether *data* is an archive with a topology."""
    # Imported here because zipfile takes long, and few files are archives.
    from labmapper.formats.topology.archives.archive import Archive, UnreadableArchiveError  # noqa: PLC0415

    try:
        return bool(list_topologies(Archive(data)))
    except UnreadableArchiveError:
        return False


def unpack_lab(data: bytes, findings: "Findings") -> tuple[bytes, str]:
    """Return the topology in the archive *data*, and the annotations beside it, an empty text where there are none.

    Of several topologies the first is read, and the others are told.

    Raises:
        UnreadableArchiveError: The archive or a member of it cannot be read, or there is no topology in it.
    """
    from labmapper.core.problems import Problem  # noqa: PLC0415
    from labmapper.formats.topology.archives.archive import Archive, UnreadableArchiveError  # noqa: PLC0415
    from labmapper.formats.topology.findings import shorten  # noqa: PLC0415

    archive = Archive(data)
    labs = list_topologies(archive)
    if not labs:
        raise UnreadableArchiveError(Problem.error("import-archive", variant="without", name=".clab.yml"))
    name = labs[0]
    if len(labs) > 1:
        others = "; ".join(map(shorten, labs[1:_NAMED])) + ("; …" if len(labs) > _NAMED else "")
        findings.add(Problem.warning("import-labs", variant="one", name=shorten(name), others=others))
    beside = f"{name}{ANNOTATIONS}"
    annotations = archive.read(beside).decode("utf-8", "replace") if beside in archive.names else ""
    return archive.read(name), annotations
