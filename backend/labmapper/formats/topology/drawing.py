"""The diagram of a topology that was read from the file of another tool."""

from typing import TYPE_CHECKING

from labmapper.core.problems import Problem
from labmapper.formats.options import Values
from labmapper.formats.topology.addressing import apply_options
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Topology
from labmapper.formats.topology.sizes import is_drawable

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram


def draw_topology(topology: Topology, values: Values) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    """Return the diagram of *topology* with the *values* of its options, and all problems of reading it.

    Whatever a reader found can be drawn, but too much of it: then there is no diagram, and a problem says so.
    """
    # pydantic takes longer to import than a config.yaml takes to convert.
    from labmapper.formats.topology.items import build_diagram  # noqa: PLC0415

    findings = Findings(topology.problems)
    items = len(topology.devices) + len(topology.zones) + len(topology.notes) + len(topology.figures)
    if not is_drawable(items, len(topology.cables), findings):
        return None, tuple(findings.collect())
    if not topology.devices:
        findings.add(Problem.warning("import-empty"))
    apply_options(topology.devices, values, findings)
    diagram = build_diagram(topology, findings)
    return diagram, tuple(findings.collect())
