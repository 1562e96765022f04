"""Draws netlab's links: cables between two nodes, segments for more than two, and for networks with one node only."""

from labmapper.core.yaml.nodes import Mapping
from labmapper.formats.netlab.devices import find_device
from labmapper.formats.netlab.interfaces import InterfaceNames
from labmapper.formats.netlab.links import LabLink
from labmapper.formats.netlab.tree import EMPTY, dig, dig_text, is_true
from labmapper.formats.topology.model import Cable, CableEnd, Device, Topology
from labmapper.formats.topology.safe_yaml import locate

_PAIR = 2


def draw_links(
    topology: Topology, links: list[LabLink], names: InterfaceNames, root: Mapping, kinds: dict[str, str]
) -> None:
    """Add *links* to *topology*; *kinds* are the devices by the names of nodes."""
    for number, link in enumerate(links, start=1):
        if link.members:
            _draw_members(topology, link, names)
        elif link.ends:
            _draw_link(topology, link, number, names, _find_kind(link, root, kinds))


def _find_kind(link: LabLink, root: Mapping, kinds: dict[str, str]) -> str:
    """Return the type of *link*: a link with one node may be turned into a loopback."""
    if link.kind or len(link.ends) > 1:
        return link.kind
    device = kinds.get(link.ends[0][0], "")
    wanted = dig(root, "defaults", "devices", device, "features", "stub_loopback")
    if wanted is None:
        wanted = dig(root, "defaults", "links", "stub_loopback")
    has_loopback = find_device(device).loopback is not None
    renamed = dig(root, "defaults", "devices", device, "loopback_interface_name")
    if renamed is not None and not dig_text(renamed):
        has_loopback = False
    is_wanted = is_true(wanted) or (wanted is None and device == "vyos")
    return "loopback" if has_loopback and is_wanted else "stub"


def _draw_members(topology: Topology, link: LabLink, names: InterfaceNames) -> None:
    """Draw the cables that are bundled in *link*; those that name no nodes join the nodes of the bundle."""
    for member in link.members:
        ends = member.ends or link.ends
        made = [CableEnd(node, names.name(node, body if member.ends else EMPTY, "")) for node, body in ends]
        if len(made) == _PAIR:
            topology.cables.append(Cable(made[0], made[1], locate(member.value)))


def _draw_link(topology: Topology, link: LabLink, number: int, names: InterfaceNames, kind: str) -> None:
    place = locate(link.value)
    ends = [CableEnd(node, names.name(node, body, kind)) for node, body in link.ends]
    bridge = dig_text(link.attributes, "bridge")
    known = next((device for device in topology.devices if device.key == bridge), None) if bridge else None
    if kind == "loopback":
        return
    if known is not None:
        for end in ends:
            topology.cables.append(Cable(end, CableEnd(bridge, names.name(bridge, EMPTY, "")), place))
    elif len(ends) == _PAIR:
        topology.cables.append(Cable(ends[0], ends[1], place))
    else:
        key = f"link {number}"
        name = dig_text(link.attributes, "name") or f"network {number}"
        topology.devices.append(Device(key, name, "network", place=place))
        topology.cables += [Cable(end, CableEnd(key), place) for end in ends]
