"""Reads labs of EVE-NG, UNetLab and PNETLab: the ``.unl`` file, and the ZIP archive that EVE-NG exports with some in it."""

from typing import TYPE_CHECKING

from labmapper.core.problems import Problem
from labmapper.formats.eveng.lab import read_lab
from labmapper.formats.eveng.recognition import list_labs
from labmapper.formats.options import Values
from labmapper.formats.topology.archives.archive import Archive, UnreadableArchiveError, is_archive
from labmapper.formats.topology.drawing import draw_topology
from labmapper.formats.topology.findings import Findings, shorten
from labmapper.formats.topology.model import Topology
from labmapper.formats.topology.sizes import is_drawable
from labmapper.formats.topology.syntax.safe_xml import parse_xml

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram

_NAMED = 20


def parse(data: bytes, values: Values) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    """Return the drawing of the lab in *data*, or None where it cannot be read, and all problems."""
    findings = Findings()
    pod = values.get("pod")
    try:
        text, name = _unpack(data, str(values.get("lab", "")).strip(), findings)
    except UnreadableArchiveError as error:
        return None, (error.problem,)
    topology = read_text(text, pod if isinstance(pod, int) else 0, findings)
    if topology is None:
        return None, tuple(findings.collect())
    topology.title = topology.title or name
    topology.problems = findings.collect()
    return draw_topology(topology, values)


def read_text(text: bytes, pod: int, findings: Findings) -> Topology | None:
    """Return what the lab *text* has, with consoles as they are in the *pod*; None, and why in *findings*, if unreadable."""
    root = parse_xml(text, findings)
    if root is None:
        return None
    if root.name != "lab":
        findings.add(Problem.error("import-unreadable", root.place, variant="shape", what="The root of the file"))
        return None
    nodes = root.list("topology", "nodes", "node")
    ends = sum(len(node.children) for node in nodes)
    networks = len(root.list("topology", "networks", "network"))
    return read_lab(root, pod, findings) if is_drawable(len(nodes) + networks, ends, findings) else None


def _unpack(data: bytes, wanted: str, findings: Findings) -> tuple[bytes, str]:
    """Return the text of the lab in *data*, and its name; of several in an archive the one that is *wanted*, else the first."""
    if not is_archive(data):
        return data, ""
    archive = Archive(data)
    labs = list_labs(archive)
    if not labs:
        raise UnreadableArchiveError(Problem.error("import-archive", variant="without", name=".unl"))
    name = _choose(labs, wanted) if wanted else labs[0]
    if not wanted and len(labs) > 1:
        findings.add(Problem.warning("import-labs", name=shorten(name), others=_list_names(labs[1:])))
    return archive.read(name), name.rpartition("/")[2].removesuffix(".unl")


def _choose(labs: list[str], wanted: str) -> str:
    """Return the one of *labs* that is called so, or the only one with *wanted* in its name."""
    exact = [name for name in labs if wanted in (name, name.removesuffix(".unl"))]
    alike = exact or [name for name in labs if wanted.lower() in name.lower()]
    if len(alike) == 1:
        return alike[0]
    variant = "several" if alike else "no-such"
    raise UnreadableArchiveError(Problem.error("import-archive", variant=variant, name=wanted, names=_list_names(labs)))


def _list_names(labs: list[str]) -> str:
    return "; ".join(map(shorten, labs[:_NAMED])) + ("; …" if len(labs) > _NAMED else "")
