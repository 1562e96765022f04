"""From the bytes of a file to the drawing of the topology in it, alike for all readers of one argument."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from labmapper.core.problems import Problem, has_errors
from labmapper.formats.options import Values
from labmapper.formats.topology.drawing import draw_topology
from labmapper.formats.topology.model import Topology

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram


def parse_with(
    read: Callable[[bytes], Topology], data: bytes, values: Values
) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    """Return the drawing of what *read* finds in *data*, and all problems; None where there is nothing to draw."""
    topology = read(data)
    if not topology.devices and not has_errors(topology.problems):
        topology.problems.append(Problem.error("import-unreadable", variant="empty"))
    if has_errors(topology.problems):
        return None, tuple(topology.problems)
    return draw_topology(topology, values)
