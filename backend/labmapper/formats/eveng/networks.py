"""The cables of EVE-NG: interfaces that meet in a network, which is a cable, a segment or a cloud, and serial lines."""

import re
from collections import defaultdict

from labmapper.core.problems import Problem
from labmapper.formats.eveng.places import read_place
from labmapper.formats.topology.findings import Findings, shorten
from labmapper.formats.topology.model import Cable, CableEnd, Device, Role, Topology
from labmapper.formats.topology.syntax.safe_xml import Element

# The name that EVE-NG gives to the network of a cable that somebody has drawn.
_MADE_FOR_CABLE = re.compile(r"Net-.{0,200}iface_[0-9]{1,9}")
_BRIDGES = frozenset({"bridge", "ovs", ""})
_PAIR = 2
# Interfaces of IOL are numbered by slot and port: e0/0 is 0, e0/1 is 16, e1/0 is 1.
_SLOTS = 16
Plug = tuple[str, Element]
# So many of the ends that lead to nothing are named.
_NAMED = 5


def read_cables(root: Element, nodes: dict[str, Element], topology: Topology, findings: Findings) -> None:
    """Put the networks and cables between *nodes*, which are known by their ids, into *topology*."""
    plugs: dict[str, list[Plug]] = defaultdict(list)
    for key, node in nodes.items():
        for interface in node.list("interface"):
            number = interface.get("network_id")
            if number and number != "0" and interface.get("type") != "serial":
                plugs[number].append((key, interface))
    unplugged: list[Plug] = []
    for network in root.list("topology", "networks", "network"):
        unplugged += _read_network(network, plugs.pop(network.get("id"), []), nodes, topology)
    _tell_unplugged([*unplugged, *(plug for plugged in plugs.values() for plug in plugged)], nodes, findings)
    topology.cables += _read_serial(nodes)


def _read_network(network: Element, plugged: list[Plug], nodes: dict[str, Element], topology: Topology) -> list[Plug]:
    """Put *network* into *topology*, with what is *plugged* into it; return what of that leads to nothing."""
    if not plugged:
        return []
    if _is_cable(network, plugged):
        one, other = (_make_end(plug, nodes) for plug in plugged)
        topology.cables.append(Cable(one, other, plugged[0][1].place))
        return []
    is_bridge = network.get("type") in _BRIDGES
    if is_bridge and len(plugged) == 1 and network.get("visibility") != "1":
        return plugged
    key = f"network {network.get('id')}"
    role: Role = "network" if is_bridge else "cloud"
    x, y = read_place(network)
    topology.devices.append(Device(key, network.get("name") or network.get("type"), role, x, y, place=network.place))
    topology.cables += [Cable(_make_end(plug, nodes), CableEnd(key), plug[1].place) for plug in plugged]
    return []


def _is_cable(network: Element, plugged: list[Plug]) -> bool:
    """Return whether the *network* is only what EVE-NG needs for a cable between two interfaces."""
    is_hidden = network.get("visibility", "0") in ("0", "") or _MADE_FOR_CABLE.fullmatch(network.get("name"))
    return len(plugged) == _PAIR and network.get("type") in _BRIDGES and bool(is_hidden)


def _make_end(plug: Plug, nodes: dict[str, Element]) -> CableEnd:
    key, interface = plug
    return CableEnd(key, interface.get("name") or _make_name(nodes[key], interface))


def _make_name(node: Element, interface: Element) -> str:
    number = interface.get("id")
    if node.get("type") != "iol" or not (number.isascii() and number.isdecimal() and len(number) < len("1000")):
        return f"eth{number}" if number else ""
    port, slot = divmod(int(number), _SLOTS)
    return f"{'s' if interface.get('type') == 'serial' else 'e'}{slot}/{port}"


def _tell_unplugged(plugged: list[Plug], nodes: dict[str, Element], findings: Findings) -> None:
    """Tell in one problem which interfaces are plugged into a network without another end: a lab may have hundreds."""
    if not plugged:
        return
    named = (f"{_make_end(plug, nodes).interface} of {nodes[plug[0]].get('name')}" for plug in plugged[:_NAMED])
    ends = ", ".join(map(shorten, named)) + (", …" if len(plugged) > _NAMED else "")
    findings.add(Problem.warning("import-loose-end", plugged[0][1].place, count=len(plugged), ends=ends))


def _read_serial(nodes: dict[str, Element]) -> list[Cable]:
    """Return the serial lines, each of which stands at both of its ends."""
    serial = {
        (key, interface.get("id")): interface
        for key, node in nodes.items()
        for interface in node.list("interface")
        if interface.get("remote_id") not in ("", "0")
    }
    cables, seen = [], set()
    for (key, number), interface in serial.items():
        far = (interface.get("remote_id"), interface.get("remote_if"))
        if frozenset(((key, number), far)) in seen:
            continue
        seen.add(frozenset(((key, number), far)))
        end = _make_end((far[0], serial[far]), nodes) if far in serial else CableEnd(far[0])
        cables.append(Cable(_make_end((key, interface), nodes), end, interface.place))
    return cables
