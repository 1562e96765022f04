"""Reads projects of GNS3: the ``.gns3`` file, and the archive that GNS3 exports with one in it."""

from typing import TYPE_CHECKING, Any

from labmapper.core.problems import Place, Problem, has_errors
from labmapper.formats.gns3.current import read_current
from labmapper.formats.gns3.recognition import PROJECT, find_project
from labmapper.formats.gns3.version_1 import read_version_1
from labmapper.formats.options import Values
from labmapper.formats.topology.archives.archive import Archive, UnreadableArchiveError, is_archive
from labmapper.formats.topology.drawing import draw_topology
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Topology
from labmapper.formats.topology.sizes import is_drawable
from labmapper.formats.topology.syntax.json_values import as_rows, as_table, as_whole
from labmapper.formats.topology.syntax.safe_json import parse_json

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram

_FIRST_CURRENT, _NEWEST = 5, 10


def parse(data: bytes, values: Values) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    """Return the drawing of the project in *data*, or None where it cannot be read, and all problems."""
    findings = Findings()
    try:
        text = _unpack(data)
    except UnreadableArchiveError as error:
        return None, (error.problem,)
    topology = read_project(text, str(values.get("vm", "")).strip(), findings)
    if topology is None:
        return None, tuple(findings.collect())
    topology.problems = findings.collect()
    return draw_topology(topology, values)


def read_project(text: bytes, vm: str, findings: Findings) -> Topology | None:
    """Return what the project *text* has, None, and why in *findings*, where it cannot be read.

    *vm* is the address of the GNS3 VM, empty where nobody has said it.
    """
    project = as_table(parse_json(text, findings))
    topology = project.get("topology")
    if not isinstance(topology, dict):
        if not has_errors(findings.collect()):
            findings.add(Problem.error("import-unreadable", Place(field="topology"), variant="shape", what="topology"))
        return None
    if not is_drawable(len(as_rows(topology.get("nodes"))), len(as_rows(topology.get("links"))), findings):
        return None
    revision = as_whole(project.get("revision")) or 0
    if revision > _NEWEST:
        findings.tell_newer(str(revision), str(_NEWEST), Place(field="revision"))
    read = read_current if _is_current(project, revision) else read_version_1
    found = read(project, vm, findings)
    if any(device.consoles for device in found.devices):
        findings.add(Problem.warning("import-ports", variant="gns3"))
    return found


def _unpack(data: bytes) -> bytes:
    if not is_archive(data):
        return data
    archive = Archive(data)
    name = find_project(archive)
    if name is None:
        raise UnreadableArchiveError(Problem.error("import-archive", variant="without", name=PROJECT))
    return archive.read(name)


def _is_current(project: dict[str, Any], revision: int) -> bool:
    """Return whether *project* is one of GNS3 2 or newer: by its revision, or where it has none by its first node."""
    rows = as_rows(as_table(project.get("topology")).get("nodes"))
    return revision >= _FIRST_CURRENT or (not revision and "node_id" in as_table(rows[0] if rows else None))
