"""Tells topologies of VIRL from other files, by the root element."""

from labmapper.formats.topology.syntax.xml_root import find_root


def recognises(data: bytes) -> bool:
    """Return whether the root of *data* is a topology in the namespace of VIRL."""
    name, attributes = find_root(data)
    return name == "topology" and "http://www.cisco.com/VIRL" in attributes
