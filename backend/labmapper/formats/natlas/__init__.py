"""What natlas finds in a live network: diagrams as DOT and SVG, the catalog of devices and the list of hosts."""

from labmapper.formats.format import Format, Reader
from labmapper.formats.late_import import import_late
from labmapper.formats.natlas.recognition import recognises
from labmapper.formats.topology.options import COMMON_OPTIONS

FORMAT = Format(
    name="natlas",
    title="natlas diagram or list",
    file_name="natlas.dot",
    suffixes=(".dot", ".raw", ".svg", ".csv"),
    media_type="text/vnd.graphviz",
    reader=Reader(import_late("labmapper.formats.natlas.reader:parse"), recognises, options=COMMON_OPTIONS),
    words="natlas CDP LLDP SNMP discovery",
)
