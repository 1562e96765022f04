"""The way into a device of a drawing: from its properties, and from the address in its label."""

from labmapper.core.guacamole.catalogue import PROTOCOLS
from labmapper.formats.drawio.cells import Cell
from labmapper.formats.drawio.labels import Label, find_address
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Console, Role

# What properties may be called, in small letters, without signs between their words.
_HOST = (
    "host hostname ip ipaddress ipv4 ipv6 address addr mgmt mgmtip mgmtaddress managementip managementaddress primaryip"
    " fqdn dns"
)
_NAMES = {
    "host": frozenset(_HOST.split()),
    "port": frozenset({"port", "tcpport", "consoleport"}),
    "protocol": frozenset({"protocol", "access", "service"}),
    "username": frozenset({"user", "username", "login", "account"}),
    "password": frozenset({"password", "pass", "pw", "passwd", "secret"}),
    "name": frozenset({"name", "devicename", "label"}),
    "kind": frozenset({"kind", "type", "role", "devicetype", "devicerole", "model"}),
}
_BY_PORT = {"22": "ssh", "23": "telnet", "3389": "rdp"}
_FIRST_VNC, _LAST_VNC = 5900, 5999


def read_properties(cell: Cell, findings: Findings) -> dict[str, str]:
    """Return what the properties of *cell* say of its connection; others are told as lost."""
    found: dict[str, str] = {}
    for key, value in cell.properties.items():
        plain = "".join(sign for sign in key.lower() if sign.isalnum())
        known = next((name for name, spellings in _NAMES.items() if plain in spellings), None)
        if known is None:
            findings.lose("key", key, cell.place)
        elif value.strip():
            found.setdefault(known, value.strip()[:1000])
    return found


def list_consoles(role: Role, label: Label, known: dict[str, str], cell: Cell, findings: Findings) -> list[Console]:
    """Return the consoles of a device of this *role*: one where it has an address, or is of a kind that has one."""
    found = find_address(known["host"]) if "host" in known else None
    host = (found[0] if found else known.get("host", "")) or label.host
    port = known.get("port", "") or (found[1] if found else "") or label.port
    if role == "network" or (role in ("cloud", "printer", "phone") and not host):
        return []
    protocol = known.get("protocol", "").lower() or _guess_protocol(role, port)
    if protocol not in PROTOCOLS:
        findings.lose("console", protocol, cell.place)
        return []
    parameters: dict[str, str] = {key: known[key] for key in ("username", "password") if key in known}
    return [Console(protocol, host, port, parameters=parameters)]


def _guess_protocol(role: Role, port: str) -> str:
    if port in _BY_PORT:
        return _BY_PORT[port]
    if port.isascii() and port.isdecimal() and _FIRST_VNC <= int(port[:6]) <= _LAST_VNC:
        return "vnc"
    return "rdp" if role in ("workstation", "laptop") else "ssh"
