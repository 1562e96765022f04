"""Guacamole's ``user-mapping.xml``: written by ``core.guacamole.writer``, and read as the lab that it was made for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from labmapper.core.guacamole.writer import render_mapping
from labmapper.formats.format import Content, Format, Reader, Writer
from labmapper.formats.guacamole_user_mapping.recognition import recognises
from labmapper.formats.options import Values

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource


def _render(content: Content) -> Iterator[bytes]:
    return render_mapping(content.lab, content.seed)


def _parse(data: bytes, _values: Values) -> "ReadSource":
    # Every start of the program imports every format, so that readers are imported when they read.
    from labmapper.formats.guacamole_user_mapping.reader import parse_mapping  # noqa: PLC0415

    return parse_mapping(data)


FORMAT = Format(
    name="user-mapping",
    title="Apache Guacamole user-mapping.xml",
    file_name="user-mapping.xml",
    suffixes=(".xml",),
    media_type="application/xml",
    reader=Reader(_parse, recognises),
    writer=Writer(_render, action="Download user-mapping.xml", icon="download", preview="xml", by_name=True),
)
