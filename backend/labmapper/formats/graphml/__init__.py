"""Graphs in GraphML: plain ones, those of the editor yEd with groups and places, and of the Topology Zoo."""

from labmapper.formats.format import Format, Reader
from labmapper.formats.graphml.recognition import recognises
from labmapper.formats.late_import import import_late
from labmapper.formats.topology.options import COMMON_OPTIONS

FORMAT = Format(
    name="graphml",
    title="GraphML graph",
    file_name="graph.graphml",
    suffixes=(".graphml",),
    media_type="application/graphml+xml",
    reader=Reader(import_late("labmapper.formats.graphml.reader:parse"), recognises, options=COMMON_OPTIONS),
    words="yEd yFiles Topology Zoo networkx autonetkit",
)
