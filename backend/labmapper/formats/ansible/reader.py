"""Reads an inventory of Ansible: hosts become devices with a console, groups zones."""

from typing import TYPE_CHECKING

from labmapper.core.drawing.device_kinds import find_kind
from labmapper.core.problems import Problem, has_errors
from labmapper.core.yaml.nodes import Mapping, UnreadableYamlError, decode_text
from labmapper.formats.ansible.consoles import list_consoles, read_values
from labmapper.formats.ansible.groups import Groups
from labmapper.formats.ansible.ini import read_ini
from labmapper.formats.ansible.inventory import ALL, UNGROUPED, Inventory
from labmapper.formats.ansible.recognition import LOOKED_AT, looks_like_ini
from labmapper.formats.ansible.yaml_form import read_yaml_form
from labmapper.formats.options import Values
from labmapper.formats.topology.drawing import draw_topology
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Device, Role, Topology, Zone
from labmapper.formats.topology.syntax.safe_yaml import parse_yaml

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram


def parse(data: bytes, values: Values) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    """Return the drawing of the inventory in *data*, or None, and all problems."""
    findings = Findings()
    inventory = _read(data, findings)
    if inventory is None or has_errors(findings.collect()):
        return None, tuple(findings.collect())
    topology = _build(inventory, findings)
    topology.problems = findings.collect()
    return draw_topology(topology, values)


def _read(data: bytes, findings: Findings) -> Inventory | None:
    inventory = Inventory(findings)
    try:
        text = decode_text(data)
    except UnreadableYamlError as error:
        findings.add(error.problem)
        return None
    if looks_like_ini(text[:LOOKED_AT]):
        read_ini(text, inventory)
        return inventory
    # It is decoded again, and is large.
    del text
    root = parse_yaml(data, findings)
    if root is None:
        return None
    if not isinstance(root, Mapping):
        findings.refuse_shape("The inventory")
        return None
    read_yaml_form(root, inventory)
    return inventory


def _build(inventory: Inventory, findings: Findings) -> Topology:
    groups, told = Groups(inventory), set[int]()
    topology = Topology(devices=[_build_device(host, groups, told, findings) for host in inventory.hosts])
    drawn: dict[str, str | None] = {}
    for device in topology.devices:
        zone = device.zone
        while zone is not None and zone not in drawn:
            drawn[zone] = groups.find_outer(zone)
            zone = drawn[zone]
    topology.zones = [Zone(name, name, outer) for name, outer in drawn.items()]
    for group in inventory.groups.values():
        if group.hosts and group.name not in drawn and group.name not in (ALL, UNGROUPED):
            findings.lose("group", group.name, group.place)
    if any(not console.parameters.keys() >= _LOGIN for device in topology.devices for console in device.consoles):
        findings.add(Problem.warning("import-group-vars"))
    return topology


# Systems of routers, switches and firewalls alike.
_OF_ALL_KINDS = frozenset({"ios", "iosxe", "junos", "vyos"})
_OF_NETWORKS = frozenset({"router", "switch", "l3switch", "firewall", "loadbalancer", "accesspoint"})
_LOGIN = frozenset({"username", "password"})


def _build_device(host: str, groups: Groups, told: set[int], findings: Findings) -> Device:
    listed = groups.list_of(host)
    place = listed[0].hosts[host][0]
    variables = groups.collect_variables(host)
    values = read_values(variables, told, findings)
    is_known = "host" in values or not {"ansible_host", "ansible_ssh_host"} & variables.keys()
    role = _find_role(values.get("network_os", ""), host, [group.name for group in listed], groups)
    consoles = list_consoles(values, host, is_known, place, findings)
    return Device(host, host, role, zone=groups.find_zone(host), consoles=consoles, place=place)


def _find_role(system: str, host: str, listed: list[str], groups: Groups) -> Role:
    """Return the role of a host: its network system tells most, then its name, then its groups and those around them.

    A system that routers and switches have tells least.
    """
    around = [outer for name in listed for outer in (name, groups.find_outer(name)) if outer]
    by_names = (kind for name in (host, *around[:20]) if (kind := find_kind(name, is_name=True)))
    by_system = find_kind(system.rpartition(".")[2])
    if system.rpartition(".")[2].lower() in _OF_ALL_KINDS:
        return next((kind for kind in by_names if kind in _OF_NETWORKS), None) or by_system or "router"
    return by_system or next(by_names, None) or "server"
