"""How a device of a testbed is reached: its ``connections`` as consoles of Guacamole, with the credentials that count for them.

As Unicon has it: a connection has ``protocol``, ``ip`` (or ``host``) and ``port``, or a ``command`` to begin with, perhaps on
another device, its ``proxy``. Credentials are looked for by their name (``default`` is what one logs in with) at the connection,
then at the device, then at the testbed; files of before 2018 have ``tacacs`` and ``passwords`` instead. ``%ENV{..}``, ``%ASK{..}``
and ``%ENC{..}`` stand for what is in no file.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Names

from labmapper.core.yaml.nodes import Mapping, Sequence, Value
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Console
from labmapper.formats.topology.syntax.safe_yaml import find_mapping, find_text, locate

_PROTOCOLS = frozenset({"ssh", "telnet"})
# What all connections of a device share, no connection.
_DEFAULTS = "defaults"
_CREDENTIALS = ("default", "login")
# Where old files have the password of a device.
_PASSWORDS = ("tacacs", "line", "linux")
# What stands for something else, with its sort.
_NOT_PLAIN = re.compile(r"%([A-Z]*)\{([^{}]*)")
# In these stands a name or a question, perhaps with a default after a comma; in others a password may stand, which no message says.
_HARMLESS = frozenset({"ENV", "ASK"})
# CML's console server is reached by SSH, and opens the line of a node by a command.
_OPENS_LINE = "open "


class ConnectionReader:
    """Reads the connections of the *devices* of a *testbed*, which are called by their name or by one of *aliases*.

    ``console_servers`` are the devices that only open the lines of others, as the one that CML writes.
    """

    def __init__(
        self, testbed: Mapping, devices: dict[str, Mapping], aliases: Names[str, str], findings: Findings
    ) -> None:
        self._testbed, self._devices, self._aliases, self._findings = testbed, devices, aliases, findings
        self._told: set[str] = set()
        self.console_servers = frozenset(
            proxy
            for device in devices.values()
            for _, connection in _iter_connections(device)
            if isinstance(connection, Mapping)
            for proxy, command in [self._find_proxy(connection)]
            if command.startswith(_OPENS_LINE)
        )

    def list_consoles(self, name: str, device: Mapping) -> list[Console]:
        """Return the ways into the *device* of this *name*."""
        found = []
        for label, connection in _iter_connections(device):
            console = self._read_connection(device, connection) if isinstance(connection, Mapping) else None
            if console is None:
                self._findings.lose("console", f"The connection {label} of {name}", locate(connection))
            else:
                console.label = label
                found.append(console)
        if len(found) == 1:
            found[0].label = ""
        return found

    def _read_connection(self, device: Mapping, connection: Mapping) -> Console | None:
        """Return the console that *connection* is; None where it is none that Guacamole opens."""
        proxy, command = self._find_proxy(connection)
        if proxy in self.console_servers:
            return self._open_line(proxy, command)
        protocol = find_text(connection, "protocol").strip().lower()
        address = find_text(connection, "ip") or find_text(connection, "host")
        if not (protocol or (address and "class" not in connection.entries)):
            return None
        if (protocol or "ssh") not in _PROTOCOLS:
            return None
        if proxy:
            self._findings.lose("setting", f"The proxy {proxy}", locate(connection))
        host, port = self._find_plain(address, connection), self._find_plain(find_text(connection, "port"), connection)
        login = self._find_login(connection, device, self._testbed)
        return Console(protocol or "ssh", host.partition("/")[0].strip(), port.strip(), parameters=login)

    def _open_line(self, server: str, command: str) -> Console | None:
        """Return the way to the console *server*, which runs *command*; None where the file has no address of it."""
        device = self._devices.get(server, Mapping({}, {}, 0, 0))
        reached = next((each for _, each in _iter_connections(device) if isinstance(each, Mapping)), device)
        host = self._find_plain(find_text(reached, "ip") or find_text(reached, "host"), reached)
        port = self._find_plain(find_text(reached, "port"), reached)
        login = self._find_login(reached, device, self._testbed)
        if not host.strip():
            return None
        return Console("ssh", host.strip(), port.strip(), parameters={**login, "command": command}, is_at_host=True)

    def _find_login(self, *levels: Mapping) -> dict[str, str]:
        """Return user name and password of the first of *levels* that has them."""
        for name in _CREDENTIALS:
            for level in levels:
                found = find_mapping(find_mapping(level, "credentials"), name)
                if found.entries:
                    return self._take(username=(found, "username"), password=(found, "password"))
        for level in levels:
            tacacs, passwords = find_mapping(level, "tacacs"), find_mapping(level, "passwords")
            if tacacs.entries or passwords.entries:
                key = next((each for each in _PASSWORDS if each in passwords.entries), "")
                return self._take(username=(tacacs, "username"), password=(passwords, key))
        return {}

    def _take(self, **fields: tuple[Mapping, str]) -> dict[str, str]:
        found = {name: self._find_plain(find_text(*field), field[0]) for name, field in fields.items()}
        return {name: text for name, text in found.items() if text}

    def _find_plain(self, text: str, around: Value) -> str:
        """Return *text*; nothing where it stands for what is not in the file, which is told once."""
        found = _NOT_PLAIN.search(text)
        if found is None:
            return text
        if text not in self._told:
            self._told.add(text)
            what = found[2].partition(",")[0] if found[1] in _HARMLESS else ".."
            self._findings.lose("variable", f"%{found[1]}{{{what}}}", locate(around))
        return ""

    def _find_proxy(self, connection: Mapping) -> tuple[str, str]:
        """Return the device through which *connection* goes, the last of several, and the command that is run there."""
        command = find_text(connection, "command")
        proxies = connection.entries.get("proxy")
        name = find_text(connection, "proxy")
        if isinstance(proxies, Sequence):
            last = next((each for each in reversed(proxies.items) if isinstance(each, Mapping)), connection)
            name, command = find_text(last, "device"), find_text(last, "command") or command
        return self._aliases.get(name, name), command


def _iter_connections(device: Mapping) -> Iterator[tuple[str, Value]]:
    entries = find_mapping(device, "connections").entries
    return ((label, value) for label, value in entries.items() if label != _DEFAULTS)
