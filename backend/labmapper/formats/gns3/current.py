"""Projects of GNS3 2 and 3 (revision 5 and newer): nodes with ids, computes, and links of two ends with labels."""

from collections import Counter
from typing import Any

from labmapper.core.problems import Place, Problem
from labmapper.formats.gns3.consoles import Servers, find_address, read_consoles
from labmapper.formats.gns3.drawings import read_drawings
from labmapper.formats.gns3.interfaces import PortNames
from labmapper.formats.gns3.roles import choose_role
from labmapper.formats.topology.findings import Findings, shorten
from labmapper.formats.topology.model import Cable, CableEnd, Device, Topology
from labmapper.formats.topology.syntax.json_values import as_number, as_rows, as_table, as_text

# How large GNS3 draws a router: a node without a size of its own is as large.
WIDTH, HEIGHT = 66.0, 45.0
_ENDS = 2


def read_current(project: dict[str, Any], vm: str, findings: Findings) -> Topology:
    """Return what the *project* has; *vm* is the address of the GNS3 VM, empty where nobody has said it."""
    topology = as_table(project.get("topology"))
    servers = _read_computes(as_rows(topology.get("computes")), vm)
    nodes = [as_table(row) for row in as_rows(topology.get("nodes"))]
    keys = choose_keys([as_text(node.get("node_id")) for node in nodes], findings)
    found = Topology(as_text(project.get("name")))
    for number, (node, key) in enumerate(zip(nodes, keys, strict=True)):
        found.devices.append(_read_node(node, key, servers, findings, Place(field=f"topology.nodes.{number}")))
    by_key, names = dict(zip(keys, nodes, strict=True)), PortNames()
    for number, row in enumerate(as_rows(topology.get("links"))):
        cable = _read_link(as_table(row), by_key, names, findings, Place(field=f"topology.links.{number}"))
        found.cables += [cable] if cable else []
    read_drawings(as_rows(topology.get("drawings")), found, findings)
    count = sum(as_text(node.get("compute_id")) == "vm" for node in nodes)
    if 0 < count < len(nodes) and not servers.vm:
        findings.add(Problem.warning("import-hosts", variant="gns3-vm", count=count))
    return found


def choose_keys(ids: list[str], findings: Findings) -> list[str]:
    """Return a key for each of *ids*: itself, and another one where it is empty, or that of several nodes.

    A link between nodes with such an id cannot tell which of them it means, so that it has no ends.
    """
    counts = Counter(ids)
    again = sum(count for key, count in counts.items() if count > 1 and key)
    if again:
        place = Place(field="topology.nodes")
        findings.lose("value", f"The id of {again} nodes, which is that of others too,", place)
    return [key if key and counts[key] == 1 else _make_key(number, counts) for number, key in enumerate(ids)]


def _make_key(number: int, taken: Counter[str]) -> str:
    key = f"node {number}"
    while key in taken:
        key += "+"
    return key


def _read_computes(rows: list[Any], vm: str) -> Servers:
    computes = [as_table(row) for row in rows]
    hosts = {as_text(row.get("compute_id")): find_address(as_text(row.get("host"))) for row in computes}
    return Servers({name: host for name, host in hosts.items() if name != "local"}, vm or hosts.get("vm", ""))


def _read_node(node: dict[str, Any], key: str, servers: Servers, findings: Findings, place: Place) -> Device:
    name, kind = as_text(node.get("name")) or _read_label(node), as_text(node.get("node_type"))
    consoles = read_consoles(node, shorten(name), servers, findings, place)
    role = choose_role(node, kind, name)
    x, y = as_number(node.get("x")), as_number(node.get("y"))
    half_width, half_height = (as_number(node.get("width")) or WIDTH) / 2, (as_number(node.get("height")) or HEIGHT) / 2
    device = Device(key, name, role, consoles=consoles, place=place)
    if x is not None and y is not None:
        device.x, device.y = x + half_width, y + half_height
    return device


def _read_label(node: dict[str, Any]) -> str:
    return as_text(as_table(node.get("label")).get("text"))


def _read_link(
    link: dict[str, Any], nodes: dict[str, dict[str, Any]], names: PortNames, findings: Findings, place: Place
) -> Cable | None:
    ends = [as_table(row) for row in as_rows(link.get("nodes"))]
    keys = [as_text(end.get("node_id")) for end in ends]
    if len(ends) != _ENDS:
        findings.lose("cable", f"A link with {len(ends)} ends", place)
        return None
    source, target = (
        CableEnd(key, names.name(key, nodes.get(key, {}), end)) for key, end in zip(keys, ends, strict=True)
    )
    _tell_settings(
        link, " and ".join(shorten(as_text(nodes.get(key, {}).get("name"))) or key for key in keys), findings, place
    )
    return Cable(source, target, place)


def _tell_settings(link: dict[str, Any], ends: str, findings: Findings, place: Place) -> None:
    """Tell what GNS3 does to a link that no drawing does."""
    filters = [shorten(name) for name, value in as_table(link.get("filters")).items() if value]
    if filters:
        findings.lose("setting", f"The filter {', '.join(filters)} of the cable between {ends}", place)
    if link.get("suspend") is True:
        findings.lose("setting", f"The suspension of the cable between {ends}", place)
