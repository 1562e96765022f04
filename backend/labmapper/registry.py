"""The formats that Labmapper reads and writes: one module each, and one line here."""

from labmapper.core.formats import Exporter, Importer
from labmapper.exporters import credentials_csv, user_mapping
from labmapper.exporters import diagram_json as diagram_json_exporter
from labmapper.exporters import usermapper_config as usermapper_config_exporter
from labmapper.importers import diagram_json, usermapper_config

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
