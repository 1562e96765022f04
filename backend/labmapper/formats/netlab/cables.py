"""Draws netlab's links: cables between two nodes, segments for more than two, and for networks with one node only."""

from labmapper.core.yaml.nodes import Mapping
from labmapper.formats.netlab.devices import find_device
from labmapper.formats.netlab.interfaces import InterfaceNames
from labmapper.formats.netlab.links import LabLink
from labmapper.formats.netlab.tree import EMPTY, dig, dig_text, is_true
from labmapper.formats.topology.model import Cable, CableEnd, Device, Topology
from labmapper.formats.topology.syntax.safe_yaml import locate

_PAIR = 2


class LinkDrawer:
    """Adds links to *topology*, whose devices are known; *kinds* are netlab's devices by the names of nodes."""

    def __init__(self, topology: Topology, root: Mapping, kinds: dict[str, str]) -> None:
        self._topology, self._root, self._kinds = topology, root, kinds
        self._nodes = {device.key for device in topology.devices}
        self._names = InterfaceNames(kinds)

    def draw(self, links: list[LabLink]) -> None:
        """Add *links*, in whose order the interfaces count."""
        for number, link in enumerate(links, start=1):
            if link.members:
                self._draw_members(link)
            elif link.ends:
                self._draw_link(link, number)

    def _find_kind(self, link: LabLink) -> str:
        """Return the type of *link*: a link with one node may be turned into a loopback."""
        if link.kind or len(link.ends) > 1:
            return link.kind
        device = self._kinds.get(link.ends[0][0], "")
        settings = dig(self._root, "defaults", "devices", device)
        wanted = dig(settings, "features", "stub_loopback")
        if wanted is None:
            wanted = dig(self._root, "defaults", "links", "stub_loopback")
        name = dig(settings, "loopback_interface_name")
        has_loopback = find_device(device).loopback is not None and (name is None or bool(dig_text(name)))
        is_wanted = is_true(wanted) or (wanted is None and device == "vyos")
        return "loopback" if has_loopback and is_wanted else "stub"

    def _draw_members(self, link: LabLink) -> None:
        """Draw the cables that are bundled in *link*; those that name no nodes join the nodes of the bundle."""
        for member in link.members:
            ends = member.ends or [(node, EMPTY) for node, _ in link.ends]
            made = [CableEnd(node, self._names.name(node, body, "")) for node, body in ends]
            if len(made) == _PAIR:
                self._topology.cables.append(Cable(made[0], made[1], locate(member.value)))

    def _draw_link(self, link: LabLink, number: int) -> None:
        kind, place = self._find_kind(link), locate(link.value)
        ends = [CableEnd(node, self._names.name(node, body, kind)) for node, body in link.ends]
        bridge, cables = dig_text(link.attributes, "bridge"), self._topology.cables
        if kind == "loopback":
            return
        if bridge in self._nodes:
            cables += [Cable(end, CableEnd(bridge, self._names.name(bridge, EMPTY, "")), place) for end in ends]
        elif len(ends) == _PAIR:
            cables.append(Cable(ends[0], ends[1], place))
        else:
            key = f"link {number}"
            name = dig_text(link.attributes, "name") or f"network {number}"
            self._topology.devices.append(Device(key, name, "network", place=place))
            cables += [Cable(end, CableEnd(key), place) for end in ends]
