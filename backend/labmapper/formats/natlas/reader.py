"""Reads what natlas writes: its diagrams as DOT and SVG, its catalog of devices and its list of hosts."""

from typing import TYPE_CHECKING

from labmapper.core.yaml.nodes import UnreadableYamlError, decode_text
from labmapper.formats.natlas.dot import read_dot
from labmapper.formats.natlas.lists import read_catalog, read_hosts
from labmapper.formats.natlas.recognition import HOSTS_HEADER, find_first_line
from labmapper.formats.natlas.svg import read_svg
from labmapper.formats.options import Values
from labmapper.formats.topology.dot_language.beginning import is_dot
from labmapper.formats.topology.model import Topology
from labmapper.formats.topology.parsing import parse_with
from labmapper.formats.topology.syntax.xml_root import find_root

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource


def parse(data: bytes, values: Values) -> "ReadSource":
    """Return the drawing of the lab in *data*, or None where it cannot be read, and all problems."""
    return parse_with(read_topology, data, values)


def read_topology(data: bytes) -> Topology:
    """Return the topology in *data*, with all problems."""
    if find_root(data)[0] == "svg":
        return read_svg(data)
    try:
        text = decode_text(data)
    except UnreadableYamlError as error:
        return Topology(problems=[error.problem])
    if is_dot(data):
        return read_dot(text)
    return read_hosts(text) if find_first_line(data).startswith(HOSTS_HEADER) else read_catalog(text)
