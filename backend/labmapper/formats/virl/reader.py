"""Reads a VIRL file: nodes, connections between their interfaces by XPath, fixed console ports and addresses."""

import re
from typing import TYPE_CHECKING

from labmapper.formats.options import Values
from labmapper.formats.topology import roles
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Cable, CableEnd, Console, Device, Role, Topology
from labmapper.formats.topology.parsing import parse_with
from labmapper.formats.topology.sizes import MOST_CABLES, MOST_DEVICES
from labmapper.formats.topology.syntax.safe_xml import Element, parse_xml
from labmapper.formats.topology.syntax.safe_yaml import find_number

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource

_SUBTYPES: dict[str, Role] = {
    "iosv": "router",
    "csr1000v": "router",
    "ios xrv": "router",
    "ios xrv 9000": "router",
    "iosvl2": "switch",
    "nx-osv": "switch",
    "nx-osv 9000": "switch",
    "asav": "firewall",
    "unmanaged switch": "network",
    "flat": "cloud",
    "snat": "cloud",
    "lxc": "server",
    "lxc-sshd": "server",
    "lxc-iperf": "server",
    "lxc-ostinato": "server",
    "server": "server",
    "ubuntu": "server",
    "coreos": "server",
}
_MANAGED, _SERIAL, _CONFIG = "AutoNetkit.mgmt_ip", "static_serial_port_0", "config"
# Nodes and interfaces are named by their number among their like, from 1.
_END = re.compile(r"/virl:topology/virl:node\[(\d{1,6})\](?:/virl:interface\[(\d{1,6})\])?", re.ASCII)
# What AutoNetkit sets up in every configuration that it writes.
_LOGIN = {"username": "cisco", "password": "cisco"}


def parse(data: bytes, values: Values) -> "ReadSource":
    """Return the drawing of the lab in *data*, or None where it cannot be read, and all problems."""
    return parse_with(read_topology, data, values)


def read_topology(data: bytes) -> Topology:
    """Return the topology of the lab in *data*, with all problems."""
    findings, topology = Findings(), Topology()
    root = parse_xml(data, findings)
    if root is not None:
        nodes = root.list("node")[: MOST_DEVICES + 1]
        topology.devices = [_read_node(node, number) for number, node in enumerate(nodes, start=1)]
        interfaces = [node.list("interface") for node in nodes]
        for connection in root.list("connection")[: MOST_CABLES + 1]:
            cable = _read_connection(connection, interfaces)
            if cable is None:
                shown = f"{connection.get('src')} to {connection.get('dst')}"
                findings.lose("cable", shown, connection.place)
            else:
                topology.cables.append(cable)
        for shape in (each for annotations in root.list("annotations") for each in annotations.children):
            findings.lose("shape", shape.name, shape.place)
    topology.problems = findings.collect()
    return topology


def _read_node(node: Element, number: int) -> Device:
    name, subtype = node.get("name"), node.get("subtype")
    x, _, y = node.get("location").partition(",")
    role = _find_role(node.get("type"), subtype, name)
    consoles = [] if role in ("network", "cloud") else _read_consoles(node)
    return Device(str(number), name, role, find_number(x), find_number(y), None, consoles, place=node.place)


def _find_role(kind: str, subtype: str, name: str) -> Role:
    known = _SUBTYPES.get(subtype.lower())
    if known or kind == "SEGMENT":
        return known or "network"
    return "cloud" if kind == "ASSET" else roles.find_role(kind=subtype, name=name)


def _read_consoles(node: Element) -> list[Console]:
    """Return the ways into *node*: its fixed serial port on the VIRL host, and SSH to its own address."""
    entries = {entry.get("key"): entry.text.strip() for entry in node.list("extensions", "entry")}
    consoles = []
    port = entries.get(_SERIAL, "")
    if port.isascii() and port.isdecimal() and len(port) <= 5:  # noqa: PLR2004 - digits of a port
        consoles.append(Console("telnet", port=port, label="console", is_at_host=True))
    address = entries.get(_MANAGED, "").partition("/")[0]
    if address or not consoles:
        has_login = "autonetkit" in entries.get(_CONFIG, "")[:2_000]
        consoles.append(
            Console(host=address, parameters=dict(_LOGIN) if has_login else {}, has_default_login=has_login)
        )
    if len(consoles) == 1:
        consoles[0].label = ""
    return consoles


def _read_connection(connection: Element, interfaces: list[list[Element]]) -> Cable | None:
    ends = [_read_end(connection.get(key), interfaces) for key in ("src", "dst")]
    source, target = ends
    return Cable(source, target, connection.place) if source and target else None


def _read_end(path: str, interfaces: list[list[Element]]) -> CableEnd | None:
    """Return the end that *path* names, by the interfaces of all nodes."""
    found = _END.fullmatch(path.strip())
    if not found or not 1 <= int(found[1]) <= len(interfaces):
        return None
    known, place = interfaces[int(found[1]) - 1], int(found[2] or 0)
    return CableEnd(found[1].lstrip("0"), known[place - 1].get("name") if 1 <= place <= len(known) else "")
