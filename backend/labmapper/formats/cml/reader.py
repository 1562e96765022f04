"""Reads the YAML that CML 2 exports, of all versions of its schema, and the JSON that its API gives, old and new."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from labmapper.core.yaml.nodes import Mapping, Scalar, Value
from labmapper.formats.cml.annotations import read_annotations, read_tags
from labmapper.formats.cml.ends import Ends
from labmapper.formats.cml.roles import WITHOUT_CONSOLE, find_role
from labmapper.formats.options import Values
from labmapper.formats.topology.descriptions import add_description
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Cable, CableEnd, Console, Device, Topology, Zone
from labmapper.formats.topology.parsing import parse_lab, parse_with, read_with
from labmapper.formats.topology.syntax.safe_yaml import (
    find_mapping,
    find_number,
    find_text,
    list_items,
    locate,
)

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource

_VERSION = re.compile(r"(\d{1,4})\.(\d{1,4})", re.ASCII)
_NEWEST = (0, 3)
# The console server names a line by lab and node, and parts the names by slashes.
_LINE = "open /{lab}/{node}/0"


def parse(data: bytes, values: Values) -> "ReadSource":
    """Return the drawing of the lab in *data*, or None where it cannot be read, and all problems."""
    return parse_with(read_topology, data, values)


def read_topology(data: bytes) -> Topology:
    """Return the topology of the lab in *data*, with all problems."""
    return read_with(parse_lab, lambda *found: _Reader(*found).read(), data)


def _iter_mappings(root: Mapping, key: str, findings: Findings) -> Iterator[Mapping]:
    """Yield what is listed under *key*; in the API's old dump most of it is one level deeper, under ``data``."""
    for item in list_items(root, key):
        if not isinstance(item, Mapping):
            findings.lose("device" if key == "nodes" else "value", _show(item), locate(item))
        elif isinstance(inner := item.entries.get("data"), Mapping):
            yield Mapping({**item.entries, **inner.entries}, item.keys, item.line, item.column)
        else:
            yield item


def _show(value: Value) -> str:
    return value.text if isinstance(value, Scalar) else "An entry"


class _Reader:
    """Reads one lab into a topology."""

    def __init__(self, root: Mapping, topology: Topology, findings: Findings) -> None:
        self._topology, self._findings = topology, findings
        lab = find_mapping(root, "lab")
        self._lab = Mapping({**root.entries, **lab.entries}, lab.keys, lab.line, lab.column)
        # What programs write that talk to the API: all of it in the lab.
        self._root = root if "nodes" in root.entries else self._lab
        self._ends = Ends()

    def read(self) -> None:
        """Read all of it."""
        self._topology.title = find_text(self._lab, "title") or find_text(self._root, "lab_title")
        self._check_version()
        tags = read_tags(self._root)
        for node in _iter_mappings(self._root, "nodes", self._findings):
            self._read_node(node, tags)
        for interface in _iter_mappings(self._root, "interfaces", self._findings):
            self._ends.add_interface(find_text(interface, "node"), interface)
        for link in _iter_mappings(self._root, "links", self._findings):
            self._read_link(link)
        used = {device.zone for device in self._topology.devices}
        self._topology.zones = [zone for zone in tags.values() if zone.key in used]
        read_annotations(self._root, self._topology, self._findings)
        self._read_notes()

    def _check_version(self) -> None:
        version = find_text(self._lab, "version")
        found = _VERSION.match(version)
        if found and (int(found[1]), int(found[2])) > _NEWEST:
            newest = ".".join(map(str, _NEWEST))
            self._findings.tell_newer(version, newest)

    def _read_node(self, node: Mapping, tags: dict[str, Zone]) -> None:
        key = find_text(node, "id") or f"{node.line}:{node.column}"
        name, definition = find_text(node, "label"), find_text(node, "node_definition")
        given = [item.text for item in list_items(node, "tags") if isinstance(item, Scalar)]
        self._topology.devices.append(
            Device(
                key,
                name,
                find_role(definition, find_text(node, "image_definition"), name),
                find_number(find_text(node, "x")),
                find_number(find_text(node, "y")),
                next((tags[tag].key for tag in given if tag in tags), None),
                [] if definition in WITHOUT_CONSOLE else [self._make_console(name)],
                place=locate(node, name),
            )
        )
        self._ends.add_node(key, node)

    def _make_console(self, name: str) -> Console:
        """Return the line of the console server for the node: SSH to the controller, which runs the command."""
        command = _LINE.format(lab=self._topology.title, node=name)
        return Console(parameters={"command": command}, is_at_host=True)

    def _read_link(self, link: Mapping) -> None:
        source = self._find_end(link, ("n1", "node_a"), ("i1", "interface_a"))
        target = self._find_end(link, ("n2", "node_b"), ("i2", "interface_b"))
        if source is None or target is None:
            label = find_text(link, "label") or find_text(link, "id") or "An entry of links"
            self._findings.lose("cable", label, locate(link))
            return
        self._topology.cables.append(Cable(source, target, locate(link)))

    def _find_end(self, link: Mapping, nodes: tuple[str, str], interfaces: tuple[str, str]) -> CableEnd | None:
        """Return the end of *link*; files and the API call its node and its interface by different keys."""
        owner = find_text(link, nodes[0]) or find_text(link, nodes[1])
        return self._ends.find(owner, find_text(link, interfaces[0]) or find_text(link, interfaces[1]))

    def _read_notes(self) -> None:
        """Take the lab's description and notes as a note on the drawing, its beginning where it is long."""
        texts = [find_text(self._lab, key) or find_text(self._root, f"lab_{key}") for key in ("description", "notes")]
        text = "\n\n".join(each.strip() for each in texts if each.strip())
        add_description(self._topology, text, self._findings, locate(self._lab))
