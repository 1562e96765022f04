"""Graphs in GraphML: plain ones, those of the editor yEd with groups and places, and of the Topology Zoo."""

from typing import TYPE_CHECKING

from labmapper.formats.format import Format, Reader
from labmapper.formats.graphml.recognition import recognises
from labmapper.formats.options import Values
from labmapper.formats.topology.options import COMMON_OPTIONS

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource


def parse(data: bytes, values: Values) -> "ReadSource":
    """Return the drawing of the lab in *data*, or None where it cannot be read, and all problems."""
    # Every start of the program imports every format, so that readers are imported when they read.
    from labmapper.formats.graphml.reader import read_topology  # noqa: PLC0415
    from labmapper.formats.topology.parsing import parse_with  # noqa: PLC0415

    return parse_with(read_topology, data, values)


FORMAT = Format(
    name="graphml",
    title="GraphML graph",
    file_name="graph.graphml",
    suffixes=(".graphml",),
    media_type="application/graphml+xml",
    reader=Reader(parse, recognises, options=COMMON_OPTIONS),
    words="yEd yFiles Topology Zoo networkx autonetkit",
)
