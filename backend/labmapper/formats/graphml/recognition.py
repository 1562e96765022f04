"""Tells graphs in GraphML from other files, by the root element."""

from labmapper.formats.topology.syntax.xml_root import find_root


def recognises(data: bytes) -> bool:
    """Return whether the root of *data* is that of GraphML."""
    return find_root(data)[0] == "graphml"
