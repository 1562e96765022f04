"""Reads a VIRL file: nodes, also those in groups, and connections between their interfaces by XPath."""

import re
from typing import TYPE_CHECKING

from labmapper.formats.options import Values
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Cable, CableEnd, Topology, Zone
from labmapper.formats.topology.parsing import parse_with, read_with
from labmapper.formats.topology.sizes import MOST_CABLES, MOST_DEVICES
from labmapper.formats.topology.syntax.safe_xml import Element, parse_xml
from labmapper.formats.virl.annotations import read_annotations
from labmapper.formats.virl.nodes import read_node

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource

# One step of a path: an element by its number among its like, from 1, or by its name.
_STEP = re.compile(
    r"/(?:[a-z]{1,20}:)?(group|node|interface)\[(?:(\d{1,6})|@name[ ]?=[ ]?(?:'([^']{0,200})'|\"([^\"]{0,200})\"))\]",
    re.ASCII,
)
_ROOT = re.compile(r"/(?:[a-z]{1,20}:)?topology(?=/)")
_LONGEST_PATH = 1_000
_MOST_GROUPS = 300
# The children of an element of one kind by number, and by name once one is asked for, however many cables lead to them.
_Known = dict[tuple[int, str], tuple[list[Element], dict[str, Element]]]


def parse(data: bytes, values: Values) -> "ReadSource":
    """Return the drawing of the lab in *data*, or None where it cannot be read, and all problems."""
    return parse_with(read_topology, data, values)


def read_topology(data: bytes) -> Topology:
    """Return the topology of the lab in *data*, with all problems."""
    return read_with(parse_xml, _read_root, data)


def _read_root(root: Element, topology: Topology, findings: Findings) -> None:
    keys: dict[int, str] = {}
    known: _Known = {}
    _read_group(root, None, topology, keys, findings)
    for connection in root.list("connection")[: MOST_CABLES + 1]:
        cable = _read_connection(connection, root, keys, known)
        if cable is None:
            shown = f"{connection.get('src')} to {connection.get('dst')}"
            findings.lose("cable", shown, connection.place)
        else:
            topology.cables.append(cable)
    read_annotations(root, topology, findings)


def _read_group(group: Element, zone: str | None, topology: Topology, keys: dict[int, str], findings: Findings) -> None:
    """Put the nodes of *group* and of all groups in it into *topology*, and their keys by their elements into *keys*.

    The parser bounds how deep elements lie in each other.
    """
    for element in group.children:
        if element.name == "node" and len(topology.devices) <= MOST_DEVICES:
            key = keys[id(element)] = str(len(topology.devices) + 1)
            topology.devices.append(read_node(element, key, zone))
        elif element.name == "group" and len(topology.zones) >= _MOST_GROUPS:
            findings.lose("group", element.get("name"), element.place)
            _read_group(element, zone, topology, keys, findings)
        elif element.name == "group":
            key = f"group {len(topology.zones) + 1}"
            topology.zones.append(Zone(key, element.get("name"), zone))
            _read_group(element, key, topology, keys, findings)


def _read_connection(connection: Element, root: Element, keys: dict[int, str], known: _Known) -> Cable | None:
    source, target = (_read_end(connection.get(key), root, keys, known) for key in ("src", "dst"))
    return Cable(source, target, connection.place) if source and target else None


def _read_end(path: str, root: Element, keys: dict[int, str], known: _Known) -> CableEnd | None:
    """Return the end that *path* leads to from *root*; None where there is no node there."""
    path = path.strip()
    start = _ROOT.match(path)
    if start is None or len(path) > _LONGEST_PATH:
        return None
    node, place, found = root, start.end(), ""
    while step := _STEP.match(path, place):
        place, kind = step.end(), step[1]
        element = _find_step(node, step, known)
        if kind == "interface" and id(node) in keys:
            found = element.get("name") if element else ""
            break
        if element is None:
            return None
        node = element
    return CableEnd(keys[id(node)], found) if place == len(path) and id(node) in keys else None


def _find_step(around: Element, step: re.Match[str], known: _Known) -> Element | None:
    """Return the element in *around* that *step* names."""
    if (id(around), step[1]) not in known:
        known[id(around), step[1]] = around.list(step[1]), {}
    numbered, named = known[id(around), step[1]]
    if step[2]:
        return numbered[int(step[2]) - 1] if 1 <= int(step[2]) <= len(numbered) else None
    if not named:
        named.update((each.get("name"), each) for each in reversed(numbered))
    return named.get(step[3] or step[4] or "")
