"""The diagram as graphs: what is inside what, what is cabled to what, and who was given what.

Every answer costs no more than the part of the drawing it is about. They are plain dictionaries, for every preview builds
them anew; networkx answers the one question that is a matter of graph theory.
"""

from dataclasses import dataclass

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Device, Gateway, Users, Zone


@dataclass(frozen=True, slots=True)
class LabGraph:
    """A diagram as three graphs over its ids.

    *contains*: zone to the zones and nodes in it, None to those in no zone. *cables*: from each node to its neighbours.
    *grants*: users node to what they may reach. Each is in the order of drawing, zones before nodes.
    *devices* that are for the drawing only have no connections here, whatever waits in the document.
    """

    diagram: Diagram
    contains: dict[str | None, list[str]]
    cables: dict[str, list[str]]
    grants: dict[str, list[str]]
    users: tuple[Users, ...]
    devices: dict[str, Device]
    zones: dict[str, Zone]


def build_graph(diagram: Diagram) -> LabGraph:
    """Return the graphs of *diagram*."""
    contains: dict[str | None, list[str]] = {}
    for item in (*diagram.zones, *diagram.nodes):
        contains.setdefault(item.zone or None, []).append(item.id)
    cables: dict[str, list[str]] = {node.id: [] for node in diagram.nodes}
    for link in diagram.links:
        one, other = link.source.node, link.target.node
        cables[one].append(other)
        cables[other].append(one)
    grants: dict[str, list[str]] = {}
    for edge in diagram.access:
        grants.setdefault(edge.users, []).append(edge.target)
    users = tuple(node for node in diagram.nodes if isinstance(node, Users))
    devices = {node.id: _as_opened(node) for node in diagram.nodes if node.type == "device"}
    zones = {zone.id: zone for zone in diagram.zones}
    return LabGraph(diagram, contains, cables, grants, users, devices, zones)


def _as_opened(device: Device) -> Device:
    return device.model_copy(update={"connections": []}) if device.scenery else device


def find_granted(graph: LabGraph, users: Users) -> frozenset[str] | None:
    """Return the ids of the devices that access edges give to *users*, or None where there are no such edges."""
    targets = set(graph.grants.get(users.id, ()))
    if not targets:
        return None
    granted = _find_inside(graph, targets & graph.zones.keys()) | (targets & graph.devices.keys())
    for network in targets - graph.zones.keys() - graph.devices.keys():
        granted.update(graph.cables[network])
    return frozenset(granted & graph.devices.keys())


def find_reached(graph: LabGraph, users: Users) -> frozenset[str]:
    """Return the ids of all devices that *users* reach: granted, or in a pod of theirs, or all without any edge."""
    granted = find_granted(graph, users)
    if granted is None:
        return frozenset(graph.devices)
    own = _find_inside(graph, {zone.id for zone in graph.diagram.zones if zone.pod == users.id})
    return granted | (own & graph.devices.keys())


def find_pods(graph: LabGraph) -> dict[str, Zone]:
    """Return for every zone and node in a pod the pod, the innermost one where pods are drawn in pods."""
    pods: dict[str, Zone] = {}
    if not any(zone.pod for zone in graph.diagram.zones):
        return pods
    waiting = list(reversed(graph.contains.get(None, ())))
    while waiting:
        outer = waiting.pop()
        inside = graph.contains.get(outer, ())
        zone = graph.zones[outer] if inside else None
        pod = zone if zone and zone.pod else pods.get(outer)
        if pod is not None:
            pods.update(dict.fromkeys(inside, pod))
        waiting += reversed(inside)
    return pods


def _find_inside(graph: LabGraph, zones: set[str]) -> set[str]:
    """Return everything inside *zones*; each part of the drawing is looked at once, however they overlap."""
    inside: set[str] = set()
    waiting = list(zones)
    while waiting:
        fresh = [item for item in graph.contains.get(waiting.pop(), ()) if item not in inside]
        inside.update(fresh)
        waiting += fresh
    return inside


def find_cut_off(graph: LabGraph) -> frozenset[str]:
    """Return the ids of the devices that no cable path joins to a gateway; none where no gateway is drawn."""
    gateways = [node.id for node in graph.diagram.nodes if isinstance(node, Gateway)]
    if not gateways:
        return frozenset()
    joined, waiting = set(gateways), gateways
    while waiting:
        fresh = [item for item in graph.cables[waiting.pop()] if item not in joined]
        joined.update(fresh)
        waiting += fresh
    return frozenset(graph.devices.keys() - joined)


def count_dependents(graph: LabGraph) -> dict[str, int]:
    """Return for every node how many devices its failure would cut off from all gateways, where it is any."""
    gateways = [node.id for node in graph.diagram.nodes if isinstance(node, Gateway)]
    if not gateways:
        return {}
    import networkx as nx  # noqa: PLC0415 - it takes long to import, and only who looks at a node asks

    outside = ""  # No id is empty: the one place from which every gateway is reached.
    rooted: nx.DiGraph[str] = nx.DiGraph((one, other) for one, others in graph.cables.items() for other in others)
    rooted.add_edges_from((outside, gateway) for gateway in gateways)
    dominators = nx.immediate_dominators(rooted, outside)
    tree: nx.DiGraph[str] = nx.DiGraph((over, under) for under, over in dominators.items() if over not in (None, under))
    behind: dict[str, int] = dict.fromkeys(tree, 0)
    for over, under in reversed(list(nx.dfs_edges(tree, outside))):
        behind[over] += behind[under] + (under in graph.devices)
    return {node: count for node, count in behind.items() if count and node != outside}
