"""Graphs in DOT, the language of Graphviz: drawn by hand, by topology_converter and by netlab."""

from labmapper.formats.format import Format, Reader
from labmapper.formats.late_import import import_late
from labmapper.formats.topology.dot_language.beginning import is_dot
from labmapper.formats.topology.options import COMMON_OPTIONS

FORMAT = Format(
    name="dot",
    title="DOT graph",
    file_name="graph.dot",
    suffixes=(".dot", ".gv"),
    media_type="text/vnd.graphviz",
    reader=Reader(import_late("labmapper.formats.dot.reader:parse"), is_dot, options=COMMON_OPTIONS),
    words="Graphviz topology_converter Cumulus PTM",
)
