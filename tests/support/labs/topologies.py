"""Topologies as the readers of lab files make them, and drawings of these."""

from labmapper.core.drawing.document import Diagram
from labmapper.core.problems import Problem
from labmapper.formats.options import parse_values
from labmapper.formats.topology.drawing import draw_topology
from labmapper.formats.topology.model import Cable, CableEnd, Topology
from labmapper.formats.topology.options import EMULATOR_OPTIONS


def draw(topology: Topology, **given: str) -> tuple[Diagram, tuple[Problem, ...]]:
    """Return the drawing of *topology* with the options *given*, and its problems."""
    diagram, problems = draw_topology(topology, parse_values(EMULATOR_OPTIONS, given))
    assert diagram is not None
    return diagram, problems


def cable(one: str, other: str) -> Cable:
    """Return a cable between the devices *one* and *other*."""
    return Cable(CableEnd(one), CableEnd(other))


def list_overlaps(diagram: Diagram) -> list[tuple[str, str]]:
    """Return the ids of nodes that are nearer to each other than tiles may be."""
    nodes = [node for node in diagram.nodes if node.type != "note"]
    return [
        (node.id, other.id)
        for place, node in enumerate(nodes)
        for other in nodes[:place]
        if abs(node.x - other.x) < 100 and abs(node.y - other.y) < 100
    ]
