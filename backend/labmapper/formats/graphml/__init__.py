"""Graphs in GraphML: plain ones, those of the editor yEd with groups and places, and of the Topology Zoo."""

from labmapper.formats.format import Format, Reader
from labmapper.formats.late_import import import_late
from labmapper.formats.topology.options import COMMON_OPTIONS
from labmapper.formats.topology.syntax.xml_root import find_root


def recognises(data: bytes) -> bool:
    """Return whether the root of *data* is that of GraphML."""
    return find_root(data)[0] == "graphml"


FORMAT = Format(
    name="graphml",
    title="GraphML graph",
    file_name="graph.graphml",
    suffixes=(".graphml",),
    media_type="application/graphml+xml",
    reader=Reader(import_late("labmapper.formats.graphml.reader:parse"), recognises, options=COMMON_OPTIONS),
    words="yEd yFiles Topology Zoo networkx autonetkit",
)
