"""Labs of Cisco Modeling Labs 2: the YAML that it exports, and the JSON of its API, old and new."""

from typing import TYPE_CHECKING

from labmapper.formats.cml.recognition import recognises
from labmapper.formats.format import Format, Reader
from labmapper.formats.options import Values
from labmapper.formats.topology.options import COMMON_OPTIONS

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource


def parse(data: bytes, values: Values) -> "ReadSource":
    """Return the drawing of the lab in *data*, or None where it cannot be read, and all problems."""
    # Every start of the program imports every format, so that readers are imported when they read.
    from labmapper.formats.cml.reader import read_topology  # noqa: PLC0415
    from labmapper.formats.topology.parsing import parse_with  # noqa: PLC0415

    return parse_with(read_topology, data, values)


FORMAT = Format(
    name="cml",
    title="Cisco Modeling Labs (CML) 2",
    file_name="lab.cml.yaml",
    suffixes=(".cml.yaml", ".cml.yml", ".yaml", ".yml", ".json"),
    media_type="application/yaml",
    reader=Reader(parse, recognises, options=COMMON_OPTIONS),
    words="Cisco CML VIRL2 controller console server",
)
