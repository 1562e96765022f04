"""What natlas finds in a live network: diagrams as DOT and SVG, the catalog of devices and the list of hosts."""

from typing import TYPE_CHECKING

from labmapper.formats.format import Format, Reader
from labmapper.formats.natlas.recognition import recognises
from labmapper.formats.options import Values
from labmapper.formats.topology.options import COMMON_OPTIONS

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource


def parse(data: bytes, values: Values) -> "ReadSource":
    """Return the drawing of the lab in *data*, or None where it cannot be read, and all problems."""
    # Every start of the program imports every format, so that readers are imported when they read.
    from labmapper.formats.natlas.reader import read_topology  # noqa: PLC0415
    from labmapper.formats.topology.parsing import parse_with  # noqa: PLC0415

    return parse_with(read_topology, data, values)


FORMAT = Format(
    name="natlas",
    title="natlas diagram or list",
    file_name="natlas.dot",
    suffixes=(".dot", ".raw", ".svg", ".csv"),
    media_type="text/vnd.graphviz",
    reader=Reader(parse, recognises, options=COMMON_OPTIONS),
    words="natlas CDP LLDP SNMP discovery",
)
