"""Labs of Cisco Modeling Labs 2: the YAML that it exports, and the JSON of its API, old and new."""

from labmapper.formats.cml.recognition import recognises
from labmapper.formats.format import Format, Reader
from labmapper.formats.late_import import import_late
from labmapper.formats.topology.options import COMMON_OPTIONS

FORMAT = Format(
    name="cml",
    title="Cisco Modeling Labs (CML) 2",
    file_name="lab.cml.yaml",
    suffixes=(".cml.yaml", ".cml.yml", ".yaml", ".yml", ".json"),
    media_type="application/yaml",
    reader=Reader(import_late("labmapper.formats.cml.reader:parse"), recognises, options=COMMON_OPTIONS),
    words="Cisco CML VIRL2 controller console server",
)
