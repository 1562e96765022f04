"""Reads netlab's topology file as netlab would, but for what plugins and Python would add."""

from typing import TYPE_CHECKING

from labmapper.core.problems import NOWHERE, Place, Problem
from labmapper.core.yaml.nodes import Mapping, Scalar
from labmapper.formats.netlab.addresses import ManagementNetwork, number_nodes
from labmapper.formats.netlab.cables import LinkDrawer
from labmapper.formats.netlab.devices import find_device
from labmapper.formats.netlab.fabric import PLUGIN, list_fabric_links, put_fabric, read_fabric
from labmapper.formats.netlab.groups import Group, GroupValues, fill_groups, list_created, read_groups
from labmapper.formats.netlab.links import LinkReader
from labmapper.formats.netlab.nodes import Components, find_nodes, is_expanded, read_nodes
from labmapper.formats.netlab.tree import EMPTY, dig, dig_number, dig_text, list_values, unfold
from labmapper.formats.options import Values
from labmapper.formats.topology.descriptions import add_description
from labmapper.formats.topology.findings import Findings, shorten
from labmapper.formats.topology.model import Console, Device, Role, Topology, Zone
from labmapper.formats.topology.parsing import parse_lab, parse_with, read_with
from labmapper.formats.topology.roles import find_role
from labmapper.formats.topology.sizes import is_drawable
from labmapper.formats.topology.syntax.safe_yaml import locate

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource

# Plugins that only change how devices are configured. All others may add nodes and links.
_HARMLESS = ("bgp.", "ebgp.", "ospf.", "evpn.", "mlag.", "vrrp.", "tunnel.", "firewall.", "check.", "test.")
_HARMLESS_NAMES = {"files", "bonding", "proxy_arp"}
# So many of the devices in one problem are named.
_NAMED = 10
_ROLES: dict[str, Role] = {"host": "server", "bridge": "switch"}
_SSH = "22"


def parse(data: bytes, values: Values) -> "ReadSource":
    """Return the drawing of the lab in *data*, or None where it cannot be read, and all problems."""
    return parse_with(read_topology, data, values)


def read_topology(data: bytes) -> Topology:
    """Return the topology of the lab in *data*, with all problems."""
    return read_with(parse_lab, lambda root, *found: _Reader(unfold(root), *found).read(), data)


class _Reader:
    def __init__(self, root: Mapping, topology: Topology, findings: Findings) -> None:
        self._root, self._topology, self._findings = root, topology, findings
        self._nodes = read_nodes(find_nodes(root), findings)
        self._keys = unfold(dig(root, "nodes")).keys
        self._by_name = read_groups(root, findings)
        self._is_expanded = is_expanded(root)
        self._fabric = None if self._is_expanded else read_fabric(root)
        if self._fabric:
            self._nodes = put_fabric(self._fabric, self._nodes, self._by_name)
        for name in list_created(root, self._by_name):
            self._nodes.setdefault(name, EMPTY)
        self._components = Components(root, self._nodes, self._by_name, findings)
        self._components.include()
        self._values = GroupValues([])
        # The containers that netlab enters without SSH.
        self._shells: list[str] = []

    def read(self) -> None:
        """Read all of it; of what is too large to be drawn no more than that is told."""
        if not is_drawable(len(self._nodes), 0, self._findings):
            return
        self._topology.title = dig_text(self._root, "name")
        groups = fill_groups(self._by_name, self._nodes, self._findings)
        self._values = GroupValues(groups)
        self._tell_plugins()
        numbers, network = number_nodes(self._nodes, self._root), ManagementNetwork(self._root)
        zones = _choose_zones(groups, self._by_name, self._findings)
        kinds = {name: self._find(name, "device") or dig_text(self._root, "defaults", "device") for name in self._nodes}
        for name, body in self._nodes.items():
            provider, kind = self._find_provider(name), kinds[name]
            role = self._find_role(name, kind)
            address = network.find_address(body, numbers[name])
            consoles = self._make_consoles(name, kind, provider, address, numbers[name])
            place = self._locate(name)
            self._topology.devices.append(
                Device(name, name, role, zone=_name_zone(zones.get(name)), consoles=consoles, place=place)
            )
        self._tell_shells()
        # netlab puts the links of a fabric in front of all others, those of components behind.
        fabric = list_fabric_links(self._fabric, self._root) if self._fabric else []
        links = [*fabric, *LinkReader(self._nodes, self._findings).read(self._root), *self._components.links]
        if not is_drawable(len(self._nodes), len(links), self._findings):
            return
        LinkDrawer(self._topology, self._root, kinds).draw(links)
        self._topology.zones = list(_list_zones(zones, self._by_name))
        message = dig(self._root, "message")
        add_description(
            self._topology, dig_text(self._root, "message"), self._findings, locate(message) if message else NOWHERE
        )

    def _tell_plugins(self) -> None:
        if self._is_expanded:
            return
        plugins = [each for each in list_values(dig(self._root, "plugin")) if isinstance(each, Scalar)]
        for plugin in plugins:
            if plugin.text == PLUGIN and self._fabric:
                continue
            if plugin.text not in _HARMLESS_NAMES and not plugin.text.startswith(_HARMLESS):
                self._findings.lose("plugin", f"The plugin {shorten(plugin.text)}", locate(plugin))

    def _tell_shells(self) -> None:
        """Tell in one problem which devices are entered by ``docker exec``: in many labs all are."""
        if self._shells:
            named = ", ".join(map(shorten, self._shells[:_NAMED])) + (", …" if len(self._shells) > _NAMED else "")
            place = self._locate(self._shells[0])
            self._findings.add(Problem.warning("import-shell", place, count=len(self._shells), devices=named))

    def _find(self, name: str, key: str) -> str:
        """Return the text under *key* of the node *name* or of its first group that has one."""
        own = dig_text(self._nodes[name], key)
        found = None if own else self._values.find(name, key)
        return own or (found.text if isinstance(found, Scalar) else "")

    def _locate(self, name: str) -> Place:
        """Return where the node *name* is written; one that a group makes has no place."""
        key = self._keys.get(name)
        return Place(field=name, line=key.line) if key else locate(self._nodes[name], name)

    def _find_provider(self, name: str) -> str:
        general = dig_text(self._root, "provider") or dig_text(self._root, "defaults", "provider")
        return self._find(name, "provider") or general or "libvirt"

    def _find_role(self, name: str, kind: str) -> Role:
        known = find_device(kind).role
        return _ROLES.get(self._find(name, "role")) or (
            known if known != "generic" else find_role(kind=kind, name=name)
        )

    def _make_consoles(self, name: str, kind: str, provider: str, address: str, number: int) -> list[Console]:
        """Return SSH to the management address, and to the port that the provider forwards from its host."""
        login = find_device(kind).find_login(provider)
        if provider == "clab" and login is None:
            self._shells.append(name)
            return []
        parameters = {} if login is None else {"username": login[0], "password": login[1]}
        consoles = [Console(host=address, parameters=dict(parameters), has_default_login=login is not None)]
        port = self._find_forwarded(name, provider, number)
        if port:
            label, has_login = "forwarded", login is not None
            consoles.append(Console("ssh", "", port, label, dict(parameters), has_login, is_at_host=True))
        return consoles

    def _find_forwarded(self, name: str, provider: str, number: int) -> str:
        base = dig_number(self._root, "defaults", "providers", provider, "forwarded", "ssh")
        if base:
            return str(base + number)
        published = (
            each.text.split(":")
            for each in list_values(dig(self._nodes[name], provider, "ports"))
            if isinstance(each, Scalar)
        )
        return next((parts[-2] for parts in published if len(parts) > 1 and parts[-1] in (_SSH, f"{_SSH}/tcp")), "")


def _choose_zones(ordered: list[Group], groups: dict[str, Group], findings: Findings) -> dict[str, str]:
    """Return the group that each node is drawn in: the first of the file that names it. Nodes may be in many."""
    zones: dict[str, str] = {}
    for group in groups.values():
        if group not in ordered or not group.written or not group.members:
            continue
        within = (each for each in dict.fromkeys(group.written) if each in groups)
        inner = {name for each in within for name in groups[each].members}
        mine = [name for name in group.members if name not in inner]
        elsewhere = [name for name in mine if name in zones]
        zones |= {name: group.name for name in mine if name not in zones}
        if elsewhere:
            findings.lose("group", f"{group.name} around {', '.join(elsewhere[:20])}", locate(group.body))
    return zones


def _list_zones(chosen: dict[str, str], groups: dict[str, Group]) -> list[Zone]:
    outer = {inner: group.name for group in groups.values() for inner in group.written if inner in groups}
    needed: dict[str, None] = {}
    for name in dict.fromkeys(chosen.values()):
        zone: str | None = name
        while zone is not None and zone not in needed:
            needed[zone] = None
            zone = outer.get(zone)
    return [Zone(f"group {name}", name, _name_zone(outer.get(name))) for name in groups if name in needed]


def _name_zone(group: str | None) -> str | None:
    return None if group is None else f"group {group}"
