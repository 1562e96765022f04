"""The formats that Labmapper reads and writes: one module each, and one line here."""

from labmapper.formats import credentials_csv
from labmapper.formats import guacamole_user_mapping as user_mapping
from labmapper.formats.format import Exporter, Importer
from labmapper.formats.labmapper_diagram import reader as diagram_json
from labmapper.formats.labmapper_diagram import writer as diagram_json_exporter
from labmapper.formats.usermapper_config import reader as usermapper_config
from labmapper.formats.usermapper_config import writer as usermapper_config_exporter

IMPORTERS: tuple[Importer, ...] = (
    diagram_json.IMPORTER,
    usermapper_config.IMPORTER,
)

EXPORTERS: tuple[Exporter, ...] = (
    user_mapping.EXPORTER,
    usermapper_config_exporter.EXPORTER,
    credentials_csv.EXPORTER,
    diagram_json_exporter.EXPORTER,
)


def recognise(data: bytes) -> Importer:
    """Return the format of *data*; what nothing else recognises is taken for a ``config.yaml``."""
    return next((each for each in IMPORTERS if each.recognises(data)), usermapper_config.IMPORTER)


def find_exporter(suffix: str) -> Exporter | None:
    """Return the format that files ending in *suffix* are written in."""
    return next((each for each in EXPORTERS if suffix.lower() in each.suffixes), None)
