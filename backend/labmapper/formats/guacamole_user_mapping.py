"""Guacamole's ``user-mapping.xml``."""

from collections.abc import Iterator

from labmapper.core.guacamole.writer import render_mapping
from labmapper.formats.format import Content, Format, Writer


def _render(content: Content) -> Iterator[bytes]:
    return render_mapping(content.lab, content.seed)


FORMAT = Format(
    name="user-mapping",
    title="Apache Guacamole user-mapping.xml",
    file_name="user-mapping.xml",
    suffixes=(".xml",),
    media_type="application/xml",
    writer=Writer(_render, action="Download user-mapping.xml", icon="download", preview="xml"),
)
