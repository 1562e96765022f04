"""The diagram document, as the editor saves and exports it."""

from labmapper.formats.format import Format, Reader, Writer
from labmapper.formats.labmapper_diagram.reader import parse, recognises
from labmapper.formats.labmapper_diagram.writer import check, render

FORMAT = Format(
    name="diagram",
    title="Labmapper diagram",
    file_name="diagram.json",
    suffixes=(".json",),
    media_type="application/json",
    reader=Reader(parse, recognises),
    writer=Writer(render, action="Export the diagram (JSON)", icon="export", takes_errors=True, check=check),
    words="save file",
)
