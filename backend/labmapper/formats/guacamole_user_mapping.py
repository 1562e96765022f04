"""Guacamole's ``user-mapping.xml``."""

from labmapper.core.guacamole.writer import render_mapping
from labmapper.formats.format import Exporter

EXPORTER = Exporter("user-mapping", "Apache Guacamole user-mapping.xml", (".xml",), render_mapping)
