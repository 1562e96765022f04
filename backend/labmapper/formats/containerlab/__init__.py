"""``*.clab.yml``, the topology of containerlab, and the drawing that TopoViewer keeps beside it."""

from typing import TYPE_CHECKING

from labmapper.formats.containerlab.recognition import recognises
from labmapper.formats.format import Format, Reader
from labmapper.formats.options import Option, Values
from labmapper.formats.topology.options import COMMON_OPTIONS

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource

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


def _parse(data: bytes, values: Values) -> "ReadSource":
    # Every start of the program imports every format, so that readers are imported when they read.
    from labmapper.formats.containerlab.reader import parse  # noqa: PLC0415

    return parse(data, values)


FORMAT = Format(
    name="containerlab",
    title="containerlab topology",
    file_name="lab.clab.yml",
    suffixes=(".clab.yml", ".clab.yaml", ".zip"),
    media_type="application/yaml",
    reader=Reader(_parse, recognises, options=(*COMMON_OPTIONS, _NAMES, _ANNOTATIONS)),
)
