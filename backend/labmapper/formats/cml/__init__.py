"""Labs of Cisco Modeling Labs 2: the YAML that it exports, and the JSON of its API, old and new."""

import re

from labmapper.formats.format import Format, Reader
from labmapper.formats.late_import import import_late
from labmapper.formats.topology.options import EMULATOR_OPTIONS

_LAB = re.compile(rb"^ *+([\"']?)lab\1[ \t]*+:|\"(?:lab|lab_title)\"\s*+:", re.MULTILINE)
_NODES = re.compile(rb"^ *+([\"']?)nodes\1[ \t]*+:|\"nodes\"\s*+:", re.MULTILINE)


def recognises(data: bytes) -> bool:
    """Return whether *data* has a lab, and nodes with definitions."""
    return b"node_definition" in data and _LAB.search(data) is not None and _NODES.search(data) is not None


FORMAT = Format(
    name="cml",
    title="Cisco Modeling Labs (CML) 2",
    file_name="lab.cml.yaml",
    suffixes=(".cml.yaml", ".cml.yml", ".yaml", ".yml", ".json"),
    media_type="application/yaml",
    reader=Reader(import_late("labmapper.formats.cml.reader:parse"), recognises, options=EMULATOR_OPTIONS),
    words="Cisco CML VIRL2 controller console server",
)
