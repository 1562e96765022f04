"""Drawings of draw.io (diagrams.net): ``.drawio`` files, and pictures with the drawing in them."""

from labmapper.formats.drawio.recognition import recognises
from labmapper.formats.format import Format, Reader
from labmapper.formats.late_import import import_late
from labmapper.formats.options import Option
from labmapper.formats.topology.options import COMMON_OPTIONS

FORMAT = Format(
    name="drawio",
    title="draw.io drawing",
    file_name="lab.drawio",
    suffixes=(".drawio", ".drawio.xml", ".drawio.svg", ".drawio.png", ".dio"),
    media_type="application/vnd.jgraph.mxfile",
    reader=Reader(
        import_late("labmapper.formats.drawio.reader:parse"),
        recognises,
        options=(
            *COMMON_OPTIONS,
            Option("page", "Page", "text", "", hint="The name or number of the page, where the drawing has several."),
        ),
    ),
    words="diagrams.net mxfile",
)
