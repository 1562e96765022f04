"""Graphs in DOT, the language of Graphviz: drawn by hand, by topology_converter and by netlab."""

from typing import TYPE_CHECKING

from labmapper.formats.format import Format, Reader
from labmapper.formats.options import Values
from labmapper.formats.topology.dot_language.beginning import is_dot
from labmapper.formats.topology.options import COMMON_OPTIONS

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource


def parse(data: bytes, values: Values) -> "ReadSource":
    """Return the drawing of the lab in *data*, or None where it cannot be read, and all problems."""
    # Every start of the program imports every format, so that readers are imported when they read.
    from labmapper.formats.dot.reader import read_topology  # noqa: PLC0415
    from labmapper.formats.topology.parsing import parse_with  # noqa: PLC0415

    return parse_with(read_topology, data, values)


FORMAT = Format(
    name="dot",
    title="DOT graph",
    file_name="graph.dot",
    suffixes=(".dot", ".gv"),
    media_type="text/vnd.graphviz",
    reader=Reader(parse, is_dot, options=COMMON_OPTIONS),
    words="Graphviz topology_converter Cumulus PTM",
)
