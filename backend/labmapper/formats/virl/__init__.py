"""Labs of VIRL and CML 1: XML with the namespace http://www.cisco.com/VIRL."""

from labmapper.formats.format import Format, Reader
from labmapper.formats.late_import import import_late
from labmapper.formats.topology.options import EMULATOR_OPTIONS
from labmapper.formats.topology.syntax.xml_root import find_root


def recognises(data: bytes) -> bool:
    """Return whether the root of *data* is a topology in the namespace of VIRL."""
    name, attributes = find_root(data)
    return name == "topology" and "http://www.cisco.com/VIRL" in attributes


FORMAT = Format(
    name="virl",
    title="Cisco VIRL and CML 1",
    file_name="topology.virl",
    suffixes=(".virl",),
    media_type="application/xml",
    reader=Reader(import_late("labmapper.formats.virl.reader:parse"), recognises, options=EMULATOR_OPTIONS),
    words="Cisco VIRL AutoNetkit",
)
