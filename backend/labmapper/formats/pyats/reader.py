"""Reads a testbed of Cisco pyATS: devices with their connections, and cables from the links of their interfaces.

As Cisco documents the schema: ``testbed`` has the name and what all devices share; ``devices`` has by name ``type``, ``os``,
``platform``, ``credentials`` and ``connections``; ``topology`` has by device its ``interfaces``, each with the name of its
``link``. Interfaces that name the same link are joined, and a link of three or more is a segment.
"""

from typing import TYPE_CHECKING

from labmapper.core.yaml.nodes import Mapping, Scalar
from labmapper.formats.options import Values
from labmapper.formats.pyats.connections import ConnectionReader
from labmapper.formats.pyats.links import Link, add_link, make_key
from labmapper.formats.topology import roles
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import CableEnd, Device, Role, Topology
from labmapper.formats.topology.parsing import parse_lab, parse_with, read_with
from labmapper.formats.topology.syntax.safe_yaml import find_mapping, find_text, locate

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource

# In the topology beside the devices: what links are called else.
_LINKS = "links"
# Systems of computers, not of network devices.
_COMPUTERS = frozenset({"linux", "windows"})


def parse(data: bytes, values: Values) -> "ReadSource":
    """Return the drawing of the testbed in *data*, or None where it cannot be read, and all problems."""
    return parse_with(read_topology, data, values)


def read_topology(data: bytes) -> Topology:
    """Return the topology of the testbed in *data*, with all problems."""
    return read_with(parse_lab, _read_testbed, data)


def _read_testbed(root: Mapping, topology: Topology, findings: Findings) -> None:
    testbed = find_mapping(root, "testbed")
    topology.title = find_text(testbed, "name") or find_text(testbed, "alias")
    _tell_elsewhere(root, testbed, findings)
    devices = _list_devices(root, findings)
    aliases = _find_aliases(devices)
    cabled = [
        (aliases.get(name, name), value)
        for name, value in find_mapping(root, "topology").entries.items()
        if name != _LINKS and isinstance(value, Mapping)
    ]
    reader = ConnectionReader(testbed, devices, aliases, findings)
    others = dict(cabled)
    for name, device in devices.items():
        if others.pop(name, None) is not None or name not in reader.console_servers:
            topology.devices.append(_read_device(name, device, reader))
    for name, device in others.items():
        topology.devices.append(Device(make_key(name), name, roles.find_role(name=name), place=locate(device, name)))
    for link, ends in _list_links(cabled).items():
        add_link(link, ends, topology, findings)


def _tell_elsewhere(root: Mapping, testbed: Mapping, findings: Findings) -> None:
    """Tell what stands in other files, and servers for files and logs, which are none of the lab's devices."""
    if "extends" in root.entries:
        what = find_text(root, "extends")
        findings.lose(
            "plugin", f"The testbed {what}" if what else "Each testbed of extends", locate(root.entries["extends"])
        )
    for name, server in find_mapping(testbed, "servers").entries.items():
        findings.lose("device", f"The server {name} of the testbed", locate(server))


def _list_devices(root: Mapping, findings: Findings) -> dict[str, Mapping]:
    devices = {}
    for name, value in find_mapping(root, "devices").entries.items():
        if isinstance(value, Mapping):
            devices[name] = value
        elif isinstance(value, Scalar) and value.is_null:
            devices[name] = Mapping({}, {}, value.line, value.column)
        else:
            findings.lose("device", name, locate(value))
    return devices


def _find_aliases(devices: dict[str, Mapping]) -> dict[str, str]:
    """Return the names of *devices* by their ``alias``, by which all else in the testbed may call them too."""
    aliases = ((find_text(device, "alias"), name) for name, device in devices.items())
    return {alias: name for alias, name in aliases if alias and alias not in devices}


def _read_device(name: str, device: Mapping, reader: ConnectionReader) -> Device:
    consoles = reader.list_consoles(name, device)
    return Device(make_key(name), name, _find_role(name, device), consoles=consoles, place=locate(device, name))


def _find_role(name: str, device: Mapping) -> Role:
    system = find_text(device, "os").lower()
    return roles.find_role(
        icon=find_text(device, "type"),
        kind=f"{find_text(device, 'platform')} {find_text(device, 'model')}",
        image=system,
        name=name,
        otherwise="server" if system in _COMPUTERS else "router",
    )


def _list_links(cabled: list[tuple[str, Mapping]]) -> dict[str, Link]:
    """Return the ends of each link by its name, as the interfaces of all devices name them."""
    links: dict[str, Link] = {}
    for name, device in cabled:
        for interface, value in find_mapping(device, "interfaces").entries.items():
            link = find_text(value, "link") if isinstance(value, Mapping) else ""
            if link:
                links.setdefault(link, []).append((CableEnd(make_key(name), interface), locate(value)))
    return links
