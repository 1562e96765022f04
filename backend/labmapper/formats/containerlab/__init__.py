"""``*.clab.yml``, the topology of containerlab, and the drawing that TopoViewer keeps beside it."""

from labmapper.formats.containerlab.recognition import recognises
from labmapper.formats.format import Format, Reader
from labmapper.formats.late_import import import_late
from labmapper.formats.options import Option
from labmapper.formats.topology.options import EMULATOR_OPTIONS

_NAMES = Option(
    "names",
    "Take the names of the containers as addresses",
    "flag",
    False,
    hint="Where a node has no mgmt-ipv4, and guacd runs on the host of the lab.",
)
_ANNOTATIONS = Option(
    "annotations",
    "Annotations",
    "text",
    "",
    hint="What stands in the file .annotations.json beside the topology: places, icons and groups.",
    longest=4_000_000,
)


FORMAT = Format(
    name="containerlab",
    title="containerlab topology",
    file_name="lab.clab.yml",
    suffixes=(".clab.yml", ".clab.yaml", ".zip"),
    media_type="application/yaml",
    reader=Reader(
        import_late("labmapper.formats.containerlab.reader:parse"),
        recognises,
        options=(*EMULATOR_OPTIONS, _NAMES, _ANNOTATIONS),
    ),
)
