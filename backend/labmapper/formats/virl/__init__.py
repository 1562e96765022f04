"""Labs of VIRL and CML 1: XML with the namespace http://www.cisco.com/VIRL."""

from typing import TYPE_CHECKING

from labmapper.formats.format import Format, Reader
from labmapper.formats.options import Values
from labmapper.formats.topology.options import COMMON_OPTIONS
from labmapper.formats.virl.recognition import recognises

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource


def parse(data: bytes, values: Values) -> "ReadSource":
    """Return the drawing of the lab in *data*, or None where it cannot be read, and all problems."""
    # Every start of the program imports every format, so that readers are imported when they read.
    from labmapper.formats.topology.parsing import parse_with  # noqa: PLC0415
    from labmapper.formats.virl.reader import read_topology  # noqa: PLC0415

    return parse_with(read_topology, data, values)


FORMAT = Format(
    name="virl",
    title="Cisco VIRL and CML 1",
    file_name="topology.virl",
    suffixes=(".virl",),
    media_type="application/xml",
    reader=Reader(parse, recognises, options=COMMON_OPTIONS),
    words="Cisco VIRL AutoNetkit",
)
