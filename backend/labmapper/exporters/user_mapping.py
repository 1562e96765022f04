"""Guacamole's ``user-mapping.xml``."""

from labmapper.core.formats import Exporter
from labmapper.core.guacamole.writer import render_mapping

EXPORTER = Exporter("user-mapping", "Apache Guacamole user-mapping.xml", (".xml",), render_mapping)
