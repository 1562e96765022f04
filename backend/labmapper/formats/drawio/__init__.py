"""Drawings of draw.io (diagrams.net): ``.drawio`` files, and pictures with the drawing in them."""

from typing import TYPE_CHECKING

from labmapper.formats.drawio.recognition import recognises
from labmapper.formats.format import Format, Reader
from labmapper.formats.options import Option, Values
from labmapper.formats.topology.options import COMMON_OPTIONS

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource


def _parse(data: bytes, values: Values) -> "ReadSource":
    # Every start of the program imports every format, so that readers are imported when they read.
    from labmapper.formats.drawio.reader import parse  # noqa: PLC0415

    return parse(data, values)


FORMAT = Format(
    name="drawio",
    title="draw.io drawing",
    file_name="lab.drawio",
    suffixes=(".drawio", ".drawio.xml", ".drawio.svg", ".drawio.png", ".dio"),
    media_type="application/vnd.jgraph.mxfile",
    reader=Reader(
        _parse,
        recognises,
        options=(
            *COMMON_OPTIONS,
            Option("page", "Page", "text", "", hint="The name or number of the page, where the drawing has several."),
        ),
    ),
    words="diagrams.net mxfile",
)
