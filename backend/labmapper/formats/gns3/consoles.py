"""The consoles of a node of GNS3 as connections: protocol, the host of its server where the file tells it, and port."""

from dataclasses import dataclass, field
from typing import Any

from labmapper.core.problems import Place
from labmapper.formats.topology.findings import Findings, shorten
from labmapper.formats.topology.model import Console
from labmapper.formats.topology.syntax.json_values import as_table, as_text, as_whole

_LAST_PORT = 65_535
_PROTOCOLS = ("telnet", "vnc", "ssh")
_WITHOUT = frozenset({"", "none", "null"})
# The address of the server as it sees itself is no address for anybody else.
_ITSELF = frozenset({"", "localhost", "127.0.0.1", "0.0.0.0", "::", "::1", "[::1]", "local", "vm"})  # noqa: S104
# Built-in devices that have no console unless the file says which.
QUIET = frozenset({"cloud", "nat", "ethernet_hub", "ethernet_switch", "frame_relay_switch", "atm_switch"})


@dataclass(slots=True)
class Servers:
    """The hosts of the servers by their ids; *vm* is the address of the GNS3 VM where somebody has said it."""

    hosts: dict[str, str] = field(default_factory=dict)
    vm: str = ""

    def find_host(self, server: str) -> str:
        """Return the host of the *server*, empty where the file does not tell it."""
        return self.vm if server == "vm" else self.hosts.get(server, "")


def find_address(host: str) -> str:
    """Return *host* where it is one for others too, else an empty text."""
    bare = host.strip()
    return "" if bare.lower() in _ITSELF else bare


@dataclass(frozen=True, slots=True)
class FileConsole:
    """What a file says of a console: what it speaks, its port, and its host, empty for that of the emulator."""

    protocol: str
    port: object
    host: str


def read_consoles(node: dict[str, Any], name: str, servers: Servers, findings: Findings, place: Place) -> list[Console]:
    """Return the ways into *node* of a project of GNS3 2 or newer."""
    kind, said = as_text(node.get("node_type")), node.get("console_type")
    if kind == "cloud":
        return _read_remote(as_table(node.get("properties")), name, findings, place)
    protocol = as_text(said) if said is not None or kind in QUIET else "telnet"
    host = servers.find_host(as_text(node.get("compute_id")))
    return build_console(FileConsole(protocol, node.get("console"), host), name, findings, place)


def build_console(said: FileConsole, name: str, findings: Findings, place: Place) -> list[Console]:
    """Return the console that is *said* of the device called *name*; none where there is none, or not for Guacamole."""
    protocol, number = said.protocol.lower(), as_whole(said.port)
    # So GNS3 called the telnet console of virtual machines that speak over a serial port.
    protocol = "telnet" if protocol == "serial" else protocol
    if protocol in _WITHOUT or said.port is None:
        return []
    if protocol not in _PROTOCOLS:
        findings.lose("console", f"The {shorten(protocol)} console of {name}", place)
        return []
    if number is None or not 0 < number <= _LAST_PORT:
        findings.lose("value", f"The port {shorten(str(said.port))} of the console of {name}", place)
        return []
    return [Console(protocol, said.host, str(number), is_at_host=not said.host)]


def _read_remote(properties: dict[str, Any], name: str, findings: Findings, place: Place) -> list[Console]:
    """Return the console of a device outside that a cloud stands for."""
    host = find_address(as_text(properties.get("remote_console_host")))
    protocol, port = as_text(properties.get("remote_console_type")), properties.get("remote_console_port")
    return build_console(FileConsole(protocol, port, host), name, findings, place) if host else []
