"""Reads a table of devices: each row is a device, or one more connection of a device that is there."""

import csv
from typing import TYPE_CHECKING

from labmapper.core.drawing.device_kinds import find_kind
from labmapper.core.guacamole.catalogue import PROTOCOLS
from labmapper.core.problems import Place, Problem, has_errors
from labmapper.formats.device_table.hosts import is_port, split_address
from labmapper.formats.device_table.rows import MOST_CELLS, MOST_LINES, Row, Table, decode_table, find_table, iter_rows
from labmapper.formats.options import Values
from labmapper.formats.topology.drawing import draw_topology
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Console, Device, Role, Topology, Zone
from labmapper.formats.topology.sizes import MOST_DEVICES

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram

_MOST_CONSOLES = 64
_RECOGNISED_BY = 65_536
# As mRemoteNG and SecureCRT call it.
_SPELLINGS = {"ssh1": "ssh", "ssh2": "ssh", "sshv2": "ssh"}
_BY_PORT = {"22": "ssh", "23": "telnet", "3389": "rdp"}
_FIRST_VNC, _LAST_VNC = 5900, 5999


def recognises(data: bytes) -> bool:
    """Return whether *data* begins as a table of devices, or as a list of hosts."""
    text = decode_table(_cut(data))
    return text is not None and find_table(text) is not None


def _cut(data: bytes) -> bytes:
    """Return the beginning of *data* up to the end of a line, so that no character and no row is cut in two."""
    if len(data) <= _RECOGNISED_BY:
        return data
    return data[: data.rfind(b"\n", 0, _RECOGNISED_BY) + 1] or data[:_RECOGNISED_BY]


def parse(data: bytes, values: Values) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    """Return the drawing of the table in *data*, or None, and all problems."""
    findings = Findings()
    text = decode_table(data)
    table = find_table(text) if text is not None else None
    if text is None or table is None:
        findings.refuse_shape("The table")
    elif text.count("\n") > MOST_LINES:
        findings.add(Problem.error("import-too-large", variant="values", most=MOST_LINES))
    elif text.count(table.separator or " ") > MOST_CELLS:
        findings.add(Problem.error("import-too-large", variant="values", most=MOST_CELLS))
    else:
        topology = _Reader(table, findings).read(text)
        topology.problems = findings.collect()
        return (None, tuple(topology.problems)) if has_errors(topology.problems) else draw_topology(topology, values)
    return None, tuple(findings.collect())


class _Reader:
    def __init__(self, table: Table, findings: Findings) -> None:
        self._table = table
        self._findings = findings
        self._devices: dict[str, Device] = {}
        self._zones: dict[str, Zone] = {}
        self._said: set[tuple[object, ...]] = set()

    def read(self, text: str) -> Topology:
        """Return what the rows of *text* say."""
        rows = iter_rows(text, self._table.separator)
        if self._table.header:
            next(rows, None)
            used = set(self._table.columns.values())
            for place, heading in enumerate(self._table.header[:200]):
                if place not in used and heading.strip():
                    self._findings.lose("key", f"The column {heading}", Place(line=1))
        try:
            for row in rows:
                self._read_row(row)
                if len(self._devices) > MOST_DEVICES:
                    self._findings.add(Problem.error("import-too-large", variant="devices", most=MOST_DEVICES))
                    break
        except csv.Error:
            self._findings.refuse_shape("A cell")
        return Topology(devices=list(self._devices.values()), zones=list(self._zones.values()))

    def _get(self, row: Row, column: str) -> str:
        return row.get(self._table.columns.get(column))

    def _read_row(self, row: Row) -> None:
        place = Place(line=row.line)
        has_addresses = "address" in self._table.columns
        host, port = split_address(self._get(row, "address") if has_addresses else self._get(row, "name"))
        name = self._get(row, "name") or host
        if not name or "\n" in name + host:
            self._findings.lose("device", " ".join(row.cells), place)
            return
        device = self._devices.get(name)
        if device is None:
            role: Role = find_kind(self._get(row, "kind")) or find_kind(name, is_name=True) or "server"
            device = self._devices[name] = Device(name, name, role, zone=self._find_zone(row), place=place)
        self._add_console(device, row, host, self._get(row, "port") or port)

    def _add_console(self, device: Device, row: Row, host: str, port: str) -> None:
        place = Place(line=row.line)
        if port and not is_port(port):
            self._findings.lose("value", f"The port {port}", place)
            port = ""
        said_protocol = self._get(row, "protocol").lower()
        protocol = _SPELLINGS.get(said_protocol, said_protocol) or _guess_protocol(device.role, port)
        if protocol not in PROTOCOLS:
            self._findings.lose("console", protocol, place)
            return
        parameters = {key: self._get(row, key) for key in ("username", "password") if self._get(row, key)}
        # A table may say a hundred thousand times the same of one device.
        said = (device.name, protocol, host, port, *parameters.items())
        if said in self._said or len(device.consoles) >= _MOST_CONSOLES:
            self._findings.lose("device", f"{device.name}, which stands in the table already,", place)
            return
        self._said.add(said)
        known = [each.protocol for each in device.consoles]
        label = "" if not known else f"{protocol} {len(known) + 1}" if protocol in known else protocol
        device.consoles.append(Console(protocol, host, port, label, parameters))

    def _find_zone(self, row: Row) -> str | None:
        """Return the zone of *row*: the rack, where it has one, in the site."""
        site, rack = self._get(row, "zone"), self._get(row, "rack")
        found = None
        for name in (site, rack):
            if name:
                key = f"{found or ''}\0{name}"
                self._zones.setdefault(key, Zone(key, name, found))
                found = key
        return found


def _guess_protocol(role: Role, port: str) -> str:
    if port in _BY_PORT:
        return _BY_PORT[port]
    if port and _FIRST_VNC <= int(port) <= _LAST_VNC:
        return "vnc"
    return "rdp" if role in ("workstation", "laptop") else "ssh"
