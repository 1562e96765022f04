"""Guacamole's ``user-mapping.xml``: written by ``core.guacamole.writer``, and read as the lab that it was made for."""

from collections.abc import Iterator

from labmapper.core.guacamole.writer import render_mapping
from labmapper.formats.format import Content, Format, Reader, Writer
from labmapper.formats.guacamole_user_mapping.recognition import recognises
from labmapper.formats.late_import import import_late

_parse_mapping = import_late("labmapper.formats.guacamole_user_mapping.reader:parse_mapping")


def _render(content: Content) -> Iterator[bytes]:
    return render_mapping(content.lab, content.seed)


FORMAT = Format(
    name="user-mapping",
    title="Apache Guacamole user-mapping.xml",
    file_name="user-mapping.xml",
    suffixes=(".xml",),
    media_type="application/xml",
    reader=Reader(lambda data, _values: _parse_mapping(data), recognises),
    writer=Writer(_render, action="Download user-mapping.xml", icon="download", preview="xml", by_name=True),
)
