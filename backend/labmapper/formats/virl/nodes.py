"""Nodes of VIRL: what they are by type and subtype, and the ways into them."""

from labmapper.formats.topology import roles
from labmapper.formats.topology.model import Console, Device, Role
from labmapper.formats.topology.syntax.safe_xml import Element
from labmapper.formats.topology.syntax.safe_yaml import find_number

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
    "server": "server",
    "ubuntu": "server",
    "coreos": "server",
    "docker": "server",
}
# The address that somebody gave to the management interface counts before the one that AutoNetkit wrote down.
_ADDRESSES = ("static_ip", "AutoNetkit.mgmt_ip")
_SERIAL, _CONFIG = "static_serial_port_0", "config"
# What VIRL sets up in every configuration that it writes, of network devices and of servers.
_LOGIN = {"username": "cisco", "password": "cisco"}
_WRITERS = ("autonetkit", "VIRL Configuration Engine")
_BEGINNING = 2_000


def read_node(node: Element, key: str, zone: str | None) -> Device:
    """Return the device that *node* is, by this *key* in this *zone*."""
    name, subtype = node.get("name"), node.get("subtype")
    x, _, y = node.get("location").partition(",")
    role = _find_role(node.get("type"), subtype, name)
    consoles = [] if role in ("network", "cloud") else _read_consoles(node)
    return Device(key, name, role, find_number(x), find_number(y), zone, consoles, place=node.place)


def _find_role(kind: str, subtype: str, name: str) -> Role:
    known = _SUBTYPES.get(subtype.lower()) or _SUBTYPES.get(subtype.lower().partition("-")[0])
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
    found = (entries.get(name, "").partition("/")[0].strip() for name in _ADDRESSES)
    address = next((each for each in found if each), "")
    if address or not consoles:
        start = entries.get(_CONFIG, "")[:_BEGINNING]
        has_login = any(writer in start for writer in _WRITERS)
        consoles.append(
            Console(host=address, parameters=dict(_LOGIN) if has_login else {}, has_default_login=has_login)
        )
    if len(consoles) == 1:
        consoles[0].label = ""
    return consoles
