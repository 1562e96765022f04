"""natlas' lists: the catalog of devices (``diagram -C``), and the hosts behind the switches (``get-hosts``), both CSV."""

import csv
from collections.abc import Iterator

from labmapper.core.problems import Place, Problem
from labmapper.formats.natlas.labels import find_role, is_address, make_device
from labmapper.formats.natlas.recognition import CATALOG_COLUMNS, HOSTS_HEADER, LONGEST_ROW, split_catalog_row
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Cable, CableEnd, Topology
from labmapper.formats.topology.roles import find_role as guess_role
from labmapper.formats.topology.sizes import MOST_DEVICES

# Each device and each member of its stack, or each host behind a switch, those without an address too.
_MOST_ROWS = 60_000


def _is_too_long(text: str, findings: Findings) -> bool:
    """Return whether *text* has more rows than are looked at; then *findings* tell it."""
    is_too_long = text.count("\n") > _MOST_ROWS
    if is_too_long:
        findings.add(Problem.error("import-too-large", variant="values", most=_MOST_ROWS))
    return is_too_long


def _iter_lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield number, line.strip()


def read_catalog(text: str) -> Topology:
    """Return the devices of a catalog; the members of a stack have a row each and are one device."""
    topology, findings, known = Topology(title="natlas"), Findings(), set[str]()
    if _is_too_long(text, findings):
        return Topology(problems=findings.collect())
    for number, line in _iter_lines(text):
        fields, place = split_catalog_row(line), Place(line=number)
        if fields is None:
            findings.lose("device", line, place)
            continue
        name, address, platform = fields[0], fields[1], fields[2]
        if name in known:
            continue
        if len(known) == MOST_DEVICES:
            return Topology(problems=[Problem.error("import-too-large", variant="devices", most=MOST_DEVICES)])
        known.add(name)
        device = make_device(name, name, address, find_role([platform], name))
        device.place = place
        topology.devices.append(device)
    topology.problems = findings.collect()
    return topology


def read_hosts(text: str) -> Topology:
    """Return the hosts that have an address, each with a cable to the port of its switch."""
    topology, findings = Topology(title="natlas"), Findings()
    known: set[str] = set()
    if _is_too_long(text, findings):
        return Topology(problems=findings.collect())
    for number, line in _iter_lines(text):
        fields, place = _split_row(line), Place(line=number)
        if number == 1 and line.lstrip("\ufeff").startswith(HOSTS_HEADER):
            continue
        if len(fields) != CATALOG_COLUMNS:
            findings.lose("device", line, place)
            continue
        if len(topology.devices) > MOST_DEVICES:
            return Topology(problems=[Problem.error("import-too-large", variant="devices", most=MOST_DEVICES)])
        _add_host(topology, known, fields, place, findings)
    topology.problems = findings.collect()
    return topology


def _split_row(line: str) -> list[str]:
    try:
        return next(csv.reader([line[:LONGEST_ROW]]), [])
    except csv.Error:
        return []


def _add_host(topology: Topology, known: set[str], fields: list[str], place: Place, findings: Findings) -> None:
    switch, switch_address, port, address, mac, _, dns = fields
    key = f"switch {switch}"
    if key not in known:
        known.add(key)
        device = make_device(key, switch, switch_address, find_role([], switch))
        device.place = place
        topology.devices.append(device)
    if not is_address(address):
        findings.lose("device", f"{mac} at {switch} {port}", place)
        return
    host = f"host {address}"
    if host not in known:
        known.add(host)
        device = make_device(host, dns or address, address, guess_role(name=dns, otherwise="workstation"))
        device.place = place
        topology.devices.append(device)
    topology.cables.append(Cable(CableEnd(host), CableEnd(key, port), place))
