"""``config.yaml``, the file of ``usermapper``, and Labmapper's optional keys beside its own."""

from collections.abc import Iterator

from labmapper.formats.format import Content, Format, Reader, Writer
from labmapper.formats.usermapper_config.checks import check_config
from labmapper.formats.usermapper_config.reader import parse_config, recognises
from labmapper.formats.usermapper_config.writer import render_config


def _render(content: Content) -> Iterator[bytes]:
    yield render_config(content.lab).encode()


FORMAT = Format(
    name="config",
    title="usermapper config.yaml",
    file_name="config.yaml",
    suffixes=(".yaml", ".yml"),
    media_type="application/yaml",
    reader=Reader(lambda data, _values: parse_config(data), recognises),
    writer=Writer(
        _render,
        action="Export config.yaml",
        preview="yaml",
        check=lambda content: check_config(content.lab),
        lacks="A config.yaml has the people and the devices, not the drawing: title, places, zones, cables and notes stay here.",
    ),
)
